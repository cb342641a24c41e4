import { LADDERS, type QualificationKind } from '../../domain/ladders.ts';
import { KIND_NAMES, levelName, writeLevel } from '../../domain/levelNames.ts';
import { type PartialDate, writePartialDate } from '../../domain/partialDate.ts';
import type { Qualification, Training } from '../../domain/record.ts';
import type { Attended, Holds } from '../../domain/requirement.ts';
import type { Aspect } from './qualificationFit.ts';

/** What is said of qualifications and classes: clauses in lower case without a full stop, and lines of a record. */

const FACT_NAMES: Readonly<Record<QualificationKind, string>> = {
  degree: 'trình độ chuyên môn',
  political_theory: 'trình độ lý luận chính trị',
  state_management: 'bồi dưỡng quản lý nhà nước',
  leadership: 'bồi dưỡng lãnh đạo, quản lý',
  foreign_language: 'trình độ ngoại ngữ',
  ethnic_language: 'tiếng dân tộc thiểu số',
  it: 'trình độ tin học',
  professional_certificate: 'chứng chỉ chức danh nghề nghiệp',
  practising_licence: 'chứng chỉ hành nghề',
  defence_security: 'bồi dưỡng quốc phòng và an ninh',
  knowledge_update: 'bồi dưỡng cập nhật kiến thức',
  other: 'văn bằng, chứng chỉ',
};

/** What the proof of a kind is called before its level. */
const PROOF: Readonly<Partial<Record<QualificationKind, string>>> = {
  degree: 'bằng',
  state_management: 'chứng chỉ',
  leadership: 'chứng chỉ',
  foreign_language: 'chứng chỉ',
  ethnic_language: 'chứng chỉ',
  it: 'chứng chỉ',
  defence_security: 'chứng chỉ',
};

/** `Luật hoặc Hành chính`. */
export function oneOf(names: readonly string[]): string {
  return names.join(' hoặc ');
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** `năm 2019`, `12/2019`, `ngày 05/12/2019`. */
export function onDate(date: PartialDate): string {
  const written = writePartialDate(date);
  if (date.length === 4) return `năm ${written}`;
  return date.length === 10 ? `ngày ${written}` : written;
}

function number(value: number): string {
  return String(value).replace('.', ',');
}

/** `ngành Luật hoặc Hành chính`; of a language, the language. */
function withFields(kind: QualificationKind, fields: readonly string[]): string {
  if (fields.length === 0) return '';
  return kind === 'degree' ? ` ngành ${oneOf(fields)}` : ` (${oneOf(fields)})`;
}

function withNames(names: readonly string[]): string {
  return names.length === 0 ? '' : ` “${names.join('” hoặc “')}”`;
}

/** What to look up: `trình độ chuyên môn ngành Luật`. */
export function factName({ kind, fields, names }: Holds): string {
  return `${FACT_NAMES[kind]}${withFields(kind, fields)}${withNames(names)}`;
}

/** `bằng đại học`, `chứng chỉ tin học cơ bản`, `trung cấp lý luận chính trị`. */
function proven(kind: QualificationKind, level: string | null): string {
  if (kind === 'political_theory' && level === null) return FACT_NAMES[kind];
  const proof = PROOF[kind];
  return proof === undefined ? writeLevel(kind, level) : `${proof} ${writeLevel(kind, level)}`;
}

/** `trung cấp lý luận chính trị trở lên`. */
export function asked({ kind, level, fields, names }: Holds): string {
  const top = level !== null && level === LADDERS[kind].at(-1);
  const what = `${proven(kind, level)}${level === null || top ? '' : ' trở lên'}`;
  return `${what}${withFields(kind, fields)}${withNames(names)}`;
}

function noun({ kind, level, field, name }: Qualification): string {
  if (LADDERS[kind].length === 0) return name ?? KIND_NAMES[kind];
  if (level === null && name !== null) return field === null ? name : `${name} (${field})`;
  const what = writeLevel(kind, level);
  if (field === null) return what;
  return kind === 'degree' ? `${what} ${field}` : `${what} (${field})`;
}

/** `lớp “Kỹ năng số”`, also of a class whose own name begins with that word. */
function classNamed(name: string): string {
  return `lớp “${name.replace(/^lớp\s+/iu, '')}”`;
}

function phrase(qualification: Qualification, training: Training | null): string {
  if (training !== null) return `${classNamed(training.className)}`;
  const { kind, level, name } = qualification;
  const what = noun(qualification);
  if (name !== null && (level === null || LADDERS[kind].length === 0)) return `“${what}”`;
  const proof = PROOF[kind];
  return proof === undefined ? what : `${proof} ${what}`;
}

/** `Thạc sĩ Luật, cấp 12/2019`. */
export function qualificationLine(qualification: Qualification): string {
  const { issued, expires } = qualification;
  return [
    capital(noun(qualification)),
    ...(issued === null ? [] : [`cấp ${onDate(issued)}`]),
    ...(expires === null ? [] : [`có giá trị đến ${onDate(expires)}`]),
  ].join(', ');
}

/** `Lớp “Bồi dưỡng ngạch chuyên viên”, xong 12/2019, 20 ngày`. */
export function trainingLine({ className, from, until, days }: Training): string {
  const end = until ?? from;
  return [
    capital(classNamed(className)),
    ...(end === null ? [] : [`xong ${onDate(end)}`]),
    ...(days === null ? [] : [`${number(days)} ngày`]),
  ].join(', ');
}

/** `lowerThan`: the level asked, where a higher one is held. */
export function held(
  qualification: Qualification,
  training: Training | null,
  lowerThan: string | null,
): string {
  const more = lowerThan === null ? '' : `, cao hơn mức yêu cầu ${levelName(lowerThan)}`;
  return `hồ sơ có ${phrase(qualification, training)}${more}`;
}

const UNCLEAR: Readonly<Record<Aspect, string>> = {
  level: 'trình độ',
  field: 'ngành',
  name: 'tên chứng chỉ',
  issued: 'ngày cấp',
  expires: 'ngày hết hạn',
};

export function unclear(
  qualification: Qualification,
  training: Training | null,
  aspects: readonly Aspect[],
): string {
  const what =
    aspects.length === 0 ? 'đã hoàn thành hay chưa' : aspects.map((each) => UNCLEAR[each]).join(', ');
  return `hồ sơ có ${phrase(qualification, training)} nhưng chưa ghi rõ ${what}`;
}

export function notEnough(
  qualification: Qualification,
  training: Training | null,
  ask: Holds,
  wrong: Aspect,
): string {
  const has = phrase(qualification, training);
  if (wrong === 'level' && ask.level !== null) {
    const plain = training === null ? phrase({ ...qualification, field: null }, null) : has;
    return `hồ sơ chỉ có ${plain}, yêu cầu từ ${levelName(ask.level)}`;
  }
  if (wrong === 'expires' && qualification.expires !== null) {
    return `${has} đã hết hạn ${onDate(qualification.expires)}`;
  }
  if (wrong === 'field') return `hồ sơ có ${has}, chưa đúng yêu cầu${withFields(ask.kind, ask.fields)}`;
  if (wrong === 'issued') return `hồ sơ có ${has} nhưng ngày cấp không thuộc thời gian được tính`;
  return `hồ sơ có ${has}, chưa phải ${asked(ask)}`;
}

export function notRecorded(ask: Holds): string {
  return `hồ sơ chưa ghi ${factName(ask)}`;
}

export function lacking({ kind }: Holds): string {
  return `hồ sơ ghi chưa có ${proven(kind, null)}`;
}

export function lackingFact({ kind }: Holds): string {
  return `Chưa có ${proven(kind, null)}`;
}

export function reviewedWithout(ask: Holds): string {
  return `hồ sơ đã rà soát và không có ${asked(ask)}`;
}

export function reviewedFact(reviewed: PartialDate | null): string | null {
  return reviewed === null ? null : `Hồ sơ đã rà soát ${onDate(reviewed)}`;
}

/** What to look up: `lớp “…” `, or the kind that the class teaches. */
export function classesName({ names, kind, level, programme }: Attended): string {
  const what = [
    ...(names.length === 0 ? [] : [`“${names.join('” hoặc “')}”`]),
    ...(kind === null ? [] : [writeLevel(kind, level)]),
    ...(programme === null ? [] : [`thuộc ${programme}`]),
  ];
  return ['lớp bồi dưỡng', ...what].join(' ');
}

export function attended(training: Training): string {
  return `đã học ${classNamed(training.className)}`;
}

export function unclearClass(training: Training): string {
  return `hồ sơ có ${classNamed(training.className)} nhưng chưa ghi rõ thời gian, số ngày, trình độ hoặc đã hoàn thành hay chưa`;
}

export function noClassRecorded(ask: Attended): string {
  return `hồ sơ chưa ghi ${classesName(ask)}`;
}

export function noClass(ask: Attended): string {
  return `hồ sơ không có ${classesName(ask)} đúng yêu cầu`;
}

export function daysOfClasses(ask: Attended, days: number, wanted: number): string {
  return `đã học ${number(days)}/${number(wanted)} ngày ${classesName(ask)}`;
}

export function trainingDaysName(year: string): string {
  return `số ngày bồi dưỡng năm ${year}`;
}

export function noTrainingRecorded(year: string): string {
  return `hồ sơ chưa ghi lớp bồi dưỡng nào nên chưa rõ số ngày của năm ${year}`;
}

export function trainingDays(days: number, wanted: number, year: string): string {
  return `năm ${year} đã học ${number(days)}/${number(wanted)} ngày bồi dưỡng`;
}

export function trainingDaysUnclear(days: number, wanted: number, year: string, training: Training): string {
  const what = training.days === null ? 'số ngày' : 'ngày học';
  return `${trainingDays(days, wanted, year)}, chưa rõ ${what} của ${classNamed(training.className)}`;
}

export function trainingDaysLine(days: number, year: string): string {
  return `${number(days)} ngày bồi dưỡng năm ${year}`;
}

/** `fact`: what is to be renewed, by its own name. */
export function renewalName(fact: string): string {
  return `lần gần nhất của ${fact}`;
}

/** Why it cannot be told whether something is still good. */
export type RenewalDoubt = 'fit' | 'undated' | 'date' | 'expires';

const DOUBTS: Readonly<Record<RenewalDoubt, string>> = {
  fit: 'chưa ghi đủ rõ là loại nào',
  undated: 'chưa ghi ngày cấp',
  date: 'ngày cấp ghi chưa đủ ngày, tháng',
  expires: 'ngày hết hạn ghi chưa đủ ngày, tháng',
};

export function renewalUnclear(line: string, months: number, doubt: RenewalDoubt): string {
  return `${line}: ${DOUBTS[doubt]} nên chưa biết còn trong hạn ${number(months)} tháng không`;
}

/** `months`: after so many it had to be renewed; `null` where its own day of expiry came first. */
export function renewalPast(line: string, months: number | null, due: PartialDate): string {
  const why = months === null ? 'đã hết hạn' : `đã đủ ${number(months)} tháng`;
  return `${line}: ${why}, phải học lại hoặc cập nhật từ ${onDate(due)}`;
}

export function renewalGood(line: string, due: PartialDate): string {
  return `${line}: còn trong hạn, học lại hoặc cập nhật trước ${onDate(due)}`;
}

import { RATING_NAMES, writeLevel } from '../../domain/levelNames.ts';
import type { PartialDate } from '../../domain/partialDate.ts';
import type { Evaluation, PoliticalConclusion, UnitTier } from '../../domain/record.ts';
import type { Holds } from '../../domain/requirement.ts';
import type { Basis, Status } from '../finding.ts';
import { capital, onDate, oneOf } from './qualificationTexts.ts';
import type { Verdict } from './verdict.ts';

/** What is said of people, careers and judgements: clauses in lower case without a full stop, lines of a record, sentences. */

export const FACTS = {
  birth: 'ngày sinh',
  recruited: 'ngày tuyển dụng',
  sex: 'giới tính',
  party: 'việc là đảng viên',
  ethnicity: 'dân tộc',
  unit: 'đơn vị công tác',
  unitTier: 'cấp của đơn vị công tác',
  conclusion: 'kết luận về tiêu chuẩn chính trị',
} as const;

const NOTHING_TO_SAY: Readonly<Record<Status, string>> = {
  met: 'đã đạt yêu cầu',
  missing: 'chưa đạt yêu cầu',
  unknown: 'chưa đủ dữ liệu',
};

/** One sentence of several clauses. */
export function sentence(clauses: readonly string[], status: Status): string {
  return `${capital(join(clauses.length === 0 ? [NOTHING_TO_SAY[status]] : clauses))}.`;
}

/** Lines of a record on one line. */
export function line(facts: readonly string[]): string {
  return facts.join('; ');
}

function join(clauses: readonly string[]): string {
  return clauses.join('; ');
}

/** Of several alternatives, why each is not met. */
export function alternatives(reasons: readonly (readonly string[])[]): readonly string[] {
  return [
    ...new Set(reasons.map((clauses) => clauses.join(' và '))),
    'chỉ cần đạt một trong các nội dung này',
  ];
}

export function exempted(clauses: readonly string[]): string {
  return `được miễn: ${join(clauses)}`;
}

export function mayBind(clauses: readonly string[]): string {
  return `chưa rõ yêu cầu này có áp dụng không (${join(clauses)})`;
}

export function mayBeExempted(clauses: readonly string[]): string {
  return `chưa rõ có được miễn không (${join(clauses)})`;
}

export function equalled(clauses: readonly string[], { kind, level }: Holds): string {
  return `${join(clauses)}, được tính tương đương ${writeLevel(kind, level)}`;
}

export function equalMaybe(clause: string): string {
  return `chưa rõ có được tính tương đương không (${clause})`;
}

export function notRecordedFact(fact: string): string {
  return `hồ sơ chưa ghi ${fact}`;
}

type Bounds = { readonly from: number | null; readonly to: number | null };

function between({ from, to }: Bounds): string {
  if (from !== null && to !== null) return `từ ${from} đến ${to} tuổi`;
  return from === null ? `không quá ${to} tuổi` : `từ ${from} tuổi trở lên`;
}

/** `ages`: the least and the greatest that the date of birth allows. `asked`: said where it is not met. */
export function age(
  [least, greatest]: readonly [number, number],
  asOf: PartialDate,
  asked: Bounds | null,
  verdict: Verdict,
): string {
  const years = least === greatest ? `${least}` : `${least}–${greatest}`;
  if (verdict === 'unknown') return `ngày sinh chưa ghi đủ nên chỉ biết là ${years} tuổi`;
  return `${years} tuổi (tính đến ${onDate(asOf)})${asked === null ? '' : `, yêu cầu ${between(asked)}`}`;
}

export function birthLine(birth: PartialDate): string {
  return `Sinh ${onDate(birth)}`;
}

/** `worked` and `asked` in months. */
export function seniority(worked: number, asked: number, verdict: Verdict): string {
  const has = `thời gian công tác ${duration(worked)}`;
  if (verdict === 'met') return has;
  if (verdict === 'missing') return `${has}, yêu cầu từ ${duration(asked)}`;
  return `ngày tuyển dụng chưa ghi đủ để biết đã công tác ${duration(asked)} chưa`;
}

export function duration(months: number): string {
  if (months < 0) return 'chưa bắt đầu';
  if (months < 12) return `${months} tháng`;
  return `${Math.floor(months / 12)} năm${months % 12 === 0 ? '' : ` ${months % 12} tháng`}`;
}

export function recruitedLine(recruited: PartialDate): string {
  return `Tuyển dụng ${onDate(recruited)}`;
}

export function sex(is: 'male' | 'female'): string {
  return is === 'male' ? 'là nam' : 'là nữ';
}

export function sexLine(is: 'male' | 'female'): string {
  return is === 'male' ? 'Nam' : 'Nữ';
}

export function party(member: Status): string {
  if (member === 'unknown') return 'chưa rõ khi đó đã vào Đảng chưa';
  return member === 'met' ? 'là đảng viên' : 'chưa là đảng viên';
}

export function partyLine(member: boolean, joined: PartialDate | null): string {
  if (!member) return 'Chưa là đảng viên';
  return joined === null ? 'Đảng viên' : `Đảng viên, kết nạp ${onDate(joined)}`;
}

export function ethnicity(name: string): string {
  return `dân tộc ${name}`;
}

export function ethnicityLine(name: string): string {
  return `Dân tộc: ${name}`;
}

export const TIERS: Readonly<Record<UnitTier, string>> = {
  central: 'cấp trung ương',
  province: 'cấp tỉnh',
  commune: 'cấp xã',
};

export function unitTier(tier: UnitTier | null): string {
  return tier === null ? notRecordedFact(FACTS.unitTier) : `công tác ở ${TIERS[tier]}`;
}

export function unitTierLine(tier: UnitTier): string {
  return `Đơn vị ${TIERS[tier]}`;
}

/** `names`: the units that are asked for. `own`: the person's own unit, where it is known. */
export function unit(verdict: Verdict, names: readonly string[], own: string | null): string {
  if (verdict === 'met') return `thuộc ${oneOf(names)}`;
  if (verdict === 'missing') return `${own === null ? '' : `công tác ở ${own}, `}không thuộc ${oneOf(names)}`;
  return `chưa rõ đơn vị công tác có thuộc ${oneOf(names)} không`;
}

export function unitLine(name: string): string {
  return `Đơn vị: ${name}`;
}

type Career = Exclude<Basis['kind'], 'everyone'>;

const CAREER_NAMES: Readonly<Record<Career, string>> = {
  post: 'chức danh đang giữ',
  planned: 'chức danh quy hoạch',
  grade: 'ngạch, hạng',
  group: 'diện quản lý',
};

/** What to look up: `chức danh đang giữ`. */
export function careerName(kind: Career): string {
  return CAREER_NAMES[kind];
}

export function positionsWanted(positions: readonly string[], leadership: boolean): string {
  return oneOf([...positions, ...(leadership ? ['chức danh lãnh đạo, quản lý'] : [])]);
}

/** `found`: what fits or may fit. `names`: what is held now. `wanted`: what is asked, empty where anything will do. */
export function career(
  kind: Career,
  verdict: Verdict,
  found: { readonly name: string | null; readonly from: PartialDate | null } | null,
  names: readonly string[],
  wanted: string,
  months: number | null,
): string {
  const what = CAREER_NAMES[kind];
  if (verdict === 'met' && found !== null) return `${what}: ${found.name}`;
  if (verdict === 'missing') {
    const has = names.length === 0 ? `hồ sơ không có ${what}` : `${what}: ${names.join(', ')}`;
    return wanted === '' ? has : `${has}, không phải ${wanted}`;
  }
  if (found === null) return notRecordedFact(what);
  if (months !== null) return `${what} ${found.name}: chưa rõ đã giữ đủ ${duration(months)} chưa`;
  return found.from === null
    ? `${what} ${found.name}: chưa rõ từ bao giờ`
    : `${what} ${found.name}: chưa rõ thời gian hoặc có phải chức danh lãnh đạo không`;
}

/** `held` and `asked` in months. */
export function careerTooShort(kind: Career, name: string, held: number, asked: number): string {
  return `${CAREER_NAMES[kind]}: ${name} mới giữ ${duration(held)}, còn thiếu ${asked - held} tháng so với yêu cầu ${duration(asked)}`;
}

export function notLeading(verdict: Verdict): string {
  if (verdict === 'met') return 'không giữ chức danh lãnh đạo, quản lý';
  if (verdict === 'missing') return 'không thuộc diện chỉ gồm người không giữ chức danh lãnh đạo, quản lý';
  return 'chưa rõ có giữ chức danh lãnh đạo, quản lý không';
}

export function careerLine(kind: Career, names: readonly string[]): string | null {
  return names.length === 0 ? null : `${capital(CAREER_NAMES[kind])}: ${names.join(', ')}`;
}

export function placeLine({ kind, name, from }: Basis & { readonly from: PartialDate | null }): string {
  const what = kind === 'everyone' ? '' : `${capital(CAREER_NAMES[kind])}: `;
  return `${what}${name ?? ''}${from === null ? '' : `, từ ${onDate(from)}`}`;
}

export function evaluationsName(years: readonly number[]): string {
  return `kết quả đánh giá, xếp loại năm ${years.join(', ')}`;
}

/** `decisive`: the years that decide. `low`: a rating below what is asked. */
export function evaluated(
  verdict: Verdict,
  atLeast: Evaluation['rating'],
  years: readonly number[],
  decisive: readonly number[],
  low: Evaluation | null,
): string {
  if (verdict === 'met') return `đánh giá năm ${years.join(', ')} từ mức ${RATING_NAMES[atLeast]} trở lên`;
  if (low !== null)
    return `năm ${low.year} xếp loại ${RATING_NAMES[low.rating]}, yêu cầu từ ${RATING_NAMES[atLeast]}`;
  const silent = verdict === 'missing' ? 'hồ sơ đã rà soát và không có' : 'hồ sơ chưa ghi';
  return `${silent} ${evaluationsName(decisive)}`;
}

export function evaluationLine({ year, rating }: Evaluation): string {
  return `Năm ${year}: ${RATING_NAMES[rating]}`;
}

export function conclusion(verdict: Verdict, shown: PoliticalConclusion | null): string {
  if (verdict === 'met') return 'đã có kết luận bảo đảm tiêu chuẩn chính trị';
  if (verdict === 'missing') {
    return shown === null
      ? `hồ sơ đã rà soát và không có ${FACTS.conclusion}`
      : `kết luận gần nhất là chưa bảo đảm tiêu chuẩn chính trị`;
  }
  return shown === null
    ? notRecordedFact(FACTS.conclusion)
    : `hồ sơ chưa đủ rõ ${FACTS.conclusion} nào là mới nhất`;
}

export function conclusionLine({ date, passed }: PoliticalConclusion): string {
  const what = passed ? 'Bảo đảm tiêu chuẩn chính trị' : 'Chưa bảo đảm tiêu chuẩn chính trị';
  return date === null ? what : `${what}, kết luận ${onDate(date)}`;
}

function takenOver(by: readonly string[]): string {
  return by.length === 0 ? '' : ` Nay là: ${by.join(', ')}.`;
}

export function endedPosition(
  name: string,
  until: PartialDate,
  successors: readonly string[],
  planned: boolean,
): string {
  const what = planned ? 'Chức danh quy hoạch' : 'Chức danh';
  const mend = 'Anh/chị kiểm tra lại hồ sơ giúp tôi.';
  return `${what} “${name}” chỉ còn đến ${onDate(until)}.${takenOver(successors)} ${mend}`;
}

export function endedUnit(name: string, until: PartialDate, successors: readonly string[]): string {
  const mend = 'Anh/chị kiểm tra lại đơn vị trong hồ sơ giúp tôi.';
  return `Đơn vị “${name}” đã kết thúc hoạt động ${onDate(until)}.${takenOver(successors)} ${mend}`;
}

import { findCodes } from '../../vietnamese/codes.ts';
import { isSameMoment, type Moment } from './calendar.ts';
import type { Quantity } from './figures.ts';
import { groupsIn } from './groups.ts';
import { limitsAgree } from './limits.ts';
import type { FailureReason } from './reasons.ts';
import { spell } from './spell.ts';
import type { Word } from './word.ts';
import { alignWords } from './wordAlignment.ts';
import { coverage, type Held, wordsOf } from './words.ts';
import {
  type Figures,
  figuresIn,
  isEqual,
  isRival,
  issueDays,
  markOf,
  partnerOf,
  type Setting,
  type Written,
  type WrittenFigures,
  zoneOf,
} from './writtenFigures.ts';

/** The numbers and days of a sentence that its sources do not have, or have of something else. */
export function checkFigures(sentence: string, written: WrittenFigures): readonly FailureReason[] {
  const figures = figuresIn(sentence);
  return [
    ...findCodes(sentence).map(({ canonical, start, end }): FailureReason | null =>
      written.codes.has(canonical) ? null : { kind: 'wrong_number', found: sentence.slice(start, end) },
    ),
    ...figures.quantities.map((said) => checkQuantity(said, figures, written)),
    ...figures.moments.map((said) => checkMoment(sentence, said, figures, written)),
  ].filter((reason) => reason !== null);
}

function checkMoment(
  sentence: string,
  said: Moment,
  figures: Figures,
  { moments, issued }: WrittenFigures,
): FailureReason | null {
  const found = figures.bare.slice(said.start, said.end);
  // The day behind a document's number is that of its issue, and of no other document.
  const own = issueDays(sentence).find(({ at }) => at === said.start);
  const known = own === undefined ? undefined : issued.get(own.number);
  if (own !== undefined && known !== undefined) {
    return known.has(own.date) ? null : { kind: 'wrong_date', found, instead: [...known].join(', ') };
  }
  const same = moments.filter(({ figure }) => isSameMoment(said, figure) === 'same');
  if (same.length === 0) {
    const turned = moments.some(({ figure }) => isSameMoment(said, figure) === 'other_side');
    const whole = figures.bare.slice(Math.max(0, said.start - 12), said.end).trim();
    return { kind: 'wrong_date', found: turned ? whole : found };
  }
  const rivals = moments.filter(
    // The days on which documents were issued are told of them alone.
    ({ figure, ofIssue }) => !ofIssue && isSameMoment(said, figure) !== 'same' && isAlike(said, figure),
  );
  const instead = isOfAnother(said, figures, figures.moments, same, rivals);
  return instead === null ? null : { kind: 'wrong_date', found, instead };
}

function isAlike(one: Moment, other: Moment): boolean {
  return (one.day === null) === (other.day === null) && (one.month === null) === (other.month === null);
}

/** Words by which a speaker counts what a provision lists. */
const COUNTERS = new Set(
  (
    'hình trường điều nhóm loại giấy nội tiêu nguyên bước mức yêu đối khoản chương nguồn thành việc cách quyền căn hồ nhiệm dạng hướng cơ khối ý ' +
    'phần đơn vị phương thứ chức tài hành biện hạng bậc hệ điểm trách hoạt bên'
  )
    .split(' ')
    .map(spell),
);

/** A speaker's own words for what a list holds. */
const ABSTRACT = new Set('nội điều việc loại nhóm ý cách dạng phần khoản trường'.split(' ').map(spell));
const COUNTS = /(?<!\p{L})(?:có|gồm|thành|làm|cả|là|đủ|một trong|trong)\s*$/iu;

function checkQuantity(
  said: Quantity,
  figures: Figures,
  { quantities, counts }: WrittenFigures,
): FailureReason | null {
  const { bare } = figures;
  const found = bare.slice(said.start, said.end);
  const agreeing = quantities.filter(({ figure }) => unitsAgree(said, figure));
  const exact = agreeing.filter(({ figure }) => figure.unit === said.unit);
  const converted = quantities.filter(({ figure }) => isConverted(said, figure));
  if (converted.some(({ figure }) => limitsFit(said, figure, bare))) return null;
  const sameUnit = said.unit !== '' && exact.length > 0 ? exact : agreeing;
  const sameValue = sameUnit.filter(({ figure }) => isEqual(said.value, figure.value));
  const same = sameValue.filter(({ figure }) => limitsFit(said, figure, bare));
  if (same.length > 0) {
    // Where the very noun is counted, what is counted of another is no rival.
    const isCounted = said.unit !== '' && same.some(({ figure }) => figure.unit === said.unit);
    const competes = (other: Quantity) => isRival(said, other) && (!isCounted || other.unit === said.unit);
    const rivals = quantities.filter(({ figure }) => competes(figure));
    const others = figures.quantities.filter((other) => isRival(said, other));
    const instead = isOfAnother(said, figures, others, same, rivals);
    return instead === null ? null : { kind: 'wrong_number', found, instead };
  }
  // "bốn hình thức" of a list of four; not "hai vị trí" where the provision says "một vị trí".
  const isNamed = (held: Held) => ABSTRACT.has(said.unit) || held.singles.has(said.unit);
  const isCount = counts.some(({ count, held }) => count === said.value && isNamed(held));
  // "cả hai": whoever was named before.
  if (!said.measured && /(?<!\p{L})cả\s*$/iu.test(bare.slice(0, said.start))) return null;
  const isTold = exact.length === 0 || COUNTS.test(bare.slice(0, said.start));
  if (!said.measured && isTold && COUNTERS.has(said.unit) && isCount) return null;
  const isLimit = said.limit !== 'exact' && said.limit !== 'within' && sameValue.length > 0;
  if (said.soft && !isLimit && sameUnit.every(({ figure }) => figure.soft || !said.measured)) return null;
  if (sameValue.length > 0) {
    return { kind: 'wrong_limit', found: bare.slice(Math.max(0, said.start - 12), said.end).trim() };
  }
  const otherUnit = quantities.some(({ figure }) => isEqual(said.value, figure.value) && figure.measured);
  return { kind: otherUnit && said.measured && sameUnit.length === 0 ? 'wrong_unit' : 'wrong_number', found };
}

/** "nghỉ quá 20% thì phải học lại" tells what follows where a provision says "không được nghỉ quá 20%". */
function limitsFit(said: Quantity, written: Quantity, sentence: string): boolean {
  if (limitsAgree(said.limit, written.limit)) return true;
  const isConsequence = /(?:^|\s)(?:nếu|thì|sẽ|bị|khi)\s/iu.test(sentence);
  return said.limit === 'over' && written.limit === 'max' && isConsequence;
}

/** Units that are surely so many of another. */
const CONVERSIONS: readonly (readonly [string, string, number])[] = [
  ['năm', 'tháng', 12],
  ['phần', '%', 100],
  ['quý', 'tháng', 3],
  ['giờ', 'phút', 60],
];

/** "một năm" for "12 tháng", "một nửa" for "50%". */
function isConverted(said: Quantity, written: Quantity): boolean {
  return CONVERSIONS.some(
    ([large, small, times]) =>
      (said.unit === large && written.unit === small && isEqual(said.value * times, written.value)) ||
      (said.unit === small && written.unit === large && isEqual(said.value, written.value * times)),
  );
}

/** A noun may be told by another one ("05 thành viên", "5 người"), a measure never. */
function unitsAgree(said: Quantity, written: Quantity): boolean {
  if (said.unit === written.unit) return true;
  if (said.unit === '' || written.unit === '') return true;
  if (said.unit.startsWith('#') && written.unit.startsWith('#')) return looseLabel(said.unit, written.unit);
  return !said.measured && !written.measured;
}

const LOOSE_LABELS = new Set(['số', 'thứ', 'mẫu', 'lớp'].map((word) => `#${spell(word)}`));

/** "lớp số 2" and "lớp 2", "lần thứ hai" and "lần 2". */
function looseLabel(said: string, written: string): boolean {
  return LOOSE_LABELS.has(said) || LOOSE_LABELS.has(written);
}

/** How much more the words around must speak for another figure before the one said is taken for wrong. */
const MARGIN = 0.6;
/** More where the sentence says both: then they are only wrong if they change places. */
const SAID_MARGIN = 1.5;
const WIDE = 0.5;
/** So much more closely a sentence has to run along the provision at its own figure to be kept against the words around. */
const SURER = 0.1;
/** A group or another figure tells two apart better than a word. */
const MARK = 1;

/**
 * Whether what stands around a figure in the sentence is what stands around another one in the provision: 45 tuổi is there, but of men,
 * and the sentence speaks of women. Returns the other figure's words, or `null`.
 */
function isOfAnother<T extends Quantity | Moment>(
  said: T,
  { bare, ...figures }: Figures,
  others: readonly T[],
  same: readonly Written<T>[],
  rivals: readonly Written<T>[],
): string | null {
  if (rivals.length === 0) return null;
  const partner = partnerOf<Quantity | Moment>(said, [...figures.quantities, ...figures.moments], bare);
  const rest = others.filter((other) => other !== said && other !== partner);
  const [from, end] = zoneOf(bare, said, rest);
  // Behind a day something else begins: "có hiệu lực từ ngày 12/10 và thay thế …".
  const turn = 'value' in said ? -1 : bare.slice(said.end).search(/,|\s(?:và|đồng thời|thì|để)\s/u);
  const to = turn === -1 ? end : Math.min(end, said.end + turn);
  const shared = Math.min(from, ...rest.map(({ start }) => Math.max(0, bare.lastIndexOf(',', start))));
  const all = [...figures.quantities, ...figures.moments];
  const marksIn = (start: number, end: number): readonly string[] => [
    ...groupsIn(bare.slice(start, end)).map(({ name }) => `*${name}`),
    ...all
      .filter(
        (one) => one !== said && one.start >= start && one.end <= end && !rest.some((other) => other === one),
      )
      .map(markOf),
  ];
  const near = { words: weighty(bare.slice(from, to)), marks: marksIn(from, to) };
  const wide = {
    words: weighty(`${bare.slice(0, shared)} ${bare.slice(from, to)}`),
    marks: [...marksIn(0, shared), ...near.marks],
  };
  const ofHead = same.every((own) => own.ofHead);
  const owns = same.filter((own) => own.ofHead === ofHead);
  for (const rival of rivals) {
    if (rival.ofHead !== ofHead || owns.some((own) => own.partner === rival.figure)) continue;
    if (partner !== null && markOf(partner) === markOf(rival.figure)) continue;
    // A range competes with ranges: "từ 9 đến 10 xe, gồm: 1 xe …".
    if (partner !== null && rival.partner === null && owns.some((own) => own.partner !== null)) continue;
    // "đến hết năm 2016 có trên 90%", where 2016 stands with 70% and 90% with 2020.
    const days = near.marks.filter((mark) => MOMENT.test(mark));
    const isOfOtherDay = (own: Written<T>) =>
      days.every((mark) => !own.near().marks.has(mark)) &&
      [...own.near().marks].some((mark) => MOMENT.test(mark));
    if (days.some((mark) => rival.near().marks.has(mark)) && owns.every(isOfOtherDay))
      return describe(rival.figure);
    const isSaid = others.some((other) => markOf(other) === markOf(rival.figure));
    const best = Math.max(
      ...owns.map(
        (own) => balance(near, own.near(), rival.near()) + WIDE * balance(wide, own.wide(), rival.wide()),
      ),
    );
    if (best >= -(isSaid ? SAID_MARGIN : MARGIN)) continue;
    if (isSaid && owns.some((own) => areListed(own, rival))) continue;
    const [own, other] = [owns, [rival]].map((written) => runsAlong(said, bare, [shared, from, to], written));
    const byMarks = { words: [], marks: wide.marks };
    // Who is spoken of, and the other figures, tell more than the order of the words.
    const isMarked = owns.every(
      (one) => balance(byMarks, one.wide(), rival.wide()) + balance(byMarks, one.near(), rival.near()) < 0,
    );
    if (isMarked || (own ?? 0) < (other ?? 0) + SURER) return describe(rival.figure);
  }
  return null;
}

/** "hạng IV, hạng III": of what is listed side by side the same is told, in whatever order. */
function areListed<T extends Quantity | Moment>(one: Written<T>, other: Written<T>): boolean {
  const [a, b] = [one.stands(), other.stands()];
  const [from, to] = [Math.min(a.at, b.at), Math.max(a.at, b.at)];
  const between = a.line.slice(from + 1, to);
  return (
    a.line === b.line &&
    between.length <= 2 &&
    between.every(({ key, weight }) => weight === 0 || key === a.line[from - 1]?.key)
  );
}

/** How closely a sentence runs along a provision where a figure of it is the one said: the best of those given. */
function runsAlong<T extends Quantity | Moment>(
  said: T,
  bare: string,
  [shared, from, to]: readonly [number, number, number],
  written: readonly Written<T>[],
): number {
  const words = wordsOf(bare).filter(
    ({ start, end }) =>
      (end <= shared || (start >= from && end <= to)) && (start <= said.start || start >= said.end),
  );
  const word = words.findIndex(({ end }) => end > said.start);
  return Math.max(
    0,
    ...written.map(({ stands }) => {
      const { line, at } = stands();
      return alignWords(words, line, { word, at }).score;
    }),
  );
}

function weighty(text: string): readonly Word[] {
  return wordsOf(text).filter(({ weight }) => weight > 0);
}

/** Above 0 where words and marks speak for `own`, below where they speak for `rival`: only what tells the two apart counts. */
function balance(
  { words, marks }: { readonly words: readonly Word[]; readonly marks: readonly string[] },
  own: Setting,
  rival: Setting,
): number {
  const [inOwn, inRival] = [coverage(words, own.held, 'exactly'), coverage(words, rival.held, 'exactly')];
  const byWords = words.reduce(
    (sum, { weight }, at) => sum + weight * ((inOwn[at] ?? 0) - (inRival[at] ?? 0)),
    0,
  );
  const has = (setting: Setting, mark: string): number => (setting.marks.has(mark) ? MARK : 0);
  return marks.reduce((sum, mark) => sum + has(own, mark) - has(rival, mark), byWords);
}

/** As `markOf` writes a day, a month or a year. */
const MOMENT = /^\d*-\d*-\d*$/;

function describe(figure: Quantity | Moment): string {
  if ('value' in figure) return `${figure.value} ${figure.unit.normalize('NFC')}`.trim();
  return [figure.day, figure.month, figure.year].filter((part) => part !== null).join('/');
}

/** Whether a clause has figures of the kinds that a stretch of a sentence has, and none of them the same. */
export function figuresDiffer(
  said: Figures,
  written: Figures,
  beside: readonly Figures[],
): FailureReason | null {
  for (const one of said.quantities) {
    if (!one.measured || one.soft) continue;
    if ([written, ...beside].some(({ quantities }) => quantities.some((other) => isConverted(one, other))))
      continue;
    const own = written.quantities.filter((other) => unitsAgree(one, other) && other.unit !== '');
    // A clause without such a figure has that of its lead.
    const alike =
      own.length > 0 || one.unit.startsWith('#')
        ? own
        : beside.flatMap(({ quantities }) => quantities.filter((other) => other.unit === one.unit));
    const isTold = (other: Quantity) =>
      said.quantities.some((it) => it.unit === other.unit && isEqual(it.value, other.value));
    // "đối tượng 3 …, còn đối tượng 4 …" tells of both clauses.
    const tellsBoth = one.unit.startsWith('#') && alike.every(isTold);
    const fits = (other: Quantity) => isEqual(one.value, other.value) && limitsFit(one, other, said.bare);
    if (
      alike.length > 0 &&
      !alike.some(fits) &&
      !(
        (tellsBoth || !one.unit.startsWith('#')) &&
        beside.some(({ quantities }) => quantities.some((other) => unitsAgree(one, other) && fits(other)))
      )
    ) {
      return {
        kind: 'wrong_number',
        found: said.bare.slice(one.start, one.end),
        instead: markOf(alike[0] ?? one),
      };
    }
  }
  for (const one of said.moments) {
    const alike = written.moments.filter((other) => isAlike(one, other));
    const near = [...alike, ...beside.flatMap(({ moments }) => moments)];
    if (alike.length > 0 && !near.some((other) => isSameMoment(one, other) === 'same')) {
      return { kind: 'wrong_date', found: said.bare.slice(one.start, one.end) };
    }
  }
  return null;
}

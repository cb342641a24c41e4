import { COUNTED, type Count, type Fraction, findCounts, findFractions } from './counts.ts';
import { type Figure, NUMBER, PERCENT_NUMBER, readFigure } from './figures.ts';

/** A percentage that a text gives, with the count that it is said of. Offsets are into the folded text. */
export type Share = {
  /** `end` stands after the sign. */
  readonly percent: Figure;
  readonly numerator: Figure;
  /** The whole that the text names beside the count; `null` where it must be looked for in the words before. */
  readonly denominator: Figure | null;
  readonly about: 'exact' | 'over' | 'under' | 'around';
  /** It is said of this count beyond doubt; otherwise it may well be of something else. */
  readonly sure: boolean;
};

type Said = Pick<Share, 'numerator' | 'denominator'> & { readonly maybeDate?: boolean };

const percent = new RegExp(String.raw`(?<![\d.,])(${PERCENT_NUMBER})\s?(?:%|phan tram(?![a-z]))`, 'dg');
const numeralBefore =
  /(?:nam|dieu|khoan|diem|muc|so|ngay|thang|quy|khoa|bac|hang|doi tuong|lop|nhom|phu luc|ky|lan)\s*$/;
/** Words after which a percentage speaks of another time, a goal, a part or a change. */
const turns =
  /(?<![a-z])(?:phan dau|muc tieu|chi tieu|yeu cau|ke hoach|du kien|den nam|tang|giam|so voi|vuot|cao hon|thap hon|con lai|trong khi|trong do|rieng|trung binh|binh quan)(?![a-z])/;
const limit = /(?<![a-z])(?:it nhat|toi thieu|toi da|khong qua|khong duoi|duoi|nho hon|lon hon|tu|muc)\s*$/;
/** The words, right before a percentage, that say it of what stands before them. */
const tie =
  /(?:(?<![a-z])(?:voi|la|chiem|dat|bang|ty le|ti le|tuc|tuong ung|tuong duong|khoang|xap xi|chung|gan|hon|tren)(?![a-z])[\s:]*|[(,:=–-]\s*)+$/;
/** Words after a percentage that name a whole anew, which may be another one. */
const otherWhole =
  /^\s*\)?\s*(?:so|tong|cua|trong(?! (?:nam|thang|quy|ky|nhiem ky|giai doan|thoi gian|\d))|ke hoach|chi tieu|muc tieu|yeu cau|du toan|tro len|tro xuong|moi|hang nam|bien che|dan so)(?![a-z])/;
const saidAfter =
  /^\s*(?:\(\s*|,?\s*(?:tuong ung|tuong duong|tuc la|tuc)\s+)(?:(?:voi|la|bang|co|tuong ung|tuong duong)\s+)*/;
const noun = new RegExp(String.raw`^\s+${COUNTED}`);

/** The percentages of a folded text that are said of a count. */
export function findShares(text: string): readonly Share[] {
  const fractions = findFractions(text);
  const counts = findCounts(text);
  const takenAfter = new Set<number>();
  const found: Share[] = [];
  let previousEnd = 0;
  for (const match of text.matchAll(percent)) {
    const [start = 0, end = 0] = match.indices?.[1] ?? [];
    const figure = { ...readFigure(text.slice(start, end), start), end: start + match[0].length };
    const clauseFrom = clauseStart(text, start, previousEnd);
    previousEnd = figure.end;
    const clause = text.slice(clauseFrom, start);
    if (limit.test(clause) || /(?:tang|giam|vuot)(?: them| gan| hon| khoang)?\s*$/.test(clause)) continue;
    const after = numeratorAfter(text, figure.end, fractions, counts);
    if (after !== null && !(after.maybeDate === true && !fitsNearly(after, figure))) {
      takenAfter.add(after.numerator.start);
      const { numerator, denominator } = after;
      found.push({ percent: figure, numerator, denominator, about: aboutOf(clause), sure: true });
      continue;
    }
    const before = numeratorBefore(text, clauseFrom, start, fractions, counts);
    if (before === null || takenAfter.has(before.numerator.start)) continue;
    const tied = tiedBy(text.slice(before.end, start));
    if (tied === null || (before.maybeDate === true && !fitsNearly(before, figure))) continue;
    const { numerator, denominator } = before;
    const other = otherWhole.test(text.slice(figure.end, figure.end + 40));
    const within = numerator.value <= (denominator?.value ?? Infinity) || figure.value > 100;
    const sure = tied === 'surely' && !other && within;
    found.push({ percent: figure, numerator, denominator, about: aboutOf(clause), sure });
  }
  return found;
}

/** What could be a day and month is a fraction where a percentage with decimals beside it is nearly that of it. */
function fitsNearly({ numerator, denominator }: Said, { value, decimals }: Figure): boolean {
  if (denominator === null || decimals === 0) return false;
  return Math.abs((100 * numerator.value) / denominator.value - value) <= 5;
}

/** Where the clause before a percentage begins: after a semicolon, a full stop, a line's end or the percentage before. */
function clauseStart(text: string, end: number, least: number): number {
  const from = Math.max(least, end - 260);
  const cut = [...text.slice(from, end).matchAll(/;|[.!?]\s|\n/g)].at(-1);
  return cut === undefined ? from : from + cut.index + cut[0].length;
}

function aboutOf(clause: string): Share['about'] {
  if (/(?<![a-z])(?:tren|hon)\s*$/.test(clause)) return 'over';
  if (/(?<![a-z])gan\s*$/.test(clause)) return 'under';
  return /(?<![a-z])(?:khoang|xap xi|chung)\s*$/.test(clause) ? 'around' : 'exact';
}

/** `34,90% (104/298 cán bộ)`, `38,20%, tương ứng 89 người`. */
function numeratorAfter(
  text: string,
  end: number,
  fractions: readonly Fraction[],
  counts: readonly Count[],
): Said | null {
  const lead = saidAfter.exec(text.slice(end, end + 60));
  if (lead === null) return null;
  const at = end + lead[0].length;
  const pair = fractions.find(({ numerator }) => numerator.start === at);
  if (pair !== undefined) return pair;
  const lone = counts.find((count) => count.start === at);
  return lone === undefined ? null : { numerator: lone, denominator: null };
}

/** The nearest count before a percentage, within its clause; `end`: where it ends with its whole. */
function numeratorBefore(
  text: string,
  from: number,
  to: number,
  fractions: readonly Fraction[],
  counts: readonly Count[],
): (Said & { readonly end: number }) | null {
  const within = (figure: Figure): boolean => figure.start >= from && figure.end <= to;
  const pair = fractions.findLast((one) => within(one.numerator) && within(one.denominator));
  const pairEnd = pair?.denominator.end ?? -1;
  const lone = counts.findLast((count) => within(count) && count.start >= pairEnd);
  const bare = bareCount(text, from, to);
  if (bare !== null && bare.start >= pairEnd && bare.start > (lone?.start ?? -1)) {
    return { numerator: bare, denominator: null, end: bare.end };
  }
  if (lone !== undefined) {
    return lone.whole || lone.rounded ? null : { numerator: lone, denominator: null, end: lone.end };
  }
  return pair === undefined ? null : { ...pair, end: pairEnd };
}

const bareBefore = new RegExp(
  String.raw`(?<![\d.,/a-z-])(${NUMBER})(?:\s*\(|\s*,\s*(?=chiem|ty le|ti le))[^\d()]{0,20}$`,
);

/** A number without a noun, right before what says its share: `đại học: 89 (38,20%)`. */
function bareCount(text: string, from: number, to: number): Figure | null {
  const clause = text.slice(from, to);
  const match = bareBefore.exec(clause);
  if (match === null) return null;
  const words = clause.slice(0, match.index);
  const at = from + match.index;
  if (numeralBefore.test(words) && !(/(?:[,;:]|va|trong do)\s*nam\s*$/.test(words) && besideWomen(text, at)))
    return null;
  return readFigure(match[1] ?? '', from + match.index);
}

/** `nữ 20 (40%), nam 30 (60%)`: men, not a year, which is spelled alike without its marks. */
function besideWomen(text: string, at: number): boolean {
  return /(?<![a-z])nu:?\s+\d/.test(text.slice(Math.max(0, at - 60), at + 60));
}

/** How the words between a count and a percentage tie them; `null`: not at all. */
function tiedBy(between: string): 'surely' | 'perhaps' | null {
  // `104/298 là 35,01%`: nothing stands between them that it could be said of.
  if (/^\s*(?:nguoi\s+|can bo\s+)?la\s+$/.test(between)) return 'surely';
  const words = between.replace(noun, '');
  const found = tie.exec(words);
  if (found === null || turns.test(words)) return null;
  const says = found[0];
  if (!/[(:=]|chiem|dat|ty le|ti le|bang|tuc|tuong/.test(says)) return null;
  const head = words.slice(0, found.index).trimEnd();
  if (/(?<![a-z])nam \d{4}/.test(head)) return 'perhaps';
  // `…, nữ chiếm 40%`: behind a comma the percentage may be of whatever stands there.
  const apart = /^[(,–-]/.test(says) || head === '';
  const running = !head.includes(',') && /chiem|ty le|ti le|=/.test(says);
  return apart || running ? 'surely' : 'perhaps';
}

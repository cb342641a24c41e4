import type { NamedDocument } from '../../retrieve/namedDocument.ts';
import { sameSpelling } from '../../vietnamese/syllable.ts';
import { foldSyllable } from '../../vietnamese/text.ts';
import { type Ask, isAccented, type Meaning, readMeaning } from './meaning.ts';
import { ASPECTS } from './phrases.ts';

/**
 * How far apart two questions may be and still ask the same: what the words that only one of them has weigh together. One word that
 * says what it is about weighs 1, one that may be left out `LIGHT`.
 *
 * Measured on the pairs of `match.testing.ts` (printed by its test).
 */
export const NEAR_ENOUGH = 0.9;
const LIGHT = 0.1;

/** A question that may be compared with others many times. */
export type Comparable = {
  readonly accented: boolean;
  readonly folded: Meaning;
  /** As written; `null` for one that was typed without marks. */
  readonly written: Meaning | null;
};

/** Reads a question once, for many comparisons. */
export function comparable(question: string): Comparable {
  const accented = isAccented(question);
  return {
    accented,
    folded: readMeaning(question, true),
    written: accented ? readMeaning(question, false) : null,
  };
}

/**
 * How far two questions are apart, from 0 for the same; `null` where they ask different things: other numbers, years, documents or
 * provisions, one negates, one asks what may be and one what must be, or another question is asked ("ai" and "khi nào"), or those
 * whom they name stand the other way round.
 */
export function distance(one: Comparable, other: Comparable): number | null {
  const bothWritten = one.written !== null && other.written !== null;
  const [a, b] = bothWritten ? [one.written, other.written] : [one.folded, other.folded];
  if (a === null || b === null) return null;
  const isSame =
    a.negations === b.negations &&
    sameList(a.numbers, b.numbers) &&
    sameAsks(a.asks, b.asks) &&
    sameModality(a, b) &&
    sameAspect(a, b) &&
    samePlaces(a, b) &&
    sameOrder(a.words, b.words);
  if (!isSame || (a.words.length === 0 && a.documents.length === 0 && a.provisions.length === 0)) return null;
  return apart(a.words, b.words) + LIGHT * apart(a.light, b.light);
}

/** Whether two questions ask the same. */
export function asksTheSame(one: Comparable, other: Comparable): boolean {
  const far = distance(one, other);
  return far !== null && far < NEAR_ENOUGH;
}

function apart(a: readonly string[], b: readonly string[]): number {
  const [first, second] = [new Set(a), new Set(b)];
  const only = (mine: ReadonlySet<string>, theirs: ReadonlySet<string>) =>
    [...mine].filter((word) => !theirs.has(word)).length;
  return only(first, second) + only(second, first);
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, at) => one === b[at]);
}

function sameAsks(a: readonly Ask[], b: readonly Ask[]): boolean {
  if (a.length !== b.length) return false;
  const left = [...b];
  return a.every((ask) => {
    const at = left.findIndex((other) => fits(ask, other));
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  });
}

function fits(a: Ask, b: Ask): boolean {
  const isOpenCount = (ask: Ask) => ask.kind === 'count' && ask.unit === null;
  if ((isOpenCount(a) && b.kind === 'how_long') || (isOpenCount(b) && a.kind === 'how_long')) return true;
  if (a.kind === 'who' && a.unit !== b.unit) return false;
  return a.kind === b.kind && (a.unit === null || b.unit === null || a.unit === b.unit);
}

/** What may be done is another question than what must be done. */
function sameModality(a: Meaning, b: Meaning): boolean {
  const asksWhether = a.asks.some(({ kind }) => kind === 'yes_no');
  if (asksWhether) return a.must === b.must;
  // "Ai cử đi học" is another one than "ai được cử đi học".
  if (a.asks.some(({ kind }) => kind === 'who' || kind === 'open') && a.may !== b.may) return false;
  return !((a.must && !a.may && b.may && !b.must) || (b.must && !b.may && a.may && !a.must));
}

/** While somebody studies is another question than when they have. */
function sameAspect(a: Meaning, b: Meaning): boolean {
  const aspects = ({ light }: Meaning) =>
    new Set(light.map((one) => ASPECTS.get(one)).filter((one) => one !== undefined));
  const [first, second] = [aspects(a), aspects(b)];
  return first.size === 0 || second.size === 0 || [...first].some((one) => second.has(one));
}

function samePlaces(a: Meaning, b: Meaning): boolean {
  if (a.documents.length !== b.documents.length || a.provisions.length !== b.provisions.length) return false;
  const rungs = ({ provisions }: Meaning) =>
    provisions
      .map((one) =>
        one.rungs
          .map(({ kind, value }) => `${kind}:${value}`)
          .toSorted()
          .join(' '),
      )
      .toSorted();
  return (
    sameList(rungs(a), rungs(b)) &&
    a.documents.every((one) => b.documents.some((other) => sameDocument(one, other)))
  );
}

function sameDocument(a: NamedDocument, b: NamedDocument): boolean {
  const initials = (type: string | null) =>
    type === null
      ? null
      : type.includes(' ')
        ? type
            .split(' ')
            .map((word) => word[0])
            .join('')
        : type;
  const [first, second] = [initials(a.type), initials(b.type)];
  return (
    a.serial === b.serial &&
    a.year === b.year &&
    sameList(a.title, b.title) &&
    (first === null || second === null || first.startsWith(second) || second.startsWith(first)) &&
    (a.suffix.length === 0 || b.suffix.length === 0 || sameList(a.suffix, b.suffix))
  );
}

/** What is asked for and how often may stand anywhere: "điều kiện đi học là gì", "đi học cần điều kiện gì". */
const MOVABLE = new Set([
  ...['điều kiện', 'hồ sơ', 'tiêu chuẩn', 'yêu cầu', 'chế độ', 'thủ tục', 'mở', 'mức']
    .flatMap((words) => words.split(' '))
    .flatMap((word) => [sameSpelling(word), foldSyllable(word)]),
  'ho_so',
  'hang_nam',
  'muc',
]);

/** Who does something to whom, and which document replaces which, is told by the order of the words alone. */
function sameOrder(a: readonly string[], b: readonly string[]): boolean {
  const shared = (words: readonly string[], others: readonly string[]) =>
    [...new Set(words)].filter((word) => others.includes(word) && !MOVABLE.has(word));
  return sameList(shared(a, b), shared(b, a));
}

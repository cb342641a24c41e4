import { editDistance } from '../editDistance.ts';
import { isSyllable } from '../syllable.ts';
import type { SyllablePairs } from '../syllablePairs.ts';
import { type ReadWord, type Replacement, readWords } from './words.ts';

/** What was read between words of a formula, and whether it may be a misreading of what the formula says there. */

/** From here on words are so usual beside each other that they stand as they were read. */
const firm = 2;
/** By so much, of 8, a word is more usual between two others. */
const betterBy = 3;
/** A word behind more different ones than this ("của", "các") is hardly missed. */
const mostCompany = 200;
/** A word with no more neighbours than this is strange to the field. */
const strange = 4;

type FormulaWord = Pick<ReadWord, 'key' | 'plain' | 'core'> & { readonly text: string };
export type Formula = readonly FormulaWord[];

export const formulaOf = (text: string): Formula =>
  readWords(text).map((word) => ({ ...word, text: text.slice(word.start, word.end) }));
/** How alike two stretches of letters are: 1 for the same. */
export function likeness(one: string, other: string): number {
  const longest = Math.max(one.length, other.length);
  return longest === 0 ? 1 : 1 - editDistance(one, other) / longest;
}

/** Words of the text from `from` up to before `to`, where the formula has its own from `own` up to before `ownTo`. */
export type Gap = {
  readonly from: number;
  readonly to: number;
  readonly own: number;
  readonly ownTo: number;
};
/** Letters of an abbreviation bear no marks but Đ's stroke: UBND, HĐND. */
const isReadable = ({ core }: ReadWord) =>
  core.split(/[/;:,.-]/).every((part) => isSyllable(part)) || /^[A-ZĐƯ\d]+$/.test(core);
const isWord = (word: ReadWord) => !word.isOdd && isReadable(word);

/** How usual the text's own words in a gap are beside each other and their neighbours, 0 to 4; of a line's, beside its own. */
function standing(
  words: readonly ReadWord[],
  { from, to }: Gap,
  pairs: SyllablePairs,
): { readonly best: number; readonly isProven: boolean } {
  const ranks: number[] = [];
  for (let index = from; index <= to; index += 1) {
    const [before, word] = [words[index - 1], words[index]];
    if (before === undefined || word === undefined || before.endsSentence) continue;
    if (!isReadable(before) || !isReadable(word)) continue;
    ranks.push(pairs.rank(before.core.toLowerCase(), word.core.toLowerCase()));
  }
  return { best: Math.max(0, ...ranks), isProven: ranks.length > 0 && ranks.every((rank) => rank > 0) };
}

const isName = ({ core }: Pick<ReadWord, 'core'>) => /^\p{Lu}/u.test(core);
const isOwnName = ({ core, startsLine }: ReadWord) => /^\p{Lu}\p{Ll}/u.test(core) && !startsLine;

/** A gap without the words on which both agree at its ends. */
export function trimmed(words: readonly ReadWord[], { from, to, own, ownTo }: Gap, formula: Formula): Gap {
  if (from < to && own < ownTo) {
    if (words[from]?.key === formula[own]?.key)
      return trimmed(words, { from: from + 1, to, own: own + 1, ownTo }, formula);
    if (words[to - 1]?.key === formula[ownTo - 1]?.key)
      return trimmed(words, { from, to: to - 1, own, ownTo: ownTo - 1 }, formula);
  }
  return { from, to, own, ownTo };
}

export type Misread = Replacement &
  Gap & {
    readonly alike: number;
    /** How usual its words are where they stand, 0 to 4. */
    readonly usual: number;
    /** One of them can be no word. */
    readonly isBroken: boolean;
    readonly isOfItsSize: boolean;
    readonly isLeftOut: boolean;
    /** They are usual there, but far less than the formula's. */
    readonly isUsual: boolean;
    /** One of them is hardly ever seen in the field. */
    readonly isStrange: boolean;
  };

export const isCapitals = (words: readonly Pick<ReadWord, 'core'>[]) =>
  words.every(({ core }) => core.length > 1 && core === core.toUpperCase());

/** Whether the one word of a formula is so much more usual between the neighbours than the one that was read. */
function fitsBetter(
  words: readonly ReadWord[],
  gap: Gap,
  meant: Formula,
  pairs: SyllablePairs | null,
): boolean {
  const [before, read, behind] = [words[gap.from - 1], words[gap.from], words[gap.to]];
  const [own] = meant;
  if (pairs === null || before === undefined || read === undefined || behind === undefined) return false;
  if (own === undefined || meant.length !== 1 || gap.to - gap.from !== 1) return false;
  const sum = (word: string) =>
    pairs.rank(before.core.toLowerCase(), word.toLowerCase()) +
    pairs.rank(word.toLowerCase(), behind.core.toLowerCase());
  return sum(own.core) >= sum(read.core) + betterBy;
}

/** A word that was not read at all, between two that never stand together; not one that may as well be left out. */
function leftOut(words: readonly ReadWord[], gap: Gap, meant: Formula, pairs: SyllablePairs): Misread | null {
  const [before, behind] = [words[gap.from - 1], words[gap.from]];
  if (before === undefined || behind === undefined || meant.length > 1) return null;
  if (meant.some(({ core }) => pairs.before(core) > mostCompany)) return null;
  const isApart = isWord(before) && isWord(behind) && pairs.rank(before.core, behind.core) === 0;
  if (!isApart || before.endsLine || before.hasStop) return null;
  return {
    ...{
      ...gap,
      words: meant.map(({ text }) => text),
      alike: 0,
      usual: 0,
      isBroken: false,
      isOfItsSize: false,
    },
    ...{ isLeftOut: true, isStrange: false, isUsual: false },
  };
}

/**
 * What a formula says in a gap, if that may have been misread: not where the text has figures or a name, where words were
 * left out or put in, or where words stand well as they are by `pairs`, if that is asked.
 */
export function misread(
  words: readonly ReadWord[],
  gap: Gap,
  formula: Formula,
  pairs: SyllablePairs | null,
): Misread | null {
  const read = words.slice(gap.from, gap.to);
  const meant = formula.slice(gap.own, gap.ownTo);
  const keys = new Set(meant.map(({ key }) => key));
  if (meant.length === 0) return null;
  if (read.length === 0) return pairs === null ? null : leftOut(words, gap, meant, pairs);
  if (read.some(({ core, key }) => /^\p{N}+(?:$|[.)])|-/u.test(core) || keys.has(key))) return null;
  if (isCapitals(read) && !isCapitals(meant)) return null;
  const own = pairs === null ? { best: 0, isProven: false } : standing(words, gap, pairs);
  const plain = read.map((word) => word.plain).join('');
  const wanted = meant.map((word) => word.plain).join('');
  const alike = likeness(plain, wanted);
  const isPart =
    read.length !== meant.length && (wanted.includes(plain) || plain.includes(wanted)) && alike < 1;
  const isOther = !meant.some(isName) && alike < 1 && read.some(isOwnName);
  const isBroken = !read.every(isWord);
  const isUsual = !isBroken && (own.isProven || own.best >= firm);
  if (isPart || isOther || (isUsual && !(alike === 1 && fitsBetter(words, gap, meant, pairs)))) return null;
  const isStrange = read.some(
    ({ core }) => isSyllable(core) && (pairs?.after(core) ?? 0) + (pairs?.before(core) ?? 0) <= strange,
  );
  const isOfItsSize = plain.length >= wanted.length * 0.4 && plain.length <= wanted.length * 1.7;
  return {
    ...{ ...gap, words: meant.map(({ text }) => text), alike, usual: own.best, isUsual },
    ...{ isBroken, isStrange, isOfItsSize, isLeftOut: false },
  };
}

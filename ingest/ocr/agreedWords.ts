import { isSyllable } from '../../vietnamese/syllable.ts';
import type { SyllablePairs } from '../../vietnamese/syllablePairs.ts';
import type { OcrWord } from './engine/ocrEngine.ts';

/** What several readings of one page say together: word by word, by how many read it and by what fits its neighbours. */

/** The first reading's words stand where nothing speaks for others. */
const firstCounts = 0.1;
/** What a syllable that can be spelled is worth beside a reading, and what one that cannot costs. */
const spelled = { right: 0.15, wrong: -0.3 };
/** Specks and strokes of stamps read as signs. */
const noWord = -0.8;
/** What is worth to be usual beside both neighbours. */
const usualCounts = 2;
/** Words that the first reading has not are taken from two others that are this sure. */
const surelyRead = 70;

type Read = { readonly word: OcrWord; readonly reading: number };
/** What readings have at one place of a line. */
type Place = { readonly reads: readonly Read[] };
type Candidate = {
  readonly text: string;
  readonly words: readonly OcrWord[];
  readonly worth: number;
  /** How many readings have it. */
  readonly times: number;
};

/** Most of the lower of the two beside the other: a stroke under a word makes its box twice as high. */
const isBeside = (a: OcrWord, b: OcrWord) =>
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.bottom - a.top, b.bottom - b.top) / 2;
const overlaps = (a: OcrWord, b: OcrWord) => a.left < b.right && b.left < a.right && isBeside(a, b);

/** How much of the page two boxes share. */
const shared = (a: OcrWord, b: OcrWord) =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

/** The word's line in the first reading: a stretched box reaches into the line below, and lies mostly in its own. */
function lineOf(word: OcrWord, first: readonly OcrWord[]): number | null {
  let [best, most]: [number | null, number] = [null, 0];
  for (const own of first) {
    const share = shared(word, own);
    if (share > most) [best, most] = [own.line, share];
  }
  return best;
}

/** A line of the first reading with what the others have in its place, by where they lie. */
function placesOf(line: readonly OcrWord[], others: readonly (readonly OcrWord[])[]): readonly Place[] {
  const height = Math.max(...line.map((word) => word.bottom)) - Math.min(...line.map((word) => word.top));
  const reads: Read[] = [
    ...line.map((word) => ({ word, reading: 0 })),
    ...others.flatMap((words, index) =>
      words
        .filter((word) => line.some((own) => overlaps(word, own)))
        .map((word) => ({ word, reading: index + 1 })),
    ),
  ].sort((a, b) => a.word.left - b.word.left);
  const places: { right: number; reads: Read[] }[] = [];
  for (const read of reads) {
    const last = places.at(-1);
    const { left, right } = read.word;
    if (last !== undefined && last.right - left > Math.min(right - left, height) * 0.3) {
      last.reads.push(read);
      last.right = Math.max(last.right, right);
    } else places.push({ right, reads: [read] });
  }
  return places.filter(({ reads: own }) => own.some(({ reading }) => reading === 0));
}

const alike = (text: string) => text.replace(/[“”]/gu, '"');
const core = (text: string) => text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

function spelling(text: string): number {
  if (!/[\p{L}\p{N}]/u.test(text)) return noWord;
  return text
    .split(' ')
    .map(core)
    .filter((word) => /^[\p{L}\p{M}]+$/u.test(word) && word !== word.toUpperCase())
    .reduce((sum, word) => sum + (isSyllable(word) ? spelled.right : spelled.wrong), 0);
}

/** What was read at a place, best supported first. */
function candidates({ reads }: Place): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  for (const [reading, own] of Map.groupBy(reads, (read) => read.reading)) {
    const words = own.map(({ word }) => word);
    const text = words.map((word) => alike(word.text)).join(' ');
    const letters = words.reduce((sum, word) => sum + word.text.length, 0);
    const sure = words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / letters;
    const before = found.get(text);
    found.set(text, {
      text,
      words: before?.words ?? words,
      times: (before?.times ?? 0) + 1,
      worth: (before?.worth ?? spelling(text)) + 0.5 + sure / 200 + (reading === 0 ? firstCounts : 0),
    });
  }
  return [...found.values()].sort((a, b) => b.worth - a.worth);
}

/** How usual the words are in a row, 0 to 1. */
function usual(row: readonly string[], pairs: SyllablePairs): number {
  let sum = 0;
  for (const [index, word] of row.slice(1).entries())
    sum += pairs.rank((row[index] ?? '').toLowerCase(), word.toLowerCase()) / 4;
  return row.length < 2 ? 0 : sum / (row.length - 1);
}

/** A line of which no two readings have one word alike is a clerk's hand, or a picture, if nothing speaks for it. */
function agreedLine(places: readonly Place[], pairs: SyllablePairs): readonly OcrWord[] {
  const choices = places.map(candidates);
  const chosen = choices.map(([best]) => best);
  for (const [index, choice] of choices.entries()) {
    if (choice.length < 2) continue;
    const left = chosen[index - 1]?.text.split(' ').at(-1) ?? '';
    const right = chosen[index + 1]?.text.split(' ')[0] ?? '';
    const worth = ({ text, worth: own }: Candidate) =>
      own + usualCounts * usual([left, ...text.split(' '), right].map(core), pairs);
    chosen[index] = choice.toSorted((a, b) => worth(b) - worth(a))[0];
  }
  const agreed = chosen.flatMap((candidate, index) =>
    candidate === undefined ? [] : inPlace(candidate, places[index]?.reads ?? []),
  );
  const isPrint = chosen.some(
    (candidate) => (candidate?.times ?? 0) > 1 && /[\p{L}\p{N}]{2}/u.test(candidate?.text ?? ''),
  );
  const sure = agreed.reduce((sum, { confidence }) => sum + confidence, 0) / agreed.length;
  return isPrint || sure >= surelyRead ? agreed : [];
}

/** Letters and figures are no lower than this share of their line's words; what is, is a speck of dust. */
const lowest = 0.4;

function withoutDots(words: readonly OcrWord[]): readonly OcrWord[] {
  const heights = words
    .filter(({ text }) => text.length > 1)
    .map(({ top, bottom }) => bottom - top)
    .sort((a, b) => a - b);
  const usual = heights[heights.length >> 1];
  return usual === undefined
    ? words
    : words.filter(
        ({ text, top, bottom }) => !/^[\p{L}\p{N}]{1,2}$/u.test(text) || bottom - top >= usual * lowest,
      );
}

/** A candidate's words where the first reading has them, as sure as any reading was of as many letters there. */
function inPlace({ words }: Candidate, reads: readonly Read[]): readonly OcrWord[] {
  const own = reads.filter(({ reading }) => reading === 0).map(({ word }) => word);
  return words.map((word, index) => {
    const { left, top, right, bottom } = (own.length === words.length ? own[index] : undefined) ?? word;
    const sure = reads
      .filter(
        ({ word: other }) => Math.abs(other.text.length - word.text.length) <= 1 && overlaps(other, word),
      )
      .map(({ word: other }) => other.confidence);
    return { ...word, left, top, right, bottom, confidence: Math.max(word.confidence, ...sure) };
  });
}

/** Words where the first reading has none, on which two others agree. */
function missedWords(
  first: readonly OcrWord[],
  foreign: readonly OcrWord[],
  others: readonly (readonly OcrWord[])[],
): readonly OcrWord[] {
  const [one = [], ...rest] = others.map((words) =>
    words.filter(
      (word) => word.confidence >= surelyRead && ![...first, ...foreign].some((own) => overlaps(word, own)),
    ),
  );
  const from = Math.max(-1, ...first.map(({ line }) => line)) + 1;
  return one
    .filter((word) =>
      rest.some((words) => words.some((other) => other.text === word.text && overlaps(word, other))),
    )
    .map((word) => ({ ...word, line: from + word.line }));
}

/**
 * The words of the first reading, each as most readings and its neighbours have it, and those that only the others
 * found, except in the place of `foreign` words. All boxes are in pixels of one picture.
 */
export function agreedWords(
  first: readonly OcrWord[],
  others: readonly (readonly OcrWord[])[],
  pairs: SyllablePairs,
  foreign: readonly OcrWord[] = [],
): readonly OcrWord[] {
  const lines = [...Map.groupBy(first, ({ line }) => line)].map(
    ([number, line]) => [number, withoutDots(line)] as const,
  );
  const byLine = others.map((words) => Map.groupBy(words, (word) => lineOf(word, first)));
  const beside = (line: number) => byLine.map((words) => words.get(line) ?? []);
  return [
    ...lines.flatMap(([number, line]) =>
      agreedLine(placesOf(line, beside(number)), pairs).map((word) => ({ ...word, line: number })),
    ),
    ...missedWords(first, foreign, others),
  ];
}

import { cleanText } from '../../vietnamese/text.ts';
import { guessedArcs, plainArcs, termsOf } from './arcs.ts';
import { doubtfulWords } from './doubts.ts';
import { withEveryday } from './everyday.ts';
import { type Arc, type Frequencies, likeliestPath, pairOf } from './lattice.ts';
import { type TypedWord, typedWords } from './words.ts';

/** A question as it was probably meant. */
export type Correction = {
  readonly text: string;
  /** What was read otherwise, in order of the text; never empty. */
  readonly changes: readonly { readonly written: string; readonly read: string }[];
};

/** In how many passages each of these indexed terms stands; unknown ones may be left out. */
export type LookUp = (terms: readonly string[]) => Promise<ReadonlyMap<string, number>>;

/** Most terms of one look-up; a question that needs more keeps the errors of its end. */
const MOST_TERMS = 3_000;
/** A longer text is no question that someone typed in a hurry, and what it looks for survives an error. */
const MOST_WORDS = 120;
const MOST_CHARACTERS = 2_000;
/** Syllables that stand in nearly every passage of a corpus: they tell its size. */
const EVERYWHERE = ['va', 'cua', 'cac', 'co', 'qui', 'quy', 'dinh', 'trong'];

/**
 * Reads a question's typing errors as what was probably meant, by the words of the corpus: Telex and VNI keystrokes,
 * slips of the fingers and of the ear, joined and split syllables. `null` where nothing is clearly likelier than what
 * was typed. One look-up for a question without doubts, else two. Never throws by itself.
 */
export async function correctQuestion(question: string, lookUp: LookUp): Promise<Correction | null> {
  const text = cleanText(question);
  const words = shortEnough(text);
  if (words.length === 0) return null;
  const plain = plainArcs(words);
  const known = new Map(await lookUp([...new Set([...EVERYWHERE, ...termsOf(words, plain)])]));
  const of = (term: string) => known.get(term) ?? 0;
  const frequencies = withEveryday({ of, passages: Math.max(1, ...EVERYWHERE.map(of)) });
  const { path, doubts } = firstReading(words, plain, frequencies);
  const guessed = guessedArcs(words, doubts, frequencies);
  if (guessed.length === 0) return correction(text, words, path);
  const arcs = [...plain, ...guessed];
  const wanted = termsOf(words, arcs).filter((term) => !known.has(term));
  const found = wanted.length === 0 ? [] : await lookUp(wanted.slice(0, MOST_TERMS));
  for (const [term, passages] of found) known.set(term, passages);
  return correction(text, words, supported(words, read(words, arcs, frequencies), frequencies));
}

/**
 * Whether a question is worth `correctQuestion`, by the frequencies of its own terms, which every search looks up:
 * it holds keystrokes, or a word that the corpus knows neither by itself nor beside its neighbours.
 */
export function looksMistyped(question: string, frequencies: Frequencies): boolean {
  const words = shortEnough(cleanText(question));
  if (words.some(({ keystrokes }) => keystrokes.length > 0)) return true;
  const asked = withEveryday(frequencies);
  return guessedArcs(words, firstReading(words, plainArcs(words), asked).doubts, asked).length > 0;
}

/** The words of a question; none of a text that is too long to be one. */
function shortEnough(text: string): readonly TypedWord[] {
  const words = text.length > MOST_CHARACTERS ? [] : typedWords(text);
  return words.length > MOST_WORDS ? [] : words;
}

function firstReading(words: readonly TypedWord[], plain: readonly Arc[], frequencies: Frequencies) {
  const path = read(words, plain, frequencies);
  return { path, doubts: doubtfulWords(words, path, frequencies) };
}

function read(words: readonly TypedWord[], arcs: readonly Arc[], frequencies: Frequencies) {
  return likeliestPath(words.length, arcs, (place) => words[place]?.joined ?? false, frequencies);
}

/** The path without the guesses that the corpus never puts beside what stands there: these were only well spelled. */
function supported(words: readonly TypedWord[], path: readonly Arc[], { of }: Frequencies): readonly Arc[] {
  return path.filter(({ kind, parts, from, to }, at) => {
    if (kind !== 'guessed') return true;
    const before = words[from]?.joined === true ? path[at - 1]?.parts.at(-1) : undefined;
    const after = words[to]?.joined === true ? path[at + 1]?.parts[0] : undefined;
    const run = [before, ...parts, after].flatMap((part) => (part === undefined ? [] : [part.folded]));
    return run.some((syllable, place) => place > 0 && of(pairOf(run[place - 1] ?? '', syllable)) > 0);
  });
}

function correction(text: string, words: readonly TypedWord[], path: readonly Arc[]): Correction | null {
  const changes: Correction['changes'][number][] = [];
  let result = '';
  let done = 0;
  for (const { from, to, parts, kind } of path) {
    const [start, end] = [words[from]?.start, words[to - 1]?.end];
    if (kind === 'typed' || start === undefined || end === undefined) continue;
    const written = text.slice(start, end);
    const read = inCaseOf(written, parts.map((part) => part.written).join(' '));
    result += text.slice(done, start) + read;
    done = end;
    changes.push({ written, read });
  }
  return changes.length === 0 ? null : { text: result + text.slice(done), changes };
}

function inCaseOf(typed: string, read: string): string {
  if (typed.length > 1 && typed === typed.toUpperCase() && typed !== typed.toLowerCase())
    return read.toUpperCase();
  const first = typed.slice(0, 1);
  return first === first.toLowerCase() ? read : read.slice(0, 1).toUpperCase() + read.slice(1);
}

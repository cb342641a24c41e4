import type { Candidate } from './candidate.ts';
import type { FailureReason } from './reasons.ts';
import type { Word } from './word.ts';
import { coverage, type Held, wordsOf } from './words.ts';

/** Share of a sentence's words, by weight, that the clauses which fit its pieces have to hold. */
const LEAST = 0.62;
/** Words that stand here and there make no clause: where fewer are held, some have to stand side by side in one. */
const LEAST_LOOSE = 0.7;
const LEAST_PAIRS = 0.26;
/** Of a piece between commas, less: a paraphrase adds a word or two. */
const LEAST_PIECE = 0.3;
/** A word of another clause of the same line … */
const LINE = 0.85;
/** … and one outside it, but within what is cited. */
const ELSEWHERE = 0.5;

/** Whether the words of a sentence are those of the provision; each of its pieces is held against the clause that fits it best. */
export function checkCoverage(
  sentence: string,
  candidates: readonly Candidate[],
  scope: Held,
): readonly FailureReason[] {
  const strange = namesIn(sentence).find((name) => wordsOf(name).every(({ key }) => !scope.singles.has(key)));
  if (strange !== undefined) return [{ kind: 'uncovered', found: strange }];
  const { whole, worst } = coveredShares(sentence, candidates, scope);
  if (worst !== null && worst.share < LEAST_PIECE) return [{ kind: 'uncovered', found: worst.text }];
  if (whole < LEAST || (whole < LEAST_LOOSE && pairedShare(sentence, candidates) < LEAST_PAIRS))
    return [{ kind: 'uncovered', found: sentence }];
  return [];
}

/** How closely a provision says what a sentence says: the share of its words and of its pairs of words, each 0–1. */
export type Fit = { readonly words: number; readonly pairs: number };

export function fitOf(sentence: string, candidates: readonly Candidate[], scope: Held): Fit {
  const own = candidates.filter(({ clause }) => clause.kind === 'own');
  return { words: coveredShares(sentence, own, scope).whole, pairs: pairedShare(sentence, own) };
}

const CLOSER_WORDS = 0.04;
const CLOSER = 0.2;

/** Whether one provision says it so much more closely than another that the sentence has to be that one's. */
export function isCloser(one: Fit, other: Fit): boolean {
  const words = one.words - other.words;
  return words >= CLOSER_WORDS && words + one.pairs - other.pairs >= CLOSER;
}

/** The share of a sentence's words that fitting clauses hold, and the piece of which they hold least; 1 where no word weighs. */
function coveredShares(
  sentence: string,
  candidates: readonly Candidate[],
  scope: Held,
): { readonly whole: number; readonly worst: { readonly text: string; readonly share: number } | null } {
  let held = 0;
  let whole = 0;
  let worst: { readonly text: string; readonly share: number } | null = null;
  for (const piece of sentence.split(/[,;:()]\s+|\.\s+/u)) {
    const words = wordsOf(piece);
    const weight = words.reduce((sum, one) => sum + one.weight, 0);
    if (weight === 0) continue;
    const best = Math.max(0, ...candidates.map((candidate) => heldWeight(words, candidate, scope)));
    held += best;
    whole += weight;
    const share = best / weight;
    if (weight >= 2.5 && (worst === null || share < worst.share)) worst = { text: piece.trim(), share };
  }
  return { whole: whole === 0 ? 1 : held / whole, worst };
}

/** The share of a sentence's pairs of words that one clause has, 1 where it has no pair. */
function pairedShare(sentence: string, candidates: readonly Candidate[]): number {
  const words = wordsOf(sentence);
  const pairs = words.flatMap((word, at) => {
    const before = words[at - 1];
    if (before === undefined || !word.joined || before.weight + word.weight < 1) return [];
    return [`${before.key} ${word.key}`];
  });
  if (pairs.length === 0) return 1;
  const held = candidates.map(
    ({ own, above, line }) =>
      pairs.filter((pair) => own.pairs.has(pair) || above.pairs.has(pair) || line.pairs.has(pair)).length,
  );
  return Math.max(0, ...held) / pairs.length;
}

function heldWeight(words: readonly Word[], { own, above, line }: Candidate, scope: Held): number {
  const [inOwn, inAbove, inLine, inScope] = [own, above, line, scope].map((held) => coverage(words, held));
  return words.reduce(
    (sum, { weight }, at) =>
      sum +
      weight *
        Math.max(
          inOwn?.[at] ?? 0,
          inAbove?.[at] ?? 0,
          LINE * (inLine?.[at] ?? 0),
          ELSEWHERE * (inScope?.[at] ?? 0),
        ),
    0,
  );
}

/** Names of people, places and offices: two or more syllables with capitals, not at the beginning. */
function namesIn(sentence: string): readonly string[] {
  return [...sentence.matchAll(/(?<=[\p{Ll}\d,;:"(]\s)\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)+/gu)].map(
    ([name]) => name,
  );
}

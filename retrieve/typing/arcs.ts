import { isFoldedSyllable } from '../../vietnamese/syllable.ts';
import { foldSyllable } from '../../vietnamese/text.ts';
import { type Arc, type Frequencies, leastExpected, pairOf } from './lattice.ts';
import { cuts, slips } from './slips.ts';
import type { TypedWord } from './words.ts';

/**
 * What a reading must gain over what was typed, in units of log probability. Fitted on errors made in questions that
 * people asked over 26,388 articles: nearly no question without an error may be altered.
 */
const COST = {
  /** Of each further reading of the same keystrokes. */
  keystrokes: 0.5,
  /** For leaving keystrokes as they are. */
  leftKeystrokes: 6,
  /** Of a word as which no Vietnamese syllable is written. */
  broken: 2,
  /** Of what may be an abbreviation. */
  fragment: 5,
  /** Of a word that is well spelled … */
  spelled: 5.5,
  /** … and how much more for each time that the number of its passages grows e-fold, … */
  known: 0.6,
  /** … up to this. */
  wellKnown: 8,
  /** In addition, of a word of one or two letters: a slip makes many others of it. */
  short: 1.5,
  /** Of a missing space; what follows it is one syllable more to be expected, which costs by itself. */
  cut: -2,
  /** Of a stray space, beside the least that the syllable which it saves would be expected. */
  merged: 0.5,
} as const;

/** The words as typed and as their keystrokes read. */
export function plainArcs(words: readonly TypedWord[]): readonly Arc[] {
  return words.flatMap(({ written, folded, keystrokes }, from): readonly Arc[] => [
    {
      from,
      to: from + 1,
      parts: folded.map((part) => ({ written, folded: part })),
      cost: keystrokes.length > 0 ? COST.leftKeystrokes : 0,
      kind: 'typed',
    },
    ...keystrokes.map((read, rank) => ({
      from,
      to: from + 1,
      parts: [part(read)],
      cost: COST.keystrokes * rank,
      kind: 'keystrokes' as const,
    })),
  ]);
}

/** What the doubtful words and their neighbours may have been meant to be. */
export function guessedArcs(
  words: readonly TypedWord[],
  doubts: readonly number[],
  frequencies: Frequencies,
): readonly Arc[] {
  const doubted = new Set(doubts);
  return words.flatMap((word, place) => [
    ...(doubted.has(place) ? readingsOf(word, place, frequencies) : []),
    ...(doubted.has(place) || doubted.has(place + 1) ? mergedArcs(words, place, frequencies) : []),
  ]);
}

function readingsOf(word: TypedWord, from: number, { of }: Frequencies): readonly Arc[] {
  const { written, trust } = word;
  // A single letter names a point or a group, or belongs to the word beside it.
  if (trust === 'kept' || (trust === 'fragment' && written.length === 1)) return [];
  const passages = of(word.folded[0] ?? '');
  const cost =
    trust === 'broken'
      ? COST.broken
      : trust === 'fragment'
        ? COST.fragment
        : Math.min(COST.wellKnown, COST.spelled + COST.known * Math.log(1 + passages)) +
          (written.length <= 2 ? COST.short : 0);
  const slipped = slips(written).map(
    (slip): Arc => ({ from, to: from + 1, parts: [slip], cost: cost + slip.cost, kind: 'guessed' }),
  );
  if (trust !== 'broken' || word.keystrokes.length > 0) return slipped;
  const cut = cuts(written).map(
    (parts): Arc => ({
      from,
      to: from + 1,
      parts: parts.map(part),
      cost: COST.cut + parts.length - 1,
      kind: 'guessed',
    }),
  );
  return [...slipped, ...cut];
}

/** A syllable that a stray space cut in two, or whose end or beginning went to its neighbour. */
function mergedArcs(words: readonly TypedWord[], from: number, { passages }: Frequencies): readonly Arc[] {
  const [one, other] = [words[from], words[from + 1]];
  if (one === undefined || other?.joined !== true) return [];
  if (one.trust === 'kept' || other.trust === 'kept') return [];
  const whole = one.written + other.written;
  const made = [...(isFoldedSyllable(whole) ? [[whole]] : []), ...cuts(whole)];
  return made
    .filter((parts) => parts.length <= 2 && parts[0] !== one.written)
    .map((parts) => ({
      from,
      to: from + 2,
      parts: parts.map(part),
      cost: COST.merged - leastExpected(passages) + parts.length - 1,
      kind: 'guessed',
    }));
}

function part(written: string): Arc['parts'][number] {
  return { written, folded: foldSyllable(written) };
}

/** Guesses at each of two neighbours that are tried together. */
const TOGETHER = 10;

/** The indexed terms that have to be known to judge these arcs: their syllables, and the pairs where two meet. */
export function termsOf(words: readonly TypedWord[], arcs: readonly Arc[]): readonly string[] {
  const found = new Set<string>();
  const ending = Map.groupBy(arcs, ({ to }) => to);
  const rank = new Map([...ending.values()].flatMap((rivals) => rivals.map((arc, at) => [arc, at] as const)));
  for (const arc of arcs) {
    for (const [at, { folded }] of arc.parts.entries()) {
      found.add(folded);
      const before = arc.parts[at - 1];
      if (before !== undefined) found.add(pairOf(before.folded, folded));
    }
    const first = arc.parts[0]?.folded;
    if (words[arc.from]?.joined !== true || first === undefined) continue;
    for (const before of ending.get(arc.from) ?? []) {
      const last = before.parts.at(-1)?.folded;
      const far = Math.max(rank.get(arc) ?? 0, rank.get(before) ?? 0) > TOGETHER;
      if (last === undefined || (far && arc.kind === 'guessed' && before.kind === 'guessed')) continue;
      found.add(pairOf(last, first));
    }
  }
  return [...found];
}

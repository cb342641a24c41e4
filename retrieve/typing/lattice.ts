/** One way to read some of a question's words: as typed, or as something else at a cost. */
export type Arc = {
  /** Reads the words from this one … */
  readonly from: number;
  /** … to before this one. */
  readonly to: number;
  readonly parts: readonly { readonly written: string; readonly folded: string }[];
  /** In units of log probability; 0 for what stands there. */
  readonly cost: number;
  readonly kind: 'typed' | 'keystrokes' | 'guessed';
};

/** What is known of the corpus: in how many passages a term stands, and how many passages there are. */
export type Frequencies = { readonly of: (term: string) => number; readonly passages: number };

/** Two neighbours as a term of the index. */
export function pairOf(one: string, other: string): string {
  return `${one}_${other}`;
}

/**
 * The least that a syllable is expected after another, whether the corpus knows the two together or not; in a small
 * corpus most of what people write is unknown, and says less.
 */
const LEAST = 0.0002;
const LEAST_OF_SMALL = 5;
const MOST_OF_SMALL = 0.02;
/** Passages added to those of a syllable, so that a rare one does not vouch for what follows it. */
const RARE = 20;
/** How much a common syllable is preferred where nothing stands before it. */
const COMMON = 0.4;
/** What an unknown syllable loses. */
const UNKNOWN = 3;

/** The least that `transition` gives in a corpus of this size for a known syllable. */
export function leastExpected(passages: number): number {
  return Math.log(Math.min(MOST_OF_SMALL, Math.max(LEAST, LEAST_OF_SMALL / passages)));
}

/** log P(syllable | the one before), both folded; `null` before the beginning of a clause. */
export function transition(before: string | null, syllable: string, { of, passages }: Frequencies): number {
  const alone = of(syllable);
  const unknown = alone === 0 ? UNKNOWN : 0;
  if (before === null) return COMMON * Math.log(alone + 1) - unknown;
  const expected = Math.log(of(pairOf(before, syllable)) / (of(before) + RARE));
  return Math.max(leastExpected(passages), expected) - unknown;
}

type Path = { readonly score: number; readonly arcs: readonly Arc[] };

/**
 * The likeliest reading of all words: the arcs from the first word to the last whose syllables follow each other most
 * often in the corpus, less what the arcs cost.
 * @param joined whether the word at this place stands in one clause with the one before
 */
export function likeliestPath(
  length: number,
  arcs: readonly Arc[],
  joined: (place: number) => boolean,
  frequencies: Frequencies,
): readonly Arc[] {
  const starting = Map.groupBy(arcs, ({ from }) => from);
  // At each place, the best path for each syllable that may come last before it.
  const reached: Map<string, Path>[] = Array.from({ length: length + 1 }, () => new Map());
  reached[0]?.set('', { score: 0, arcs: [] });
  for (let place = 0; place < length; place += 1) {
    for (const [last, path] of reached[place] ?? []) {
      for (const arc of starting.get(place) ?? []) {
        let score = path.score - arc.cost;
        let before = place > 0 && joined(place) ? last : null;
        for (const { folded } of arc.parts) {
          score += transition(before, folded, frequencies);
          before = folded;
        }
        const there = reached[arc.to];
        if (score > (there?.get(before ?? '')?.score ?? Number.NEGATIVE_INFINITY)) {
          there?.set(before ?? '', { score, arcs: [...path.arcs, arc] });
        }
      }
    }
  }
  const ends = [...(reached[length]?.values() ?? [])];
  return ends.reduce((best, path) => (path.score > best.score ? path : best), {
    score: Number.NEGATIVE_INFINITY,
    arcs: [],
  } satisfies Path as Path).arcs;
}

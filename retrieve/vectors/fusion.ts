import type { Nearness } from '../../store/passages/vectors.ts';
import type { Hit } from '../search.ts';

/** A passage as far as its place is concerned. */
export type Ranking = Pick<Hit, 'passageId' | 'score' | 'factors' | 'explanation'>;

/** What is known of a question's passages before they stand in one list. */
export type Rankings<P extends Ranking = Hit> = {
  /** Found by words, best first. */
  readonly byWords: readonly P[];
  /** Found by vectors alone, with the scores that their words give them. */
  readonly others: readonly P[];
  /** Found by vectors, nearest first. */
  readonly nearest: readonly Nearness[];
  /** How near passages are that only their words found. */
  readonly further: readonly Nearness[];
};

/**
 * One list out of two rankings, best first. Words decide, and nearness adds at most `weight` of the best score: the whole
 * of it for the nearest passage, nothing for one that is no nearer than the last of the nearest. So a model that knows
 * nothing of the language moves hardly anything.
 */
export function fuse<P extends Ranking>(
  { byWords, others, nearest, further }: Rankings<P>,
  weight: number,
): readonly P[] {
  const similarity = new Map([...further, ...nearest].map((one) => [one.passageId, one.similarity]));
  const vectorRank = new Map(nearest.map(({ passageId }, at) => [passageId, at + 1]));
  const closest = nearest[0]?.similarity ?? 0;
  const least = nearest.at(-1)?.similarity ?? 0;
  const share = (id: number) => {
    const near = (similarity.get(id) ?? least) - least;
    return closest > least ? Math.max(0, near / (closest - least)) : 0;
  };
  const all = [...byWords, ...others];
  // Where no word of the question is known, nearness alone ranks.
  const best = Math.max(0, ...all.map(({ score }) => score)) || 1;
  const found = new Map(byWords.map(({ passageId }, at) => [passageId, at + 1]));
  return all
    .map((hit): P => {
      const score = hit.score + weight * best * share(hit.passageId);
      const factor = {
        factor: 'vector' as const,
        value: similarity.get(hit.passageId) ?? 0,
        times: hit.score > 0 ? score / hit.score : 1,
      };
      const factors = [...hit.factors, factor];
      const explanation = {
        ...hit.explanation,
        factors,
        lexicalRank: found.get(hit.passageId) ?? null,
        vectorRank: vectorRank.get(hit.passageId) ?? null,
        score,
      };
      return { ...hit, factors, score, explanation };
    })
    .sort((a, b) => b.score - a.score || a.passageId - b.passageId);
}

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

/** So many of the nearest passages are the crowd from which one has to stand out. */
const CROWD = 6;
/** How far before the crowd a passage has to lie for its nearness to count, and how far for all of it: in widths of the crowd. */
const LEAD = { from: 0.5, whole: 1.5 };

/**
 * One list out of two rankings, best first. Words decide, and where they know nothing, nearness; a passage whose vector lies well before the crowd of the nearest
 * gains up to `weight` of the best score. Among passages of which none stands out, vectors are mostly chance: with this,
 * vectors of hashed words and of pure chance cost nothing on the given questions, and better ones gain as much as they do
 * without it.
 */
export function fuse<P extends Ranking>(
  { byWords, others, nearest, further }: Rankings<P>,
  weight: number,
): readonly P[] {
  const similarity = new Map([...further, ...nearest].map((one) => [one.passageId, one.similarity]));
  const vectorRank = new Map(nearest.map(({ passageId }, at) => [passageId, at + 1]));
  const lead = leadOver(nearest);
  const all = [...byWords, ...others];
  const best = Math.max(0, ...all.map(({ score }) => score));
  const rank = ({ passageId }: Ranking) => vectorRank.get(passageId) ?? nearest.length + 1;
  const found = new Map(byWords.map(({ passageId }, at) => [passageId, at + 1]));
  return (
    all
      .map((hit): P => {
        const score = hit.score + weight * best * lead(similarity.get(hit.passageId) ?? -1);
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
      // Something is always nearest: what neither words nor a lead speak for is no answer beside what they do.
      .filter(({ score }) => score > 0 || best === 0)
      .sort(
        (a, b) => b.score - a.score || (a.score === 0 ? rank(a) - rank(b) : 0) || a.passageId - b.passageId,
      )
  );
}

/** How far a similarity stands out from the nearest ones, 0–1. */
function leadOver(nearest: readonly Nearness[]): (similarity: number) => number {
  const crowd = nearest[Math.min(CROWD, nearest.length) - 1]?.similarity ?? 0;
  const width = crowd - (nearest.at(-1)?.similarity ?? 0);
  return (similarity) => {
    // No more passages than the crowd itself, or all alike.
    if (width <= 0) return 0;
    const widths = (similarity - crowd) / width;
    return Math.min(1, Math.max(0, (widths - LEAD.from) / (LEAD.whole - LEAD.from)));
  };
}

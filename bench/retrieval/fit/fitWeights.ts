import { rankByLines, rankByWords } from '../../../retrieve/rank.ts';
import { SECOND_LOOK } from '../../../retrieve/search.ts';
import { weighTerms } from '../../../retrieve/weigh.ts';
import type { Weights } from '../../../retrieve/weights.ts';
import { mean, ndcgAt } from '../../measures.ts';
import type { Material } from './material.ts';

/** Values that are tried, few and far apart: what a finer step would gain on some hundred questions is chance. */
const TRIED: Partial<Record<keyof Weights, readonly number[]>> = {
  heading: [3, 4, 5, 6, 8, 10],
  title: [2, 3, 4, 6, 8],
  k1: [0.7, 0.9, 1.2, 1.5],
  b: [0.2, 0.3, 0.4, 0.5, 0.6],
  single: [0.45, 0.6, 0.8],
  synonym: [0, 0.15, 0.25, 0.4],
  asking: [0.2, 0.35, 0.5, 0.7, 1],
  headingFit: [0, 0.3, 0.6, 0.8, 1],
  headingRest: [3, 4, 5, 6, 8],
  focus: [0, 0.5, 1, 1.5, 2],
  shown: [0, 0.15, 0.3, 0.5],
  diacritics: [0, 0.4, 0.7, 1],
  definition: [0, 1, 2, 3],
  document: [0, 0.1, 0.2, 0.3, 0.4, 0.6],
};
/** A move that gains less than this is not made. */
const LEAST_GAIN = 0.002;
const ROUNDS = 3;

/** Questions over one corpus, and how much they count beside the others. */
export type FitSet = {
  readonly name: string;
  readonly weight: number;
  readonly material: readonly Material[];
};

/** nDCG@10 of each question, 0–1. */
export function scores(material: readonly Material[], weights: Weights): readonly number[] {
  return material.map(({ question, asked, known, candidates, lines, articles, relevant }) => {
    const weighed = weighTerms(question, asked, known, weights);
    const best = rankByWords(candidates, weighed, weights).slice(0, SECOND_LOOK);
    const ranked = rankByLines(best, lines, weights).map(({ passageId }) => articles.get(passageId) ?? '');
    return ndcgAt(10, ranked, relevant);
  });
}

/** The weights, one moved at a time, that rank the questions of all sets best. */
export function fitWeights(sets: readonly FitSet[], from: Weights): Weights {
  let weights = from;
  let best = worth(sets, weights);
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = best;
    for (const [name, values] of Object.entries(TRIED)) {
      for (const value of values) {
        const moved = { ...weights, [name]: value };
        const reached = worth(sets, moved);
        if (reached > best + LEAST_GAIN) [weights, best] = [moved, reached];
      }
    }
    if (best === before) break;
  }
  return weights;
}

/** How the questions of each set fare with weights that were fitted on the others: every fifth is kept apart in turn. */
export function crossValidate(
  sets: readonly FitSet[],
  from: Weights,
  folds = 5,
): Readonly<Record<string, number>> {
  const apart = sets.map((): number[] => []);
  for (let fold = 0; fold < folds; fold += 1) {
    const part = (kept: boolean): FitSet[] =>
      sets.map((set) => ({
        ...set,
        material: set.material.filter((_, at) => (at % folds === fold) === kept),
      }));
    const weights = fitWeights(part(false), from);
    for (const [at, { material }] of part(true).entries()) apart[at]?.push(...scores(material, weights));
  }
  return Object.fromEntries(sets.map(({ name }, at) => [name, mean(apart[at] ?? [])]));
}

function worth(sets: readonly FitSet[], weights: Weights): number {
  const total = sets.reduce((sum, set) => sum + set.weight, 0);
  return sets.reduce(
    (sum, { weight, material }) => sum + (weight * mean(scores(material, weights))) / total,
    0,
  );
}

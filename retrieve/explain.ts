import type { Explanation } from './explanation.ts';
import type { Ranked } from './rank.ts';
import { scoreTerms } from './score.ts';
import type { WeightedQuestion } from './weigh.ts';
import type { Weights } from './weights.ts';

/** Why a passage stands at this place (from 1) of the ranking by words. */
export function explain(
  passage: Ranked,
  question: WeightedQuestion,
  weights: Weights,
  rank: number,
): Explanation {
  return {
    terms: scoreTerms(passage, question, weights).map(({ term, heading, body, title, score }) => ({
      term: term.term,
      origin: term.origin,
      passages: term.passages,
      weight: term.weight,
      heading,
      body,
      title,
      score,
    })),
    factors: passage.factors,
    lexicalRank: rank,
    vectorRank: null,
    score: passage.score,
  };
}

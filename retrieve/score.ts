import type { Candidate } from '../store/passages/candidates.ts';
import type { WeightedQuestion, WeightedTerm } from './weigh.ts';
import type { Weights } from './weights.ts';

/** What one term of the question does for a passage. */
export type TermScore = {
  readonly term: WeightedTerm;
  readonly heading: number;
  readonly body: number;
  readonly title: boolean;
  readonly score: number;
};

/** What a passage's words say about it, before its lines are looked at. */
export type WordScore = {
  /** BM25F over heading, title and words. */
  readonly bm25: number;
  /** How much of the heading was asked for, 0–1. */
  readonly headingFit: number;
  /** How much of what a definition was asked of the passage defines, 0–1. */
  readonly defines: number;
};

/** Scores one passage against the question exactly. */
export function scoreWords(candidate: Candidate, question: WeightedQuestion, weights: Weights): WordScore {
  let bm25 = 0;
  let held = 0;
  let heldTerms = 0;
  let defines = 0;
  for (const { term, heading, score } of scoreTerms(candidate, question, weights)) {
    bm25 += score;
    if (heading > 0) {
      held += term.weight;
      heldTerms += heading;
    }
    if (term.kind === 'definition' && score > 0) defines = Math.max(defines, term.part ** 2);
  }
  // The rarity of the heading's other words is not looked up: a middling one does as well (measured).
  const rest = weights.headingRest * Math.max(candidate.headingLength - heldTerms, 0);
  return { bm25, headingFit: held === 0 ? 0 : held / (held + rest), defines };
}

/** Term by term what `scoreWords` sums up. */
export function scoreTerms(
  candidate: Candidate,
  { terms, corpus }: WeightedQuestion,
  weights: Weights,
): readonly TermScore[] {
  const counts = new Map(candidate.terms.map((count) => [count.termId, count]));
  const titles = new Set(candidate.titleTermIds);
  const length = 1 - weights.b + (weights.b * candidate.length) / Math.max(corpus.averageLength, 1);
  return terms.map((term) => {
    const { heading = 0, body = 0 } = (term.termId === null ? undefined : counts.get(term.termId)) ?? {};
    const title = term.termId !== null && titles.has(term.termId);
    const frequency = weights.heading * heading + weights.body * body + (title ? weights.title : 0);
    const score = (term.weight * frequency * (weights.k1 + 1)) / (frequency + weights.k1 * length);
    return { term, heading, body, title, score };
  });
}

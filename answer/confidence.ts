import type { Score } from '../retrieve/score.ts';

/** How sure it is that a passage answers the question. */
export type Sureness = 'high' | 'likely';

/** Below this a passage is no answer; at or above `SURE` it is a clear one. Shares of the question held, 0–1. */
const LIKELY = { coverage: 0.5, pairCoverage: 0.3 };
const SURE = { coverage: 0.75, pairCoverage: 0.6 };

/** Whether a passage holds enough of the question to be an answer; `null` when it does not. */
export function judge({ coverage, pairCoverage }: Pick<Score, 'coverage' | 'pairCoverage'>): Sureness | null {
  if (coverage >= SURE.coverage && pairCoverage >= SURE.pairCoverage) return 'high';
  if (coverage >= LIKELY.coverage && pairCoverage >= LIKELY.pairCoverage) return 'likely';
  return null;
}

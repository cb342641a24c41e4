/** A line that may begin an Điều. */
export type ArticleCandidate = {
  readonly unit: number;
  readonly number: number;
  /** `a` of an inserted `Điều 5a`, else empty. */
  readonly suffix: string;
  /** How much the line looks like a heading; negative for a line in the middle of a sentence. */
  readonly strength: number;
};

/** An Điều more or less in the right place is worth more than any look of its line. */
const STEP = 20;
const WIDEST_GAP = 30;

/**
 * Chooses the lines that are headings: the rising sequence of numbers with the fewest gaps. A citation that was
 * wrapped to the start of a line ("Điều 9. Luật … thì") does not fit between its neighbours and falls out.
 */
export function articleChain(candidates: readonly ArticleCandidate[]): ArticleCandidate[] {
  const scores: number[] = [];
  const before: number[] = [];
  /** For each number, the best chain so far that ends in it. */
  const bestByNumber = new Map<number, number>();
  for (const [index, candidate] of candidates.entries()) {
    let score = candidate.number === 1 ? STEP : -Math.min(candidate.number, WIDEST_GAP);
    let previous = -1;
    const inserted = candidate.suffix !== '';
    for (let gap = inserted ? 0 : 1; gap <= WIDEST_GAP; gap += 1) {
      const from = bestByNumber.get(candidate.number - gap);
      if (from === undefined) continue;
      const sum = (scores[from] ?? 0) + (gap <= 1 ? STEP : STEP / 2 - gap * 3);
      if (sum > score) {
        score = sum;
        previous = from;
      }
    }
    scores.push(score + candidate.strength);
    before.push(previous);
    const best = bestByNumber.get(candidate.number);
    if (best === undefined || (scores[best] ?? 0) <= score + candidate.strength) {
      bestByNumber.set(candidate.number, index);
    }
  }
  let last = -1;
  for (const [index, score] of scores.entries()) {
    if (last === -1 || score >= (scores[last] ?? 0)) last = index;
  }
  const chain: ArticleCandidate[] = [];
  for (let index = last; index !== -1; index = before[index] ?? -1) {
    const candidate = candidates[index];
    if (candidate !== undefined) chain.push(candidate);
  }
  return chain.reverse();
}

/** A line that may begin an Điều. */
export type ArticleCandidate = {
  readonly unit: number;
  readonly number: number;
  /** `a` of an inserted `Điều 5a`, else empty. */
  readonly suffix: string;
  /** How much the line looks like a heading; negative for a line in the middle of a sentence. */
  readonly strength: number;
};

/** What the next number in order brings, and what is left of it when numbers between are missing. */
const STEP = 20;
const NEAR_GAP = 6;
const FAR_GAP = -8;
const HIGHEST = 9999;

/**
 * Chooses the lines that are headings: the rising sequence of numbers with the fewest gaps. A citation that was
 * wrapped to the start of a line ("Điều 9. Luật … thì") does not fit between its neighbours and falls out. An extract
 * may leap, but only to lines that look like headings.
 */
export function articleChain(candidates: readonly ArticleCandidate[]): ArticleCandidate[] {
  const scores: number[] = [];
  const before: number[] = [];
  const best = new BestByNumber(scores);
  for (const [index, { number, suffix, strength }] of candidates.entries()) {
    let score = number === 1 ? STEP : 0;
    let previous = -1;
    const link = (from: number | undefined, worth: number): void => {
      if (from === undefined || (scores[from] ?? 0) + worth <= score) return;
      score = (scores[from] ?? 0) + worth;
      previous = from;
    };
    if (suffix !== '') link(best.of(number), STEP);
    for (let gap = 1; gap <= NEAR_GAP; gap += 1)
      link(best.of(number - gap), gap === 1 ? STEP : STEP / 2 - gap * 3);
    link(best.upTo(number - NEAR_GAP - 1), FAR_GAP);
    scores.push(score + strength);
    before.push(previous);
    best.add(index, number);
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

/** The best chain so far that ends in a number, or in any number up to one (a binary indexed tree of maxima). */
class BestByNumber {
  readonly #scores: readonly number[];
  readonly #exact = new Map<number, number>();
  readonly #tree = new Map<number, number>();

  constructor(scores: readonly number[]) {
    this.#scores = scores;
  }

  of(number: number): number | undefined {
    return this.#exact.get(number);
  }

  upTo(number: number): number | undefined {
    let found: number | undefined;
    for (let at = number; at > 0; at -= at & -at) found = this.#better(this.#tree.get(at), found);
    return found;
  }

  add(index: number, number: number): void {
    this.#exact.set(number, this.#better(index, this.#exact.get(number)) ?? index);
    for (let at = Math.max(number, 1); at <= HIGHEST; at += at & -at) {
      this.#tree.set(at, this.#better(index, this.#tree.get(at)) ?? index);
    }
  }

  /** Of two equal chains the later: a list of contents repeats what is to come. */
  #better(one: number | undefined, other: number | undefined): number | undefined {
    if (one === undefined || other === undefined) return one ?? other;
    const [first, second] = one < other ? [one, other] : [other, one];
    return (this.#scores[second] ?? 0) >= (this.#scores[first] ?? 0) ? second : first;
  }
}

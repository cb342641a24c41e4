import type { Article } from './corpus.ts';

/** Anything that finds articles by a question: the product, or a peer beside which it is measured. */
export type SearchSystem = {
  /**
   * Takes in the articles of one document after the other; they can be found when it returns. Returns how many articles
   * were taken in: one that was there already does not count.
   */
  index(documents: Iterable<readonly Article[]>): Promise<number>;
  /** Ids of the best `k` articles, best first. */
  search(question: string, k: number): Promise<readonly string[]>;
  /** Bytes on disk; `null` for one that keeps everything in memory. */
  size(): Promise<number | null>;
  close(): Promise<void>;
};

import { LRUCache } from 'lru-cache';
import type { ModelEnd, ModelQuestion } from './service.ts';

type Composed = Extract<ModelEnd, { composed: true }>;
type Kept = { readonly version: number; readonly end: Composed };

/** Composed answers of one model that hold for whoever asks the same. */
export type KeptAnswers = {
  /** `version`: of the documents, as they stand now. */
  readonly find: (asked: ModelQuestion, version: number) => Composed | null;
  /** `version`: of the documents, before the answer was composed. */
  readonly keep: (asked: ModelQuestion, version: number, end: Composed) => void;
};

/**
 * `most`: how many; 0 keeps none. They are told apart by question, day, the provisions that were found for it, what was asked before,
 * and whether the asker has a record.
 */
export function createKeptAnswers(most: number): KeptAnswers {
  if (most === 0) return { find: () => null, keep: () => undefined };
  const cache = new LRUCache<string, Kept>({ max: most });
  return {
    find: (asked, version) => {
      const kept = cache.get(keyOf(asked));
      return kept?.version === version ? kept.end : null;
    },
    keep: (asked, version, end) => {
      cache.set(keyOf(asked), { version, end });
    },
  };
}

function keyOf({ question, asOf, found, earlier, personal }: ModelQuestion): string {
  const provisions =
    found.kind === 'quoted' ? found.citations.map(({ provisionId }) => provisionId) : found.kind;
  return JSON.stringify([question, asOf, provisions, earlier, personal !== null]);
}

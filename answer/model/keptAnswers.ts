import { LRUCache } from 'lru-cache';
import type { ModelEnd, ModelQuestion } from './modelQuestion.ts';

type Composed = Extract<ModelEnd, { composed: true }>;
type Kept = Standing & { readonly end: Composed };

/** What a kept answer stands on: with either of them it falls. */
export type Standing = {
  /** Of the documents. */
  readonly version: number;
  /** How many people called an answer to the question bad. */
  readonly badVotes: number;
};

/** Composed answers of one model that hold for whoever asks the same. */
export type KeptAnswers = {
  /** `standing` is asked only where something is kept; `null`: it cannot be told. */
  readonly find: (asked: ModelQuestion, standing: () => Promise<Standing | null>) => Promise<Composed | null>;
  /** `standing`: before the answer was composed. */
  readonly keep: (asked: ModelQuestion, standing: Standing, end: Composed) => void;
};

/**
 * `most`: how many; 0 keeps none. They are told apart by question, day, the provisions that were found for it, what was asked before,
 * and whether the asker has a record.
 */
export function createKeptAnswers(most: number): KeptAnswers {
  if (most === 0) return { find: async () => null, keep: () => undefined };
  const cache = new LRUCache<string, Kept>({ max: most });
  return {
    find: async (asked, standing) => {
      const key = keyOf(asked);
      const kept = cache.get(key);
      if (kept === undefined) return null;
      const now = await standing();
      if (now?.version === kept.version && now.badVotes === kept.badVotes) return kept.end;
      cache.delete(key);
      return null;
    },
    keep: (asked, { version, badVotes }, end) => {
      cache.set(keyOf(asked), { version, badVotes, end });
    },
  };
}

function keyOf({ question, asOf, found, earlier, personal }: ModelQuestion): string {
  const provisions =
    found.kind === 'quoted' ? found.citations.map(({ provisionId }) => provisionId) : found.kind;
  return JSON.stringify([question, asOf, provisions, earlier, personal !== null]);
}

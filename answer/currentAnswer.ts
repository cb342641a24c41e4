import { LRUCache } from 'lru-cache';
import type { IsoDate } from '../domain/day.ts';
import type { Searcher } from '../retrieve/searcher.ts';
import { corpusVersion } from '../store/corpusVersion.ts';
import type { Database } from '../store/database.ts';
import { cleanText } from '../vietnamese/text.ts';
import { type Answer, answerQuestion } from './answer.ts';

const MOST_ANSWERS = 1000;

type Kept = { readonly version: number; readonly answer: Answer };

/** By database and way to search, so that neither answers for the other. */
const caches = new WeakMap<Database, WeakMap<Searcher, LRUCache<string, Kept>>>();

/**
 * As `answerQuestion`, for a question that many ask: what was worked out for the same words and day is said again as long as no
 * document has changed since. Documents are public; nothing of who asks is part of it. `known`: what `corpusVersion` has just told.
 */
export async function currentAnswer(
  database: Database,
  asked: string,
  asOf: IsoDate,
  search: Searcher,
  known?: number,
): Promise<Answer> {
  const cache = cacheOf(database, search);
  const key = `${asOf} ${cleanText(asked).trim()}`;
  // Read first: a change that comes while the answer is worked out makes it older than it is, and it is worked out once more.
  const version = known ?? (await corpusVersion(database));
  const kept = cache.get(key);
  if (kept?.version === version) return kept.answer;
  const answer = await answerQuestion(database, asked, asOf, search);
  // An outline holds a whole document.
  if (answer.kind !== 'document') cache.set(key, { version, answer });
  return answer;
}

function cacheOf(database: Database, search: Searcher): LRUCache<string, Kept> {
  const searches = caches.get(database) ?? new WeakMap<Searcher, LRUCache<string, Kept>>();
  caches.set(database, searches);
  const cache = searches.get(search) ?? new LRUCache<string, Kept>({ max: MOST_ANSWERS });
  searches.set(search, cache);
  return cache;
}

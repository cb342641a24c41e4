import { indexVersion } from '../../ingest/passageIndex.ts';
import { reindex } from '../../ingest/reindex.ts';
import type { Database } from '../../store/database.ts';
import { countStale } from '../../store/passages/replaceIndex.ts';
import { startTexts as texts } from './startTexts.ts';

/**
 * Begins to bring the indexes that an earlier version made up to this one, where there are any, and returns at once: the
 * program serves meanwhile.
 * @param onError told what kept it from going on; the next start tries again
 */
export function startReindexing(
  database: Database,
  say: (text: string) => void,
  onError: (error: unknown) => void,
): {
  /** Ends after the directive that is under way. */
  readonly stop: () => Promise<void>;
  /** Resolves when there is nothing left to do. */
  readonly finished: Promise<void>;
} {
  const stopping = new AbortController();
  const work = async (): Promise<void> => {
    const stale = await countStale(database, indexVersion());
    if (stale === 0) return;
    say(texts.reindexing(stale));
    const done = await reindex(database, { signal: stopping.signal });
    if (!stopping.signal.aborted) say(texts.reindexed(done));
  };
  const finished = work().catch(onError);
  return {
    finished,
    stop: () => {
      stopping.abort();
      return finished;
    },
  };
}

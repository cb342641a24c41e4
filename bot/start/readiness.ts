import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '../../store/database.ts';
import { migrationState } from '../../store/open.ts';

/** How long the database may take to answer before it counts as not answering. */
const PATIENCE_MS = 3000;

/**
 * Whether this process can serve: the database answers, its tables (the queue's too) are those of this version, and uploads are
 * worked on. Never throws. That messages wait is no part of it: they wait as well where a messenger is away, and taking the process
 * out of service would not send them; the figures tell of it.
 */
export function createReadiness(
  database: Database,
  isWorking: () => boolean,
  patienceMs: number = PATIENCE_MS,
): () => Promise<Readonly<Record<'database' | 'schema' | 'queue', boolean>>> {
  let upToDate = false;
  const inTime = async (work: () => Promise<boolean>): Promise<boolean> => {
    const ended = new AbortController();
    const late = delay(patienceMs, false, { signal: ended.signal }).catch(() => false);
    try {
      return await Promise.race([work().catch(() => false), late]);
    } finally {
      ended.abort();
    }
  };
  return async () => {
    const answers = await inTime(async () => (await database.query('select 1')).length === 1);
    // Tables are never brought back to an older version under a program that runs.
    upToDate ||= answers && (await inTime(async () => (await migrationState(database)).pending.length === 0));
    return { database: answers, schema: upToDate, queue: isWorking() };
  };
}

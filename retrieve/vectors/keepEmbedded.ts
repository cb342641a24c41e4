import { setTimeout as sleep } from 'node:timers/promises';
import { KnownError } from '../../errors.ts';
import type { Database, Queryable } from '../../store/database.ts';
import { findModel } from '../../store/passages/vectors.ts';
import type { Embedder } from './embedder.ts';
import { embedPassages } from './embedPassages.ts';
import type { SearchLog } from './hybridSearch.ts';

export type KeepingOptions = {
  readonly log: SearchLog;
  /** How often it is looked whether passages were added. */
  readonly everyMs?: number;
  /** How long a failing service is left alone, at first; up to ten times as long later. */
  readonly restMs?: number;
};

const EVERY_MS = 60_000;
const REST_MS = 60_000;

/**
 * Computes missing vectors beside everything else, for as long as the product runs: at once, and whenever passages were
 * added. A failing service is told once, not with every try. Returns how to stop it.
 */
export function keepEmbedded(
  database: Database,
  embedder: Embedder,
  options: KeepingOptions,
): { readonly stop: () => Promise<void> } {
  const stopping = new AbortController();
  const running = keep(database, embedder, options, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function keep(
  database: Database,
  embedder: Embedder,
  { log, everyMs = EVERY_MS, restMs = REST_MS }: KeepingOptions,
  signal: AbortSignal,
): Promise<void> {
  // An index is left to the command: on the embedded database nobody would be answered while it is built.
  const buildIndex = database.engine === 'postgres';
  let corpus = '';
  let whole = false;
  let told: string | null = null;
  let rest = restMs;
  while (!signal.aborted) {
    try {
      if (whole && (await findModel(database, embedder.space)) === null) {
        log.warn(
          { model: embedder.space.model },
          'another process computes vectors of another model: left to it',
        );
        return;
      }
      const now = await fingerprint(database);
      if (now !== corpus) {
        const { embedded } = await embedPassages(database, embedder, { signal, buildIndex });
        if (embedded > 0) log.info({ passages: embedded }, 'passages got their vectors');
        corpus = now;
        whole ||= (await findModel(database, embedder.space)) !== null;
      }
      told = null;
      rest = restMs;
      await pause(everyMs, signal);
    } catch (error) {
      if (signal.aborted) return;
      const failure = error instanceof KnownError ? error.code : String(error);
      if (failure !== told) log.warn({ error }, 'vectors are missing; questions are searched by words');
      told = failure;
      await pause(rest, signal);
      rest = Math.min(2 * rest, 10 * restMs);
    }
  }
}

/** Changes whenever passages are added. */
async function fingerprint(queryable: Queryable): Promise<string> {
  const [row] = await queryable.query<{ last: number | null; passages: number }>(
    'select (select max(id) from passages) as last, passages from corpus',
  );
  return `${row?.last ?? 0} ${row?.passages ?? 0}`;
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}

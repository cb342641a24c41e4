import { setTimeout as sleep } from 'node:timers/promises';
import { KnownError } from '../../errors.ts';
import { SqlError } from '../../store/sqlError.ts';
import type { ChannelLog } from '../channels/channelLog.ts';

/** Work on a database that may be away for a while. */
export type Steadily = {
  /**
   * Repeats a statement until the database takes it; the log tells once that it is away, and once that it is back. Throws what is
   * wrong with the statement itself, and where `ended` says to repeat it no more.
   */
  readonly run: <Result>(statement: () => Promise<Result>) => Promise<Result>;
  /** When the database was back for the last time, as `performance.now()` counts; `null`: it was never away. */
  readonly backAt: () => number | null;
};

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 1000;

/** Classes of SQLSTATE that say nothing against the statement: connection, rollback by a conflict, resources, intervention, system. */
const PASSING = /^(?:08|40|53|55|57|58)/;

export function createSteadily(log: ChannelLog, ended: AbortSignal): Steadily {
  let away = false;
  let backAt: number | null = null;
  return {
    async run(statement) {
      for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
        try {
          const result = await statement();
          if (away) {
            away = false;
            backAt = performance.now();
            log.info({}, 'the database is back; messages go on');
          }
          return result;
        } catch (error) {
          if (!isPassing(error) || ended.aborted) throw error;
          if (!away) log.warn({ failure: failureName(error) }, 'the database is away; messages wait for it');
          away = true;
          await sleep(waitMs, undefined, { signal: ended }).catch(() => undefined);
        }
      }
    },
    backAt: () => backAt,
  };
}

/** `database_unsuitable`: it only lets itself be read, as a managed one with a full disk does, or one that is being replaced. */
const PASSING_CODES: ReadonlySet<string> = new Set([
  'database_unreachable',
  'disk_full',
  'database_unsuitable',
]);

/** The database, or the way to it, may take the same statement later. */
function isPassing(error: unknown): boolean {
  if (error instanceof SqlError) return PASSING.test(error.code);
  return error instanceof KnownError && PASSING_CODES.has(error.code);
}

/** A word for an error that holds nothing of what was said: `SqlError 23505`, `TypeError`. */
export function failureName(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error && typeof error.code === 'string' ? `${error.name} ${error.code}` : error.name;
}

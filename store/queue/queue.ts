import { type JobWithMetadata, PgBoss } from 'pg-boss';
import type { Database, Queryable } from '../database.ts';
import { QUEUE_SCHEMA, withoutTransaction } from './queueSchema.ts';

/** A piece of work as it was queued. */
export type Job<D extends object> = {
  readonly data: D;
  /** Nothing tries it again after this. */
  readonly isLastTry: boolean;
};

/** Durable work of one kind: what was queued is done at least once, by whichever process comes first. */
export type Queue<D extends object> = {
  /** Queues work in the caller's transaction: it is there when that commits, and not before. */
  readonly send: (tx: Queryable, data: D) => Promise<void>;
  /** Has this process look for work now instead of at its next turn. To be called after the commit. */
  readonly wake: () => void;
  /** Waits a little for what is under way; what does not end in time is done again by the next process. */
  readonly stop: () => Promise<void>;
};

export type Work<D extends object> = {
  /** Does the work. Throwing has it tried again a few times, later. */
  readonly handle: (job: Job<D>) => Promise<void>;
  /** Told of work that was tried often enough: every time the process ended or was killed while at it, or it threw. */
  readonly giveUp: (data: D) => Promise<void>;
};

export type QueueOptions<D extends object> = {
  /** Letters and underscores. */
  readonly name: string;
  readonly work: Work<D>;
  /** `false`: work is queued here and done by other processes. */
  readonly works?: boolean;
  /** Pieces of work at once. */
  readonly atOnce?: number;
  /** How often abandoned work is looked for. */
  readonly superviseSeconds?: number;
  /** Told what the queue itself could not do; it goes on. */
  readonly onError: (error: unknown) => void;
};

/** After so many seconds without a sign of life, work counts as abandoned and is taken up by somebody else. */
const HEARTBEAT_SECONDS = 30;

const QUEUE = {
  retryLimit: 3,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 60,
  heartbeatSeconds: HEARTBEAT_SECONDS,
  // An archive of many slow files; a process that died is noticed by its heart.
  expireInSeconds: 6 * 3600,
} as const;

const POLL_SECONDS = 2;
const STOP_MS = 5000;

/** The databases whose abandoned work has been taken back by this process. */
const recovered = new WeakSet<Database>();

/** The queue of the work that was tried often enough. */
export const abandonedQueue = (name: string): string => `${name}_abandoned`;

/** Starts to queue and to do the work. The database is one that `openDatabase` gave. */
export async function startQueue<D extends object>(
  database: Database,
  { name, work, works = true, atOnce = 2, superviseSeconds = 15, onError }: QueueOptions<D>,
): Promise<Queue<D>> {
  const abandoned = abandonedQueue(name);
  const boss = new PgBoss({
    db: bossDatabase(database),
    schema: QUEUE_SCHEMA,
    backend: database.engine,
    // Made by `prepareQueue`, since those who serve may not.
    migrate: false,
    createSchema: false,
    schedule: false,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    maintenanceIntervalSeconds: 3600,
    // For owners only, and of use with millions of jobs.
    reindex: false,
    monitorVacuum: false,
  });
  boss.on('error', onError);
  await boss.start();
  await boss.createQueue(abandoned, { retryLimit: 10, retryDelay: 5 });
  await boss.createQueue(name, { ...QUEUE, deadLetter: abandoned });
  const workers: string[] = [];
  await takeBack(database, boss, name);
  for (let at = 0; works && at < atOnce; at += 1) {
    workers.push(
      await boss.work(
        name,
        { pollingIntervalSeconds: POLL_SECONDS, includeMetadata: true },
        async (jobs: JobWithMetadata<D>[]) => {
          for (const { data, retryCount, retryLimit } of jobs) {
            await work.handle({ data, isLastTry: retryCount >= retryLimit });
          }
        },
      ),
    );
  }
  if (works) {
    await boss.work<D>(abandoned, { pollingIntervalSeconds: 2 * POLL_SECONDS }, async (jobs) => {
      for (const { data } of jobs) await work.giveUp(data);
    });
  }
  return {
    send: async (tx, data) => {
      await boss.send(name, data, { db: asBossDatabase(tx) });
    },
    wake: () => {
      for (const worker of workers) boss.notifyWorker(worker);
    },
    stop: () => boss.stop({ graceful: true, close: false, timeout: STOP_MS }),
  };
}

/** The embedded database serves one process only: what is under way when that starts was under way in one that is gone. */
async function takeBack(database: Database, boss: PgBoss, name: string): Promise<void> {
  if (database.engine !== 'pglite' || recovered.has(database)) return;
  recovered.add(database);
  const rows = await database.query<{ id: string }>(
    `select id from ${QUEUE_SCHEMA}.job where name = $1 and state = 'active'`,
    [name],
  );
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) await boss.fail(name, ids, { message: 'the process ended' });
}

type BossDatabase = {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
};

/** Statements without parameters may be several, in a transaction of their own. */
function bossDatabase(database: Database): BossDatabase {
  return {
    async executeSql(text, values) {
      if (values !== undefined && values.length > 0)
        return { rows: [...(await database.query(text, values))] };
      const rows = await database.transaction((tx) => tx.script(withoutTransaction(text)));
      return { rows: [...rows] };
    },
  };
}

function asBossDatabase(tx: Queryable): BossDatabase {
  return { executeSql: async (text, values) => ({ rows: [...(await tx.query(text, values))] }) };
}

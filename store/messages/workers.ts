import type { Database } from '../database.ts';

/** Says that a process is alive, every few seconds: one that is silent for ten is dead, and what it held is free. On the embedded database it is the only one. */
export async function workerSeen(database: Database, worker: string): Promise<void> {
  await database.query('select app_worker_seen($1, $2)', [worker, database.engine === 'pglite']);
}

/** Lets go of all that a process holds. */
export async function workerEnded(database: Database, worker: string): Promise<void> {
  await database.query('select app_worker_ended($1)', [worker]);
}

/** Takes or keeps what only one process may do at a time; `false` while another, living one does it. */
export async function takeDuty(database: Database, worker: string, duty: string): Promise<boolean> {
  const [row] = await database.query<{ taken: boolean }>('select app_take_duty($1, $2) as taken', [
    worker,
    duty,
  ]);
  return row?.taken === true;
}

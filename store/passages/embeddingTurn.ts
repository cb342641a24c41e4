import type { Queryable } from '../database.ts';

/**
 * Takes the turn to compute vectors, or keeps it. False while another process has it; one that died loses it after
 * `seconds`.
 */
export async function takeTurn(queryable: Queryable, worker: string, seconds: number): Promise<boolean> {
  const rows = await queryable.query(
    `update embedding_turn set worker = $1, until = now() + make_interval(secs => $2)
      where worker = $1 or until <= now() returning worker`,
    [worker, seconds],
  );
  return rows.length > 0;
}

export async function endTurn(queryable: Queryable, worker: string): Promise<void> {
  await queryable.query("update embedding_turn set until = '-infinity' where worker = $1", [worker]);
}

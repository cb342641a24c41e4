import type { Database } from '../database.ts';

/** Takes what was stored last into the search index proper, where it is found faster. For after the transaction that stored it. */
export async function settleIndex(database: Database): Promise<void> {
  await database.query('select app_settle_index()');
}

import type { Queryable } from '../database.ts';

/**
 * Until the transaction ends, no file is deleted that is not needed at this moment: it may be what the transaction is about to
 * need. Those who only store do not wait for each other.
 */
export async function keepFiles(tx: Queryable): Promise<void> {
  await tx.query("select pg_advisory_xact_lock_shared(hashtext('dat-chuan: files'))");
}

/** Until the transaction ends, nobody begins to need a file; those who have begun are waited for. */
export async function holdFiles(tx: Queryable): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtext('dat-chuan: files'))");
}

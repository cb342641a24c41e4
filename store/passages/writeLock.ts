import type { Queryable } from '../database.ts';

/**
 * Lets one transaction at a time change directives or their index, until it ends: this keeps the document frequencies
 * exact and free of deadlocks.
 */
export async function lockDirectives(tx: Queryable): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtext('dat-chuan: directives'))");
}

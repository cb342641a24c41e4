import type { AccessPurpose } from '../domain/account.ts';
import type { Database } from './database.ts';
import type { Identity } from './identity.ts';

/** One look at a record. */
export type AccessEntry = AccessPurpose & {
  readonly at: Date;
  /** Name of the account that looked. */
  readonly by: string;
  readonly own: boolean;
};

/** Who looked at the record of the identity itself, newest first. */
export async function listAccess(
  _database: Database,
  _identity: Identity,
  _limit: number,
): Promise<readonly AccessEntry[]> {
  throw new Error('not written yet');
}

import type { AccessPurpose, AccessReason } from '../../domain/account.ts';
import { asAccount, type Identity } from '../access/identity.ts';
import type { Database, Queryable } from '../database.ts';

/** So many months an entry is kept, whoever asks for its deletion. `app_forget_old_access` says the same. */
export const KEPT_MONTHS = 24;

/** One look at a record. */
export type AccessEntry = AccessPurpose & {
  readonly at: Date;
  /** Name of the account that looked. */
  readonly by: string;
  readonly own: boolean;
};

/** Who looked at the record of the identity itself, newest first. */
export async function listAccess(
  database: Database,
  identity: Identity,
  limit: number,
): Promise<readonly AccessEntry[]> {
  return asAccount(database, identity, (tx) => readAccess(tx, limit));
}

/** As `listAccess`, inside a transaction of the identity; all with `null`. */
export async function readAccess(tx: Queryable, limit: number | null): Promise<readonly AccessEntry[]> {
  const rows = await tx.query<AccessRow>(
    `select at, by_name, account = (select app_account()) as own, channel, reason, purpose from access_log
      where cadre = (select app_cadre()) order by at desc, id desc limit $1`,
    [limit],
  );
  return rows.map(({ by_name, ...entry }) => ({ ...entry, by: by_name }));
}

/** Deletes the entries that are older than `KEPT_MONTHS` and tells how many; also the links of web sessions that have ended. To be run once a day or at every start. */
export async function forgetOldAccess(database: Database): Promise<number> {
  const [row] = await database.query<{ count: number }>('select app_forget_old_access() as count');
  return row?.count ?? 0;
}

type AccessRow = {
  readonly at: Date;
  readonly by_name: string;
  readonly own: boolean;
  readonly channel: string;
  readonly reason: AccessReason;
  readonly purpose: string;
};

import type { Database, Queryable } from '../database.ts';

/** Who asks the database: an account, as the channel verified it. Row-level security goes by this and nothing else. */
export type Identity = { readonly accountId: string };

/** Whoever runs the product on its own machine, through the command line. No channel can be linked to it. */
export const OPERATOR: Identity = { accountId: '00000000-0000-4000-8000-000000000001' };

/** Owns nothing and bypasses nothing; migration 0002 makes it, 0004 gives it its rights. */
export const APP_ROLE = 'dat_chuan_app';

/**
 * Runs `work` in one transaction under the role that cannot bypass row-level security, as this account and no other.
 *
 * What keeps accounts apart holds for the statements of this program. It does not hold against SQL that somebody else wrote:
 * that could set `app.account` anew or, on the embedded database, take its own role back. So no text of a person ever becomes
 * SQL, and identities come from `findAccount` and `OPERATOR` only.
 */
export function asAccount<T>(
  database: Database,
  identity: Identity,
  work: (tx: Queryable) => Promise<T>,
): Promise<T> {
  return database.transaction(work, { role: APP_ROLE, settings: { 'app.account': identity.accountId } });
}

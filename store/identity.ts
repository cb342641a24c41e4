import type { Database, Queryable } from './database.ts';

/** Who asks the database: an account, as the channel verified it. Row-level security goes by this and nothing else. */
export type Identity = { readonly accountId: string };

/** Whoever runs the product on its own machine, through the command line. No channel can be linked to it. */
export const OPERATOR: Identity = { accountId: '00000000-0000-4000-8000-000000000001' };

/** Runs `work` in one transaction under the role that cannot bypass row-level security, as this account and no other. */
export function asAccount<T>(
  _database: Database,
  _identity: Identity,
  _work: (tx: Queryable) => Promise<T>,
): Promise<T> {
  throw new Error('not written yet');
}

import type { Account, ChannelKey } from '../domain/account.ts';
import type { Database } from './database.ts';
import type { Identity } from './identity.ts';

/** The account that a channel's person is linked to, or `null`. */
export async function findAccount(_database: Database, _key: ChannelKey): Promise<Account | null> {
  throw new Error('not written yet');
}

/** Makes or changes an account: its name, whose record it is, of which units it is staff. Only admins and the operator may. */
export async function saveAccount(
  _database: Database,
  _identity: Identity,
  _account: Omit<Account, 'id'> & { readonly id?: string },
): Promise<Account> {
  throw new Error('not written yet');
}

/** Every account, for admins and the operator. */
export async function listAccounts(_database: Database, _identity: Identity): Promise<readonly Account[]> {
  throw new Error('not written yet');
}

/** The account itself as the identity sees it; throws `not_found` for one that is gone. */
export async function readAccount(_database: Database, _identity: Identity): Promise<Account> {
  throw new Error('not written yet');
}

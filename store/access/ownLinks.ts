import type { ChannelKey } from '../../domain/account.ts';
import type { Database } from '../database.ts';
import { asAccount, type Identity } from './identity.ts';

/**
 * Stores a one-time code, as its SHA-256 (hex), with which the account links another channel of its own; valid 10 minutes at most. It
 * replaces an unused code of the account, and stands in the access log of its record. `false`: nobody is linked to the account.
 */
export async function createOwnCode(
  database: Database,
  identity: Identity,
  code: { readonly hash: string; readonly expires: Date },
): Promise<boolean> {
  const [row] = await asAccount(database, identity, (tx) =>
    tx.query<{ made: boolean }>('select app_create_own_code($1, $2) as made', [code.hash, code.expires]),
  );
  return row?.made === true;
}

/** Ends links of the account itself; answers which of those named there were. Others' are as if they were not there. */
export async function removeLinks(
  database: Database,
  identity: Identity,
  links: readonly ChannelKey[],
): Promise<readonly ChannelKey[]> {
  return asAccount(database, identity, (tx) =>
    tx.query<ChannelKey>('select channel, key from app_remove_links($1, $2)', [
      links.map(({ channel }) => channel),
      links.map(({ key }) => key),
    ]),
  );
}

import { findAccount } from '../../store/access/accounts.ts';
import { unlink } from '../../store/access/linking.ts';
import type { Database } from '../../store/database.ts';
import type { ChannelName } from '../message.ts';

/** Who is signed in, as a face shows it. */
export type SignedIn = { readonly name: string; readonly staff: boolean; readonly admin: boolean };

/** Looks up and ends the links of one channel, for faces that show who is signed in. */
export function accountsOfChannel(database: Database, channel: ChannelName) {
  return {
    whoIs: async (sender: string | null): Promise<SignedIn | null> => {
      if (sender === null) return null;
      const account = await findAccount(database, { channel, key: sender });
      if (account === null) return null;
      return { name: account.name, staff: account.staffOf.length > 0, admin: account.admin };
    },
    signOut: async (sender: string): Promise<void> => {
      await unlink(database, { channel, key: sender });
    },
  };
}

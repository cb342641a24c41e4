import type { ChannelKey } from '../domain/account.ts';
import type { Database } from './database.ts';

/** Leaves a sentence for a channel's person, to be shown with their next answer. */
export async function leaveNotice(_database: Database, _to: ChannelKey, _text: string): Promise<void> {
  throw new Error('not written yet');
}

/** Takes the sentences that wait for a channel's person, oldest first; each is handed out once. */
export async function takeNotices(_database: Database, _key: ChannelKey): Promise<readonly string[]> {
  throw new Error('not written yet');
}

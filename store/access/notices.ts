import type { ChannelKey } from '../../domain/account.ts';
import type { Database } from '../database.ts';
import { queueNotice } from '../notices/queueNotice.ts';

/**
 * Tells a channel's person a sentence about the safety of their account, whether they are linked (still) or not: by their messenger, else
 * with their next answer. No personal data.
 */
export async function leaveNotice(database: Database, to: ChannelKey, text: string): Promise<void> {
  await queueNotice(database, { channelKey: to, kind: 'security', text });
}

/**
 * Takes what waits for a channel's person, oldest first and ten at most; each is handed out once. For the private chat of the
 * person only: the words may be personal.
 */
export async function takeNotices(database: Database, key: ChannelKey): Promise<readonly string[]> {
  const [row] = await database.query<{ words: readonly string[] }>(
    'select app_take_notices($1, $2) as words',
    [key.channel, key.key],
  );
  return row?.words ?? [];
}

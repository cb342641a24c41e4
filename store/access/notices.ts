import type { ChannelKey } from '../../domain/account.ts';
import type { Database } from '../database.ts';

/** Leaves a sentence for a channel's person, to be shown with their next answer. It may be shown in a group: no personal data. */
export async function leaveNotice(database: Database, to: ChannelKey, text: string): Promise<void> {
  await database.query('select app_leave_notice($1, $2, $3)', [to.channel, to.key, text]);
}

/** Takes the sentences that wait for a channel's person, oldest first; each is handed out once. */
export async function takeNotices(database: Database, key: ChannelKey): Promise<readonly string[]> {
  const [row] = await database.query<{ words: readonly string[] }>(
    'select app_take_notices($1, $2) as words',
    [key.channel, key.key],
  );
  return row?.words ?? [];
}

import type { Database } from '../database.ts';

/** An update as a messenger told of it; `content` is JSON text. */
export type NewUpdate = { readonly key: string; readonly chat: string; readonly content: string };

/**
 * Stores updates and wakes their chats up, all in one transaction: once this returns none of them is lost. Those whose key is known
 * are left out. Answers how many were new.
 */
export async function acceptUpdates(
  database: Database,
  channel: string,
  updates: readonly NewUpdate[],
): Promise<number> {
  if (updates.length === 0) return 0;
  const [row] = await database.query<{ fresh: number }>(
    'select app_accept_updates($1, $2, $3, $4) as fresh',
    [
      channel,
      updates.map(({ key }) => storable(key)),
      updates.map(({ chat }) => storable(chat)),
      updates.map(({ content }) => storable(content)),
    ],
    { isBrief: true },
  );
  return row?.fresh ?? 0;
}

/** PostgreSQL takes no NUL, not even written as an escape inside JSON that is read later. */
export const storable = (text: string): string =>
  text.replaceAll('\0', '').replaceAll(NUL_ESCAPE, '$1').toWellFormed();

/** An escaped NUL whose backslash is not itself escaped. */
const NUL_ESCAPE = /(?<!\\)((?:\\\\)*)\\u0000/g;

import type { Database } from '../database.ts';
import { storable } from './inbox.ts';

/** Keeps something about a chat for a while, in the place of what was kept under that name. `content` is anything that JSON can say. */
export async function keepNote(
  database: Database,
  place: { readonly channel: string; readonly chat: string },
  name: string,
  content: unknown,
  seconds: number,
): Promise<void> {
  await database.query('select app_keep_note($1, $2, $3, $4, $5)', [
    place.channel,
    place.chat,
    name,
    storable(JSON.stringify(content)),
    seconds,
  ]);
}

/** What was kept under a name; `null` where nothing was. An `expired` one is told for an hour more. */
export async function readNote(
  database: Database,
  place: { readonly channel: string; readonly chat: string },
  name: string,
): Promise<{ readonly content: unknown; readonly expired: boolean } | null> {
  const [row] = await database.query<{ content: unknown; expired: boolean }>(
    'select content, expired from app_read_note($1, $2, $3)',
    [place.channel, place.chat, name],
  );
  return row ?? null;
}

export async function dropNote(
  database: Database,
  place: { readonly channel: string; readonly chat: string },
  name: string,
): Promise<void> {
  await database.query('select app_drop_note($1, $2, $3)', [place.channel, place.chat, name]);
}

/** When a person last wrote in a chat; `null` where that is not known. */
export async function lastReceived(
  database: Database,
  place: { readonly channel: string; readonly chat: string },
): Promise<Date | null> {
  const [row] = await database.query<{ at: Date | null }>('select app_last_received($1, $2) as at', [
    place.channel,
    place.chat,
  ]);
  return row?.at ?? null;
}

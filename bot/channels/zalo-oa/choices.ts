import type { Database } from '../../../store/database.ts';
import { keepNote, readNote } from '../../../store/messages/chatNotes.ts';
import { type ChosenByNumber, numberIn } from '../zalo-bot/choices.ts';

const NAME = 'choices';
const KEPT_SECONDS = 15 * 60;

const place = (chat: string) => ({ channel: 'zalo-oa', chat });

/** Remembers for 15 minutes what was shown under which number; done when it is shown, so that a repeated answer reads the same. */
export async function rememberChoices(
  database: Database,
  chat: string,
  sends: readonly string[],
): Promise<void> {
  await keepNote(database, place(chat), NAME, sends, KEPT_SECONDS);
}

/** `null` when the text is no number, or nothing was offered in this chat of late. */
export async function readChoice(
  database: Database,
  chat: string,
  text: string,
): Promise<ChosenByNumber | null> {
  const number = numberIn(text);
  if (number === null) return null;
  const note = await readNote(database, place(chat), NAME);
  if (note === null || !Array.isArray(note.content)) return null;
  if (note.expired) return { kind: 'expired' };
  const sends: readonly unknown[] = note.content;
  const send = sends[number - 1];
  return typeof send === 'string' ? { kind: 'chosen', send } : { kind: 'none', count: sends.length };
}

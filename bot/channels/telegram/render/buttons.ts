import type { InlineKeyboardButton } from 'grammy/types';
import type { Database } from '../../../../store/database.ts';
import { keepNote, readNote } from '../../../../store/messages/chatNotes.ts';
import type { CallbackSeal } from './callbackData.ts';
import type { OutgoingMessage } from './outgoing.ts';

/** The message with its buttons signed for a chat, as it leaves. Throws `NotSealed`. */
export type SealFor = (chatId: number, message: OutgoingMessage) => Promise<OutgoingMessage>;

/** Buttons of messages: what they send goes out signed and comes back checked. */
export type Buttons = {
  readonly seal: SealFor;
  /** What a pressed button says; `null` where it was not made for this chat, or is too old. */
  readonly open: (chat: string, data: string) => Promise<string | null>;
};

/** The words of a button could not be kept: nothing has left. */
export class NotSealed extends Error {
  override readonly name = 'NotSealed';
}

/** Words that are too long for a button work for so long. */
const KEPT_SECONDS = 14 * 24 * 3600;

const noteOf = (id: string) => `button ${id}`;

export function createButtons(database: Database, callbacks: CallbackSeal): Buttons {
  const sealButton = async (chatId: number, button: InlineKeyboardButton): Promise<InlineKeyboardButton> => {
    if (!('callback_data' in button)) return button;
    const chat = String(chatId);
    const { data, keepAs } = callbacks.sign(chat, button.callback_data);
    if (keepAs !== null) {
      try {
        const place = { channel: 'telegram', chat };
        await keepNote(database, place, noteOf(keepAs), button.callback_data, KEPT_SECONDS);
      } catch (cause) {
        throw new NotSealed('what a button says could not be kept', { cause });
      }
    }
    return { ...button, callback_data: data };
  };

  return {
    async seal(chatId, message) {
      const { markup } = message;
      if (markup === null || !('inline_keyboard' in markup)) return message;
      const rows = markup.inline_keyboard.map((row) =>
        Promise.all(row.map((one) => sealButton(chatId, one))),
      );
      return { ...message, markup: { ...markup, inline_keyboard: await Promise.all(rows) } };
    },
    async open(chat, data) {
      const pressed = callbacks.read(chat, data);
      if (pressed.kind !== 'named') return pressed.kind === 'words' ? pressed.words : null;
      const note = await readNote(database, { channel: 'telegram', chat }, noteOf(pressed.id));
      return typeof note?.content === 'string' && !note.expired ? note.content : null;
    },
  };
}

import type { Database } from '../../../store/database.ts';
import { dropNote, keepNote, readNote } from '../../../store/messages/chatNotes.ts';
import type { OutgoingMessage } from './render/outgoing.ts';

/** What is remembered of a chat for a while, by all processes alike. */
export type ChatMemory = {
  /** Whether this was done for another update within the time; if not, it is done for this one now. */
  readonly isRecent: (chat: string, what: string, update: string, seconds: number) => Promise<boolean>;
  readonly setShutOut: (chat: string, isShutOut: boolean) => Promise<void>;
  readonly isShutOut: (chat: string) => Promise<boolean>;
  /** Which answer a sent message bore the votes of. Never throws: a vote by reaction is a comfort. */
  readonly noteVotes: (chat: string, messageId: number, message: OutgoingMessage) => Promise<void>;
  readonly votesOf: (chat: string, messageId: number) => Promise<number | null>;
};

/** Who blocked the bot may come back without its being told. */
const SHUT_OUT_SECONDS = 90 * 24 * 3600;
const VOTES_SECONDS = 7 * 24 * 3600;
const SHUT_OUT = 'shut out';
const VOTE = /^\/gopy (\d{1,15}) tot$/;

export function createChatMemory(database: Database): ChatMemory {
  const placeOf = (chat: string) => ({ channel: 'telegram', chat });
  const votes = (messageId: number) => `votes ${messageId}`;
  return {
    async isRecent(chat, what, update, seconds) {
      const note = await readNote(database, placeOf(chat), what);
      // Worked on again it is still the first.
      if (note !== null && !note.expired) return note.content !== update;
      await keepNote(database, placeOf(chat), what, update, seconds);
      return false;
    },
    setShutOut: (chat, isShutOut) =>
      isShutOut
        ? keepNote(database, placeOf(chat), SHUT_OUT, true, SHUT_OUT_SECONDS)
        : dropNote(database, placeOf(chat), SHUT_OUT),
    async isShutOut(chat) {
      const note = await readNote(database, placeOf(chat), SHUT_OUT);
      return note !== null && !note.expired;
    },
    async noteVotes(chat, messageId, { markup }) {
      if (markup === null || !('inline_keyboard' in markup)) return;
      for (const button of markup.inline_keyboard.flat()) {
        const id = 'callback_data' in button ? VOTE.exec(button.callback_data)?.[1] : undefined;
        if (id === undefined) continue;
        return keepNote(database, placeOf(chat), votes(messageId), Number(id), VOTES_SECONDS).catch(
          () => undefined,
        );
      }
    },
    async votesOf(chat, messageId) {
      const note = await readNote(database, placeOf(chat), votes(messageId));
      return typeof note?.content === 'number' && !note.expired ? note.content : null;
    },
  };
}

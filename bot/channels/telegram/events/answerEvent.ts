import type { Reply } from '../../../message.ts';
import type { ChatMemory } from '../chatMemory.ts';
import { type OutgoingMessage, renderSentence } from '../render/outgoing.ts';
import { renderReply } from '../render/render.ts';
import { texts } from '../texts.ts';
import type { TelegramEvent } from './events.ts';

export type EventAnswers = {
  readonly memory: ChatMemory;
  /** Asks the core in the name of who reacted. */
  readonly vote: (event: TelegramEvent & { readonly kind: 'reaction' }, words: string) => Promise<Reply>;
  readonly username: () => string;
};

/** A group that takes the bot out and in again is greeted once a day. */
const GREETED_SECONDS = 24 * 3600;

/** What is said to an event; mostly nothing. `update`: its key. */
export async function answerEvent(
  event: TelegramEvent,
  update: string,
  { memory, vote, username }: EventAnswers,
): Promise<readonly OutgoingMessage[]> {
  const chat = String(event.chatId);
  switch (event.kind) {
    case 'shut_out':
    case 'let_in':
      await memory.setShutOut(chat, event.kind === 'shut_out');
      return [];
    case 'joined': {
      await memory.setShutOut(chat, false);
      const isGreeted = await memory.isRecent(chat, 'greeted', update, GREETED_SECONDS);
      return isGreeted ? [] : renderSentence(texts.joined(username()));
    }
    case 'reaction': {
      const answer = await memory.votesOf(chat, event.messageId);
      if (answer === null) return [];
      const reply = await vote(event, `/gopy ${answer} ${event.good ? 'tot' : 'xau'}`);
      // Thanks for every thumb would be noise; what is wrong with an answer is asked.
      return event.good ? [] : renderReply(reply, { isPrivate: event.isPrivate, sharedPhone: false });
    }
  }
}

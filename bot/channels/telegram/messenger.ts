import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { Database } from '../../../store/database.ts';
import type { ComposeContext, Json, Messenger, ReceivedUpdate } from '../../delivery/messenger.ts';
import { collectReply } from '../../message.ts';
import { type TypingPace, whileTyping } from '../whileTyping.ts';
import { type AnswerParts, createAnswering } from './answerMessage.ts';
import { createChatMemory } from './chatMemory.ts';
import { answerEvent } from './events/answerEvent.ts';
import { readEvent, type TelegramEvent } from './events/events.ts';
import { createAlbums } from './receive/albums.ts';
import { type Incoming, readUpdate } from './receive/incoming.ts';
import { renderSentence } from './render/outgoing.ts';
import { createDrafts, type DraftPace } from './send/drafts.ts';
import { safeFailure } from './send/failures.ts';
import { limits } from './send/limits.ts';
import { createReceipts } from './send/receipts.ts';
import { showTyping } from './send/send.ts';
import { isGroup, sendStored } from './send/sendStored.ts';
import { toStored } from './send/stored.ts';
import { texts } from './texts.ts';

export type MessengerParts = Omit<AnswerParts, 'drafts'> & {
  /** Repeats nothing by itself. */
  readonly api: Api;
  readonly token: string;
  readonly database: Database;
  readonly showPace: ShowPace;
  /** Voice messages are listened to. */
  readonly hears: boolean;
  readonly ownCommands: ReadonlySet<string>;
  readonly typing: TypingPace;
  readonly limits?: Messenger['limits'] | undefined;
};

/** When it is shown that an answer takes its time. */
export type ShowPace = DraftPace & {
  /** A question that is not answered by then is marked as seen. */
  readonly receiptAfterMs: number;
};

/** Telegram behind inbox and outbox: updates as the Bot API tells of them, one call for each message. */
export function createMessenger(parts: MessengerParts): Messenger {
  const { api, token } = parts;
  const albums = createAlbums(parts.database);
  const memory = createChatMemory(parts.database);
  const answer = createAnswering({ ...parts, drafts: createDrafts(api, parts.showPace) });
  const receipts = createReceipts(api, parts.showPace.receiptAfterMs);

  const read = ({ update }: ReceivedUpdate): Incoming | null => {
    const bot = parts.me();
    if (bot === null) throw new Error('the Telegram server has not been reached yet');
    return readUpdate(update as unknown as Update, bot, parts.ownCommands, parts.hears);
  };

  const compose = async (received: ReceivedUpdate, context: ComposeContext): Promise<readonly Json[]> => {
    const { chat, key } = received;
    const event = readEvent(received.update as unknown as Update);
    if (event !== null) return composeEvent(event, key);
    const incoming = read(received);
    if (incoming === null) return [];
    const { target, albumId, file } = incoming;
    if (incoming.message === null && (await albums.isRest(chat, albumId, key))) return [];
    if (incoming.refusal === 'not_text' && (await memory.isRecent(chat, 'declined', key, DECLINED_SECONDS)))
      return [];
    const typing = (ended: AbortSignal) => showTyping(api, target, ended);
    const { messages, ...rest } = await whileTyping(typing, parts.typing, () =>
      receipts.during(incoming, () => answer(incoming, key, context)),
    );
    // Ten files that are refused get one answer.
    if (file !== null && (await albums.wasSaid(chat, albumId, key, messages))) return [];
    return toStored(target, messages, rest);
  };

  const composeEvent = async (event: TelegramEvent, key: string): Promise<readonly Json[]> => {
    const messages = await answerEvent(event, key, {
      memory,
      username: () => parts.me()?.username ?? '',
      vote: ({ sender, chatId, isPrivate }, text) =>
        collectReply(
          parts.respond({ channel: 'telegram', conversation: String(chatId), sender, isPrivate, text }),
        ),
    });
    const replyTo = event.kind === 'reaction' ? event.messageId : undefined;
    return toStored({ threadId: undefined, replyTo }, messages, { protect: false });
  };

  return {
    name: 'telegram',
    compose,
    apology(received) {
      const incoming = read(received);
      if (incoming === null) return [];
      return toStored(incoming.target, renderSentence(texts.trouble), { protect: false, isLast: true });
    },
    say: (text) =>
      toStored({ threadId: undefined, replyTo: undefined }, renderSentence(text), {
        // Notices speak of somebody's record.
        protect: true,
        isLast: true,
        isUnasked: true,
      }),
    send: (chat, message) =>
      sendStored({ api, token, seal: parts.buttons.seal, memory, log: parts.log }, chat, message),
    isReady: () => parts.me() !== null,
    safeFailure: (error) => safeFailure(error, token),
    limits: parts.limits ?? limits,
    isGroup,
  };
}

/** Ten voice messages in a row are declined once. */
const DECLINED_SECONDS = 60;

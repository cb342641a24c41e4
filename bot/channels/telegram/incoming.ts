import type { Message as TelegramMessage, Update, UserFromGetMe } from 'grammy/types';
import type { Message } from '../../message.ts';
import { isForBot, textForBot } from './addressed.ts';

/** Where an answer goes. */
export type Target = {
  readonly chatId: number;
  /** Topic of a forum. */
  readonly threadId: number | undefined;
  /** The message that is answered, where that must be shown: in groups, and for an edited question. */
  readonly replyTo: number | undefined;
};

/** An update that asks for an answer. */
export type Incoming = {
  readonly target: Target;
  /** For the core; `null` when the message holds nothing that it could read. */
  readonly message: Message | null;
  /** To be answered at once: a pressed button shows a clock until then. */
  readonly callbackId: string | undefined;
  /** Photos sent together arrive as several messages with this in common. */
  readonly albumId: string | undefined;
};

/** The kinds of update that `readUpdate` understands. */
export const wantedUpdates = ['message', 'edited_message', 'callback_query'] as const;

const unreadable = [
  'photo',
  'voice',
  'audio',
  'video',
  'video_note',
  'animation',
  'sticker',
  'document',
  'location',
  'venue',
  'contact',
  'poll',
  'dice',
  'story',
] as const satisfies readonly (keyof TelegramMessage)[];

/**
 * What an update asks of us, or `null` where silence is right. `ownCommands` are taken without the bot's name. Pure.
 */
export function readUpdate(
  update: Update,
  me: UserFromGetMe,
  ownCommands: ReadonlySet<string>,
): Incoming | null {
  if (update.callback_query !== undefined) return readButton(update.callback_query);
  const { message, edited_message: edited } = update;
  if (message !== undefined) return readMessage(message, me, ownCommands, false);
  return edited === undefined ? null : readMessage(edited, me, ownCommands, true);
}

function readButton(query: NonNullable<Update['callback_query']>): Incoming | null {
  const { message, data } = query;
  if (message === undefined || data === undefined) return null;
  const thread =
    'is_topic_message' in message && message.is_topic_message ? message.message_thread_id : undefined;
  return {
    target: {
      chatId: message.chat.id,
      threadId: thread,
      replyTo: message.chat.type === 'private' ? undefined : message.message_id,
    },
    message: toMessage(message.chat.id, data),
    callbackId: query.id,
    albumId: undefined,
  };
}

function readMessage(
  message: TelegramMessage,
  me: UserFromGetMe,
  ownCommands: ReadonlySet<string>,
  edited: boolean,
): Incoming | null {
  if (!isFromPerson(message)) return null;
  const target: Target = {
    chatId: message.chat.id,
    threadId: message.is_topic_message ? message.message_thread_id : undefined,
    replyTo: edited || message.chat.type !== 'private' ? message.message_id : undefined,
  };
  const rest = { target, callbackId: undefined, albumId: message.media_group_id };
  if (message.text !== undefined) {
    const text = textForBot(message, me, ownCommands);
    return text === null ? null : { ...rest, message: toMessage(message.chat.id, text) };
  }
  // An edited photo or a moving location would be answered again and again.
  if (edited || !unreadable.some((kind) => message[kind] !== undefined)) return null;
  return isForBot(message, me) ? { ...rest, message: null } : null;
}

function toMessage(chatId: number, text: string): Message {
  return { channel: 'telegram', conversation: String(chatId), text };
}

function isFromPerson(message: TelegramMessage): boolean {
  if (message.chat.type === 'channel' || message.is_automatic_forward) return false;
  // An administrator who stays anonymous writes through a bot of Telegram's, in the name of the group.
  if (message.sender_chat !== undefined) return message.sender_chat.id === message.chat.id;
  return message.from?.is_bot === false;
}

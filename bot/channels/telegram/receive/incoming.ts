import type { Message as TelegramMessage, Update, User, UserFromGetMe } from 'grammy/types';
import type { Message } from '../../../message.ts';
import { texts } from '../texts.ts';
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
  /** For the core; `null` when the message holds nothing that it could read, for the reason in `refusal`. */
  readonly message: Message | null;
  readonly refusal: 'not_text' | 'not_own_phone' | null;
  /** To be answered at once: a pressed button shows a clock until then. */
  readonly callbackId: string | undefined;
  /** Photos and files sent together arrive as several messages with this in common. */
  readonly albumId: string | undefined;
  /** The message that is read or, for a pressed button, that bore it. */
  readonly messageId: number;
  /** What came with `message`, still on Telegram's server. */
  readonly file: IncomingFile | null;
};

/** A file as an update tells of it. */
export type IncomingFile = {
  readonly fileId: string;
  readonly name: string;
  /** In bytes, where it is known. */
  readonly size: number | null;
  /** Sent as a photo, which Telegram makes smaller. */
  readonly isPhoto: boolean;
};

/** The kinds of update that something is done with. */
export const wantedUpdates = [
  'message',
  'edited_message',
  'callback_query',
  'inline_query',
  'message_reaction',
  'my_chat_member',
] as const;

const unreadable = [
  'voice',
  'audio',
  'video',
  'video_note',
  'animation',
  'sticker',
  'location',
  'venue',
  'poll',
  'dice',
  'story',
] as const satisfies readonly (keyof TelegramMessage)[];

/** What the core is told of a person who shared their own phone number. */
const OWN_PHONE_TEXT = '/chiasesodienthoai';

/**
 * What an update asks of us, or `null` where silence is right. `ownCommands` are taken without the bot's name; `hears`: a voice message
 * in a private chat is a file to be listened to. Pure.
 */
export function readUpdate(
  update: Update,
  me: UserFromGetMe,
  ownCommands: ReadonlySet<string>,
  hears = false,
): Incoming | null {
  if (update.callback_query !== undefined) return readButton(update.callback_query);
  const { message, edited_message: edited } = update;
  if (message !== undefined) return readMessage(message, me, ownCommands, { edited: false, hears });
  return edited === undefined ? null : readMessage(edited, me, ownCommands, { edited: true, hears });
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
    message: toMessage(message.chat, personKey(query.from), data),
    refusal: null,
    callbackId: query.id,
    albumId: undefined,
    messageId: message.message_id,
    file: null,
  };
}

function readMessage(
  message: TelegramMessage,
  me: UserFromGetMe,
  ownCommands: ReadonlySet<string>,
  { edited, hears }: { readonly edited: boolean; readonly hears: boolean },
): Incoming | null {
  if (!isFromPerson(message)) return null;
  const target: Target = {
    chatId: message.chat.id,
    threadId: message.is_topic_message ? message.message_thread_id : undefined,
    replyTo: edited || message.chat.type !== 'private' ? message.message_id : undefined,
  };
  const rest = {
    target,
    callbackId: undefined,
    albumId: message.media_group_id,
    messageId: message.message_id,
    file: null,
  };
  if (message.text !== undefined) {
    const text = textForBot(message, me, ownCommands);
    if (text === null) return null;
    const repliesTo = wordsRepliedTo(message, me);
    const said = toMessage(message.chat, senderOf(message), text);
    return { ...rest, message: repliesTo === null ? said : { ...said, repliesTo }, refusal: null };
  }
  const file = edited ? null : ((hears ? readVoice(message) : null) ?? readFile(message));
  if (file !== null) {
    if (!isForBot(message, me)) return null;
    return { ...rest, message: toMessage(message.chat, senderOf(message), ''), refusal: null, file };
  }
  if (message.contact !== undefined && !edited && isForBot(message, me)) {
    const ownPhone = readOwnPhone(message);
    if (ownPhone === null) return { ...rest, message: null, refusal: 'not_own_phone' };
    const shared = toMessage(message.chat, senderOf(message), OWN_PHONE_TEXT);
    return { ...rest, message: { ...shared, ownPhone }, refusal: null };
  }
  // An edited photo or a moving location would be answered again and again.
  if (edited || !unreadable.some((kind) => message[kind] !== undefined)) return null;
  return isForBot(message, me) ? { ...rest, message: null, refusal: 'not_text' } : null;
}

/** A voice message to the bot alone; what is said in a group is for the others. */
function readVoice({ voice, chat, message_id }: TelegramMessage): IncomingFile | null {
  if (voice === undefined || chat.type !== 'private') return null;
  const name = `${texts.voiceName}-${message_id}.ogg`;
  return { fileId: voice.file_id, name, size: voice.file_size ?? null, isPhoto: false };
}

/** A document, or a photo in the largest size that there is; `null` for moving pictures, which come as documents too. */
function readFile({ document, photo, animation, message_id }: TelegramMessage): IncomingFile | null {
  if (animation !== undefined) return null;
  const largest = photo?.reduce((best, one) => (one.width > best.width ? one : best));
  const found = document ?? largest;
  if (found === undefined) return null;
  const ownName = document === undefined ? photoName(message_id) : document.file_name;
  return {
    fileId: found.file_id,
    name: ownName === undefined || ownName.trim() === '' ? texts.fileName : ownName,
    size: found.file_size ?? null,
    isPhoto: document === undefined,
  };
}

const photoName = (messageId: number) => `${texts.photoName}-${messageId}.jpg`;

/** The words of the bot's own message that this one replies to. */
function wordsRepliedTo({ reply_to_message: replied }: TelegramMessage, me: UserFromGetMe): string | null {
  return replied?.from?.id === me.id ? (replied.text ?? replied.caption ?? null) : null;
}

function toMessage(chat: TelegramMessage['chat'], sender: string | null, text: string): Message {
  const isPrivate = chat.type === 'private';
  return { channel: 'telegram', conversation: String(chat.id), sender, isPrivate, text };
}

/**
 * The person who sent a message; `null` for an anonymous administrator, who writes in the name of the group. Who wrote
 * the original of a forwarded message says nothing about who sends it.
 */
function senderOf({ from, sender_chat }: TelegramMessage): string | null {
  return sender_chat === undefined && from !== undefined ? personKey(from) : null;
}

function personKey({ id, is_bot }: User): string | null {
  return is_bot ? null : String(id);
}

/**
 * Digits with the country code, when the button for that sent them: Telegram then says whose number it is. A contact
 * that was forwarded, made by another bot, or picked from the address book proves nothing.
 */
function readOwnPhone({ chat, from, contact, forward_origin, via_bot }: TelegramMessage): string | null {
  if (chat.type !== 'private' || contact === undefined || from === undefined) return null;
  if (contact.user_id !== from.id || forward_origin !== undefined || via_bot !== undefined) return null;
  const digits = contact.phone_number.replace(/[\s+().-]/g, '');
  return /^[1-9]\d{6,14}$/.test(digits) ? digits : null;
}

function isFromPerson(message: TelegramMessage): boolean {
  if (message.chat.type === 'channel' || message.is_automatic_forward) return false;
  // An administrator who stays anonymous writes through a bot of Telegram's, in the name of the group.
  if (message.sender_chat !== undefined) return message.sender_chat.id === message.chat.id;
  return message.from?.is_bot === false;
}

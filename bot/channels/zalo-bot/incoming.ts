import { z } from 'zod';
import type { Message } from '../../message.ts';
import { textForBot } from './addressed.ts';

/** Ids are strings: they exceed 2^53. Also where they came as numbers, whose digits `parseLossless` keeps. */
const id = z.union([z.string(), z.number()]).transform(String).pipe(z.string().min(1));

/** What came in, from a poll or through the webhook, in the shape that is used here. */
const update = z.object({
  event_name: z.string(),
  message: z
    .object({
      message_id: id,
      from: z.object({ id, is_bot: z.boolean().optional() }),
      chat: z.object({ id, chat_type: z.string() }),
      text: z.string().optional(),
      voice_url: z.string().optional().catch(undefined),
      reply_to_message: z.unknown().optional(),
    })
    .optional(),
});

/** A message that holds an address may come under a name of its own. */
const WORDS: ReadonlySet<string> = new Set(['message.text.received', 'message.link.received']);

/** `unsupported` is everyday: files, cards, and whatever is written by people whom Zalo protects, such as children. */
const UNREADABLE: ReadonlySet<string> = new Set([
  'message.image.received',
  'message.sticker.received',
  'message.voice.received',
  'message.unsupported.received',
]);

export type ZaloUpdate = z.infer<typeof update>;
export type ZaloMessage = NonNullable<ZaloUpdate['message']>;

/** A message that asks for an answer. */
export type Incoming = {
  readonly chat: string;
  /** One a message, the same when it is delivered again. */
  readonly key: string;
  readonly isPrivate: boolean;
  /** For the core; `null` when it holds nothing that can be read: a picture, a sticker, a voice, what Zalo keeps back. */
  readonly message: Message | null;
  /** A voice that was sent to the bot alone, and where Zalo keeps it. */
  readonly voice: { readonly url: string; readonly sender: string } | null;
};

/**
 * The updates in what the server says, which comes with and without an envelope, alone and in a list; `null` when it is
 * none of this.
 */
export function readUpdates(body: unknown): readonly ZaloUpdate[] | null {
  const inner = z.object({ result: z.unknown().optional() }).safeParse(body);
  const told = inner.success && inner.data.result !== undefined ? inner.data.result : body;
  if (told === null || told === undefined || (isObject(told) && Object.keys(told).length === 0)) return [];
  const list = z.array(update).safeParse(Array.isArray(told) ? told : [told]);
  return list.success ? list.data : null;
}

/** What an update asks of us, or `null` where silence is right. `names` are the bot's own. Pure. */
export function readUpdate({ event_name, message }: ZaloUpdate, names: readonly string[]): Incoming | null {
  if (message === undefined || message.from.is_bot === true) return null;
  const { chat, from, message_id } = message;
  const isPrivate = chat.chat_type === 'PRIVATE';
  const rest = { chat: chat.id, key: `${chat.id} ${message_id}`, isPrivate, voice: null };
  if (message.text === undefined || !WORDS.has(event_name)) {
    // Pictures in a group are not for the bot.
    const url = event_name === 'message.voice.received' ? message.voice_url : undefined;
    const voice = url === undefined ? null : { url, sender: from.id };
    return isPrivate && UNREADABLE.has(event_name) ? { ...rest, message: null, voice } : null;
  }
  const text = isPrivate ? message.text : textForBot(message.text, isReply(message), names);
  if (text === null) return null;
  return {
    ...rest,
    message: { channel: 'zalo-bot', conversation: chat.id, sender: from.id, isPrivate, text },
  };
}

function isReply({ reply_to_message }: ZaloMessage): boolean {
  return reply_to_message !== undefined && reply_to_message !== null;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

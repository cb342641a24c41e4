import { type Api, InputFile } from 'grammy';
import { isRefused, isShutOut } from './failures.ts';
import type { Target } from './incoming.ts';
import { type OutgoingMessage, withMarkupAtEnd } from './outgoing.ts';

/** What holds for every message of a reply. */
export type SendOptions = {
  /** Keeps clients from forwarding or saving it. */
  readonly protect: boolean;
  /** An upload failed and its words were sent instead; for the log. */
  readonly onUploadFailure: (error: unknown) => void;
};

/** Sends the messages of one reply in order; answers the id of the first. Throws grammY's errors; what was sent before stays sent. */
export async function sendMessages(
  api: Api,
  target: Target,
  messages: readonly OutgoingMessage[],
  options: SendOptions,
): Promise<number | null> {
  let chatId = target.chatId;
  let first: number | null = null;
  for (const [index, message] of messages.entries()) {
    const where = { ...target, chatId, replyTo: index === 0 ? target.replyTo : undefined };
    const sent = await sendOrSay(api, where, message, options);
    chatId = sent.chatId;
    first ??= sent.messageId;
  }
  return first;
}

/** Where a message went, a group that became a supergroup having a new id, and its own id. */
type Sent = { readonly chatId: number; readonly messageId: number | null };

/** As `sendOne`; what an upload would have shown is said in words when it fails, for whatever reason. */
async function sendOrSay(
  api: Api,
  target: Target,
  message: OutgoingMessage,
  options: SendOptions,
): Promise<Sent> {
  if (message.kind === 'text') return sendOne(api, target, message, options);
  try {
    return await sendOne(api, target, message, options);
  } catch (error) {
    if (isShutOut(error)) throw error;
    options.onUploadFailure(error);
    const words = withMarkupAtEnd(message.instead, message.markup);
    return { chatId: target.chatId, messageId: await sendMessages(api, target, words, options) };
  }
}

async function sendOne(
  api: Api,
  target: Target,
  message: OutgoingMessage,
  options: SendOptions,
): Promise<Sent> {
  const { chatId } = target;
  try {
    return { chatId, messageId: await deliver(api, target, message, options) };
  } catch (error) {
    if (!isRefused(error)) throw error;
    const moved = error.parameters.migrate_to_chat_id;
    if (moved !== undefined) {
      const there = { chatId: moved, threadId: undefined, replyTo: undefined };
      return { chatId: moved, messageId: await deliver(api, there, message, options) };
    }
    if (message.kind !== 'text' || !/can't parse entities/i.test(error.description)) throw error;
    const unformatted = { ...noPreview, ...parameters(target, message, options) };
    const { message_id: messageId } = await api.sendMessage(chatId, message.plain, unformatted);
    return { chatId, messageId };
  }
}

export const noPreview = { link_preview_options: { is_disabled: true } } as const;

/** Answers the id of the message. */
async function deliver(
  api: Api,
  target: Target,
  message: OutgoingMessage,
  options: SendOptions,
): Promise<number> {
  const { chatId } = target;
  const common = parameters(target, message, options);
  if (message.kind === 'text') {
    const words = { parse_mode: 'HTML', ...noPreview, ...common } as const;
    return (await api.sendMessage(chatId, message.html, words)).message_id;
  }
  const file = new InputFile(message.bytes, message.name);
  const captioned = { ...(message.caption === null ? {} : { caption: message.caption }), ...common };
  const sending =
    message.kind === 'photo'
      ? api.sendPhoto(chatId, file, captioned)
      : api.sendDocument(chatId, file, captioned);
  return (await sending).message_id;
}

function parameters(target: Target, message: OutgoingMessage, { protect }: SendOptions) {
  return {
    // A file is there to be kept; what it holds was asked for by whoever may see it.
    ...(protect && message.kind !== 'document' ? { protect_content: true } : {}),
    ...(target.threadId === undefined ? {} : { message_thread_id: target.threadId }),
    ...(target.replyTo === undefined
      ? {}
      : { reply_parameters: { message_id: target.replyTo, allow_sending_without_reply: true } }),
    ...(message.markup === null ? {} : { reply_markup: message.markup }),
  };
}

/** Shows "typing…" once. */
export function showTyping(api: Api, { chatId, threadId }: Target, ended: AbortSignal): Promise<unknown> {
  const thread = threadId === undefined ? {} : { message_thread_id: threadId };
  return api.sendChatAction(chatId, 'typing', thread, asGrammySignal(ended));
}

type GrammySignal = NonNullable<Parameters<Api['getMe']>[0]>;

/** grammY's type is that of a polyfill; Node's own signal does the same. */
export function asGrammySignal(signal: AbortSignal): GrammySignal {
  return signal as unknown as GrammySignal;
}

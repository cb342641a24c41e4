import { type Api, InputFile } from 'grammy';
import type { InlineKeyboardMarkup } from 'grammy/types';
import type { Target } from '../receive/incoming.ts';
import type { SealFor } from '../render/buttons.ts';
import type { Markup, OutgoingMessage } from '../render/outgoing.ts';
import { isBroken, isRefused } from './failures.ts';
import type { Stored, Way } from './stored.ts';

/** Where a message went, a group that became a supergroup having a new id, and its own id. */
export type Sent = { readonly chatId: number; readonly messageId: number };

/**
 * Sends one message. Words whose formatting the server does not understand go without it; what is for a group that became a
 * supergroup goes there. Throws grammY's errors, and `NotSealed`.
 */
export async function sendMessage(
  api: Api,
  chatId: number,
  { message: unsealed, way }: Stored,
  seal: SealFor,
): Promise<Sent> {
  const message = await seal(chatId, unsealed);
  try {
    return { chatId, messageId: await deliver(api, chatId, message, way) };
  } catch (error) {
    if (!isRefused(error)) throw error;
    const moved = error.parameters.migrate_to_chat_id;
    if (moved !== undefined) {
      const there = { ...way, threadId: undefined, replyTo: undefined };
      return { chatId: moved, messageId: await deliver(api, moved, await seal(moved, unsealed), there) };
    }
    if (message.kind !== 'text' || !/can't parse entities/i.test(error.description)) throw error;
    const unformatted = { ...noPreview, ...parameters(message, way) };
    const { message_id: messageId } = await api.sendMessage(chatId, message.plain, unformatted);
    return { chatId, messageId };
  }
}

const noPreview = { link_preview_options: { is_disabled: true } } as const;

/** Answers the id of the message. */
async function deliver(api: Api, chatId: number, message: OutgoingMessage, way: Way): Promise<number> {
  const common = parameters(message, way);
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

function parameters(message: OutgoingMessage, { protect, threadId, replyTo }: Way) {
  return {
    // A file is there to be kept; what it holds was asked for by whoever may see it.
    ...(protect && message.kind !== 'document' ? { protect_content: true } : {}),
    ...(threadId === undefined ? {} : { message_thread_id: threadId }),
    ...(replyTo === undefined
      ? {}
      : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
    ...(message.markup === null ? {} : { reply_markup: message.markup }),
  };
}

/**
 * Changes a message of the bot's to this one. `false`: the server will not have it, or does not know how. Throws grammY's errors
 * where it may have done so, and `NotSealed`.
 */
export async function changeMessage(
  api: Api,
  chatId: number,
  messageId: number,
  unsealed: OutgoingMessage,
  seal: SealFor,
): Promise<boolean> {
  const message = await seal(chatId, unsealed);
  // Only buttons under the message itself can come with a change.
  if (message.kind !== 'text' || (message.markup !== null && !hasButtons(message.markup))) return false;
  const common = {
    ...noPreview,
    ...(hasButtons(message.markup) ? { reply_markup: message.markup } : {}),
  };
  const tries = [
    () => api.editMessageText(chatId, messageId, message.html, { parse_mode: 'HTML', ...common }),
    () => api.editMessageText(chatId, messageId, message.plain, common),
  ];
  for (const attempt of tries) {
    try {
      await attempt();
      return true;
    } catch (error) {
      if (isBroken(error)) return false;
      if (!isRefused(error)) throw error;
      if (/message is not modified/i.test(error.description)) return true;
      if (!/can't parse entities/i.test(error.description)) return false;
    }
  }
  return false;
}

function hasButtons(markup: Markup | null): markup is InlineKeyboardMarkup {
  return markup !== null && 'inline_keyboard' in markup;
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

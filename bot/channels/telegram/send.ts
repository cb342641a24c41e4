import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { InlineKeyboardMarkup } from 'grammy/types';
import { isRefused } from './failures.ts';
import type { Target } from './incoming.ts';
import type { OutgoingMessage } from './render.ts';

/** Sends the messages of one reply in order. Throws grammY's errors; what was sent before stays sent. */
export async function sendMessages(
  api: Api,
  target: Target,
  messages: readonly OutgoingMessage[],
): Promise<void> {
  let chatId = target.chatId;
  for (const [index, message] of messages.entries()) {
    const where = { ...target, chatId, replyTo: index === 0 ? target.replyTo : undefined };
    chatId = await sendOne(api, where, message);
  }
}

/** Answers the id of the chat that the message went to: a group that became a supergroup has a new one. */
async function sendOne(api: Api, target: Target, message: OutgoingMessage): Promise<number> {
  try {
    await sendHtml(api, target, message);
    return target.chatId;
  } catch (error) {
    if (!isRefused(error)) throw error;
    const moved = error.parameters.migrate_to_chat_id;
    if (moved !== undefined) {
      await sendHtml(api, { chatId: moved, threadId: undefined, replyTo: undefined }, message);
      return moved;
    }
    if (!/can't parse entities/i.test(error.description)) throw error;
    await api.sendMessage(target.chatId, message.plain, options(target, message));
    return target.chatId;
  }
}

async function sendHtml(api: Api, target: Target, message: OutgoingMessage): Promise<void> {
  await api.sendMessage(target.chatId, message.html, { parse_mode: 'HTML', ...options(target, message) });
}

function options(target: Target, message: OutgoingMessage) {
  const keyboard: InlineKeyboardMarkup = {
    inline_keyboard: message.keyboard.map((row) => row.map((button) => ({ ...button }))),
  };
  return {
    link_preview_options: { is_disabled: true },
    ...(target.threadId === undefined ? {} : { message_thread_id: target.threadId }),
    ...(target.replyTo === undefined
      ? {}
      : { reply_parameters: { message_id: target.replyTo, allow_sending_without_reply: true } }),
    ...(message.keyboard.length === 0 ? {} : { reply_markup: keyboard }),
  };
}

/**
 * Shows "typing…" while `work` runs, again every `everyMs` (the sign lasts 5 s). Failures to show it do not matter.
 */
export async function whileTyping<Result>(
  api: Api,
  target: Target,
  everyMs: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const done = new AbortController();
  const thread = target.threadId === undefined ? {} : { message_thread_id: target.threadId };
  const show = async () => {
    while (!done.signal.aborted) {
      await api
        .sendChatAction(target.chatId, 'typing', thread, asGrammySignal(done.signal))
        .catch(() => undefined);
      await sleep(everyMs, undefined, { signal: done.signal }).catch(() => undefined);
    }
  };
  const showing = show();
  try {
    return await work();
  } finally {
    done.abort();
    await showing;
  }
}

type GrammySignal = NonNullable<Parameters<Api['getMe']>[0]>;

/** grammY's type is that of a polyfill; Node's own signal does the same. */
export function asGrammySignal(signal: AbortSignal): GrammySignal {
  return signal as unknown as GrammySignal;
}

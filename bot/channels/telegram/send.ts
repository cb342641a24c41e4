import { setTimeout as sleep } from 'node:timers/promises';
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

/** Sends the messages of one reply in order. Throws grammY's errors; what was sent before stays sent. */
export async function sendMessages(
  api: Api,
  target: Target,
  messages: readonly OutgoingMessage[],
  options: SendOptions,
): Promise<void> {
  let chatId = target.chatId;
  for (const [index, message] of messages.entries()) {
    const where = { ...target, chatId, replyTo: index === 0 ? target.replyTo : undefined };
    chatId = await sendOrSay(api, where, message, options);
  }
}

/** As `sendOne`; what an upload would have shown is said in words when it fails, for whatever reason. */
async function sendOrSay(
  api: Api,
  target: Target,
  message: OutgoingMessage,
  options: SendOptions,
): Promise<number> {
  if (message.kind === 'text') return sendOne(api, target, message, options);
  try {
    return await sendOne(api, target, message, options);
  } catch (error) {
    if (isShutOut(error)) throw error;
    options.onUploadFailure(error);
    const words = withMarkupAtEnd(message.instead, message.markup);
    await sendMessages(api, target, words, options);
    return target.chatId;
  }
}

/** Answers the id of the chat that the message went to: a group that became a supergroup has a new one. */
async function sendOne(
  api: Api,
  target: Target,
  message: OutgoingMessage,
  options: SendOptions,
): Promise<number> {
  try {
    await deliver(api, target, message, options);
    return target.chatId;
  } catch (error) {
    if (!isRefused(error)) throw error;
    const moved = error.parameters.migrate_to_chat_id;
    if (moved !== undefined) {
      await deliver(api, { chatId: moved, threadId: undefined, replyTo: undefined }, message, options);
      return moved;
    }
    if (message.kind !== 'text' || !/can't parse entities/i.test(error.description)) throw error;
    const unformatted = { ...noPreview, ...parameters(target, message, options) };
    await api.sendMessage(target.chatId, message.plain, unformatted);
    return target.chatId;
  }
}

const noPreview = { link_preview_options: { is_disabled: true } } as const;

async function deliver(
  api: Api,
  target: Target,
  message: OutgoingMessage,
  options: SendOptions,
): Promise<void> {
  const common = parameters(target, message, options);
  if (message.kind === 'text') {
    await api.sendMessage(target.chatId, message.html, { parse_mode: 'HTML', ...noPreview, ...common });
    return;
  }
  const file = new InputFile(message.bytes, message.name);
  const captioned = { ...(message.caption === null ? {} : { caption: message.caption }), ...common };
  if (message.kind === 'photo') await api.sendPhoto(target.chatId, file, captioned);
  else await api.sendDocument(target.chatId, file, captioned);
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

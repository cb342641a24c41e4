import { setTimeout as sleep } from 'node:timers/promises';
import type { ZaloApi } from './api.ts';
import { askedToWait, didNothing, isShutOut } from './failures.ts';
import type { OutgoingMessage } from './render.ts';

const MOST_TRIES = 5;
/** A longer wait than this is no answer any more. */
const LONGEST_WAIT_SECONDS = 300;
/** What takes longer is lost. */
const REQUEST_MS = 30_000;

export type Sending = {
  readonly api: ZaloApi;
  /** Ends the waiting between tries. */
  readonly giveUp: AbortSignal;
  readonly firstWaitMs: number;
  /** What the server last asked to wait for; the allowance is the bot's, so that all chats wait. */
  readonly pause: { until: number; because: unknown };
  /** A picture could not be sent and its words were sent instead; for the log. */
  readonly onPhotoFailure: (error: unknown) => void;
};

/** Sends the messages of one reply in order. What was sent before a failure stays sent. */
export async function sendMessages(
  sending: Sending,
  chat: string,
  messages: readonly OutgoingMessage[],
): Promise<void> {
  for (const message of messages) {
    if (message.kind === 'text') {
      await sendText(sending, chat, message.text);
      continue;
    }
    const caption = message.caption === '' ? {} : { caption: message.caption };
    try {
      const photo = { chat_id: chat, photo: message.url, ...caption };
      await repeated(sending, () => sending.api('sendPhoto', photo, AbortSignal.timeout(REQUEST_MS)));
    } catch (error) {
      if (isShutOut(error)) throw error;
      sending.onPhotoFailure(error);
      for (const words of message.instead) await sendText(sending, chat, words);
    }
  }
}

async function sendText(sending: Sending, chat: string, text: string): Promise<void> {
  const words = { chat_id: chat, text };
  await repeated(sending, () => sending.api('sendMessage', words, AbortSignal.timeout(REQUEST_MS)));
}

/**
 * Repeats a call only where the server certainly did nothing with it, after the wait it asked for: a message has no key by
 * which it would know a repetition, so what may have been delivered is not said twice.
 */
async function repeated(
  { giveUp, firstWaitMs, pause }: Sending,
  call: () => Promise<unknown>,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    await waitUntil(pause.until, giveUp, pause.because);
    try {
      await call();
      return;
    } catch (error) {
      const now = performance.now();
      const asked = askedToWait(error);
      if (asked !== undefined && now + asked * 1000 > pause.until) {
        pause.until = now + asked * 1000;
        pause.because = error;
      }
      if (tries >= MOST_TRIES || !didNothing(error)) throw error;
      if (asked === undefined) await waitUntil(now + firstWaitMs * 2 ** (tries - 1), giveUp, error);
    }
  }
}

/** Throws `error` where the wait is too long or `giveUp` ends it: before its time nothing is sent. */
async function waitUntil(time: number, giveUp: AbortSignal, error: unknown): Promise<void> {
  for (let left = time - performance.now(); left > 0; left = time - performance.now()) {
    if (left > LONGEST_WAIT_SECONDS * 1000) throw error;
    const waited = await sleep(Math.ceil(left), true, { signal: giveUp }).catch(() => false);
    if (!waited) throw error;
  }
}

/** Shows “typing…” once. */
export function showTyping(api: ZaloApi, chat: string, ended: AbortSignal): Promise<unknown> {
  return api('sendChatAction', { chat_id: chat, action: 'typing' }, ended);
}

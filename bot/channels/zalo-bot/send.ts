import type { Json, SendOutcome } from '../../delivery/messenger.ts';
import { type ZaloApi, ZaloRefusal } from './api.ts';
import {
  askedToWait,
  didNothing,
  isBadToken,
  isOverQuota,
  isRefused,
  isShutOut,
  type SafeFailure,
  safeFailure,
} from './failures.ts';
import { type OutgoingMessage, renderSentence } from './render.ts';
import { texts } from './texts.ts';

/** One message, as it lies in the outbox. */
export type Stored = OutgoingMessage & {
  /** Nothing is said in its place where it fails: it says itself that something failed. */
  readonly isLast?: boolean;
};

/** An hour: it may be this message alone at which the server fails, and others of its chat wait behind it. */
const FAILING_TRIES = 20;

/** What takes longer is lost. */
const REQUEST_MS = 30_000;

export const toStored = (messages: readonly OutgoingMessage[], isLast = false): readonly Json[] =>
  messages.map((message) => (isLast ? { ...message, isLast } : message));

/** What was stored by `toStored`; it comes from the product's own table and nowhere else. */
export const fromStored = (stored: Json): Stored => stored as unknown as Stored;

/** Sends one message, in one call. Throws as `ZaloApi` does. */
export async function sendMessage(api: ZaloApi, chat: string, message: OutgoingMessage): Promise<void> {
  const patience = AbortSignal.timeout(REQUEST_MS);
  if (message.kind === 'text') {
    await api('sendMessage', { chat_id: chat, text: message.text }, patience);
    return;
  }
  const caption = message.caption === '' ? {} : { caption: message.caption };
  await api('sendPhoto', { chat_id: chat, photo: message.url, ...caption }, patience);
}

/** What a failed send came to. */
export function outcomeOf(error: unknown, message: Stored, token: string): SendOutcome {
  if (isShutOut(error)) return { kind: 'gone' };
  // The allowance is the bot's, so that all chats wait.
  if (isOverQuota(error)) return { kind: 'wait', seconds: askedToWait(error) ?? null, whom: 'channel' };
  const failure = shortly(safeFailure(error, token));
  if (isBadToken(error)) return { kind: 'unreached', failure };
  if (didNothing(error)) {
    const hasFailed = error instanceof ZaloRefusal;
    return { kind: 'unreached', failure, ...(hasFailed ? { mostTries: FAILING_TRIES } : {}) };
  }
  const instead = wordsInstead(message);
  return { kind: isRefused(error) ? 'refused' : 'unsure', failure, instead };
}

/** What a picture would have shown is said in words; of words it is said that they may be missing. */
function wordsInstead(message: Stored): readonly Json[] {
  if (message.isLast === true) return [];
  if (message.kind === 'text') return toStored(renderSentence(texts.trouble), true);
  return toStored(
    message.instead.map((text) => ({ kind: 'text', text })),
    true,
  );
}

const shortly = ({ failure, status }: SafeFailure) =>
  status === undefined ? failure : `${status} ${failure}`;

/** Shows “typing…” once. */
export function showTyping(api: ZaloApi, chat: string, ended: AbortSignal): Promise<unknown> {
  return api('sendChatAction', { chat_id: chat, action: 'typing' }, ended);
}

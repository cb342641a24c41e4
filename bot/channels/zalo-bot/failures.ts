import { fetchReason, hideToken, neverReached } from '../networkFailures.ts';
import { networkReasons } from '../texts.ts';
import { ZaloRefusal } from './api.ts';

/** Fields for the log. */
export type SafeFailure = {
  readonly failure: string;
  readonly method?: string;
  readonly status?: number;
};

/** What may be logged of an error: no token, no text of a message, no chat id. */
export function safeFailure(error: unknown, token: string): SafeFailure {
  if (error instanceof ZaloRefusal) {
    return { failure: hideToken(error.description, token), method: error.method, status: error.code };
  }
  const reached = networkReason(error);
  if (reached !== networkReasons.network) return { failure: reached };
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { failure: hideToken(said, token) };
}

/** `ECONNREFUSED`, `ENOTFOUND`, …, or a word for the rest; never the message, which may hold the address. */
export function networkReason(error: unknown): string {
  return error instanceof ZaloRefusal ? networkReasons.status(error.code) : fetchReason(error);
}

/** The server says that it did nothing, or was never reached: repeating the call cannot say anything twice. */
export function didNothing(error: unknown): boolean {
  if (error instanceof ZaloRefusal) return [429, 500, 502, 503].includes(error.code);
  return neverReached(error);
}

/** The allowance of messages is used up, or they come too fast. */
export function isOverQuota(error: unknown): boolean {
  return error instanceof ZaloRefusal && error.code === 429;
}

/** The person blocked the bot, or it was taken out of the group: nothing to do. */
export function isShutOut(error: unknown): boolean {
  return error instanceof ZaloRefusal && error.code === 403;
}

/** Nothing came while the server held the poll. */
export function isEmptyPoll(error: unknown): boolean {
  return error instanceof ZaloRefusal && error.code === 408;
}

/** 401 for a token that was reset, 404 for one that never was. */
export function isBadToken(error: unknown): boolean {
  return error instanceof ZaloRefusal && (error.code === 401 || error.code === 404);
}

/** The server understood the call and will not have it, however often it comes. */
export function isRefused(error: unknown): error is ZaloRefusal {
  return error instanceof ZaloRefusal && error.code === 400;
}

/** Seconds the server asks us to wait, if it does. */
export function askedToWait(error: unknown): number | undefined {
  return error instanceof ZaloRefusal ? error.retryAfter : undefined;
}

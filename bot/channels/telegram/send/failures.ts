import { GrammyError, HttpError } from 'grammy';
import { hideToken, neverReached } from '../../networkFailures.ts';
import { networkReasons } from '../../texts.ts';

/** Fields for the log. grammY's own errors carry the token (in a URL) and the words of a chat: never log them. */
export type SafeFailure = {
  readonly failure: string;
  readonly method?: string;
  readonly status?: number;
  readonly stack?: string;
};

/** What may be logged of an error: no token, no text of a message, no chat id. */
export function safeFailure(error: unknown, token: string): SafeFailure {
  if (error instanceof GrammyError) {
    return { failure: hideToken(error.description, token), method: error.method, status: error.error_code };
  }
  if (error instanceof HttpError) return { failure: networkReason(error) };
  if (error instanceof Error) {
    const stack = error.stack === undefined ? {} : { stack: hideToken(error.stack, token) };
    return { failure: hideToken(`${error.name}: ${error.message}`, token), ...stack };
  }
  return { failure: hideToken(String(error), token) };
}

/** `ECONNREFUSED`, `ENOTFOUND`, …, or a word for the rest; never the message, which holds the URL. */
export function networkReason(error: unknown): string {
  const cause = error instanceof HttpError ? error.error : error;
  if (cause instanceof GrammyError) return networkReasons.status(cause.error_code);
  if (cause instanceof Error && cause.name === 'AbortError') return networkReasons.silent;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return cause instanceof SyntaxError ? networkReasons.malformed : networkReasons.network;
}

/** The request certainly did not reach the server, so that repeating it cannot say anything twice. */
export function neverLeft(error: unknown): boolean {
  return error instanceof HttpError && neverReached(error.error);
}

/** The person blocked the bot, or it was removed from the group, or there is no such chat any more: nothing to do. */
export function isShutOut(error: unknown): boolean {
  if (!(error instanceof GrammyError)) return false;
  return error.error_code === 403 || (error.error_code === 400 && /chat not found/i.test(error.description));
}

/** The server wants to be left alone for a while. */
export function isOverLimit(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 429;
}

/** The body was larger than the server takes. */
export function isTooLarge(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 413;
}

/** The server failed at the call itself. */
export function isBroken(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code >= 500;
}

/** The server understood and refused, so nothing was delivered. */
export function isRefused(error: unknown): error is GrammyError {
  return error instanceof GrammyError && error.error_code === 400;
}

/** 401 for a revoked token, 404 for one that never was. */
export function isBadToken(error: unknown): boolean {
  return error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404);
}

/** Somebody else receives this bot's updates. */
export function isConflict(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 409;
}

/** Seconds the server asks us to wait, if it does. */
export function askedToWait(error: unknown): number | undefined {
  return error instanceof GrammyError ? error.parameters.retry_after : undefined;
}

import {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIError,
  AuthenticationError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
} from 'openai';
import { KnownError } from '../../errors.ts';
import { texts } from './texts.ts';

/** Whom was asked, for what, how long, and whether that time was up. */
export type Call = {
  readonly host: string;
  readonly model: string;
  readonly timeoutMs: number;
  readonly late: boolean;
};

/**
 * A failed call as a `KnownError`. What the service wrote is left out: it may repeat the text that was sent, or a part of
 * the key.
 */
export function callFailure(error: unknown, call: Call): unknown {
  if (error instanceof KnownError) return error;
  const [code, sentence] = explain(error, call);
  return new KnownError(code, sentence, { message: `embeddings at ${call.host}: ${nameOf(error)}` });
}

function explain(
  error: unknown,
  { host, model, timeoutMs, late }: Call,
): readonly ['model_unreachable' | 'model_refused', string] {
  if (late || error instanceof APIConnectionTimeoutError) {
    const seconds = (timeoutMs / 1000).toLocaleString('vi-VN');
    return ['model_unreachable', texts.tooSlow(host, seconds)];
  }
  if (error instanceof APIConnectionError) return ['model_unreachable', texts.unreachable(host)];
  if (error instanceof AuthenticationError || error instanceof PermissionDeniedError) {
    return ['model_refused', texts.keyRefused(host)];
  }
  if (error instanceof NotFoundError) return ['model_refused', texts.notThere(host, model)];
  if (error instanceof RateLimitError) return ['model_unreachable', texts.overloaded(host)];
  if (error instanceof APIError && typeof error.status === 'number') {
    return error.status >= 500
      ? ['model_unreachable', texts.failing(host, error.status)]
      : ['model_refused', texts.refused(host, error.status, model)];
  }
  return ['model_refused', texts.unreadable(host)];
}

/** Words for the log: the kind of error, its status, and the service's own short code where it is one. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const parts = [error.constructor.name];
  if (error instanceof APIError) {
    if (typeof error.status === 'number') parts.push(String(error.status));
    if (typeof error.code === 'string' && /^[\w.-]{1,60}$/.test(error.code)) parts.push(error.code);
  }
  const system = systemCode(error);
  return system === null ? parts.join(' ') : `${parts.join(' ')} (${system})`;
}

/** `ECONNREFUSED`, `ENOTFOUND` …, which stands on the innermost cause. */
function systemCode(error: Error): string | null {
  for (let cause: unknown = error.cause; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string' && /^\w{1,40}$/.test(cause.code)) return cause.code;
  }
  return null;
}

/** Whether a text was refused for its length; services have no common code for it. */
export function isTooLong(error: unknown): boolean {
  if (!(error instanceof APIError)) return false;
  if (error.status === 413) return true;
  const refused = error.status === 400 || error.status === 422 || error.status === 500;
  return refused && /length|too (?:long|large|many)|tokens?\b|context/i.test(error.message);
}

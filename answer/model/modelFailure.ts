import { KnownError } from '../../errors.ts';
import { failureTexts as texts } from './failureTexts.ts';

/** Who was asked, and for how long. */
export type ModelCalled = { readonly host: string; readonly model: string; readonly timeoutMs: number };

/**
 * A failed call as a `KnownError`: `model_unreachable` or `model_refused`. What the service wrote is left out: it may repeat the
 * words that were sent, or a part of the key.
 */
export function modelFailure(error: unknown, { host, model, timeoutMs }: ModelCalled): KnownError {
  if (error instanceof KnownError) return error;
  const chain = causesOf(error);
  const status = chain.map(statusOf).find((one) => one !== null) ?? null;
  const names = [...new Set(chain.map(({ name }) => name))].join(' < ');
  const detail = { message: `model at ${host}: ${names}${status === null ? '' : ` ${status}`}` };
  const isLate = chain.some(({ name }) => name === 'TimeoutError' || name === 'AbortError');
  if (isLate) {
    const seconds = (timeoutMs / 1000).toLocaleString('vi-VN');
    return new KnownError('model_unreachable', texts.tooSlow(host, seconds), detail);
  }
  if (status === 401 || status === 403)
    return new KnownError('model_refused', texts.keyRefused(host), detail);
  if (status === 404) return new KnownError('model_refused', texts.notThere(host, model), detail);
  if (status === 429) return new KnownError('model_unreachable', texts.overloaded(host), detail);
  if (status !== null && status >= 500) {
    return new KnownError('model_unreachable', texts.failing(host, status), detail);
  }
  if (status !== null) return new KnownError('model_refused', texts.refused(host, status, model), detail);
  const isConnection = chain.some(
    (one) =>
      /connection|fetch failed/i.test(`${one.name} ${one.constructor.name} ${one.message}`) ||
      'syscall' in one,
  );
  return isConnection
    ? new KnownError('model_unreachable', texts.unreachable(host), detail)
    : new KnownError('model_refused', texts.unreadable(host), detail);
}

function causesOf(error: unknown): readonly Error[] {
  const chain: Error[] = [];
  for (let one = error; one instanceof Error && chain.length < 10; one = one.cause) chain.push(one);
  // What is thrown on an abort is no Error everywhere.
  if (chain.length === 0 && error instanceof DOMException) chain.push(error);
  return chain;
}

function statusOf(error: Error): number | null {
  return 'status' in error && typeof error.status === 'number' ? error.status : null;
}

import { NoConnection } from './createAgent.ts';
import { networkReasons } from './texts.ts';

const neverConnected: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Whether a request certainly did not reach the server: by what `fetch` threw, or by what lies beneath. */
export function neverReached(error: unknown): boolean {
  if (error instanceof NoConnection) return true;
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && neverConnected.has(error.code)) return true;
  return error.cause !== undefined && neverReached(error.cause);
}

/** A text for the log without the token of the bot. */
export function hideToken(text: string, token: string): string {
  // A token may also stand percent-encoded in a URL (":" as "%3A").
  return text.replaceAll(token, '<token>').replaceAll(encodeURIComponent(token), '<token>');
}

/** `ECONNREFUSED`, `ENOTFOUND`, …, or a word for the rest, of a `fetch` that failed; never the message, which may hold the address. */
export function fetchReason(error: unknown): string {
  if (error instanceof SyntaxError) return networkReasons.malformed;
  if (error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError'))
    return networkReasons.silent;
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : networkReasons.network;
}

import { networkReasons } from './texts.ts';

const neverConnected: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Whether a request that failed with this code certainly did not reach the server. */
export function neverReached(code: string): boolean {
  return neverConnected.has(code);
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

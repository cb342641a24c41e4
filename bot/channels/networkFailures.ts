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

import { networkReasons } from '../texts.ts';
import { OaRefusal } from './api.ts';

/** What may be logged of an error: no token, no words of a message, no id of a person. */
export type SafeFailure = { readonly failure: string; readonly path?: string; readonly code?: number };

/** The description of a refusal is Zalo's own sentence; ids in it are left out. */
export function safeFailure(error: unknown): SafeFailure {
  if (error instanceof OaRefusal) {
    return { failure: error.description.replaceAll(/\d{6,}/g, '…'), path: error.path, code: error.code };
  }
  const reason = networkReason(error);
  if (reason !== networkReasons.network) return { failure: reason };
  return { failure: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
}

/** `ECONNREFUSED`, `ENOTFOUND`, …, or a word for the rest; never the message, which may hold the address. */
export function networkReason(error: unknown): string {
  if (error instanceof OaRefusal) return networkReasons.status(error.code);
  if (error instanceof SyntaxError) return networkReasons.malformed;
  if (error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError'))
    return networkReasons.silent;
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : networkReasons.network;
}

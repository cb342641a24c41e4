import { fetchReason } from '../networkFailures.ts';
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
  return error instanceof OaRefusal ? networkReasons.status(error.code) : fetchReason(error);
}

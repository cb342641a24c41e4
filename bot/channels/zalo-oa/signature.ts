import { createHash, timingSafeEqual } from 'node:crypto';

/** How Zalo proves that an event is its own. */
export type Signing = { readonly appId: string; readonly secret: string };

/** `mac=` and the digest; some senders leave the name out. */
const FORM = /^(?:mac=)?([0-9a-f]{64})$/i;

/** Whether a header may be a signature at all: what is not makes no work. */
export const isSignature = (header: string | undefined): header is string =>
  header !== undefined && FORM.test(header.trim());

/**
 * Whether `header` (`X-ZEvent-Signature`) is of these very bytes: SHA-256, no HMAC, over app id, body, the body's `timestamp` as
 * it is written there, and the secret of the account. Takes as long whatever was given.
 */
export function isSigned(
  header: string,
  body: Uint8Array,
  timestamp: string,
  { appId, secret }: Signing,
): boolean {
  const digest = createHash('sha256').update(appId).update(body).update(timestamp).update(secret).digest();
  const [, given = ''] = FORM.exec(header.trim()) ?? [];
  const bytes = Buffer.from(given, 'hex');
  return bytes.byteLength === digest.byteLength && timingSafeEqual(bytes, digest);
}

/** Zalo tells of an event again 30 s, 5, 15, 30 and 60 min after each other try: the same bytes up to 1 h 50 min later. */
const OLDEST_MS = 2 * 3_600_000;
/** Clocks differ. */
const NEWEST_MS = 5 * 60_000;

/**
 * Whether an event is of our time; `timestamp` and `now` in milliseconds. What was recorded is of no use later than two hours after;
 * sooner its key is known to the inbox, which keeps keys for days.
 */
export function isTimely(timestamp: string, now: number): boolean {
  if (!/^\d{10,16}$/.test(timestamp)) return false;
  const age = now - Number(timestamp);
  return age <= OLDEST_MS && age >= -NEWEST_MS;
}

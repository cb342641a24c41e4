import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ReceivedUpdate } from '../../delivery/messenger.ts';
import { parseLossless } from '../lossless.ts';
import { accountOf, readUpdates, readWireEvent } from './events.ts';
import { isSignature, isSigned, isTimely, type Signing } from './signature.ts';

/** Where the web server shows what this channel serves, and what stands below. */
export const ZALO_OA_PATH = '/zalo-oa';
export const OA_WEBHOOK = '/webhook';

/** Far more than an event of Zalo's needs. */
const MOST_BODY_BYTES = 64 * 1024;

export type OaWebhook = {
  /** `null`, while the webhook is being set up: whoever calls is answered, and nothing is read. */
  readonly signing: Signing | null;
  /** The account that is served, where it is known yet: an app may tell of several. */
  readonly account: () => string | null;
  /** Takes updates over for good; throws where it could not: they are to come again. */
  readonly accept: (updates: readonly ReceivedUpdate[]) => Promise<void>;
  /** An event was not taken; for the log. */
  readonly onRefused: (why: 'signature' | 'time' | 'shape' | 'store', error?: unknown) => void;
  /** Milliseconds. */
  readonly now: () => number;
  readonly isStopping: () => boolean;
};

/**
 * `POST /webhook`: what people write, signed by Zalo (`GET` tells that it is there). 200 once it is stored, which must be within 2 s; anything else lets Zalo tell of
 * it again, and after some hours of that switch the webhook off. Below `ZALO_OA_PATH`.
 */
export function zaloOaRoutes(webhook: OaWebhook): Hono {
  const app = new Hono();
  const { signing, now, onRefused } = webhook;
  app.get(OA_WEBHOOK, (context) => context.json({ ok: true }));
  if (signing === null) {
    app.post(OA_WEBHOOK, (context) => context.json({ ok: true }));
    return app;
  }
  app.post(
    OA_WEBHOOK,
    async (context, next) => {
      if (webhook.isStopping()) return context.json({ ok: false }, 503);
      // Before anything is read, so that a stranger makes no work.
      if (isSignature(context.req.header('x-zevent-signature'))) return next();
      onRefused('signature');
      return context.json({ ok: false }, 403);
    },
    bodyLimit({ maxSize: MOST_BODY_BYTES, onError: (context) => context.json({ ok: false }, 413) }),
    async (context) => {
      const bytes = new Uint8Array(await context.req.arrayBuffer());
      const body = parse(bytes);
      if (body === undefined) return context.json({ ok: false }, 400);
      const event = readWireEvent(body);
      const timestamp = event?.timestamp ?? timestampOf(body);
      const header = context.req.header('x-zevent-signature') ?? '';
      if (!isSigned(header, bytes, timestamp, signing)) {
        onRefused('signature');
        return context.json({ ok: false }, 403);
      }
      if (!isTimely(timestamp, now())) {
        onRefused('time');
        return context.json({ ok: false }, 403);
      }
      // What cannot be read now cannot be read when it comes again.
      if (event === null) {
        onRefused('shape');
        return context.json({ ok: true });
      }
      const account = webhook.account();
      const isOurs =
        (event.app_id ?? signing.appId) === signing.appId &&
        (account === null || (accountOf(event) ?? account) === account);
      const updates = isOurs ? readUpdates(event) : [];
      try {
        if (updates.length > 0) await webhook.accept(updates);
      } catch (error) {
        onRefused('store', error);
        return context.json({ ok: false }, 503);
      }
      return context.json({ ok: true });
    },
  );
  return app;
}

function parse(bytes: Uint8Array): unknown {
  try {
    return parseLossless(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Signed events of another shape are still Zalo's. */
function timestampOf(body: unknown): string {
  const { timestamp } = Object(body);
  return typeof timestamp === 'string' || typeof timestamp === 'number' ? String(timestamp) : '';
}

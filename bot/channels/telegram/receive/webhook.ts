import { createHash, timingSafeEqual } from 'node:crypto';
import type { Update } from 'grammy/types';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';

/** Where the web server shows what this channel serves, and what stands below. */
export const TELEGRAM_PATH = '/telegram';
export const TELEGRAM_WEBHOOK = '/webhook';

/** A message with all that it replies to and carries; files are not part of it. */
const MOST_BODY_BYTES = 512 * 1024;

export type WebhookOptions = {
  /** Telegram proves itself by it. */
  readonly secret: string;
  /** Takes an update over; `false`: it could not be stored, or the channel ends, and it is to come again. */
  readonly accept: (update: Update) => Promise<boolean>;
  /** Something came that is no update; for the log. */
  readonly onUnreadable: () => void;
};

/** What tells an update from anything else; the rest is read when it is worked on. */
const update = z.looseObject({ update_id: z.int().nonnegative() });

/** `POST /webhook`: one update, told by Telegram. Below `TELEGRAM_PATH`. 200 only when it is stored. */
export function webhookRoutes({ secret, accept, onUnreadable }: WebhookOptions): Hono {
  const app = new Hono();
  app.post(
    TELEGRAM_WEBHOOK,
    async (context, next) => {
      // Before anything else, so that a stranger makes no work.
      const given = context.req.header('x-telegram-bot-api-secret-token') ?? '';
      return isSame(given, secret) ? next() : context.json({ ok: false }, 403);
    },
    bodyLimit({ maxSize: MOST_BODY_BYTES, onError: (context) => context.json({ ok: false }, 413) }),
    async (context) => {
      const body: unknown = await context.req.json().catch(() => undefined);
      if (body === undefined) return context.json({ ok: false }, 400);
      const told = update.safeParse(body);
      // What cannot be read now cannot be read when it comes again, and would hold up its chat.
      if (!told.success) {
        onUnreadable();
        return context.json({ ok: true });
      }
      const isStored = await accept(told.data as unknown as Update);
      return isStored ? context.json({ ok: true }) : context.json({ ok: false }, 503);
    },
  );
  return app;
}

/** Takes as long whatever was given. */
function isSame(given: string, secret: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(secret));
}

import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { fold } from '../../../vietnamese/text.ts';
import { parseLossless } from '../lossless.ts';
import { readUpdates, type ZaloUpdate } from './incoming.ts';
import type { SharedFiles } from './sharedFiles.ts';
import { texts } from './texts.ts';

/** Where the web server shows what this channel serves, and what stands below. */
export const ZALO_PATH = '/zalo';
export const WEBHOOK = '/webhook';
export const LINKS = '/tep';

/** Far more than a message of Zalo's needs. */
const MOST_BODY_BYTES = 64 * 1024;

export type ZaloRoutes = {
  /** `null`: there is no webhook. */
  readonly webhook: {
    readonly secret: string;
    /** Takes updates over; `false` when they could not be stored, or it ends: they are to come again. */
    readonly accept: (updates: readonly ZaloUpdate[]) => Promise<boolean>;
    /** Something came that is no update; for the log. */
    readonly onUnreadable: () => void;
  } | null;
  /** `null`: nothing is handed out. */
  readonly files: SharedFiles | null;
};

/**
 * `POST /webhook`: what people write, told by Zalo, who proves itself by the secret. `GET /tep/TOKEN`: a file of a link.
 * Both below `ZALO_PATH`.
 */
export function zaloRoutes({ webhook, files }: ZaloRoutes): Hono {
  const app = new Hono();
  if (webhook !== null) {
    app.post(
      WEBHOOK,
      async (context, next) => {
        // Before anything else, so that a stranger makes no work.
        const given = context.req.header('x-bot-api-secret-token') ?? '';
        return same(given, webhook.secret) ? next() : context.json({ ok: false }, 403);
      },
      bodyLimit({
        maxSize: MOST_BODY_BYTES,
        onError: (context) => context.json({ ok: false }, 413),
      }),
      async (context) => {
        const body = parse(await context.req.text());
        if (body === undefined) return context.json({ ok: false }, 400);
        const updates = readUpdates(body);
        // What cannot be read now cannot be read when it comes again.
        if (updates === null) webhook.onUnreadable();
        const isStored = await webhook.accept(updates ?? []);
        return isStored ? context.json({ ok: true }) : context.json({ ok: false }, 503);
      },
    );
  }
  if (files !== null) {
    app.get(`${LINKS}/:token`, async (context) => {
      const file = await files.open(context.req.param('token'));
      // No page of a link is kept or listed anywhere.
      context.header('Cache-Control', 'private, no-store');
      context.header('X-Robots-Tag', 'noindex, nofollow, noarchive');
      if (file === null) return context.text(texts.linkGone, 404);
      const shown = /^(?:image\/png|text\/plain)\b/.test(file.mediaType);
      const plainName = fold(file.name).replaceAll(/[^\w. -]/g, '_');
      context.header('Content-Type', file.mediaType);
      context.header(
        'Content-Disposition',
        `${shown ? 'inline' : 'attachment'}; filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(file.name.toWellFormed()).replaceAll("'", '%27')}`,
      );
      return context.body(new Uint8Array(file.bytes));
    });
  }
  return app;
}

function parse(text: string): unknown {
  try {
    return parseLossless(text);
  } catch {
    return undefined;
  }
}

/** Takes as long whatever was given. */
function same(given: string, secret: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(secret));
}

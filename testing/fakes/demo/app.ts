import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { bubbleHtml } from './bubbleHtml.ts';
import { deed, type Phone } from './phone.ts';

const target = z.object({ phone: z.string(), person: z.string(), chat: z.string() });
const deedBody = target.extend({ deed });

/** What changes close together is told together. */
const TELL_AFTER_MS = 40;

const pageFiles: Readonly<Record<string, string>> = {
  '/': 'text/html; charset=utf-8',
  '/page.css': 'text/css; charset=utf-8',
  '/phone.css': 'text/css; charset=utf-8',
  '/message.css': 'text/css; charset=utf-8',
  '/page.js': 'text/javascript; charset=utf-8',
};

/** The page with the phones, and what it asks for. */
export function createDemoApp(phones: readonly Phone[]): Hono {
  const app = new Hono();
  const listeners = new Set<(id: string) => void>();
  const tell = (id: string) => {
    for (const listener of listeners) listener(id);
  };
  for (const phone of phones) phone.onChange(() => tell(phone.id));
  const find = (id: string): Phone => {
    const phone = phones.find((one) => one.id === id);
    if (phone === undefined) throw new Error(`there is no phone ${id}`);
    return phone;
  };

  app.use(
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'self'"], imgSrc: ["'self'", 'data:'], objectSrc: ["'none'"] },
    }),
  );
  // Another site must not act in the name of who has this page open.
  app.use(async (context, next) => {
    const site = context.req.header('sec-fetch-site') ?? 'none';
    if (context.req.method === 'POST' && !['same-origin', 'none'].includes(site))
      return context.text('', 403);
    return next();
  });
  for (const [path, type] of Object.entries(pageFiles)) {
    const file = new URL(`page/${path === '/' ? 'index.html' : path.slice(1)}`, import.meta.url);
    app.get(path, async (context) =>
      context.body(await readFile(file, 'utf8'), 200, { 'content-type': type, 'cache-control': 'no-store' }),
    );
  }

  app.get('/phones', (context) =>
    context.json(
      phones.map(({ id, app: name, people, chats, sends, takesFiles }) => ({
        id,
        app: name,
        people,
        chats,
        sends,
        takesFiles,
      })),
    ),
  );
  app.get('/screen', (context) => {
    const { phone, person, chat } = target.parse(context.req.query());
    const { bubbles, ...rest } = find(phone).screen(person, chat);
    return context.json({
      ...rest,
      bubbles: bubbles.map((one) => ({ key: one.key, html: bubbleHtml(one) })),
    });
  });
  app.get('/state', (context) =>
    context.json(
      phones.map((phone) => ({
        id: phone.id,
        app: phone.app,
        isConnected: phone.isConnected(),
        problems: phone.problems(),
        calls: phone.calls(),
      })),
    ),
  );
  app.post('/deed', async (context) => {
    const { phone, person, chat, deed: what } = deedBody.parse(await context.req.json());
    find(phone).act(person, chat, what);
    tell(phone);
    return context.json({ ok: true });
  });
  app.post('/file', async (context) => {
    const form = await context.req.formData();
    const { phone, person, chat } = target.parse(Object.fromEntries(form));
    const file = form.get('file');
    if (!(file instanceof File)) return context.json({ ok: false }, 400);
    const bytes = Buffer.from(await file.arrayBuffer());
    const isPicture = form.get('picture') === 'true';
    find(phone).sendFile(person, chat, { name: file.name.normalize('NFC'), bytes, isPicture });
    tell(phone);
    return context.json({ ok: true });
  });
  app.get('/file/:phone/:key', (context) => {
    const file = find(context.req.param('phone')).file(context.req.param('key'));
    if (file === null) return context.notFound();
    const name = context.req.query('name');
    return context.body(new Uint8Array(file.bytes), 200, {
      'content-type': pictureType(file.bytes) ?? 'application/octet-stream',
      ...(name === undefined
        ? {}
        : { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` }),
    });
  });
  app.get('/events', (context) =>
    streamSSE(context, async (stream) => {
      const changed = new Set<string>();
      let wake = Promise.withResolvers<void>();
      const listener = (id: string) => {
        changed.add(id);
        wake.resolve();
      };
      listeners.add(listener);
      stream.onAbort(() => {
        listeners.delete(listener);
        wake.resolve();
      });
      await stream.writeSSE({ data: '' });
      while (!stream.aborted) {
        await wake.promise;
        await sleep(TELL_AFTER_MS);
        wake = Promise.withResolvers();
        const told = [...changed].join(' ');
        changed.clear();
        if (!stream.aborted) await stream.writeSSE({ data: told });
      }
    }),
  );
  app.onError((error, context) => context.json({ ok: false, error: error.message }, 400));
  return app;
}

function pictureType(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (head.startsWith('\x89PNG')) return 'image/png';
  if (head.startsWith('\xff\xd8')) return 'image/jpeg';
  if (head.startsWith('GIF8')) return 'image/gif';
  return head.startsWith('RIFF') && head.endsWith('WEBP') ? 'image/webp' : null;
}

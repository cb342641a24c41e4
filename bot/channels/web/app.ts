import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { createMiddleware } from 'hono/factory';
import { secureHeaders } from 'hono/secure-headers';
import { z } from 'zod';
import { LONGEST_QUESTION } from '../../../answer/question.ts';
import type { DirectiveSummary, StoredDirective } from '../../../domain/directive.ts';
import type { Standing } from '../../../domain/upload.ts';
import { type ErrorCode, KnownError } from '../../../errors.ts';
import type { ChannelName, Respond } from '../../message.ts';
import { type AccountRouteOptions, accountRoutes } from './accountRoutes.ts';
import { streamReply } from './answerStream.ts';
import { approvedRoutes } from './approved/approvedRoutes.ts';
import { ATTACHMENTS, sandboxed } from './documents/attachment.ts';
import type { DocumentDesk } from './documents/desk.ts';
import { documentRoutes, onlyAdmins, uploadRoute } from './documents/documentRoutes.ts';
import { type Health, healthRoutes } from './healthRoutes.ts';
import { acceptOf, heardRoute } from './heardRoute.ts';
import { isCrossSite } from './sameOrigin.ts';
import { Sessions } from './session.ts';
import { webTexts } from './texts.ts';

/** Without `whoIs` and `signOut` nobody is ever signed in. */
export type WebAppOptions = Partial<Pick<AccountRouteOptions, 'whoIs' | 'signOut'>> & {
  readonly respond: Respond;
  readonly listDirectives: () => Promise<readonly DirectiveSummary[]>;
  /** `null` when there is no directive with that id. */
  readonly readDirective: (id: number) => Promise<StoredDirective | null>;
  /** Where a directive stands that may have been taken back since it was cited; without it all of them are live. */
  readonly readStanding?: (id: number) => Promise<Standing | null>;
  /** Folder of the built page. */
  readonly pages: string;
  /** Without it documents are looked after elsewhere. */
  readonly documents?: DocumentDesk;
  /** What messengers serve, to their servers and to their people. */
  readonly messengers?: readonly MessengerRoutes[];
  /** Without it nobody looks after the program by HTTP. */
  readonly health?: Health;
  /** Told how long it took, in seconds, until a message was taken. */
  readonly onAccepted?: (channel: ChannelName, seconds: number) => void;
  /** Whether recordings are listened to; left out: questions are typed only. Photos are read wherever recordings could be. */
  readonly hears?: boolean;
  /** Questions to start with, fitting the loaded documents; 3–5 look best. */
  readonly samples: readonly string[];
  /** For the log: what went wrong, with everything known about it. */
  readonly onError?: (error: unknown) => void;
};

/** What a messenger serves below a path. */
export type MessengerRoutes = {
  readonly channel: ChannelName;
  readonly path: string;
  /** Below `path`; where its server tells of messages. */
  readonly webhook: string;
  readonly routes: Hono;
};

/** A directive as the reader opens it; `standing` is `null` where nothing is known of it. */
export type OpenedDirective = StoredDirective & { readonly standing: Standing | null };

/** Body of `POST /api/chat`. `conversation` is a random key that the page draws for itself. */
const chatBody = z.object({
  text: z.string(),
  conversation: z.string().regex(/^[\w-]{16,64}$/),
});

/** Ids are positive 32-bit integers, written without leading zeros. */
const directiveId = z
  .string()
  .regex(/^[1-9]\d{0,9}$/)
  .transform(Number)
  .pipe(z.number().max(2_147_483_647));

const statusOfCode: Partial<Record<ErrorCode, 400 | 404 | 413>> = {
  bad_input: 400,
  file_too_large: 413,
  file_unreadable: 400,
  limit_exceeded: 413,
  not_found: 404,
};

type RefusalStatus = 400 | 403 | 404 | 413 | 415 | 500;

/** Errors of the API: `{"error": "Vietnamese sentence"}`. */
function refuse(context: Context, status: RefusalStatus, sentence: string): Response {
  return context.json({ error: sentence }, status);
}

/**
 * The web chat: the built page, and the API behind it.
 * - `GET /api/start` → `{samples, maxLength, accept?}`: from which length of a question, in UTF-16 units, the page warns; which files
 *   may be questions
 * - `POST /api/heard`: see `heardRoute`
 * - `POST /api/chat` `{text, conversation}` → Server-Sent Events, one `ReplyPart` each
 * - `GET /api/directives` → `{directives: DirectiveSummary[]}`; `GET /api/directives/:id` → `OpenedDirective`
 * - `GET /api/health` → `{ok: true}`
 * - `/healthz`, `/readyz`, `/metrics`: see `healthRoutes`
 * - `/api/documents/…`: see `documentRoutes`; `/api/approved/…`: see `approvedRoutes`
 * - `POST /api/session`, `GET /api/me`, `POST /api/signout`: see `accountRoutes`
 */
export function createWebApp(options: WebAppOptions): Hono {
  const { respond, listDirectives, readDirective, pages, samples } = options;
  const whoIs = options.whoIs ?? (async () => null);
  const signOut = options.signOut ?? (async () => undefined);
  const sessions = new Sessions(async (sender) => (await whoIs(sender)) !== null);
  const onError = options.onError ?? ((error: unknown) => console.error(error));

  const app = new Hono();
  app.use(ATTACHMENTS, sandboxed);
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
      permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
      referrerPolicy: 'no-referrer',
      // The server itself speaks plain HTTP; a proxy that adds HTTPS adds this header too.
      strictTransportSecurity: false,
      xFrameOptions: 'DENY',
    }),
  );
  app.onError((error, context) => {
    const known = error instanceof KnownError ? error : null;
    const status = (known && statusOfCode[known.code]) ?? 500;
    if (status === 500) onError(error);
    return refuse(context, status, known?.sentence ?? webTexts.failed);
  });
  app.notFound((context) =>
    context.req.path.startsWith('/api/')
      ? refuse(context, 404, webTexts.noSuchPage)
      : context.text(webTexts.noSuchPage, 404),
  );

  const timed = (channel: ChannelName) =>
    createMiddleware(async (context, next) => {
      const begun = performance.now();
      await next();
      if (context.res.ok) options.onAccepted?.(channel, (performance.now() - begun) / 1000);
    });
  app.use('/api/chat', timed('web'));
  for (const { channel, path, webhook } of options.messengers ?? [])
    app.use(`${path}${webhook}`, timed(channel));

  app.use('/api/*', async (context, next) => {
    const source = {
      host: context.req.header('host'),
      origin: context.req.header('origin'),
      fetchSite: context.req.header('sec-fetch-site'),
    };
    if (isCrossSite(source)) return refuse(context, 403, webTexts.foreignPage);
    await next();
    // Answers may speak of a person's record, and who is signed in may change: nothing of the API is kept.
    context.header('Cache-Control', 'no-store');
    return;
  });

  const { documents } = options;
  if (documents !== undefined) {
    app.use('/api/documents/*', onlyAdmins(documents, sessions));
    app.use('/api/approved/*', onlyAdmins(documents, sessions));
    app.route('/api/documents', uploadRoute(documents));
  }

  if (options.hears !== undefined) app.route('/api', heardRoute(respond, sessions, onError));

  // A form of another page can send text/plain without asking first; JSON it cannot.
  app.post('/api/*', async (context, next) => {
    if (!context.req.header('content-type')?.startsWith('application/json')) {
      return refuse(context, 415, webTexts.bodyUnreadable);
    }
    return next();
  });

  const limit = bodyLimit({
    maxSize: 64 * 1024,
    onError: (context) => refuse(context, 413, webTexts.bodyTooLarge),
  });
  app.post('/api/*', limit);

  app.get('/api/health', (context) => context.json({ ok: true }));
  const accept = options.hears === undefined ? {} : { accept: acceptOf(options.hears) };
  app.get('/api/start', (context) => context.json({ samples, maxLength: LONGEST_QUESTION, ...accept }));
  app.route('/api', accountRoutes({ sessions, whoIs, signOut }));
  if (documents !== undefined) {
    app.route('/api/documents', documentRoutes(documents, sessions, onError));
    app.route('/api/approved', approvedRoutes(documents.database));
  }
  app.use('/api/directives/*', compress());
  app.get('/api/directives', async (context) => context.json({ directives: await listDirectives() }));
  app.get('/api/directives/:id', async (context) => {
    const id = directiveId.safeParse(context.req.param('id'));
    if (!id.success) return refuse(context, 400, webTexts.badDirectiveId);
    const directive = await readDirective(id.data);
    const standing = (await options.readStanding?.(id.data)) ?? null;
    if (directive === null) {
      const gone = standing?.standing === 'removed';
      return refuse(context, 404, gone ? webTexts.removed(standing.document) : webTexts.noSuchDirective);
    }
    const opened: OpenedDirective = { ...directive, standing };
    return context.json(opened);
  });

  app.post('/api/chat', async (context) => {
    const body = chatBody.safeParse(await context.req.json().catch(() => null));
    if (!body.success) return refuse(context, 400, webTexts.bodyUnreadable);
    const { text, conversation } = body.data;
    const sender = await sessions.senderOf(context);
    const left = new AbortController();
    const message = { channel: 'web', conversation, sender, isPrivate: true, text } as const;
    const parts = respond({ ...message, stopping: left.signal });
    return streamReply(context, parts, onError, () => left.abort());
  });

  if (options.health !== undefined) app.route('/', healthRoutes(options.health));
  for (const { path, routes } of options.messengers ?? []) app.route(path, routes);

  app.use('/assets/*', compress());
  app.get(
    '*',
    serveStatic({
      root: pages,
      onFound: (path, context) => {
        // Names under assets/ carry a hash of their content.
        const lasting = /[\\/]assets[\\/][^\\/]+$/.test(path);
        context.header('Cache-Control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    }),
  );
  return app;
}

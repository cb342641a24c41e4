import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { createBuckets } from './bucket.ts';
import type { Sessions, WebAccount } from './session.ts';
import { webTexts } from './texts.ts';

export type AccountRouteOptions = {
  readonly sessions: Sessions;
  /** Who a sender is; `null` for nobody that is known. */
  readonly whoIs: (sender: string | null) => Promise<WebAccount | null>;
  /** Takes the link of a sender away. */
  readonly signOut: (sender: string) => Promise<void>;
};

/** `keep`: a session that was begun before will do. */
const sessionBody = z.object({ keep: z.boolean().default(false) });

/**
 * How many sessions are given out to one address: 120 at once, then one a second. Every session may try five link codes, so guessing
 * is held to some 430,000 tries a day, of 850 thousand million codes.
 */
const SESSIONS_AT_ONCE = 120;
const SESSION_EVERY_MS = 1000;

/**
 * Who is signed in, and the way in and out. Signing in itself is a chat message with the link code.
 * - `GET /me` → `{account: {name, staff, admin} | null}`
 * - `POST /session` `{keep}` → 204 and a session cookie to sign in with; 429 when too many were given out
 * - `POST /signout` → 204; the link of the session is taken away, and the cookie
 */
export function accountRoutes({ sessions, whoIs, signOut }: AccountRouteOptions): Hono {
  const mayBegin = createBuckets(SESSIONS_AT_ONCE, SESSION_EVERY_MS);
  const routes = new Hono();
  routes.get('/me', async (context) => {
    const sender = await sessions.senderOf(context);
    const account = sender === null ? null : await whoIs(sender);
    return context.json({ account: account && told(account) });
  });
  routes.post('/session', async (context) => {
    const body = sessionBody.safeParse(await context.req.json().catch(() => null));
    if (!body.success) return context.json({ error: webTexts.bodyUnreadable }, 400);
    if (!mayBegin(addressOf(context))) return context.json({ error: webTexts.tooManySessions }, 429);
    await sessions.begin(context, body.data.keep);
    return context.body(null, 204);
  });
  routes.post('/signout', async (context) => {
    const sender = await sessions.senderOf(context);
    if (sender !== null) await signOut(sender);
    sessions.end(context);
    return context.body(null, 204);
  });
  return routes;
}

/** Where a request comes from; behind a proxy that is the proxy, for all together. */
function addressOf(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? '';
  } catch {
    // Not served over a socket: in tests.
    return '';
  }
}

/** No more of a person than this leaves the server, whatever else is known of them. */
function told({ name, staff, admin }: WebAccount): WebAccount {
  return { name, staff, admin };
}

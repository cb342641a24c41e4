import { Hono } from 'hono';
import { createBucket } from './bucket.ts';
import type { Sessions } from './session.ts';
import { webTexts } from './texts.ts';

/** Somebody who is signed in, as the page shows them. */
export type SignedIn = { readonly name: string; readonly staff: boolean; readonly admin: boolean };

export type AccountRouteOptions = {
  readonly sessions: Sessions;
  readonly whoIs: (sender: string | null) => Promise<SignedIn | null>;
  readonly signOut: (sender: string) => Promise<void>;
};

/**
 * How many sessions are given out: 120 at once, then one a second. Every session may try five link codes, so guessing
 * is held to some 430,000 tries a day, of 850 thousand million codes.
 */
const SESSIONS_AT_ONCE = 120;
const SESSION_EVERY_MS = 1000;

/**
 * Who is signed in, and the way in and out. Signing in itself is a chat message with the link code.
 * - `GET /me` → `{name, staff, admin}`; `name` is `null` when nobody is signed in
 * - `POST /session` → 204 and a session cookie to sign in with; 429 when too many were given out
 * - `POST /signout` → 204; the link of the session is taken away, and the cookie
 */
export function accountRoutes({ sessions, whoIs, signOut }: AccountRouteOptions): Hono {
  const mayBegin = createBucket(SESSIONS_AT_ONCE, SESSION_EVERY_MS);
  const routes = new Hono();
  routes.get('/me', async (context) => {
    const { name, staff, admin } = (await whoIs(await sessions.senderOf(context))) ?? nobody;
    return context.json({ name, staff, admin });
  });
  routes.post('/session', async (context) => {
    if (!mayBegin()) return context.json({ error: webTexts.tooManySessions }, 429);
    await sessions.begin(context);
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

const nobody = { name: null, staff: false, admin: false } as const;

import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/** Name of the cookie that holds the session. */
const SESSION_COOKIE = 'dat_chuan';

const LASTS_SECONDS = 30 * 24 * 60 * 60;

/** 32 bytes of secret and 32 of seal, in base64url. */
const WRITTEN = /^([\w-]{43})\.([\w-]{43})$/;

/** Somebody who is signed in, as the page shows them. */
export type WebAccount = { readonly name: string; readonly staff: boolean; readonly admin: boolean };

/** Whether a sender is signed in: known to the core by a link. */
export type IsLinked = (sender: string) => Promise<boolean>;

/**
 * Sessions of the web. A session is a secret of 32 random bytes in the browser's cookie; its lower-case hex SHA-256 is the
 * `sender` of its messages, so that whoever reads the database cannot take a session over.
 *
 * The seal behind the secret tells sessions that this server gave out from ones that somebody made up: wrong link codes are
 * counted by sender, and made-up senders would have as many tries as they like. The key of the seal lasts as long as
 * the process; a session that is linked is known by its link, so a restart signs nobody out.
 */
export class Sessions {
  readonly #key = randomBytes(32);
  readonly #isLinked: IsLinked;

  constructor(isLinked: IsLinked) {
    this.#isLinked = isLinked;
  }

  /** The sender of a request; `null` without a session, with a malformed one and with one that was not given out here. */
  async senderOf(context: Context): Promise<string | null> {
    if (cookiesNamed(context) !== 1) return null;
    const [, secret, seal] = WRITTEN.exec(getCookie(context, SESSION_COOKIE) ?? '') ?? [];
    if (secret === undefined || seal === undefined) return null;
    const sender = createHash('sha256').update(secret).digest('hex');
    const given = timingSafeEqual(Buffer.from(seal), Buffer.from(this.#seal(secret)));
    return given || (await this.#isLinked(sender)) ? sender : null;
  }

  /**
   * Gives the browser a session to sign in with. Always a fresh one, unless the present one is signed in: what somebody else
   * may have put into the browser before must never become a signed-in session. With `keep` a present one stays: the page
   * has begun it by itself before, and wrong link codes go on being counted.
   */
  async begin(context: Context, keep: boolean): Promise<void> {
    const present = await this.senderOf(context);
    if (present !== null && (keep || (await this.#isLinked(present)))) return;
    const secret = randomBytes(32).toString('base64url');
    setCookie(context, SESSION_COOKIE, `${secret}.${this.#seal(secret)}`, {
      ...look(context),
      maxAge: LASTS_SECONDS,
    });
  }

  /** Takes the session out of the browser. */
  end(context: Context): void {
    deleteCookie(context, SESSION_COOKIE, look(context));
  }

  #seal(secret: string): string {
    return createHmac('sha256', this.#key).update(secret).digest('base64url');
  }
}

/**
 * How many cookies of this name came. A neighbouring host can plant one with a longer path, which browsers send first: a
 * session of its own that the server gave out, to be linked to whoever signs in here.
 */
function cookiesNamed(context: Context): number {
  const pairs = context.req.header('cookie')?.split(';') ?? [];
  return pairs.filter((pair) => pair.split('=')[0]?.trim() === SESSION_COOKIE).length;
}

function look(context: Context) {
  return { path: '/', httpOnly: true, sameSite: 'Strict', secure: cameByHttps(context) } as const;
}

/**
 * Whether the browser speaks HTTPS, though a proxy may speak plain HTTP to this server. Who lies here changes nothing but
 * their own cookie: a browser keeps no `Secure` cookie from a page without HTTPS.
 */
function cameByHttps(context: Context): boolean {
  const forwarded = context.req.header('x-forwarded-proto')?.split(',')[0]?.trim().toLowerCase();
  const { origin = '' } = context.req.header();
  return forwarded === 'https' || origin.startsWith('https://') || context.req.url.startsWith('https://');
}

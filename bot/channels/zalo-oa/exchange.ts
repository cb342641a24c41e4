import { z } from 'zod';
import { parseLossless } from '../lossless.ts';

/** Where tokens are handed out. */
const ZALO_OAUTH_ROOT = 'https://oauth.zaloapp.com';

export type TokenPair = {
  readonly access: string;
  readonly refresh: string;
  /** How long the access token is good for. */
  readonly seconds: number;
};

/** Zalo will not have the refresh token (or the app): asking again is of no use. */
export class ExchangeRefusal extends Error {
  constructor(code: number, name: string) {
    super(`${code} ${name}`.trim());
    this.name = 'ExchangeRefusal';
  }
}

/** Written as digits in quotes; 25 hours where nothing is said. */
const seconds = z.coerce.number().int().positive().catch(90_000);
const granted = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: seconds,
});
const refused = z.object({
  error: z.coerce.number().int(),
  error_name: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
});

const PATIENCE_MS = 20_000;
/** Too many calls: nothing was exchanged. */
const BUSY = -32;

/**
 * Exchanges a refresh token, which is good for this once, for a new pair. Throws `ExchangeRefusal` where Zalo says no, and
 * something else where it was not reached, broke off or stumbled: the token may be used up all the same.
 */
export async function exchangeRefreshToken(
  app: { readonly id: string; readonly secret: string },
  refreshToken: string,
  oauthRoot: string | undefined,
): Promise<TokenPair> {
  const response = await fetch(`${(oauthRoot ?? ZALO_OAUTH_ROOT).replace(/\/+$/, '')}/v4/oa/access_token`, {
    method: 'POST',
    headers: { secret_key: app.secret, accept: 'application/json' },
    body: new URLSearchParams({
      refresh_token: refreshToken,
      app_id: app.id,
      grant_type: 'refresh_token',
    }),
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const body = parseLossless(await response.text());
  const pair = granted.safeParse(body);
  if (pair.success) {
    const { access_token: access, refresh_token: refresh, expires_in } = pair.data;
    return { access, refresh, seconds: expires_in };
  }
  const told = refused.safeParse(body);
  if (!told.success || response.status >= 500 || told.data.error === BUSY) {
    throw new Error(`the tokens were not renewed: HTTP ${response.status}`);
  }
  throw new ExchangeRefusal(told.data.error, told.data.error_name ?? told.data.message ?? '');
}

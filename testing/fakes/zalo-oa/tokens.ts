import { randomBytes } from 'node:crypto';

/** What the token server answers with; `error` other than 0 comes with HTTP 200, as everywhere. */
export type TokenAnswer = Readonly<Record<string, string | number>>;

export type OaTokens = {
  /** `POST /v4/oa/access_token` with its form and the `secret_key` header. */
  readonly exchange: (form: URLSearchParams, secret: string | undefined) => TokenAnswer;
  /** 0 where an access token is good, else the number of the error. */
  readonly check: (access: string | undefined) => number;
  /** The access token is over, the refresh token is not. */
  readonly expireAccess: () => void;
  /** Neither is good any more. */
  readonly revoke: () => void;
  /** A new pair, as an operator gets it by hand; its refresh token. */
  readonly grant: () => string;
  /** How often a refresh token was exchanged. */
  readonly exchanged: () => number;
};

const ACCESS_SECONDS = 90_000;
const REFRESH_MS = 90 * 86_400_000;

/** Tokens of which the refresh token is good for one use: used twice, it takes the pair down that it was exchanged for. */
export function createOaTokens(options: {
  readonly appId: string;
  readonly appSecret: string;
  readonly now: () => number;
  readonly onProblem: (problem: string) => void;
}): OaTokens {
  const { appId, appSecret, now, onProblem } = options;
  const used = new Set<string>();
  let count = 0;
  let exchanged = 0;
  let pair: { readonly access: string; readonly refresh: string; readonly at: number } | null = null;
  let isExpired = false;

  const grant = () => {
    count += 1;
    const own = `${count}-${randomBytes(6).toString('hex')}`;
    pair = { access: `fake-oa-access-${own}`, refresh: `fake-oa-refresh-${own}`, at: now() };
    isExpired = false;
    return pair.refresh;
  };
  const refusal = (error: number, error_name: string): TokenAnswer => ({
    error,
    error_name,
    error_description: error_name,
  });

  return {
    exchange(form, secret) {
      const known = ['app_id', 'refresh_token', 'grant_type'];
      const unknown = [...form.keys()].filter((name) => !known.includes(name));
      if (unknown.length > 0) onProblem(`access_token: ${unknown.join(', ')} is not known`);
      if (form.get('app_id') !== appId) return refusal(-14_002, 'Invalid appId');
      if (secret !== appSecret) return refusal(-14_004, 'Invalid secret key');
      if (form.get('grant_type') !== 'refresh_token') {
        onProblem('access_token: grant_type must be refresh_token');
        return refusal(-14_001, 'Invalid grant type');
      }
      const refresh = form.get('refresh_token') ?? '';
      if (used.has(refresh)) {
        onProblem('access_token: a refresh token was used twice');
        pair = null;
      }
      if (pair === null || refresh !== pair.refresh || now() - pair.at > REFRESH_MS) {
        return refusal(-14_014, 'Invalid refresh token');
      }
      used.add(refresh);
      exchanged += 1;
      grant();
      const { access } = pair;
      // Digits in quotes.
      return { access_token: access, refresh_token: pair.refresh, expires_in: String(ACCESS_SECONDS) };
    },
    check(access) {
      if (pair === null || access !== pair.access) return -216;
      return isExpired || now() - pair.at > ACCESS_SECONDS * 1000 ? -220 : 0;
    },
    expireAccess() {
      isExpired = true;
    },
    revoke() {
      pair = null;
    },
    grant,
    exchanged: () => exchanged,
  };
}

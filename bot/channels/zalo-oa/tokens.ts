import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../../store/database.ts';
import {
  claimZaloTokens,
  configureZaloTokens,
  readZaloTokens,
  releaseZaloTokens,
  type StoredTokens,
  storeZaloTokens,
  type TokenClaim,
} from '../../../store/zaloTokens/zaloTokens.ts';
import type { ChannelLog } from '../channelLog.ts';
import { createRarely } from '../rarely.ts';
import { ExchangeRefusal, exchangeRefreshToken, type TokenPair } from './exchange.ts';
import { networkReason } from './failures.ts';
import { createSeal, fingerprint } from './seal.ts';
import { operatorTexts } from './texts.ts';

export type TokensOptions = {
  readonly database: Database;
  readonly app: { readonly id: string; readonly secret: string };
  /** What the operator put into the configuration; used once, from then on the stored one counts. */
  readonly refreshToken: string;
  /** Another server, for tests; `undefined` is Zalo's own. */
  readonly oauthRoot?: string | undefined;
  readonly log: ChannelLog;
  readonly tell: (sentence: string) => void;
  /** Milliseconds. */
  readonly now: () => number;
};

/** An access token; `version` names the pair that it is of. */
export type Access = { readonly token: string; readonly version: number };

/** There is no access token: `dead` until an operator gives a new refresh token, else for a while. */
export class TokenTrouble extends Error {
  readonly isDead: boolean;
  constructor(isDead: boolean, message: string) {
    super(message);
    this.name = 'TokenTrouble';
    this.isDead = isDead;
  }
}

export type Tokens = {
  /** Takes the configured refresh token where it is a new one. */
  readonly configure: () => Promise<void>;
  /** Throws `TokenTrouble`. */
  readonly access: () => Promise<Access>;
  /** Another token than the one of that version, which the server no longer takes. Throws `TokenTrouble`. */
  readonly renew: (refused: number) => Promise<Access>;
  /** Renews before it is needed, and warns of what will fail. Never throws. */
  readonly keep: () => Promise<void>;
  /** Waits until a renewal under way is stored. */
  readonly settle: () => Promise<void>;
};

const HOUR_MS = 3_600_000;
/** The access token is renewed that long before its end. */
const EARLY_MS = HOUR_MS;
/** Longer than an exchange may take, so that no other process uses the same refresh token meanwhile. */
const CLAIM_SECONDS = 60;
/** A pair that is refused so young will not be mended by another one. */
const YOUNG_MS = 60_000;
/** What Zalo refused is not asked again sooner. */
const REFUSED_MS = 10 * 60_000;
/** A refresh token is good for three months. */
const OLD_MS = 80 * 24 * HOUR_MS;
const WAIT_MS = 30_000;
const LOOK_EVERY_MS = 200;
/** A new pair exists nowhere else: storing it is tried for long. */
const STORE_TRIES = 12;

/**
 * The tokens of the account, shared by all processes through the database. The refresh token is good for one use: one process
 * claims it, exchanges it and stores the new pair before anybody uses it; no transaction is open meanwhile. A process that is
 * killed between the answer and the storing takes the new pair with it: then Zalo refuses the old one, and an operator is told how
 * to give a new one.
 */
export function createTokens(options: TokensOptions): Tokens {
  const { database, app, log, tell, now } = options;
  const seal = createSeal(app.secret, app.id);
  const me = randomUUID();
  let cached: (Access & { readonly until: number }) | null = null;
  let renewing: Promise<Access> | null = null;
  let told = '';
  const rarely = createRarely(now);

  /** Once a cause, not once a try; the log says once an hour how often. */
  const alarm = (cause: string, sentence: string) => {
    const times = rarely.due(cause);
    if (times !== null)
      log.error({ channel: 'zalo-oa', failure: cause, times }, 'the tokens of the Zalo OA need an operator');
    if (told === cause) return;
    told = cause;
    tell(sentence);
  };

  const usable = (row: StoredTokens, refused: number | null): Access | null => {
    const { access, accessUntil, version } = row;
    if (access === null || accessUntil === null || version === refused) return null;
    if (accessUntil.getTime() <= now()) return null;
    const token = seal.open(access);
    if (token === null) return null;
    cached = { token, version, until: accessUntil.getTime() };
    return { token, version };
  };

  const fresh = async (refused: number | null): Promise<Access> => {
    for (const until = performance.now() + WAIT_MS; ; ) {
      const row = await readZaloTokens(database, app.id);
      if (row === null) throw new TokenTrouble(true, 'no refresh token was given');
      const access = usable(row, refused);
      if (access !== null && (row.accessUntil?.getTime() ?? 0) - now() > EARLY_MS) return access;
      if (row.version === refused && row.access !== null && now() - row.renewedAt.getTime() < YOUNG_MS) {
        alarm(`young ${row.version}`, operatorTexts.tokenRefused);
        throw new TokenTrouble(true, 'a new access token is refused');
      }
      if (row.failedAt !== null && now() - row.failedAt.getTime() < REFUSED_MS) {
        if (access !== null) return access;
        alarm(`refused ${row.version}`, operatorTexts.refreshFailed(row.failure ?? ''));
        throw new TokenTrouble(true, 'the refresh token is refused');
      }
      const claim: TokenClaim = { app: app.id, version: row.version, by: me };
      if (!row.claimed && (await claimZaloTokens(database, claim, CLAIM_SECONDS))) {
        return exchange(row, claim, access);
      }
      // Another process is at it: the old one is good until then.
      if (access !== null) return access;
      if (performance.now() > until) throw new TokenTrouble(false, 'another process renews the tokens');
      await sleep(LOOK_EVERY_MS);
    }
  };

  const exchange = async (row: StoredTokens, claim: TokenClaim, old: Access | null): Promise<Access> => {
    let pair: TokenPair;
    try {
      const refreshToken = seal.open(row.refresh);
      if (refreshToken === null) throw new ExchangeRefusal(0, operatorTexts.otherSecret);
      pair = await exchangeRefreshToken(app, refreshToken, options.oauthRoot);
    } catch (error) {
      const isRefused = error instanceof ExchangeRefusal;
      const reason = isRefused ? error.message : networkReason(error);
      await releaseZaloTokens(database, claim, isRefused ? reason : null, new Date(now()));
      if (isRefused) alarm(`refused ${row.version}`, operatorTexts.refreshFailed(reason));
      else
        log.warn({ channel: 'zalo-oa', failure: reason }, 'the tokens were not renewed; it is tried again');
      if (old !== null) return old;
      throw new TokenTrouble(isRefused, `the tokens were not renewed: ${reason}`);
    }
    const isStored = await store(claim, pair);
    // Somebody gave a newer one meanwhile.
    if (!isStored) return fresh(row.version);
    told = '';
    rarely.end();
    log.info({ channel: 'zalo-oa', version: row.version + 1 }, 'the tokens of the Zalo OA were renewed');
    cached = {
      token: pair.access,
      version: row.version + 1,
      until: now() + pair.seconds * 1000,
    };
    return { token: pair.access, version: row.version + 1 };
  };

  const store = async (claim: TokenClaim, pair: TokenPair): Promise<boolean> => {
    const sealed = {
      access: seal.close(pair.access),
      refresh: seal.close(pair.refresh),
      until: new Date(now() + pair.seconds * 1000),
      at: new Date(now()),
    };
    for (let tries = 1; ; tries += 1) {
      try {
        return await storeZaloTokens(database, claim, sealed);
      } catch (error) {
        if (tries >= STORE_TRIES) {
          alarm(`lost ${claim.version}`, operatorTexts.pairLost);
          throw error;
        }
        await sleep(Math.min(50 * 2 ** tries, 5000));
      }
    }
  };

  /** One at a time in this process. */
  const single = (refused: number | null): Promise<Access> => {
    renewing ??= fresh(refused)
      .catch((error: unknown) => {
        // Also a database that is away: nothing was asked of the account meanwhile.
        throw error instanceof TokenTrouble ? error : new TokenTrouble(false, networkReason(error));
      })
      .finally(() => {
        renewing = null;
      });
    return renewing;
  };

  return {
    async configure() {
      const { refreshToken } = options;
      const sealed = seal.close(refreshToken);
      const isNew = await configureZaloTokens(
        database,
        app.id,
        sealed,
        fingerprint(refreshToken),
        new Date(now()),
      );
      if (isNew) log.info({ channel: 'zalo-oa' }, 'a new refresh token was taken from the configuration');
    },
    async access() {
      if (cached !== null && cached.until - now() > EARLY_MS) return cached;
      return single(null);
    },
    async renew(refused) {
      if (cached?.version === refused) cached = null;
      if (cached !== null && cached.version > refused) return cached;
      const access = await single(refused);
      // A renewal that was under way may have begun before this one was refused.
      return access.version === refused ? single(refused) : access;
    },
    async keep() {
      try {
        await single(null).catch((error: unknown) => {
          // Told where it is dead; where it is not, the next look may do better.
          if (!(error instanceof TokenTrouble)) throw error;
        });
        const row = await readZaloTokens(database, app.id);
        if (row !== null && row.failedAt === null && now() - row.renewedAt.getTime() > OLD_MS) {
          alarm(`old ${row.version}`, operatorTexts.refreshOld);
        }
      } catch (error) {
        log.warn(
          { channel: 'zalo-oa', failure: networkReason(error) },
          'the tokens could not be looked after',
        );
      }
    },
    async settle() {
      await renewing?.catch(() => undefined);
    },
  };
}

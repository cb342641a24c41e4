import type { Database } from '../database.ts';

/** What is stored of an app's tokens; the tokens themselves as the caller sealed them. */
export type StoredTokens = {
  /** `null` before the first renewal. */
  readonly access: string | null;
  readonly refresh: string;
  readonly accessUntil: Date | null;
  /** Another pair, another number. */
  readonly version: number;
  /** When the refresh token was given. */
  readonly renewedAt: Date;
  /** A process is renewing it, or died while it did. */
  readonly claimed: boolean;
  /** Why Zalo will not have the refresh token, and since when; `null` where nothing is known against it. */
  readonly failure: string | null;
  readonly failedAt: Date | null;
};

/**
 * Takes a refresh token that an operator gave, in the place of what is stored. `hash` is of the token itself. `false`: it was taken
 * before and is used up, so that nothing changes; one that was only refused is taken again.
 */
export async function configureZaloTokens(
  database: Database,
  app: string,
  refresh: string,
  hash: string,
  at: Date,
): Promise<boolean> {
  const [row] = await database.query<{ taken: boolean }>(
    'select app_zalo_oa_configure($1, $2, $3, $4) as taken',
    [app, refresh, hash, at],
  );
  return row?.taken ?? false;
}

/** `null` where no refresh token was ever given. */
export async function readZaloTokens(database: Database, app: string): Promise<StoredTokens | null> {
  const [row] = await database.query<{
    access: string | null;
    refresh: string;
    access_until: Date | null;
    version: number;
    renewed_at: Date;
    claimed: boolean;
    failure: string | null;
    failed_at: Date | null;
  }>('select * from app_zalo_oa_tokens($1)', [app]);
  if (row === undefined) return null;
  const { access_until, renewed_at, failed_at, ...rest } = row;
  return { ...rest, accessUntil: access_until, renewedAt: renewed_at, failedAt: failed_at };
}

/** The right of one process, `by`, to use the refresh token of a version. */
export type TokenClaim = { readonly app: string; readonly version: number; readonly by: string };

/** `false`: another process uses it, or has. A claim ends by itself after that many seconds. */
export async function claimZaloTokens(
  database: Database,
  { by, app, version }: TokenClaim,
  seconds: number,
): Promise<boolean> {
  const [row] = await database.query<{ claimed: boolean }>(
    'select app_zalo_oa_claim($1, $2, $3, $4) as claimed',
    [by, app, version, seconds],
  );
  return row?.claimed ?? false;
}

/** Stores the pair that the refresh token of the claim was exchanged for. `false`: there is a newer one. */
export async function storeZaloTokens(
  database: Database,
  { app, version }: TokenClaim,
  pair: { readonly access: string; readonly refresh: string; readonly until: Date; readonly at: Date },
): Promise<boolean> {
  const [row] = await database.query<{ stored: boolean }>(
    'select app_zalo_oa_store($1, $2, $3, $4, $5, $6) as stored',
    [app, version, pair.access, pair.refresh, pair.until, pair.at],
  );
  return row?.stored ?? false;
}

/** Ends a claim without a new pair; `failure` where Zalo will not have the refresh token. */
export async function releaseZaloTokens(
  database: Database,
  { by, app, version }: TokenClaim,
  failure: string | null,
  at: Date,
): Promise<void> {
  await database.query('select app_zalo_oa_release($1, $2, $3, $4, $5)', [by, app, version, failure, at]);
}

import type { ChannelKey } from '../../domain/account.ts';
import type { Database, Queryable } from '../database.ts';
import { noCodeFor } from '../records/recordTexts.ts';
import { asAccount, type Identity } from './identity.ts';

/** For whom a code is: the cadre of a record (an account is made if there is none), or an account. */
export type LinkFor = { readonly cadre: string } | { readonly account: string };

/** A link of a channel's person to an account. */
export type Link = ChannelKey & {
  readonly linkedAt: Date;
  /** The version of the consent that was shown and agreed to. */
  readonly consent: string;
};

/**
 * Stores a one-time code, as its SHA-256 (hex): valid 24 hours, once. A new code replaces an unused one for the same account.
 * Staff may make codes for cadres whom they see, but not for an admin, nor for staff of units that they do not look after
 * themselves: with the code they could become that person. Admins may for any account without seeing its record; the operator
 * for all. Anything else is refused in the same words whether the cadre exists or not (`not_found`). That a code was made stands in
 * the access log of the record.
 */
export async function createLinkCode(
  database: Database,
  identity: Identity,
  code: { readonly hash: string; readonly for: LinkFor; readonly expires: Date },
): Promise<{ readonly name: string }> {
  const cadre = 'cadre' in code.for ? code.for.cadre : null;
  const account = 'account' in code.for ? code.for.account : null;
  // What is no id of an account is nobody's.
  if (account !== null && !UUID.test(account)) throw noCodeFor();
  const [row] = await asAccount(database, identity, (tx) =>
    tx.query<{ name: string | null }>('select app_create_link_code($1, $2, $3, $4) as name', [
      cadre,
      account,
      code.hash,
      code.expires,
    ]),
  );
  const name = row?.name ?? null;
  if (name === null) throw noCodeFor();
  return { name };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Deletes a code that was sent where others read it, such as a group; nothing happens where there is no such code. Needs no
 * identity, and tells nothing.
 */
export async function burnLinkCode(database: Database, hash: string): Promise<void> {
  await database.query('select app_burn_link_code($1)', [hash]);
}

/** What a code would link to. Wrong, used, expired and unknown codes are one and the same `refused`. */
export type CodeCheck =
  | { readonly state: 'valid'; readonly name: string }
  | { readonly state: 'refused'; readonly triesLeft: number }
  /** Five wrong codes from this sender within 24 hours. */
  | { readonly state: 'blocked' };

/** Looks at a code without using it, and remembers that this sender was shown whose it is. A wrong one counts as a try of this sender; the fifth answers `blocked` at once. */
export async function checkLinkCode(database: Database, by: ChannelKey, hash: string): Promise<CodeCheck> {
  const [row] = await database.query<{ name: string | null; tries_left: number | null }>(
    'select * from app_check_link_code($1, $2, $3)',
    [by.channel, by.key, hash],
  );
  if (row === undefined) throw new Error('checkLinkCode: the database gave no answer');
  return row.name === null ? refused(row.tries_left) : { state: 'valid', name: row.name };
}

export type Linked =
  | {
      readonly state: 'linked';
      readonly account: string;
      readonly name: string;
      /** The other links of the account before this one, of every channel: on messengers those of the same channel are gone now. */
      readonly before: readonly ChannelKey[];
    }
  | Exclude<CodeCheck, { readonly state: 'valid' }>;

/**
 * Uses a code: links the sender, records the consent, and writes it to the access log of the record. On messengers an account has
 * one person a channel; web and terminal sessions stand side by side, a web session for 30 days. A code counts as wrong from a
 * sender who was not shown by `checkLinkCode` whose it is.
 */
export async function useLinkCode(
  database: Database,
  by: ChannelKey,
  code: { readonly hash: string; readonly consent: string },
): Promise<Linked> {
  const [row] = await database.query<LinkedRow>('select * from app_use_link_code($1, $2, $3, $4)', [
    by.channel,
    by.key,
    code.hash,
    code.consent,
  ]);
  return linked(row);
}

/**
 * Stores a code for the one person whose record has this phone number, to be used once the person has agreed; valid at most 24
 * hours. `null`: nobody, or several. People who are admins or staff are `null` too: they link by a code from staff only, because
 * whoever writes records could write a number of their own into a superior's. The number must be vouched for by the channel; before
 * the code can be used, `checkLinkCode` has to be asked for the sender.
 */
export async function offerByPhone(
  database: Database,
  phone: string,
  code: { readonly hash: string; readonly expires: Date },
): Promise<{ readonly name: string } | null> {
  const [row] = await database.query<{ name: string | null }>(
    'select app_offer_by_phone($1, $2, $3) as name',
    [nationalPhone(phone), code.hash, code.expires],
  );
  const name = row?.name ?? null;
  return name === null ? null : { name };
}

/**
 * Ends every link and code of an account, whatever the channel: a telephone was lost, somebody left. Only admins and the operator
 * may; anything else is `not_found`.
 */
export async function endLinks(database: Database, identity: Identity, account: string): Promise<void> {
  if (!UUID.test(account)) throw noCodeFor();
  const [row] = await asAccount(database, identity, (tx) =>
    tx.query<{ done: boolean }>('select app_end_links($1) as done', [account]),
  );
  if (row?.done !== true) throw noCodeFor();
}

/** Takes the sender's link away. `false` when there was none. */
export async function unlink(database: Database, by: ChannelKey): Promise<boolean> {
  const [row] = await database.query<{ gone: boolean }>('select app_unlink($1, $2) as gone', [
    by.channel,
    by.key,
  ]);
  return row?.gone === true;
}

/** The links of the account itself, oldest first. */
export async function listLinks(database: Database, identity: Identity): Promise<readonly Link[]> {
  return asAccount(database, identity, readLinks);
}

/** As `listLinks`, inside a transaction of the identity. */
export async function readLinks(tx: Queryable): Promise<readonly Link[]> {
  const rows = await tx.query<{ channel: string; key: string; linked_at: Date; consent: string }>(
    'select channel, key, linked_at, consent from channel_accounts order by linked_at, channel, key',
  );
  return rows.map(({ channel, key, linked_at, consent }) => ({ channel, key, linkedAt: linked_at, consent }));
}

/** Digits as records hold them: `+84 912 345 678` and `84912345678` → `0912345678`. */
export function nationalPhone(phone: string): string {
  const digits = phone.replaceAll(/\D/g, '');
  return /^84\d{9}$/.test(digits) ? `0${digits.slice(2)}` : digits;
}

type LinkedRow = {
  readonly account: string | null;
  readonly name: string | null;
  readonly earlier: readonly ChannelKey[] | null;
  readonly tries_left: number | null;
};

function linked(row: LinkedRow | undefined): Linked {
  if (row === undefined) throw new Error('linking: the database gave no answer');
  const { account, name, earlier } = row;
  if (account === null || name === null) return refused(row.tries_left);
  return { state: 'linked', account, name, before: earlier ?? [] };
}

function refused(triesLeft: number | null): Exclude<CodeCheck, { readonly state: 'valid' }> {
  const left = triesLeft ?? 0;
  return left === 0 ? { state: 'blocked' } : { state: 'refused', triesLeft: left };
}

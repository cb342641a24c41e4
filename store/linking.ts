import type { ChannelKey } from '../domain/account.ts';
import type { Database } from './database.ts';
import type { Identity } from './identity.ts';

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
 * Staff may make codes for cadres whom they see; admins for any account without seeing its record; the operator for all.
 * Anything else is refused in the same words whether the cadre exists or not (`not_found`).
 */
export async function createLinkCode(
  _database: Database,
  _identity: Identity,
  _code: { readonly hash: string; readonly for: LinkFor; readonly expires: Date },
): Promise<{ readonly name: string }> {
  throw new Error('not written yet');
}

/** What a code would link to. Wrong, used, expired and unknown codes are one and the same `refused`. */
export type CodeCheck =
  | { readonly state: 'valid'; readonly name: string }
  | { readonly state: 'refused'; readonly triesLeft: number }
  /** Five wrong codes from this sender within 24 hours. */
  | { readonly state: 'blocked' };

/** Looks at a code without using it. A wrong one counts as a try of this sender. */
export async function checkLinkCode(_database: Database, _by: ChannelKey, _hash: string): Promise<CodeCheck> {
  throw new Error('not written yet');
}

export type Linked =
  | {
      readonly state: 'linked';
      readonly account: string;
      readonly name: string;
      /** Keys of the same channel that were linked to the account before: on messengers they are unlinked now. */
      readonly before: readonly ChannelKey[];
    }
  | Exclude<CodeCheck, { readonly state: 'valid' }>;

/** Uses a code: links the sender, records the consent. On messengers an account has one person a channel; web and terminal sessions stand side by side. */
export async function useLinkCode(
  _database: Database,
  _by: ChannelKey,
  _code: { readonly hash: string; readonly consent: string },
): Promise<Linked> {
  throw new Error('not written yet');
}

/** The name of the one person whose record has this phone number (`null`: none or several), without linking. */
export async function findByPhone(
  _database: Database,
  _phone: string,
): Promise<{ readonly name: string } | null> {
  throw new Error('not written yet');
}

/** Links the sender to that one person. `refused` when no single record has the number. */
export async function linkByPhone(
  _database: Database,
  _by: ChannelKey,
  _phone: string,
  _consent: string,
): Promise<Linked> {
  throw new Error('not written yet');
}

/** Takes the sender's link away. `false` when there was none. */
export async function unlink(_database: Database, _by: ChannelKey): Promise<boolean> {
  throw new Error('not written yet');
}

/** The links of the account itself. */
export async function listLinks(_database: Database, _identity: Identity): Promise<readonly Link[]> {
  throw new Error('not written yet');
}

import type { ChannelKey } from '../../domain/account.ts';
import { asAccount, type Identity } from '../access/identity.ts';
import type { Database, Queryable } from '../database.ts';
import type { MutableKind, NoticeKind } from './notice.ts';

export type NewNotice = {
  /** Vietnamese, whole sentences. It may be personal, except in a notice of kind `security`. */
  readonly text: string;
  /** With it a notice is said once to its recipient, however often it is asked for, until 90 days after it was sent. */
  readonly dedupeKey?: string;
  readonly notBefore?: Date;
} & (
  | { readonly account: string; readonly kind: NoticeKind }
  /** One person of a channel: of kinds other than `security` only while they are linked to the same account. */
  | { readonly channelKey: ChannelKey; readonly kind: NoticeKind }
);

/** What became of it: `known` was said before, `muted` is not wanted, `unlinked` has nobody to be told to. */
export type Queued = 'waiting' | 'known' | 'muted' | 'unlinked';

/**
 * Stores something to be said to a person unasked. It goes to one messenger of the account, by day, together with whatever else
 * waits for them; where that cannot be it is shown with their next answer. `by`: whose doing it tells of; they may read its words
 * until it is sent.
 */
export async function queueNotice(database: Database, notice: NewNotice, by?: Identity): Promise<Queued> {
  return by === undefined
    ? insertNotice(database, notice)
    : asAccount(database, by, (tx) => insertNotice(tx, notice));
}

async function insertNotice(queryable: Queryable, notice: NewNotice): Promise<Queued> {
  const to = 'channelKey' in notice ? notice.channelKey : null;
  const [row] = await queryable.query<{ state: Queued }>(
    'select app_queue_notice($1, $2, $3, $4, $5, $6, $7) as state',
    [
      'account' in notice ? notice.account : null,
      to?.channel ?? null,
      to?.key ?? null,
      notice.kind,
      notice.text.replaceAll('\0', '').toWellFormed(),
      notice.dedupeKey ?? null,
      notice.notBefore ?? null,
    ],
  );
  if (row === undefined) throw new Error('queueNotice: the database gave no answer');
  return row.state;
}

/** Kinds that the account does not want. */
export async function mutedKinds(database: Database, identity: Identity): Promise<readonly MutableKind[]> {
  const [row] = await asAccount(database, identity, (tx) =>
    tx.query<{ kinds: readonly MutableKind[] }>('select app_muted_notices() as kinds'),
  );
  return row?.kinds ?? [];
}

/** Refuses kinds from now on, those that wait as well, or takes them again. */
export async function muteKinds(
  database: Database,
  identity: Identity,
  kinds: readonly MutableKind[],
  mute: boolean,
): Promise<void> {
  await asAccount(database, identity, (tx) => tx.query('select app_mute_notices($1, $2)', [kinds, mute]));
}

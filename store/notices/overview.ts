import { asAccount, type Identity } from '../access/identity.ts';
import type { Database, Queryable } from '../database.ts';
import type { NoticeFailure, NoticeKind, NoticeState } from './notice.ts';

/** A notice and how it stands. */
export type NoticeLine = {
  /** Of the account it is for; `null` for one to a person without an account. */
  readonly name: string | null;
  readonly cadre: string | null;
  readonly kind: NoticeKind;
  readonly state: NoticeState;
  readonly failure: NoticeFailure | null;
  /** The channel where it was sent or told. */
  readonly via: string | null;
  readonly madeAt: Date;
  readonly notBefore: Date;
  readonly endedAt: Date | null;
  /** For whom it is for and for whom it tells of; `null` for others, and once it was sent. */
  readonly words: string | null;
};

/**
 * The newest notices: one's own, or (`ofOthers`) for staff those to people of their units, for admins and the operator all. Notices
 * about the safety of an account are seen by itself and by admins only.
 */
export async function listNotices(
  database: Database,
  identity: Identity,
  which: 'own' | 'ofOthers',
  most: number,
): Promise<readonly NoticeLine[]> {
  return asAccount(database, identity, (tx) => readNotices(tx, which, most));
}

/** As `listNotices`, inside a transaction of the identity. */
export async function readNotices(
  tx: Queryable,
  which: 'own' | 'ofOthers',
  most: number,
): Promise<readonly NoticeLine[]> {
  const rows = await tx.query<LineRow>(
    'select name, cadre, kind, state, failure, via, made_at, not_before, ended_at, words from app_list_notices($1, $2)',
    [which === 'own', most],
  );
  return rows.map(({ made_at, not_before, ended_at, ...line }) => ({
    ...line,
    madeAt: made_at,
    notBefore: not_before,
    endedAt: ended_at,
  }));
}

/** How many of the notices of others that the identity may see stand how. */
export async function countNotices(database: Database, identity: Identity): Promise<readonly Count[]> {
  return asAccount(database, identity, (tx) =>
    tx.query<Count>('select state, failure, notices from app_count_notices()'),
  );
}

export type Count = {
  readonly state: NoticeState;
  readonly failure: NoticeFailure | null;
  readonly notices: number;
};

type LineRow = Omit<NoticeLine, 'madeAt' | 'notBefore' | 'endedAt'> & {
  readonly made_at: Date;
  readonly not_before: Date;
  readonly ended_at: Date | null;
};

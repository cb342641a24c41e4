import type { CadreRecord } from '../../domain/record.ts';
import { asAccount, type Identity } from '../access/identity.ts';
import { type Link, readLinks } from '../access/linking.ts';
import type { Database } from '../database.ts';
import { type NoticeLine, readNotices } from '../notices/overview.ts';
import { type AccessEntry, KEPT_MONTHS, readAccess } from './accessLog.ts';
import { type Correction, readCorrections } from './corrections.ts';
import { readRecordText } from './recordText.ts';
import { accountGone } from './recordTexts.ts';

/** Everything that is stored about the person behind an account. */
export type PersonalData = {
  readonly account: string;
  /** With the phone number: this is the one place that shows it, and to nobody but its owner. */
  readonly record: CadreRecord | null;
  readonly links: readonly Link[];
  readonly corrections: readonly Correction[];
  /** What was said to them unasked, or waits to be, newest first. */
  readonly notices: readonly NoticeLine[];
  readonly access: readonly AccessEntry[];
};

/** More than anybody gets in the 90 days for which they are kept. */
const MOST_NOTICES = 10_000;

/** Everything about the account itself, as of one moment. Throws `not_found` for an account that is gone. */
export async function exportPersonalData(database: Database, identity: Identity): Promise<PersonalData> {
  return asAccount(database, identity, async (tx) => {
    const [account] = await tx.query<{ name: string | null }>('select app_name() as name');
    const name = account?.name ?? null;
    if (name === null) throw accountGone();
    const [row] = await tx.query<{ record: string; phone: string | null }>(
      `select record, app_own_phone() as phone from cadres where code = (select app_cadre())`,
    );
    return {
      account: name,
      record: row === undefined ? null : { ...readRecordText(row.record), phone: row.phone },
      links: await readLinks(tx),
      corrections: await readCorrections(tx, 'own'),
      notices: await readNotices(tx, 'own', MOST_NOTICES),
      access: await readAccess(tx, null),
    };
  });
}

/**
 * What erasing took away. The record itself belongs to the office and stays; entries of others' looks, and of own ones of the last
 * 30 days, are kept for `keptMonths`.
 */
export type Erased = {
  readonly links: number;
  readonly traces: number;
  readonly requests: number;
  readonly keptMonths: number;
};

/**
 * Deletes links, unused codes, own requests, notices and the traces of own looks at the own record that are older than 30 days. All or
 * nothing. Younger ones and notices of the account's safety stay, or somebody who took over the account could cover that up. Looks at others' records are
 * theirs to know of, and stay.
 */
export async function erasePersonalData(database: Database, identity: Identity): Promise<Erased> {
  const [erased] = await asAccount(database, identity, (tx) =>
    tx.query<Omit<Erased, 'keptMonths'>>('select links, traces, requests from app_erase()'),
  );
  if (erased === undefined) throw new Error('erasePersonalData: the database gave no answer');
  return { ...erased, keptMonths: KEPT_MONTHS };
}

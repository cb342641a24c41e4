import type { CadreRecord } from '../domain/record.ts';
import type { AccessEntry } from './accessLog.ts';
import type { Correction } from './corrections.ts';
import type { Database } from './database.ts';
import type { Identity } from './identity.ts';
import type { Link } from './linking.ts';

/** Everything that is stored about the person behind an account. */
export type PersonalData = {
  readonly account: string;
  readonly record: CadreRecord | null;
  readonly links: readonly Link[];
  readonly corrections: readonly Correction[];
  readonly access: readonly AccessEntry[];
};

export async function exportPersonalData(_database: Database, _identity: Identity): Promise<PersonalData> {
  throw new Error('not written yet');
}

/** What erasing took away. The record itself belongs to the office and stays; entries of others' looks are kept for `keptMonths`. */
export type Erased = {
  readonly links: number;
  readonly traces: number;
  readonly requests: number;
  readonly keptMonths: number;
};

/** Deletes links, unused codes, notices, own requests and the traces of own looks. All or nothing. */
export async function erasePersonalData(_database: Database, _identity: Identity): Promise<Erased> {
  throw new Error('not written yet');
}

import type { Database } from './database.ts';
import type { Identity } from './identity.ts';

/** "Thông tin này sai": a person's request that a line of their record be checked. */
export type Correction = {
  readonly id: number;
  readonly cadre: string;
  readonly name: string;
  /** The line as it was shown. */
  readonly line: string;
  /** What the person says about it. */
  readonly says: string;
  readonly at: Date;
  readonly state: 'open' | 'accepted' | 'declined';
  /** What staff answered; `null` while open. */
  readonly answer: string | null;
};

/** Opens a request about the identity's own record. At most 20 open ones a person (`limit_exceeded`). */
export async function openCorrection(
  _database: Database,
  _identity: Identity,
  _request: { readonly line: string; readonly says: string },
): Promise<Correction> {
  throw new Error('not written yet');
}

/** The identity's own requests, or with `ofUnits` the open ones of the people it looks after; oldest first. */
export async function listCorrections(
  _database: Database,
  _identity: Identity,
  _which: 'own' | 'ofUnits',
): Promise<readonly Correction[]> {
  throw new Error('not written yet');
}

/** Staff close a request of one of their people. The person is told (a notice). `not_found` for any other id. */
export async function closeCorrection(
  _database: Database,
  _identity: Identity,
  _id: number,
  _result: { readonly state: 'accepted' | 'declined'; readonly answer: string },
): Promise<void> {
  throw new Error('not written yet');
}

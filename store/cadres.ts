import type { AccessPurpose } from '../domain/account.ts';
import type { CadreRecord, Roster, Unit } from '../domain/record.ts';
import type { Database } from './database.ts';
import type { Identity } from './identity.ts';

/** A person as lists show them. */
export type CadreLine = { readonly code: string; readonly name: string; readonly unit: string };

/**
 * A record, if the identity may see it; `null` otherwise, whether it exists or not. The look is written to the access log
 * in the same transaction.
 */
export async function readCadre(
  _database: Database,
  _identity: Identity,
  _code: string,
  _purpose: AccessPurpose,
): Promise<CadreRecord | null> {
  throw new Error('not written yet');
}

/** People whom the identity may see and whose name ends or equals so, folded (`nam`, `nguyen van nam`); at most `limit`. Not logged: names only. */
export async function findCadres(
  _database: Database,
  _identity: Identity,
  _name: string,
  _limit: number,
): Promise<readonly CadreLine[]> {
  throw new Error('not written yet');
}

/**
 * All records that the identity may see, of one unit and the units below it where `unit` is given. For counting: not logged by
 * itself. Whoever shows names from it calls `logShown`.
 */
export async function readCadres(
  _database: Database,
  _identity: Identity,
  _unit: string | null,
): Promise<readonly CadreRecord[]> {
  throw new Error('not written yet');
}

/** Writes that these people were shown, one entry a person. */
export async function logShown(
  _database: Database,
  _identity: Identity,
  _codes: readonly string[],
  _purpose: AccessPurpose,
): Promise<void> {
  throw new Error('not written yet');
}

/** All units. They are no secret. */
export async function readUnits(_database: Database): Promise<readonly Unit[]> {
  throw new Error('not written yet');
}

/** What storing a roster changes, or would change. Codes. */
export type RosterChange = {
  readonly units: { readonly added: readonly string[]; readonly changed: readonly string[] };
  readonly cadres: {
    readonly added: readonly string[];
    readonly unchanged: number;
    /** `lines`: Vietnamese, one difference each: `Bằng cấp: thêm “Thạc sĩ Luật”`. */
    readonly changed: readonly { readonly code: string; readonly lines: readonly string[] }[];
  };
};

/**
 * Stores a roster whole or not at all; with `dryRun` it only tells what would change. Records that the roster does not name stay
 * as they are. Staff may store people of their own units, the operator all; anything else is `bad_input`.
 */
export async function saveRoster(
  _database: Database,
  _identity: Identity,
  _roster: Roster,
  _options: { readonly dryRun: boolean },
): Promise<RosterChange> {
  throw new Error('not written yet');
}

/** How many records there are, whoever they belong to: to know whether the samples are still to be loaded. */
export async function countCadres(_database: Database): Promise<number> {
  throw new Error('not written yet');
}

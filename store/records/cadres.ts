import type { AccessPurpose } from '../../domain/account.ts';
import type { CadreRecord, Roster, Unit } from '../../domain/record.ts';
import { asAccount, type Identity } from '../access/identity.ts';
import type { Database, Queryable } from '../database.ts';
import { nameKey } from './nameKey.ts';
import { createRecordReader, readRecordText } from './recordText.ts';
import type { RosterChange } from './rosterChange.ts';
import { storeRoster } from './storeRoster.ts';
import { listUnits } from './units.ts';

/** A person as lists show them. */
export type CadreLine = { readonly code: string; readonly name: string; readonly unit: string };

/**
 * A record, if the identity may see it; `null` otherwise, whether it exists or not. The look is written to the access log
 * in the same transaction. Records are read without the phone number (`phone` is `null`): it is shown to nobody.
 */
export async function readCadre(
  database: Database,
  identity: Identity,
  code: string,
  purpose: AccessPurpose,
): Promise<CadreRecord | null> {
  return asAccount(database, identity, async (tx) => {
    const [row] = await tx.query<{ record: string }>('select record from cadres where code = $1', [code]);
    if (row === undefined) {
      await tx.query('select app_even_out($1)', [code]);
      return null;
    }
    await writeAccess(tx, [code], purpose);
    return readRecordText(row.record);
  });
}

/**
 * People whom the identity may see whose code it is, or whose name ends or equals so, folded (`nam`, `nguyen van nam`), by name; at most
 * `limit`. Not logged: names only.
 */
export async function findCadres(
  database: Database,
  identity: Identity,
  name: string,
  limit: number,
): Promise<readonly CadreLine[]> {
  const key = nameKey(name);
  if (key === '') return [];
  return asAccount(database, identity, (tx) =>
    tx.query<CadreLine>(
      `select code, name, unit from cadres
        where name_key = $1 or right(name_key, length($1) + 1) = ' ' || $1 or code = $3
        order by name_key, code limit $2`,
      [key, limit, name.trim().toUpperCase()],
    ),
  );
}

/**
 * All records that the identity may see, by code; of one unit and the units below it where `unit` is given. For counting: not
 * logged by itself. Whoever shows names from it calls `logShown`.
 */
export async function readCadres(
  database: Database,
  identity: Identity,
  unit: string | null,
): Promise<readonly CadreRecord[]> {
  const rows = await asAccount(database, identity, (tx) =>
    unit === null
      ? tx.query<{ record: string }>('select record from cadres')
      : tx.query<{ record: string }>(
          `select record from cadres
            where unit = any ((select app_units_below($1))::text[])`,
          [unit],
        ),
  );
  // Sorted here: the database would write all the records to its disk and read them back.
  const read = createRecordReader();
  return rows.map(({ record }) => read(record)).sort((one, other) => (one.code < other.code ? -1 : 1));
}

/** Writes that these people were shown, one entry a person. Codes of people whom the identity may not see are left out. */
export async function logShown(
  database: Database,
  identity: Identity,
  codes: readonly string[],
  purpose: AccessPurpose,
): Promise<void> {
  if (codes.length === 0) return;
  await asAccount(database, identity, (tx) => writeAccess(tx, codes, purpose));
}

/** All units, by code. They are no secret. */
export async function readUnits(database: Database): Promise<readonly Unit[]> {
  return listUnits(database);
}

/**
 * Stores a roster whole or not at all; with `dryRun` it only tells what would change. Records that the roster does not name stay
 * as they are, and so does a phone number where the roster names none. Staff may store people of their own units and add units
 * below them, the operator all; anything else is `bad_input`.
 */
export async function saveRoster(
  database: Database,
  identity: Identity,
  roster: Roster,
  options: { readonly dryRun: boolean },
): Promise<RosterChange> {
  return asAccount(database, identity, (tx) => storeRoster(tx, roster, options.dryRun));
}

/** How many records there are, whoever they belong to: to know whether the samples are still to be loaded. */
export async function countCadres(database: Database): Promise<number> {
  const [row] = await database.query<{ count: number }>('select app_count_cadres() as count');
  return row?.count ?? 0;
}

async function writeAccess(
  tx: Queryable,
  codes: readonly string[],
  { channel, reason, purpose }: AccessPurpose,
): Promise<void> {
  await tx.query(
    `insert into access_log (cadre, channel, reason, purpose)
     select code, $2, $3, $4 from cadres where code = any ($1::text[])`,
    [codes, channel, reason, purpose],
  );
}

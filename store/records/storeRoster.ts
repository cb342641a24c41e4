import type { CadreRecord, Roster } from '../../domain/record.ts';
import { nationalPhone } from '../access/linking.ts';
import type { Queryable } from '../database.ts';
import { nameKey } from './nameKey.ts';
import { readRecordText, writeRecordText } from './recordText.ts';
import { codesTwice, peopleOutOfReach, peopleWithoutUnit } from './recordTexts.ts';
import type { RosterChange } from './rosterChange.ts';
import { OTHER_PERSON_LINE, PHONE_LINE, recordLines } from './rosterChange.ts';
import { repeatedCodes, storeUnits } from './units.ts';

/** So many people a statement: few enough that a parameter stays some megabytes. */
const BATCH = 5000;

/**
 * Compares a roster with what the identity of the transaction sees, and writes the difference unless it is a dry run. Throws
 * `bad_input` where anything in it is not for this identity to write: in the same words whether a code belongs to somebody
 * whom it may not see or a unit is not its own.
 */
export async function storeRoster(tx: Queryable, roster: Roster, dryRun: boolean): Promise<RosterChange> {
  // Two rosters at once would each compare with a state that the other changes.
  if (!dryRun) await tx.query("select pg_advisory_xact_lock(hashtext('dat-chuan: roster'))");
  const repeated = repeatedCodes(roster.cadres);
  if (repeated.length > 0) throw codesTwice(repeated);
  const { units, known, writable } = await storeUnits(tx, roster.units, dryRun);
  const lost = roster.cadres.filter(({ unit }) => !known.has(unit));
  if (lost.length > 0) throw peopleWithoutUnit(lost.map(({ code }) => code));
  await requireReach(tx, roster.cadres, writable);

  const added: string[] = [];
  const changed: { readonly code: string; readonly lines: readonly string[] }[] = [];
  for (let start = 0; start < roster.cadres.length; start += BATCH) {
    const difference = await compare(tx, roster.cadres.slice(start, start + BATCH));
    added.push(...difference.added.map(({ record }) => record.code));
    changed.push(...difference.changed.map(({ record, lines }) => ({ code: record.code, lines })));
    if (dryRun) continue;
    await insertCadres(tx, difference.added);
    await updateCadres(tx, difference.changed);
  }
  const unchanged = roster.cadres.length - added.length - changed.length;
  return { units, cadres: { added, unchanged, changed } };
}

type Written = { readonly record: CadreRecord; readonly text: string; readonly phone: string | null };
type Difference = {
  readonly added: readonly Written[];
  readonly changed: readonly (Written & { readonly lines: readonly string[] })[];
};

async function compare(tx: Queryable, records: readonly CadreRecord[]): Promise<Difference> {
  const rows = await tx.query<{ code: string; record: string }>(
    'select code, record from cadres where code = any ($1::text[])',
    [records.map(({ code }) => code)],
  );
  const stored = new Map(rows.map(({ code, record }) => [code, record]));
  const written = records.map((record) => ({
    record,
    text: writeRecordText(record),
    phone: phoneOf(record),
  }));
  const otherPhones = await findOtherPhones(
    tx,
    written.filter(({ record }) => stored.has(record.code)),
  );
  const added = written.filter(({ record }) => !stored.has(record.code));
  const changed = written.flatMap((entry) => {
    const before = stored.get(entry.record.code);
    const phoneChanged = otherPhones.has(entry.record.code);
    if (before === undefined || (before === entry.text && !phoneChanged)) return [];
    const lines = [
      ...(before === entry.text ? [] : differences(readRecordText(before), entry.record)),
      ...(phoneChanged ? [PHONE_LINE] : []),
    ];
    return [{ ...entry, lines }];
  });
  return { added, changed };
}

function differences(before: CadreRecord, after: CadreRecord): readonly string[] {
  const other = nameKey(before.name) !== nameKey(after.name);
  return [...recordLines(before, after), ...(other ? [OTHER_PERSON_LINE] : [])];
}

/** A roster that names no number leaves the stored one: records are read and exported without theirs. */
async function findOtherPhones(tx: Queryable, entries: readonly Written[]): Promise<ReadonlySet<string>> {
  const given = entries.filter(({ phone }) => phone !== null);
  if (given.length === 0) return new Set();
  const [row] = await tx.query<{ codes: readonly string[] }>('select app_other_phones($1, $2) as codes', [
    given.map(({ record }) => record.code),
    given.map(({ phone }) => phone),
  ]);
  return new Set(row?.codes);
}

async function requireReach(
  tx: Queryable,
  cadres: readonly CadreRecord[],
  writable: ReadonlySet<string>,
): Promise<void> {
  const [row] = await tx.query<{ codes: readonly string[] }>('select app_codes_of_others($1) as codes', [
    cadres.map(({ code }) => code),
  ]);
  const others = new Set(row?.codes);
  const outside = cadres.filter(({ code, unit }) => others.has(code) || !writable.has(unit));
  if (outside.length > 0) throw peopleOutOfReach(outside.map(({ code }) => code));
}

async function insertCadres(tx: Queryable, entries: readonly Written[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.query(
    `insert into cadres (code, unit, name, name_key, record, sample, phone)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::boolean[], $7::text[])`,
    [...columns(entries), entries.map(({ phone }) => phone)],
  );
}

async function updateCadres(tx: Queryable, entries: readonly Written[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.query(
    `update cadres c
        set unit = n.unit, name = n.name, name_key = n.name_key, record = n.record, sample = n.sample, updated_at = now()
       from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::boolean[])
         as n (code, unit, name, name_key, record, sample)
      where c.code = n.code`,
    columns(entries),
  );
  const phones = entries.filter(({ phone }) => phone !== null);
  await tx.query(
    `update cadres c set phone = n.phone from unnest($1::text[], $2::text[]) as n (code, phone)
      where c.code = n.code`,
    [phones.map(({ record }) => record.code), phones.map(({ phone }) => phone)],
  );
}

function columns(entries: readonly Written[]): readonly (readonly unknown[])[] {
  return [
    entries.map(({ record }) => record.code),
    entries.map(({ record }) => record.unit),
    entries.map(({ record }) => record.name),
    entries.map(({ record }) => nameKey(record.name)),
    entries.map(({ text }) => text),
    entries.map(({ record }) => record.sample),
  ];
}

function phoneOf({ phone }: CadreRecord): string | null {
  const digits = phone === null ? '' : nationalPhone(phone);
  return digits === '' ? null : digits;
}

import type { Unit, UnitTier } from '../../domain/record.ts';
import type { Queryable } from '../database.ts';
import { codesTwice, unitsForOperator, unitsInCircle, unitsUnknown } from './recordTexts.ts';
import type { RosterChange } from './rosterChange.ts';

/** All units, by code. */
export async function listUnits(queryable: Queryable): Promise<readonly Unit[]> {
  const rows = await queryable.query<UnitRow>(
    'select code, name, tier, parent, begins, ends, successors, sample from units order by code',
  );
  return rows.map(({ code, name, tier, parent, begins, ends, successors, sample }) => ({
    code,
    name,
    tier,
    parent,
    from: begins,
    until: ends,
    successors,
    sample,
  }));
}

export type StoredUnits = {
  readonly units: RosterChange['units'];
  /** Codes of all units, those of the roster included. */
  readonly known: ReadonlySet<string>;
  /** Codes of the units whose people the identity may write, new ones included. */
  readonly writable: ReadonlySet<string>;
};

/**
 * Compares units with the stored ones and writes the difference unless it is a dry run. The operator may write all; staff
 * may add units below their own, without successors: parents decide who sees whom, and what took over from what is not theirs to
 * say. Throws `bad_input`.
 */
export async function storeUnits(
  tx: Queryable,
  wanted: readonly Unit[],
  dryRun: boolean,
): Promise<StoredUnits> {
  const stored = new Map((await listUnits(tx)).map((unit) => [unit.code, unit]));
  const all = new Map([...stored, ...wanted.map((unit) => [unit.code, unit] as const)]);
  const levels = sortByDepth(wanted, all);
  const [rights] = await tx.query<{ operator: boolean; units: readonly string[] }>(
    'select app_is_operator() as operator, app_units() as units',
  );
  const operator = rights?.operator === true;
  const writable = new Set(operator ? all.keys() : rights?.units);

  const added: Unit[] = [];
  const changed: Unit[] = [];
  const forbidden: string[] = [];
  for (const unit of levels.flat()) {
    const before = stored.get(unit.code);
    if (before !== undefined && sameUnit(before, unit)) continue;
    const below = unit.parent !== null && writable.has(unit.parent) && unit.successors.length === 0;
    if (!operator && (before !== undefined || !below)) forbidden.push(unit.code);
    if (before === undefined) writable.add(unit.code);
    (before === undefined ? added : changed).push(unit);
  }
  if (forbidden.length > 0) throw unitsForOperator(forbidden);
  if (!dryRun) await writeUnits(tx, levels, new Set([...added, ...changed]), stored);
  return {
    units: { added: added.map(({ code }) => code), changed: changed.map(({ code }) => code) },
    known: new Set(all.keys()),
    writable,
  };
}

/** Higher units first: whether a new one stands below one's own is seen only when its parent is there. */
function sortByDepth(wanted: readonly Unit[], all: ReadonlyMap<string, Unit>): readonly (readonly Unit[])[] {
  const repeated = repeatedCodes(wanted);
  if (repeated.length > 0) throw codesTwice(repeated);
  const unknown = wanted.flatMap(({ parent, successors }) =>
    [...(parent === null ? [] : [parent]), ...successors].filter((code) => !all.has(code)),
  );
  if (unknown.length > 0) throw unitsUnknown([...new Set(unknown)]);
  const depths = wanted.map((unit) => depth(unit, all));
  return [...new Set(depths)]
    .sort((a, b) => a - b)
    .map((level) => wanted.filter((_, at) => depths[at] === level));
}

/** The codes that stand there more than once. */
export function repeatedCodes(items: readonly { readonly code: string }[]): readonly string[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { code } of items) (seen.has(code) ? repeated : seen).add(code);
  return [...repeated];
}

function depth(unit: Unit, all: ReadonlyMap<string, Unit>): number {
  const passed = new Set<string>();
  for (let at: Unit | undefined = unit; at?.parent != null; at = all.get(at.parent)) {
    if (passed.has(at.code)) throw unitsInCircle([...passed]);
    passed.add(at.code);
  }
  return passed.size;
}

function sameUnit(one: Unit, other: Unit): boolean {
  return JSON.stringify(values(one)) === JSON.stringify(values(other));
}

function values({ code, name, tier, parent, from, until, successors, sample }: Unit): readonly unknown[] {
  return [code, name, tier, parent, from, until, successors, sample];
}

async function writeUnits(
  tx: Queryable,
  levels: readonly (readonly Unit[])[],
  wanted: ReadonlySet<Unit>,
  stored: ReadonlyMap<string, Unit>,
): Promise<void> {
  for (const level of levels) {
    const written = level.filter((unit) => wanted.has(unit));
    const added = written.filter(({ code }) => !stored.has(code));
    const changed = written.filter(({ code }) => stored.has(code));
    if (added.length > 0) {
      await tx.query(
        `insert into units (code, name, tier, parent, begins, ends, successors, sample) ${GIVEN}`,
        columns(added),
      );
    }
    if (changed.length > 0) {
      await tx.query(
        `update units u
            set name = n.name, tier = n.tier, parent = n.parent, begins = n.begins, ends = n.ends,
                successors = n.successors, sample = n.sample
           from (${GIVEN}) n where u.code = n.code`,
        columns(changed),
      );
    }
  }
}

const GIVEN = `select n.code, n.name, n.tier, n.parent, n.begins, n.ends,
    array(select json_array_elements_text(n.successors)) as successors, n.sample
  from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::date[], $6::date[], $7::json[], $8::boolean[])
    as n (code, name, tier, parent, begins, ends, successors, sample)`;

function columns(units: readonly Unit[]): readonly (readonly unknown[])[] {
  return [
    units.map(({ code }) => code),
    units.map(({ name }) => name),
    units.map(({ tier }) => tier),
    units.map(({ parent }) => parent),
    units.map(({ from }) => from),
    units.map(({ until }) => until),
    units.map(({ successors }) => JSON.stringify(successors)),
    units.map(({ sample }) => sample),
  ];
}

type UnitRow = {
  readonly code: string;
  readonly name: string;
  readonly tier: UnitTier;
  readonly parent: string | null;
  readonly begins: string | null;
  readonly ends: string | null;
  readonly successors: readonly string[];
  readonly sample: boolean;
};

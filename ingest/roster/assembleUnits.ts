import type { Unit } from '../../domain/record.ts';
import type { RowOf } from './form/sheetForm.ts';
import type { UNIT_FORM } from './form/unitsAndPeople.ts';
import type { ProblemList } from './problemList.ts';
import type { SheetRows } from './readSheet.ts';
import { codeKey, RowFaults } from './rowFaults.ts';
import { ROSTER_FAULTS } from './texts.ts';

type UnitRow = RowOf<typeof UNIT_FORM>;

/** The units by `codeKey`. */
export type Units = ReadonlyMap<string, Unit>;

/** Whether one comes back to a unit by going up from it. */
function standsUnderItself(start: string, parents: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>();
  let at = parents.get(start) ?? null;
  while (at !== null && !seen.has(at)) {
    if (at === start) return true;
    seen.add(at);
    at = parents.get(at) ?? null;
  }
  return false;
}

/** Compares the units with each other: codes twice, parents and successors that are none, circles. */
export function assembleUnits(sheet: SheetRows<UnitRow>, problems: ProblemList): Units {
  const faults = new RowFaults(sheet, problems);
  const rows = new Map<string, { readonly number: number; readonly values: UnitRow }>();
  for (const row of sheet.rows) {
    const key = codeKey(row.values.code);
    const first = rows.get(key);
    if (first === undefined) rows.set(key, row);
    else faults.problem(row.number, 'code', ROSTER_FAULTS.codeTwice(row.values.code, first.number));
  }
  const parents = new Map(
    [...rows].map(
      ([key, { values }]) => [key, values.parent === null ? null : codeKey(values.parent)] as const,
    ),
  );
  const units = new Map<string, Unit>();
  for (const [key, { number, values }] of rows) {
    const known = (code: string, column: 'parent' | 'successors'): string => {
      const other = rows.get(codeKey(code));
      if (other === undefined) faults.problem(number, column, ROSTER_FAULTS.unknownUnit(code));
      return other?.values.code ?? code;
    };
    const parent = values.parent === null ? null : known(values.parent, 'parent');
    const successors = values.successors.map((code) => known(code, 'successors'));
    if (standsUnderItself(key, parents))
      faults.problem(number, 'parent', ROSTER_FAULTS.unitCycle(values.code));
    if (successors.some((code) => codeKey(code) === key))
      faults.problem(number, 'successors', ROSTER_FAULTS.successorItself());
    faults.period(number, values);
    units.set(key, { ...values, parent, successors });
  }
  return units;
}

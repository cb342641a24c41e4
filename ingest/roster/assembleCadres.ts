import type { IsoDate } from '../../domain/day.ts';
import type { CadreRecord } from '../../domain/record.ts';
import type { Units } from './assembleUnits.ts';
import { keyOf } from './form/columnTypes.ts';
import type { RowOf } from './form/sheetForm.ts';
import type { CADRE_FORM } from './form/unitsAndPeople.ts';
import type { ProblemList } from './problemList.ts';
import type { SheetRows } from './readSheet.ts';
import { codeKey, RowFaults } from './rowFaults.ts';
import { ROSTER_FAULTS } from './texts.ts';

/** A record whose lists are being filled. */
export type Growing = {
  -readonly [Key in keyof CadreRecord]: CadreRecord[Key] extends readonly (infer Item)[]
    ? Item[]
    : CadreRecord[Key];
};

/** The people by `codeKey`. */
export type People = ReadonlyMap<string, Growing>;

/** The people without what other sheets say of them: codes twice, units that are none, impossible dates. */
export function assembleCadres(
  sheet: SheetRows<RowOf<typeof CADRE_FORM>>,
  units: Units,
  problems: ProblemList,
  today: IsoDate,
): People {
  const faults = new RowFaults(sheet, problems);
  const people = new Map<string, Growing>();
  const rowOfCode = new Map<string, number>();
  const rowOfPhone = new Map<string, number>();
  for (const { number, values } of sheet.rows) {
    const key = codeKey(values.code);
    const first = rowOfCode.get(key);
    if (first !== undefined) {
      faults.problem(number, 'code', ROSTER_FAULTS.codeTwice(values.code, first));
      continue;
    }
    rowOfCode.set(key, number);
    const unit = units.get(codeKey(values.unit));
    if (unit === undefined) faults.problem(number, 'unit', ROSTER_FAULTS.unknownUnit(values.unit));
    for (const column of ['birth', 'partyJoined', 'reviewed'] as const)
      faults.future(number, column, values[column], today);
    const birth = { name: 'ngày sinh', date: values.birth };
    faults.before(number, { column: 'partyJoined', date: values.partyJoined }, birth);
    faults.before(number, { column: 'recruited', date: values.recruited }, birth);
    if (values.phone !== null) {
      const other = rowOfPhone.get(values.phone);
      if (other === undefined) rowOfPhone.set(values.phone, number);
      else faults.warn(number, 'phone', ROSTER_FAULTS.phoneTwice(other));
    }
    const { party } = values;
    if (party !== null && typeof party !== 'boolean')
      faults.warn(number, 'party', ROSTER_FAULTS.probationary(party.probationary));
    people.set(key, {
      ...values,
      unit: unit?.code ?? values.unit,
      party: partyOf(values),
      posts: [],
      planned: [],
      grades: [],
      groups: [],
      qualifications: [],
      lacks: [],
      trainings: [],
      evaluations: [],
      conclusions: [],
    });
  }
  return people;
}

function partyOf({ party, partyJoined }: RowOf<typeof CADRE_FORM>): boolean | null {
  if (typeof party === 'boolean') return party;
  // The day of joining is only given for who joined; who is on probation has one as well.
  return party === null && partyJoined !== null ? true : null;
}

/** The rows of one sheet about people, each with its person; rows about nobody known and rows twice are told and left out. */
export function* rowsOfPeople<Row extends { readonly cadre: string; readonly nameAgain: string | null }>(
  sheet: SheetRows<Row>,
  people: People,
  faults: RowFaults<Row>,
): Generator<{ readonly number: number; readonly values: Row; readonly person: Growing }> {
  const seen = new Map<string, number>();
  for (const { number, values } of sheet.rows) {
    const person = people.get(codeKey(values.cadre));
    if (person === undefined) {
      faults.problem(number, 'cadre', ROSTER_FAULTS.unknownCadre(values.cadre));
      continue;
    }
    if (values.nameAgain !== null && keyOf(values.nameAgain) !== keyOf(person.name))
      faults.problem(number, 'nameAgain', ROSTER_FAULTS.otherName(values.nameAgain));
    const content = JSON.stringify({ ...values, cadre: person.code, nameAgain: null });
    const first = seen.get(content);
    if (first !== undefined) {
      faults.problem(number, null, ROSTER_FAULTS.rowTwice(first));
      continue;
    }
    seen.set(content, number);
    yield { number, values, person };
  }
}

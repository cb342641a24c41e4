import type { IsoDate } from '../../domain/day.ts';
import type { QualificationKind } from '../../domain/ladders.ts';
import { KIND_NAMES } from '../../domain/levelNames.ts';
import type { Roster } from '../../domain/record.ts';
import { saysUnheld } from '../../vietnamese/unheld.ts';
import { assembleCadres, type People, rowsOfPeople } from './assembleCadres.ts';
import { assembleUnits, type Units } from './assembleUnits.ts';
import type { ProblemList } from './problemList.ts';
import { readStatedLevel, withName } from './readQualification.ts';
import type { ReadSheets } from './readSheets.ts';
import { codeKey, RowFaults } from './rowFaults.ts';
import { ROSTER_FAULTS } from './texts.ts';

/** What every sheet about people is compared with. */
type Known = {
  readonly people: People;
  readonly units: Units;
  readonly problems: ProblemList;
  readonly today: IsoDate;
};

function addPosts({ posts, planned }: ReadSheets, { people, units, problems }: Known): void {
  const unitOf = (code: string | null, unknown: (code: string) => void): string | null => {
    if (code === null) return null;
    const unit = units.get(codeKey(code));
    if (unit === undefined) unknown(code);
    return unit?.code ?? code;
  };
  const postFaults = new RowFaults(posts, problems);
  for (const { number, values, person } of rowsOfPeople(posts, people, postFaults)) {
    const { position, from, until } = values;
    const unit = unitOf(values.unit, (code) =>
      postFaults.problem(number, 'unit', ROSTER_FAULTS.unknownUnit(code)),
    );
    const place = units.get(codeKey(unit ?? person.unit));
    if (until === null && place !== undefined && place.until !== null)
      postFaults.warn(number, 'until', ROSTER_FAULTS.formerUnit(place.code));
    postFaults.period(number, values);
    person.posts.push({ position, unit, from, until });
  }
  const planFaults = new RowFaults(planned, problems);
  for (const { number, values, person } of rowsOfPeople(planned, people, planFaults)) {
    const { position, term, from, until } = values;
    const unit = unitOf(values.unit, (code) =>
      planFaults.problem(number, 'unit', ROSTER_FAULTS.unknownUnit(code)),
    );
    planFaults.period(number, values);
    person.planned.push({ position, unit, term, from, until });
  }
}

/** `Chuyên viên (01.003)` in one cell. */
const CODE_AT_END = /^(.*\S)\s*\(([\p{L}\d]+(?:\.\d+)+)\)$/u;

function addGradesAndGroups({ grades, groups }: ReadSheets, { people, problems }: Known): void {
  const gradeFaults = new RowFaults(grades, problems);
  for (const { number, values, person } of rowsOfPeople(grades, people, gradeFaults)) {
    const { code, from, until } = values;
    gradeFaults.period(number, values);
    const [, bare, codeInName] = (code === null ? CODE_AT_END.exec(values.name) : null) ?? [];
    person.grades.push({ name: bare ?? values.name, code: codeInName ?? code, from, until });
  }
  const groupFaults = new RowFaults(groups, problems);
  for (const { number, values, person } of rowsOfPeople(groups, people, groupFaults)) {
    const { name, from, until } = values;
    groupFaults.period(number, values);
    person.groups.push({ name, from, until });
  }
}

function addQualifications({ qualifications }: ReadSheets, { people, problems, today }: Known): void {
  const faults = new RowFaults(qualifications, problems);
  const lacking: {
    readonly number: number;
    readonly values: (typeof qualifications)['rows'][number]['values'];
    readonly kind: QualificationKind;
  }[] = [];
  for (const { number, values, person } of rowsOfPeople(qualifications, people, faults)) {
    const { number: serial, issuer, issued, expires, evidence } = values;
    const stated = withName(readStatedLevel(values.kind, values.level), values.name);
    faults.future(number, 'issued', issued, today);
    faults.before(number, { column: 'issued', date: issued }, { name: 'ngày sinh', date: person.birth });
    faults.before(number, { column: 'expires', date: expires }, { name: 'ngày cấp', date: issued });
    if (stated.says === 'nothing') faults.problem(number, 'kind', ROSTER_FAULTS.kindMissing());
    else if (stated.says === 'wrong') faults.problem(number, stated.column, stated.fault);
    else if (stated.says === 'lacks') {
      if (!person.lacks.includes(stated.kind)) person.lacks.push(stated.kind);
      lacking.push({ number, values, kind: stated.kind });
    } else {
      const { kind, level, name } = stated;
      const field = values.field ?? stated.field;
      for (const column of ['field', 'name'] as const) {
        const said = values[column];
        if (said !== null && saysUnheld(said))
          faults.problem(number, column, ROSTER_FAULTS.unheldWords(said));
      }
      person.qualifications.push({
        kind,
        level,
        field,
        name,
        number: serial,
        issuer,
        issued,
        expires,
        evidence,
      });
    }
  }
  for (const { number, values, kind } of lacking) {
    const person = people.get(codeKey(values.cadre));
    if (person?.qualifications.some((held) => held.kind === kind) === true)
      faults.problem(number, 'level', ROSTER_FAULTS.lacksAndHas(KIND_NAMES[kind]));
  }
}

function addTrainings({ trainings }: ReadSheets, { people, problems }: Known): void {
  const faults = new RowFaults(trainings, problems);
  for (const { number, values, person } of rowsOfPeople(trainings, people, faults)) {
    const { className, from, until, days, place, abroad, mode, programme, completed } = values;
    const stated = readStatedLevel(values.kind, values.level);
    faults.period(number, values);
    if (stated.says === 'wrong') {
      faults.problem(number, stated.column, stated.fault);
      continue;
    }
    const of =
      stated.says === 'holds'
        ? { kind: stated.kind, level: stated.level }
        : { kind: values.kind, level: null };
    const how = { days, place, abroad, mode, programme, completed };
    person.trainings.push({ className, ...of, from, until, ...how });
  }
}

function addJudgements({ evaluations, conclusions }: ReadSheets, { people, problems, today }: Known): void {
  const evaluationFaults = new RowFaults(evaluations, problems);
  const years = new Map<string, number>();
  for (const { number, values, person } of rowsOfPeople(evaluations, people, evaluationFaults)) {
    const { year, rating } = values;
    const first = years.get(`${person.code} ${year}`);
    evaluationFaults.future(number, 'year', String(year), today);
    if (first !== undefined) evaluationFaults.problem(number, 'year', ROSTER_FAULTS.yearTwice(year, first));
    years.set(`${person.code} ${year}`, number);
    person.evaluations.push({ year, rating });
  }
  const conclusionFaults = new RowFaults(conclusions, problems);
  for (const { number, values, person } of rowsOfPeople(conclusions, people, conclusionFaults)) {
    const { date, passed, issuer } = values;
    conclusionFaults.future(number, 'date', date, today);
    person.conclusions.push({ date, passed, issuer });
  }
}

/** Compares all sheets with each other and puts each person's record together. Pure but for `problems`. */
export function assembleRoster(sheets: ReadSheets, problems: ProblemList, today: IsoDate): Roster {
  const units = assembleUnits(sheets.units, problems);
  const people = assembleCadres(sheets.cadres, units, problems, today);
  const known = { people, units, problems, today };
  addPosts(sheets, known);
  addGradesAndGroups(sheets, known);
  addQualifications(sheets, known);
  addTrainings(sheets, known);
  addJudgements(sheets, known);
  return { units: [...units.values()], cadres: [...people.values()] };
}

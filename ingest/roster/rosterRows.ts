import { writeLevel } from '../../domain/levelNames.ts';
import type { CadreRecord, Unit } from '../../domain/record.ts';
import {
  CONCLUSION_FORM,
  EVALUATION_FORM,
  GRADE_FORM,
  GROUP_FORM,
  PLANNED_FORM,
  POST_FORM,
} from './form/career.ts';
import { QUALIFICATION_FORM, TRAINING_FORM } from './form/learning.ts';
import type { RowOf, SheetForm } from './form/sheetForm.ts';
import { CADRE_FORM, UNIT_FORM } from './form/unitsAndPeople.ts';
import { SHEET_TEXTS } from './texts.ts';

/** The cells of one sheet, row by row under the headings. */
export type SheetCells = {
  readonly form: { readonly name: string };
  readonly rows: readonly (readonly (string | number | null)[])[];
};

function cellsOf<Row>(form: SheetForm<Row>, rows: readonly Row[]): SheetCells {
  const keys = Object.keys(form.columns) as (keyof Row & string)[];
  return { form, rows: rows.map((row) => keys.map((key) => form.columns[key].write(row[key]))) };
}

type QualificationRow = RowOf<typeof QUALIFICATION_FORM>;

function qualificationRows(cadre: CadreRecord, who: Who): readonly QualificationRow[] {
  const held = cadre.qualifications.map((qualification) => {
    const { kind, level } = qualification;
    return { ...who, ...qualification, level: level === null ? null : writeLevel(kind, level) };
  });
  const nothing = {
    field: null,
    name: null,
    number: null,
    issuer: null,
    issued: null,
    expires: null,
    evidence: null,
  };
  const lacking = cadre.lacks.map((kind) => ({ ...who, ...nothing, kind, level: SHEET_TEXTS.lacking }));
  return [...held, ...lacking];
}

type Who = { readonly cadre: string; readonly nameAgain: string };

/** Records as the rows of the form's sheets, in the order of the workbook. */
export function rosterRows(units: readonly Unit[], cadres: readonly CadreRecord[]): readonly SheetCells[] {
  const each = <Item, Row>(items: (cadre: CadreRecord) => readonly Item[], row: (item: Item) => Row) =>
    cadres.flatMap((cadre) =>
      items(cadre).map((item) => ({ cadre: cadre.code, nameAgain: cadre.name, ...row(item) })),
    );
  const same = <Item>(item: Item) => item;
  return [
    cellsOf(UNIT_FORM, units),
    cellsOf(CADRE_FORM, cadres),
    cellsOf(
      POST_FORM,
      each(({ posts }) => posts, same),
    ),
    cellsOf(
      PLANNED_FORM,
      each(({ planned }) => planned, same),
    ),
    cellsOf(
      GRADE_FORM,
      each(({ grades }) => grades, same),
    ),
    cellsOf(
      GROUP_FORM,
      each(({ groups }) => groups, same),
    ),
    cellsOf(
      QUALIFICATION_FORM,
      cadres.flatMap((cadre) => qualificationRows(cadre, { cadre: cadre.code, nameAgain: cadre.name })),
    ),
    cellsOf(
      TRAINING_FORM,
      each(
        ({ trainings }) => trainings,
        (training) => {
          const { kind, level } = training;
          return { ...training, level: kind === null || level === null ? null : writeLevel(kind, level) };
        },
      ),
    ),
    cellsOf(
      EVALUATION_FORM,
      each(({ evaluations }) => evaluations, same),
    ),
    cellsOf(
      CONCLUSION_FORM,
      each(({ conclusions }) => conclusions, same),
    ),
  ];
}

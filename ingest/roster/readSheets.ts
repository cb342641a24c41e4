import { FORMS } from './columns.ts';
import {
  CONCLUSION_FORM,
  EVALUATION_FORM,
  GRADE_FORM,
  GROUP_FORM,
  PLANNED_FORM,
  POST_FORM,
} from './form/career.ts';
import { keyOf, likeness } from './form/columnTypes.ts';
import { QUALIFICATION_FORM, TRAINING_FORM } from './form/learning.ts';
import type { RowOf, SheetForm } from './form/sheetForm.ts';
import { CADRE_FORM, UNIT_FORM } from './form/unitsAndPeople.ts';
import type { ProblemList } from './problemList.ts';
import { SheetReader, type SheetRows } from './readSheet.ts';
import { FORM_FAULTS, SHEET_TEXTS } from './texts.ts';
import { readRows } from './xlsx/sheetRows.ts';
import type { SheetEntry, Workbook } from './xlsx/workbook.ts';
import type { WorkbookParts } from './xlsx/workbookParts.ts';

/** Every sheet of a roster, its cells read and not yet compared with each other. */
export type ReadSheets = {
  readonly units: SheetRows<RowOf<typeof UNIT_FORM>>;
  readonly cadres: SheetRows<RowOf<typeof CADRE_FORM>>;
  readonly posts: SheetRows<RowOf<typeof POST_FORM>>;
  readonly planned: SheetRows<RowOf<typeof PLANNED_FORM>>;
  readonly grades: SheetRows<RowOf<typeof GRADE_FORM>>;
  readonly groups: SheetRows<RowOf<typeof GROUP_FORM>>;
  readonly qualifications: SheetRows<RowOf<typeof QUALIFICATION_FORM>>;
  readonly trainings: SheetRows<RowOf<typeof TRAINING_FORM>>;
  readonly evaluations: SheetRows<RowOf<typeof EVALUATION_FORM>>;
  readonly conclusions: SheetRows<RowOf<typeof CONCLUSION_FORM>>;
};

type Named = { readonly name: string; readonly synonyms: readonly string[]; readonly required: boolean };

const OWN_SHEETS = new Set([SHEET_TEXTS.guide, SHEET_TEXTS.lists].map(keyOf));
/** Names of sheets are short: less than this is no likeness. */
const alike = 0.6;

function formNamed(name: string): Named | null {
  const key = keyOf(name);
  const forms: readonly Named[] = FORMS;
  const own = forms.find((form) => keyOf(form.name) === key);
  return own ?? forms.find(({ synonyms }) => synonyms.some((other) => keyOf(other) === key)) ?? null;
}

const whole = (sheet: string) => ({ sheet, row: null, column: null });

/** Finds each form's sheet and tells what the workbook has besides. */
async function assignSheets(
  parts: WorkbookParts,
  book: Workbook,
  problems: ProblemList,
): Promise<ReadonlyMap<Named, SheetEntry>> {
  const hasRows = async ({ part }: SheetEntry) => {
    let rows = 0;
    await readRows(parts, book, part, () => {
      rows += 1;
    });
    return rows > 0;
  };
  const found = new Map<Named, SheetEntry>();
  const hiddenForms = new Set<Named>();
  const strange: SheetEntry[] = [];
  for (const entry of book.sheets) {
    const form = formNamed(entry.name);
    const first = form === null ? undefined : found.get(form);
    if (entry.hidden) {
      if (form?.required === true) problems.problem(whole(entry.name), FORM_FAULTS.sheetHidden(form.name));
      else if (!OWN_SHEETS.has(keyOf(entry.name)) && (await hasRows(entry)))
        problems.warn(whole(entry.name), FORM_FAULTS.hiddenSheetUnread(entry.name));
      if (form !== null) hiddenForms.add(form);
    } else if (form === null) {
      if (!OWN_SHEETS.has(keyOf(entry.name)) && (await hasRows(entry))) strange.push(entry);
    } else if (first === undefined) found.set(form, entry);
    else problems.problem(whole(entry.name), FORM_FAULTS.sheetTwice(form.name, first.name));
  }
  const absent = FORMS.filter((form) => !found.has(form) && !hiddenForms.has(form));
  const renamed = new Set<Named>();
  for (const { name } of strange) {
    const [near] = absent.toSorted((a, b) => likeness(b.name, name) - likeness(a.name, name));
    if (near !== undefined && likeness(near.name, name) >= alike) {
      renamed.add(near);
      problems.problem(whole(name), FORM_FAULTS.sheetRenamed(name, near.name));
    } else problems.warn(whole(name), FORM_FAULTS.sheetUnknown(name));
  }
  for (const form of absent) {
    if (renamed.has(form)) continue;
    if (form.required) problems.problem(whole(form.name), FORM_FAULTS.sheetMissing(form.name));
    else problems.warn(whole(form.name), FORM_FAULTS.sheetLeftOut(form.name));
  }
  return found;
}

/** Reads every sheet of the form; what is wrong with a cell, a heading or a sheet goes to `problems`. */
export async function readSheets(
  parts: WorkbookParts,
  book: Workbook,
  problems: ProblemList,
): Promise<ReadSheets> {
  const entries = await assignSheets(parts, book, problems);
  const one = async <Row>(form: SheetForm<Row>): Promise<SheetRows<Row>> => {
    const entry = entries.get(form);
    if (entry === undefined)
      return { sheet: form.name, heading: (column) => form.columns[column].heading, rows: [] };
    const reader = new SheetReader(form, entry.name, problems);
    const end = await readRows(parts, book, entry.part, (row) => reader.take(row));
    return reader.finish(end);
  };
  return {
    units: await one(UNIT_FORM),
    cadres: await one(CADRE_FORM),
    posts: await one(POST_FORM),
    planned: await one(PLANNED_FORM),
    grades: await one(GRADE_FORM),
    groups: await one(GROUP_FORM),
    qualifications: await one(QUALIFICATION_FORM),
    trainings: await one(TRAINING_FORM),
    evaluations: await one(EVALUATION_FORM),
    conclusions: await one(CONCLUSION_FORM),
  };
}

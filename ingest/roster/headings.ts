import { keyOf, likeness } from './form/columnTypes.ts';
import type { SheetForm } from './form/sheetForm.ts';
import { type Fault, FORM_FAULTS } from './texts.ts';

/** Which column of a sheet holds what. */
export type Headings<Row> = {
  /** Number of the column, from 1, for each that the sheet has. */
  readonly columns: ReadonlyMap<keyof Row, number>;
  /** Each heading as the sheet writes it, or as the form does where the sheet lacks it. */
  readonly written: ReadonlyMap<keyof Row, string>;
  readonly problems: readonly HeadingFault[];
  readonly warnings: readonly HeadingFault[];
};

type HeadingFault = { readonly heading: string; readonly fault: Fault };

/** Headings that people put beside any list. */
const IGNORED = new Set(['stt', 'tt', 'so tt', 'so thu tu', 'ghi chu', 'no']);

/** Below this two headings have nothing to do with each other. */
const alike = 0.5;

function keysOf<Row>(form: SheetForm<Row>): readonly (keyof Row)[] {
  return Object.keys(form.columns) as (keyof Row & string)[];
}

/** `Ngày sinh (dd/mm/yyyy) *` → `ngay sinh`. */
function headingKey(written: string): string {
  return keyOf(written.replace(/\([^)]*\)/g, ' '));
}

/** The column of a form that a heading names; its own name counts before any other column's synonym. */
function columnNamed<Row>(form: SheetForm<Row>, written: string): keyof Row | null {
  const key = headingKey(written);
  const keys = keysOf(form);
  const own = keys.find((name) => keyOf(form.columns[name].heading) === key);
  return (
    own ?? keys.find((name) => form.columns[name].synonyms.some((other) => keyOf(other) === key)) ?? null
  );
}

/** How many of a row's texts are headings of the form. */
export function headingsIn<Row>(form: SheetForm<Row>, row: ReadonlyMap<number, string>): number {
  return new Set([...row.values()].map((text) => columnNamed(form, text)).filter((name) => name !== null))
    .size;
}

function nearest<Row>(form: SheetForm<Row>, written: string, free: readonly (keyof Row)[]): string | null {
  const scored = free.map((name) => {
    const { heading, synonyms } = form.columns[name];
    return {
      heading,
      score: Math.max(...[heading, ...synonyms].map((other) => likeness(headingKey(written), other))),
    };
  });
  const [best] = scored.toSorted((a, b) => b.score - a.score);
  return best !== undefined && best.score >= alike ? best.heading : null;
}

/** Reads the row of headings: what stands where, what is twice, missing, unknown or renamed. */
export function readHeadings<Row>(form: SheetForm<Row>, row: ReadonlyMap<number, string>): Headings<Row> {
  const columns = new Map<keyof Row, number>();
  const written = new Map<keyof Row, string>(keysOf(form).map((name) => [name, form.columns[name].heading]));
  const problems: HeadingFault[] = [];
  const warnings: HeadingFault[] = [];
  const strange: string[] = [];
  for (const [number, text] of row) {
    if (text === '' || IGNORED.has(headingKey(text))) continue;
    const name = columnNamed(form, text);
    if (name === null) strange.push(text);
    else if (columns.has(name))
      problems.push({ heading: text, fault: FORM_FAULTS.columnTwice(form.columns[name].heading) });
    else {
      columns.set(name, number);
      written.set(name, text);
    }
  }
  const free = keysOf(form).filter((name) => !columns.has(name));
  const renamed = new Set<string>();
  for (const text of strange) {
    const heading = nearest(form, text, free);
    if (heading === null) warnings.push({ heading: text, fault: FORM_FAULTS.columnUnknown(text) });
    else {
      renamed.add(heading);
      problems.push({ heading: text, fault: FORM_FAULTS.columnRenamed(text, heading) });
    }
  }
  for (const name of free) {
    const { heading, required } = form.columns[name];
    if (required && !renamed.has(heading))
      problems.push({ heading, fault: FORM_FAULTS.columnMissing(heading) });
  }
  return { columns, written, problems, warnings };
}

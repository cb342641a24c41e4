import type { SheetForm } from './form/sheetForm.ts';
import { type Headings, headingsIn, readHeadings } from './headings.ts';
import type { ProblemList } from './problemList.ts';
import { textOf } from './readValue.ts';
import { FORM_FAULTS, SHEET_TEXTS } from './texts.ts';
import { type Cell, mostColumns, type SheetEnd, type SheetRow } from './xlsx/sheetRows.ts';

/** The rows of a sheet of which every cell could be read. */
export type SheetRows<Row> = {
  readonly sheet: string;
  /** Each column's heading as the sheet writes it. */
  readonly heading: (column: keyof Row) => string;
  readonly rows: readonly { readonly number: number; readonly values: Row }[];
};

/** Titles and notes may stand above the headings. */
const mostRowsAbove = 20;
const exampleMark = SHEET_TEXTS.example.normalize('NFC').toLowerCase();

function letters(column: number): string {
  return column <= 26
    ? String.fromCharCode(64 + column)
    : letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1);
}

/** Takes the rows of one sheet as they go by. */
export class SheetReader<Row> {
  readonly #form: SheetForm<Row>;
  readonly #sheet: string;
  readonly #problems: ProblemList;
  readonly #keys: readonly (keyof Row)[];
  readonly #rows: { readonly number: number; readonly values: Row }[] = [];
  #headings: Headings<Row> | null = null;
  #headingRow = 0;
  #above = 0;
  #hidden = 0;

  constructor(form: SheetForm<Row>, sheet: string, problems: ProblemList) {
    this.#form = form;
    this.#sheet = sheet;
    this.#problems = problems;
    this.#keys = Object.keys(form.columns) as (keyof Row & string)[];
  }

  take(row: SheetRow): void {
    if (this.#headings !== null) this.#takeData(row, this.#headings);
    else if (this.#above < mostRowsAbove) this.#lookForHeadings(row);
  }

  /** Tells what concerns the sheet as a whole and hands over its rows. */
  finish({ merged, beyond }: SheetEnd): SheetRows<Row> {
    if (this.#headings === null) this.#missHeadings();
    else {
      const last = Math.max(...this.#headings.columns.values());
      for (const { top, bottom, left, right } of merged) {
        if (bottom < this.#headingRow || left > last) continue;
        const reference = `${letters(left)}${top}:${letters(right)}${bottom}`;
        const column = this.#columnAt(left, this.#headings);
        this.#problem(top, column, FORM_FAULTS.merged(reference));
      }
    }
    if (beyond) this.#problem(null, null, FORM_FAULTS.tooManyColumns(mostColumns));
    if (this.#hidden > 0)
      this.#problems.warn(
        { sheet: this.#sheet, row: null, column: null },
        FORM_FAULTS.hiddenRows(this.#hidden),
      );
    const written = this.#headings?.written;
    return {
      sheet: this.#sheet,
      heading: (column) => written?.get(column) ?? this.#form.columns[column].heading,
      rows: this.#rows,
    };
  }

  #problem(row: number | null, column: string | null, fault: Parameters<ProblemList['problem']>[1]): void {
    this.#problems.problem({ sheet: this.#sheet, row, column }, fault);
  }

  #columnAt(number: number, { columns, written }: Headings<Row>): string | null {
    const name = this.#keys.find((key) => columns.get(key) === number);
    return name === undefined ? null : (written.get(name) ?? null);
  }

  #missHeadings(): void {
    // A sheet that was left empty says nothing, and that is no fault unless it has to say something.
    if (this.#above === 0 && !this.#form.required) return;
    const required = this.#keys.filter((key) => this.#form.columns[key].required);
    this.#problem(null, null, FORM_FAULTS.noHeadings(required.map((key) => this.#form.columns[key].heading)));
  }

  #lookForHeadings(row: SheetRow): void {
    this.#above += 1;
    const texts = new Map([...row.cells].map(([number, cell]) => [number, textOf(cell)]));
    if (headingsIn(this.#form, texts) < 2) return;
    const headings = readHeadings(this.#form, texts);
    this.#headings = headings;
    this.#headingRow = row.number;
    for (const { heading, fault } of headings.problems) this.#problem(row.number, heading, fault);
    for (const { heading, fault } of headings.warnings)
      this.#problems.warn({ sheet: this.#sheet, row: row.number, column: heading }, fault);
  }

  #takeData(row: SheetRow, headings: Headings<Row>): void {
    const cells = new Map<keyof Row, Cell>();
    for (const [name, number] of headings.columns) {
      const cell = row.cells.get(number);
      if (cell !== undefined && (cell.kind === 'formula' || cell.kind === 'error' || textOf(cell) !== ''))
        cells.set(name, cell);
    }
    if (cells.size === 0 || this.#isExample(cells)) return;
    if (row.hidden) this.#hidden += 1;
    const values = this.#valuesOf(row.number, cells, headings);
    if (values !== null) this.#rows.push({ number: row.number, values });
  }

  #isExample(cells: ReadonlyMap<keyof Row, Cell>): boolean {
    const [first] = this.#keys;
    const cell = first === undefined ? undefined : cells.get(first);
    return cell !== undefined && textOf(cell).toLowerCase() === exampleMark;
  }

  #valuesOf(row: number, cells: ReadonlyMap<keyof Row, Cell>, headings: Headings<Row>): Row | null {
    const values: Partial<Row> = {};
    let whole = true;
    for (const key of this.#keys) {
      const column = this.#form.columns[key];
      const cell = cells.get(key);
      if (cell === undefined && column.empty !== undefined) {
        values[key] = column.empty;
        continue;
      }
      if (this.#readCell(row, key, cell, headings, values)) continue;
      // What cannot be read counts as not said, so that the rest of the row is looked at in the same run.
      if (column.empty !== undefined) values[key] = column.empty;
      else whole = false;
    }
    // Every key has a value or the row is given up.
    return whole ? (values as Row) : null;
  }

  #readCell(
    row: number,
    key: keyof Row,
    cell: Cell | undefined,
    { columns, written }: Headings<Row>,
    values: Partial<Row>,
  ): boolean {
    const heading = written.get(key) ?? null;
    if (cell === undefined) {
      // A column that the sheet lacks is told once, with the headings.
      if (columns.has(key)) this.#problem(row, heading, FORM_FAULTS.empty());
      return false;
    }
    if (cell.kind === 'formula') this.#problem(row, heading, FORM_FAULTS.formula());
    else if (cell.kind === 'error') this.#problem(row, heading, FORM_FAULTS.errorCell(cell.text));
    else {
      const reading = this.#form.columns[key].read(cell);
      if (reading.ok) values[key] = reading.value;
      else this.#problem(row, heading, reading.fault);
      return reading.ok;
    }
    return false;
  }
}

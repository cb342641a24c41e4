import ExcelJS from 'exceljs';
import { LADDERS, QUALIFICATION_KINDS } from '../../domain/ladders.ts';
import { writeLevel } from '../../domain/levelNames.ts';
import type { CadreRecord, Unit } from '../../domain/record.ts';
import { FORMS } from './columns.ts';
import type { Column } from './form/columnTypes.ts';
import { QUALIFICATION_FORM, TRAINING_FORM } from './form/learning.ts';
import { rosterRows } from './rosterRows.ts';
import { SHEET_TEXTS } from './texts.ts';

/** Rows below the last one that offer the lists to choose from. */
const rowsToFill = 300;
/** Everything is text: Excel then neither turns `12/2019` into a day nor a leading = into a formula. */
const textFormat = '@';
const headingFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDCE6F1' } } as const;

/** A column as every sheet has it, whatever it holds. */
type AnyColumn = Pick<Column<unknown>, 'heading' | 'note' | 'example' | 'width' | 'choices' | 'required'>;
type AnyForm = { readonly name: string; readonly columns: Readonly<Record<string, AnyColumn>> };

const forms: readonly AnyForm[] = FORMS;
const levelChoices = QUALIFICATION_KINDS.flatMap((kind) =>
  LADDERS[kind].map((level) => writeLevel(kind, level)),
);
const levelColumns: ReadonlySet<AnyColumn> = new Set([
  QUALIFICATION_FORM.columns.level,
  TRAINING_FORM.columns.level,
]);

/** `_x000D_` in a text would be read as the character that it names. */
function escaped(text: string): string {
  return text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_');
}

function choicesOf(column: AnyColumn): readonly string[] {
  return levelColumns.has(column) ? levelChoices : column.choices;
}

/** The sheet from which lists are offered: a list within a cell's own rule may have no more than 255 characters. */
class Lists {
  readonly #sheet: ExcelJS.Worksheet;
  readonly #ranges = new Map<string, string>();

  constructor(book: ExcelJS.Workbook) {
    this.#sheet = book.addWorksheet(SHEET_TEXTS.lists, { state: 'hidden' });
  }

  rangeOf(choices: readonly string[]): string {
    const key = choices.join('\n');
    const known = this.#ranges.get(key);
    if (known !== undefined) return known;
    const column = this.#sheet.getColumn(this.#ranges.size + 1);
    column.values = [...choices];
    const range = `'${SHEET_TEXTS.lists}'!$${column.letter}$1:$${column.letter}$${choices.length}`;
    this.#ranges.set(key, range);
    return range;
  }
}

/**
 * Offers a list in a range of cells. The library's types know lists of single cells only, and those it merges into ranges that
 * overlap.
 */
function offer(sheet: ExcelJS.Worksheet, range: string, list: string): void {
  const { dataValidations } = sheet as ExcelJS.Worksheet & {
    readonly dataValidations: { readonly add: (range: string, rule: ExcelJS.DataValidation) => void };
  };
  dataValidations.add(range, { type: 'list', allowBlank: true, formulae: [list], showErrorMessage: false });
}

function writeGuide(book: ExcelJS.Workbook): void {
  const sheet = book.addWorksheet(SHEET_TEXTS.guide);
  sheet.columns = [{ width: 24 }, { width: 32 }, { width: 16 }, { width: 100 }];
  for (const line of SHEET_TEXTS.guideLines) sheet.addRow([line]);
  sheet.getRow(1).font = { bold: true, size: 14 };
  sheet.addRow([]);
  const headings = sheet.addRow([...SHEET_TEXTS.guideHeadings]);
  headings.font = { bold: true };
  for (const { name, columns } of forms) {
    for (const { heading, required, note } of Object.values(columns))
      sheet.addRow([name, heading, required ? SHEET_TEXTS.required : SHEET_TEXTS.optional, note]);
  }
}

function writeSheet(
  book: ExcelJS.Workbook,
  form: AnyForm,
  rows: readonly (readonly (string | number | null)[])[],
  lists: Lists,
): void {
  const sheet = book.addWorksheet(form.name, { views: [{ state: 'frozen', ySplit: 1 }] });
  const columns = Object.values(form.columns);
  sheet.columns = columns.map(({ width }) => ({ width, style: { numFmt: textFormat } }));
  const headings = sheet.addRow(columns.map(({ heading }) => heading));
  headings.eachCell((cell, number) => {
    const column = columns[number - 1];
    cell.fill = headingFill;
    cell.font = { bold: true };
    cell.alignment = { wrapText: true, vertical: 'middle' };
    if (column === undefined) return;
    cell.note = `${column.required ? SHEET_TEXTS.required : SHEET_TEXTS.optional}. ${column.note}`;
  });
  for (const row of rows)
    sheet.addRow(row.map((value) => (typeof value === 'string' ? escaped(value) : value)));
  for (const [index, column] of columns.entries()) {
    const choices = choicesOf(column);
    if (choices.length === 0) continue;
    const { letter } = sheet.getColumn(index + 1);
    // Offered, not enforced: other wordings are read as well.
    offer(sheet, `${letter}2:${letter}${rows.length + rowsToFill + 1}`, lists.rangeOf(choices));
  }
}

async function bytesOf(
  rowsOf: (form: AnyForm) => readonly (readonly (string | number | null)[])[],
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  writeGuide(book);
  const lists = new Lists(book);
  for (const form of forms) writeSheet(book, form, rowsOf(form), lists);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The empty form with one example row on each sheet. */
export function templateWorkbook(): Promise<Uint8Array> {
  return bytesOf(({ columns }) => [
    Object.values(columns).map(({ example }, index) => (index === 0 ? SHEET_TEXTS.example : example || null)),
  ]);
}

/** The form filled with records. */
export function rosterWorkbook(units: readonly Unit[], cadres: readonly CadreRecord[]): Promise<Uint8Array> {
  const filled = new Map(rosterRows(units, cadres).map(({ form, rows }) => [form.name, rows]));
  return bytesOf(({ name }) => filled.get(name) ?? []);
}

import ExcelJS from 'exceljs';
import type { CadreRecord, Unit } from '../../domain/record.ts';
import { blankCadre } from '../../testing/blankRecords.ts';
import { FORMS } from './columns.ts';
import type { ReadRoster, RosterProblem } from './readRoster.ts';

const megabyte = 1024 * 1024;

/** The product's own limits. */
export const usualLimits = {
  fileBytes: 100 * megabyte,
  timeoutMs: 60_000,
  memoryBytes: 1024 * megabyte,
  outputBytes: 50 * megabyte,
} as const;

export const today = '2026-11-22';

type Value = ExcelJS.CellValue;

/** A workbook of the form: its headings, and under them the rows given for each sheet, from row 2. */
export function workbookOf(rows: Readonly<Record<string, readonly (readonly Value[])[]>>): ExcelJS.Workbook {
  const book = new ExcelJS.Workbook();
  for (const { name, columns } of FORMS) {
    const sheet = book.addWorksheet(name);
    sheet.addRow(Object.values(columns).map(({ heading }) => heading));
    for (const row of rows[name] ?? []) sheet.addRow([...row]);
  }
  return book;
}

export async function bytesOf(book: ExcelJS.Workbook): Promise<Uint8Array> {
  return new Uint8Array(await book.xlsx.writeBuffer());
}

export function sheetOf(book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = book.getWorksheet(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** `Cán bộ!3 Ngày sinh: message`, for comparing whole lists. */
export function lineOf({ sheet, row, column, message }: RosterProblem): string {
  return `${sheet}!${row ?? '-'} ${column ?? '-'}: ${message}`;
}

/** The roster of a file that is without problems; fails the test where there are some. */
export function rosterOf(read: ReadRoster) {
  if (!read.ok) throw new Error(read.problems.map(lineOf).join('\n'));
  return read.roster;
}

/** The problems of a file that has some. */
export function problemsOf(read: ReadRoster): readonly RosterProblem[] {
  if (read.ok) throw new Error('expected problems');
  return read.problems;
}

export const someUnit: Unit = {
  code: 'DV-1',
  name: 'Xã Thử',
  tier: 'commune',
  parent: null,
  from: null,
  until: null,
  successors: [],
  sample: false,
};

/** A person of whom only this is known. */
export function person(known: Partial<CadreRecord>): CadreRecord {
  return blankCadre({ code: 'CB-1', name: 'Nguyễn Thử', unit: 'DV-1', sample: false, ...known });
}

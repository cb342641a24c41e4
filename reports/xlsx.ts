import ExcelJS from 'exceljs';
import { type CellValue, plainReport, readCell } from './cellValue.ts';
import { columnNeeds } from './columnWidths.ts';
import { DOCUMENT_TEXTS } from './documentTexts.ts';
import type { Report, ReportTable } from './report.ts';
import { sheetNames } from './sheetNames.ts';

const headerFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF0B5F52' } } as const;
const markFont = { bold: true, color: { argb: 'FFA3301F' } } as const;
const thin = { style: 'thin', color: { argb: 'FF8B9088' } } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin } as const;
/** Words of a cell stay words when somebody edits the cell: a leading = does not become a formula. */
const asText = '@';
const formats = { number: 'General', percent: '0.00', date: 'dd/mm/yyyy' } as const;
/** Excel calls a file damaged whose cell holds more than 32 767 letters; escapes may make a text nearly twice as long. */
const mostLetters = 16_000;

/** The report as a workbook. */
export async function writeWorkbook(given: Report): Promise<Uint8Array> {
  const report = plainReport(given);
  const book = new ExcelJS.Workbook();
  book.creator = DOCUMENT_TEXTS.creator;
  book.title = cellText(report.title);
  const [first = DOCUMENT_TEXTS.firstSheet, ...names] = sheetNames([
    DOCUMENT_TEXTS.firstSheet,
    ...report.tables.map(({ title }) => title),
  ]);
  writeFirstSheet(addSheet(book, first), report);
  report.tables.forEach((table, at) => {
    writeTable(addSheet(book, names[at] ?? `${DOCUMENT_TEXTS.sheet} ${at + 1}`), table, report.mark);
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function addSheet(book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  return book.addWorksheet(name, {
    // 9 is A4.
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.6, right: 0.6, top: 0.8, bottom: 0.8, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&C${DOCUMENT_TEXTS.page} &P/&N` },
  });
}

function writeFirstSheet(sheet: ExcelJS.Worksheet, report: Report): void {
  sheet.getColumn(1).width = 120;
  const add = (text: string, font: Partial<ExcelJS.Font> = {}): void => {
    const cell = sheet.addRow([]).getCell(1);
    writeValue(cell, { kind: 'text', text });
    cell.font = font;
    cell.alignment = { wrapText: true, vertical: 'top' };
  };
  if (report.mark !== null) add(report.mark, markFont);
  if (report.superior !== null) add(report.superior);
  add(report.office, { bold: true });
  add(DOCUMENT_TEXTS.placeAndDate(report.place, report.date.split('-')), { italic: true });
  add('');
  add(report.kind, { bold: true, size: 14 });
  add(report.title, { bold: true, size: 13 });
  add('');
  for (const paragraph of report.paragraphs) add(paragraph);
  if (report.sources.length === 0) return;
  add('');
  add(DOCUMENT_TEXTS.sources, { bold: true });
  for (const source of report.sources) add(`• ${source}`);
}

function writeTable(sheet: ExcelJS.Worksheet, table: ReportTable, mark: string | null): void {
  const { columns, rows, title } = table;
  columnNeeds(table).forEach(({ wished }, at) => {
    sheet.getColumn(at + 1).width = Math.max(9, Math.ceil(wished));
  });
  for (const [text, font] of [
    [mark, markFont],
    [title, { bold: true, size: 13 }],
  ] as const) {
    if (text === null) continue;
    const cell = sheet.addRow([]).getCell(1);
    writeValue(cell, { kind: 'text', text });
    cell.font = font;
  }
  const header = sheet.addRow([]);
  columns.forEach(({ label }, at) => {
    const cell = header.getCell(at + 1);
    writeValue(cell, { kind: 'text', text: label });
    cell.font = { bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = headerFill;
    cell.border = border;
    cell.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' };
  });
  for (const values of rows) {
    const row = sheet.addRow([]);
    columns.forEach(({ kind }, at) => {
      const cell = row.getCell(at + 1);
      const value = readCell(values[at], kind);
      writeValue(cell, value);
      cell.border = border;
      cell.alignment = value.kind === 'text' ? { wrapText: true, vertical: 'top' } : { vertical: 'top' };
    });
    row.height = LINE_POINTS * linesOf(row);
  }
  sheet.views = [{ state: 'frozen', ySplit: header.number }];
  sheet.pageSetup.printTitlesRow = `1:${header.number}`;
}

/** Not every program grows a row with its wrapped words, so the height is said. */
const LINE_POINTS = 15;
/** A row higher than this fills the screen by itself. */
const MOST_LINES = 12;

/** How many lines the fullest cell of a row takes at the width of its column; a little too many rather than one too few. */
function linesOf(row: ExcelJS.Row): number {
  let most = 1;
  row.eachCell((cell, column) => {
    const width = row.worksheet.getColumn(column).width ?? 9;
    const lines = cell.text
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.1) / width)), 0);
    most = Math.max(most, lines);
  });
  return Math.min(MOST_LINES, most);
}

function writeValue(cell: ExcelJS.Cell, value: CellValue): void {
  if (value.kind === 'empty') return;
  if (value.kind === 'text') {
    cell.value = cellText(value.text);
    cell.numFmt = asText;
    return;
  }
  cell.value = value.kind === 'date' ? value.day : value.value;
  cell.numFmt = formats[value.kind];
}

/** `_x000D_` in a text would be read as the character that it names. */
function cellText(text: string): string {
  const whole = text.length <= mostLetters;
  const kept = whole
    ? text
    : `${text
        .slice(0, mostLetters - 1)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`;
  return kept.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_');
}

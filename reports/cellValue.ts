import { writeFigure } from '../vietnamese/figures.ts';
import { cleanText } from '../vietnamese/text.ts';
import type { Report, ReportTable } from './report.ts';

export type Cell = string | number | null;
export type ColumnKind = ReportTable['columns'][number]['kind'];

/** A cell of a report as what it is: words in words' columns stay words, and so does whatever is no figure or no day. */
export type CellValue =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number' | 'percent'; readonly value: number }
  | { readonly kind: 'date'; readonly day: Date };

/** Text that may stand in an XML file: the two code points at the plane's end are forbidden there. */
export function plainText(text: string): string {
  return cleanText(text).replace(/[\ufffe\uffff]/g, '');
}

/** The same report with every text fit to be written. */
export function plainReport(report: Report): Report {
  const plainOrNull = (text: string | null): string | null => (text === null ? null : plainText(text));
  return {
    superior: plainOrNull(report.superior),
    office: plainText(report.office),
    place: plainText(report.place),
    date: plainText(report.date),
    kind: plainText(report.kind),
    title: plainText(report.title),
    mark: plainOrNull(report.mark),
    paragraphs: report.paragraphs.map(plainText),
    tables: report.tables.map(({ title, columns, rows }) => ({
      title: plainText(title),
      columns: columns.map(({ label, kind }) => ({ label: plainText(label), kind })),
      rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? plainText(cell) : cell))),
    })),
    sources: report.sources.map(plainText),
  };
}

/** Reads a cell by its column's kind. */
export function readCell(cell: Cell | undefined, kind: ColumnKind): CellValue {
  if (cell === null || cell === undefined || cell === '') return { kind: 'empty' };
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) return { kind: 'empty' };
    return { kind: kind === 'percent' ? 'percent' : 'number', value: cell };
  }
  const day = kind === 'date' ? readDay(cell) : null;
  return day === null ? { kind: 'text', text: cell } : { kind: 'date', day };
}

/** The cell as read in a Vietnamese document: `1.234,5`, `66,67`, `22/11/2026`. */
export function writeCell(value: CellValue): string {
  switch (value.kind) {
    case 'empty':
      return '';
    case 'text':
      return value.text;
    case 'number':
      return writeFigure(value.value);
    case 'percent':
      return writeFigure(value.value, 2);
    case 'date':
      return value.day.toISOString().slice(0, 10).split('-').reverse().join('/');
  }
}

/** Midnight of a day in UTC, as spreadsheets count; `null` for what is no day, such as `2026-02-30`. */
function readDay(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? day : null;
}

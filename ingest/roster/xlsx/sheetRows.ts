import { type ShownDate, serialDay } from './numberFormat.ts';
import { unescapeText, type Workbook } from './workbook.ts';
import type { WorkbookParts } from './workbookParts.ts';
import { attribute } from './xmlScanner.ts';

/** What a cell holds. An empty cell is not there at all. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  /** A date cell: the day, and how much of it the cell shows. */
  | { readonly kind: 'date'; readonly day: string; readonly shown: ShownDate }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'formula' }
  | { readonly kind: 'error'; readonly text: string };

export type SheetRow = {
  /** From 1, as Excel counts. */
  readonly number: number;
  readonly hidden: boolean;
  /** By column, from 1. */
  readonly cells: ReadonlyMap<number, Cell>;
};

export type MergedRange = {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};

/** What is known of a sheet once all its rows have gone by. */
export type SheetEnd = {
  readonly merged: readonly MergedRange[];
  /** A cell stands right of the last column that is read. */
  readonly beyond: boolean;
};

/** No form has more columns; a sheet may have 16,384. */
export const mostColumns = 200;

const REFERENCE = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/;

function place(reference: string): { readonly column: number; readonly row: number } | null {
  const [, letters, digits] = REFERENCE.exec(reference) ?? [];
  if (letters === undefined || digits === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column, row: Number(digits) };
}

function range(reference: string): MergedRange | null {
  const [from = '', to = from] = reference.split(':');
  const [start, end] = [place(from), place(to)];
  if (start === null || end === null) return null;
  return { top: start.row, bottom: end.row, left: start.column, right: end.column };
}

/** A cell as it goes by; what it means is known at its end. */
type OpenCell = {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  formula: boolean;
  value: string;
};

function numberCell(written: string, style: number, book: Workbook): Cell | null {
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value)) return null;
  const shown = book.dateStyles[style] ?? null;
  const day = shown === null ? null : serialDay(value, book.since1904);
  return shown === null || day === null ? { kind: 'number', value } : { kind: 'date', day, shown };
}

function closed(open: OpenCell, book: Workbook): Cell | null {
  if (open.formula) return { kind: 'formula' };
  const text = (written: string): Cell | null => (written === '' ? null : { kind: 'text', text: written });
  switch (open.type) {
    case 's':
      return text(book.strings[Number(open.value)] ?? '');
    case 'inlineStr':
    case 'str':
      return text(unescapeText(open.value));
    case 'd':
      return text(open.value.slice(0, 10));
    case 'b':
      return open.value === '' ? null : { kind: 'boolean', value: open.value.trim() === '1' };
    case 'e':
      return { kind: 'error', text: open.value };
    default:
      return numberCell(open.value, open.style, book);
  }
}

/**
 * Hands over the rows of a sheet one by one, in the file's order; rows without a value are left out, however they are styled.
 * Throws a `KnownError` for a broken part.
 */
export async function readRows(
  parts: WorkbookParts,
  book: Workbook,
  part: string,
  onRow: (row: SheetRow) => void,
): Promise<SheetEnd> {
  const merged: MergedRange[] = [];
  let beyond = false;
  let row = 0;
  let column = 0;
  let hidden = false;
  let cells = new Map<number, Cell>();
  let cell: OpenCell | null = null;
  let inValue = false;
  let phonetic = false;

  const openCell = (attributes: string, empty: boolean) => {
    const reference = attribute(attributes, 'r');
    column = reference === null ? column + 1 : (place(reference)?.column ?? column + 1);
    if (empty) return;
    const type = attribute(attributes, 't') ?? 'n';
    cell = { column, type, style: Number(attribute(attributes, 's') ?? 0), formula: false, value: '' };
  };
  const closeCell = () => {
    if (cell === null) return;
    const value = closed(cell, book);
    if (value !== null && cell.column > mostColumns) beyond = true;
    else if (value !== null) cells.set(cell.column, value);
    cell = null;
  };

  await parts.scan(part, {
    open: (name, attributes, empty) => {
      switch (name) {
        case 'row':
          row = Number(attribute(attributes, 'r') ?? row + 1);
          column = 0;
          hidden = !empty && /^(?:1|true)$/.test(attribute(attributes, 'hidden') ?? '');
          break;
        case 'c':
          openCell(attributes, empty);
          break;
        case 'f':
          if (cell !== null) cell.formula = true;
          break;
        case 'rPh':
          phonetic = true;
          break;
        case 'v':
        case 't':
          inValue = cell !== null && !phonetic;
          break;
        case 'mergeCell': {
          const found = range(attribute(attributes, 'ref') ?? '');
          if (found !== null) merged.push(found);
          break;
        }
      }
    },
    close: (name) => {
      if (name === 'c') closeCell();
      else if (name === 'v' || name === 't') inValue = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'row' && cells.size > 0) {
        onRow({ number: row, hidden, cells });
        cells = new Map();
      }
    },
    text: (text) => {
      if (inValue && cell !== null) cell.value += text;
    },
  });
  return { merged, beyond };
}

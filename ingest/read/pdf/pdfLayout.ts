import type { RawLine } from '../rawDocument.ts';
import { footColumns, headColumns } from './pdfColumns.ts';
import type { PdfWord } from './pdfPage.ts';
import { type Block, cellsOf, drawnWords, emOf, type Row, rowsOf, textOfRow } from './pdfRows.ts';
import { tableAt, tableRows } from './pdfTables.ts';

/**
 * Words with places → lines in reading order. Both engines hand over words, so that a document reads the same with
 * and without poppler. Official documents need three things that plain top-to-bottom reading gets wrong: the head
 * (issuer and number beside motto and place), the foot ("Nơi nhận" beside the signature), and tables.
 */

/** Steps between lines, in pitches, from which the space means a new paragraph. */
const paragraphGap = 1.2;

/** Where a paragraph begins, by the space above it, by its first line's indent, or by the short line before it. */
function startsParagraph(row: Row, above: Row, below: Row | undefined, pitch: number, em: number): boolean {
  const apart = (upper: Row, lower: Row) => lower.bottom - upper.bottom > pitch * paragraphGap;
  if (apart(above, row)) return true;
  const indented = below !== undefined && row.left - below.left > em * 0.9 && !apart(row, below);
  return indented && row.left - above.left > -em * 4;
}

function linesOfRows(rows: readonly Row[], page: number, pitch: number, em: number): readonly RawLine[] {
  const lines: RawLine[] = [];
  for (const [index, row] of rows.entries()) {
    const above = rows[index - 1];
    if (above !== undefined && startsParagraph(row, above, rows[index + 1], pitch, em))
      lines.push({ text: '', page, role: 'blank' });
    lines.push({ text: textOfRow(row), page, role: 'line' });
  }
  return lines;
}

function columnLines(rows: readonly Row[], block: Block, page: number, floors: boolean): readonly RawLine[] {
  const gutter = block.gutters[0] ?? 0;
  const sides = rows.slice(block.from, block.to + 1).map((row) => cellsOf(row, [gutter]));
  const column = (side: number) =>
    sides.flatMap((cells): RawLine[] => {
      const text = cells[side] ?? '';
      return text === '' ? [] : [{ text, page, role: 'line' }];
    });
  const [left, right] = [column(0), column(1)];
  const gap: RawLine = { text: '', page, role: 'blank' };
  const number = left.findIndex(({ text }) => /^S[ốóôỐ]\s*:/u.test(text.normalize('NFC')));
  const date = right.findIndex(({ text }) => /(?:^|,\s*)ngày/u.test(text.normalize('NFC')));
  if (!floors || number < 1 || date < 1) return [...left, gap, ...right];
  return [
    ...left.slice(0, number),
    gap,
    ...right.slice(0, date),
    gap,
    ...left.slice(number),
    gap,
    ...right.slice(date),
  ];
}

/**
 * The usual step from line to line inside the paragraphs of a document, in points. A low quartile, for the steps
 * between paragraphs are larger; over all pages, for a page of headings alone would mislead.
 */
export function linePitch(pages: readonly (readonly PdfWord[])[]): number {
  const em = emOf(pages.flatMap(drawnWords));
  const steps = pages.flatMap((words) => {
    const rows = rowsOf(drawnWords(words));
    return rows.slice(1).map((row, index) => row.bottom - (rows[index]?.bottom ?? 0));
  });
  const usual = steps.filter((step) => step > em * 0.8 && step < em * 2.2).sort((a, b) => a - b);
  return usual[Math.floor(usual.length / 4)] ?? em * 1.3;
}

/**
 * The lines of one page in reading order. Roles: `line`, `table` (cells joined by ` | `) and `blank` (a gap between
 * paragraphs). The left column of a head or foot comes before the right one. `pitch` is the document's `linePitch`.
 * With `floors`, a head is read as people read it aloud: issuer and motto, then number and date; otherwise column by
 * column, as word processors lay it out.
 */
export function pageLines(
  words: readonly PdfWord[],
  page: number,
  pageWidth: number,
  pitch: number,
  { floors = false }: { readonly floors?: boolean } = {},
): readonly RawLine[] {
  const drawn = drawnWords(words);
  const rows = rowsOf(drawn);
  if (rows.length === 0) return [];
  const em = emOf(drawn);

  const columns = new Map<number, Block>();
  for (const block of [headColumns(rows, em), footColumns(rows, pageWidth, em)]) {
    const taken = [...columns.values()].some(
      (other) => block !== null && block.from <= other.to && other.from <= block.to,
    );
    if (block !== null && !taken) columns.set(block.from, block);
  }

  const lines: RawLine[] = [];
  let plain: Row[] = [];
  const flush = () => {
    lines.push(...linesOfRows(plain, page, pitch, em));
    plain = [];
  };
  const separate = () => {
    flush();
    if (lines.length > 0 && lines.at(-1)?.role !== 'blank') lines.push({ text: '', page, role: 'blank' });
  };
  let index = 0;
  while (index < rows.length) {
    const column = columns.get(index);
    const nextColumn = Math.min(...[...columns.keys()].filter((key) => key > index), rows.length);
    const table = column === undefined ? tableAt(rows.slice(0, nextColumn), index, em, pitch) : null;
    const row = rows[index];
    if (column !== undefined) {
      separate();
      lines.push(...columnLines(rows, column, page, floors), { text: '', page, role: 'blank' });
      index = column.to + 1;
    } else if (table !== null) {
      separate();
      for (const text of tableRows(rows, table)) lines.push({ text, page, role: 'table' });
      index = table.to + 1;
    } else {
      if (row !== undefined) plain.push(row);
      index += 1;
    }
  }
  flush();
  return lines;
}

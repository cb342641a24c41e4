import type { RawLine } from '../rawDocument.ts';
import { footColumns, headColumns } from './pdfColumns.ts';
import { type Block, cellsOf, type PageRows, type Row, textOfRow } from './pdfRows.ts';
import { tableAt, tableRows } from './pdfTables.ts';
import type { RuledRows } from './ruledRows.ts';

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
  const number = left.findIndex(({ text }) => /^S[ốóôỐ]\s*(?::|\d)/u.test(text.normalize('NFC')));
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
 * The lines of one page in reading order. Roles: `line`, `table` (cells joined by ` | `) and `blank` (a gap between
 * paragraphs). The left column of a head or foot comes before the right one. `pitch` is the document's `linePitch`.
 * `tables` are those whose words are not among the rows. With `floors`, a head is read as people read it aloud: issuer and motto, then number and date; otherwise column by
 * column, as word processors lay it out.
 */
export function pageLines(
  { rows, em }: PageRows,
  page: number,
  pageWidth: number,
  pitch: number,
  { floors = false, tables = [] }: { readonly floors?: boolean; readonly tables?: readonly RuledRows[] } = {},
): readonly RawLine[] {
  if (rows.length === 0 && tables.length === 0) return [];
  // Each table stands before the first row below its top.
  const ruled = Map.groupBy(tables, ({ top }) => {
    const at = rows.findIndex((row) => row.bottom > top);
    return at < 0 ? rows.length : at;
  });

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
  const setRuled = (at: number) => {
    for (const table of ruled.get(at) ?? []) {
      separate();
      for (const text of table.rows) lines.push({ text, page, role: 'table' });
    }
    ruled.delete(at);
  };
  let index = 0;
  while (index < rows.length) {
    setRuled(index);
    const column = columns.get(index);
    const nextBlock = [...columns.keys(), ...ruled.keys()].reduce(
      (next, key) => (key > index && key < next ? key : next),
      rows.length,
    );
    const table = column === undefined ? tableAt(rows, index, nextBlock, em, pitch) : null;
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
  for (const at of [...ruled.keys()].sort((a, b) => a - b)) setRuled(at);
  return lines;
}

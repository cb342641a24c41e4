import { type Block, cellsOf, freeAfter, type Interval, type Row, textOfRow } from './pdfRows.ts';

/** The gaps inside a row that are wider than any stretched space of justified text. */
function gapsOf(row: Row, em: number): readonly Interval[] {
  const gaps: Interval[] = [];
  let right = row.words[0]?.right ?? 0;
  for (const word of row.words) {
    if (word.left - right > em * 1.6) gaps.push([right, word.left]);
    right = Math.max(right, word.right);
  }
  return gaps;
}

const startsProvision = /^(?:Điều|Chương|Mục|Phần|PHẦN|CHƯƠNG|MỤC|PHỤ LỤC|Phụ lục)\s+[\dIVXLA-D]/u;

/**
 * A table that starts at row `start` and ends before row `limit`: at least two rows with cells side by side whose gaps
 * stand above one another.
 */
export function tableAt(
  rows: readonly Row[],
  start: number,
  limit: number,
  em: number,
  pitch: number,
): Block | null {
  const first = rows[start];
  if (first === undefined) return null;
  let gutters = gapsOf(first, em);
  if (gutters.length === 0) return null;
  let end = start;
  let manyCelled = 1;
  for (let index = start + 1; index < limit; index += 1) {
    const row = rows[index];
    const above = rows[index - 1];
    if (row === undefined || above === undefined) break;
    if (row.bottom - above.bottom > pitch * 2.2 || startsProvision.test(textOfRow(row))) break;
    const cells = gapsOf(row, em).length + 1;
    const kept = freeAfter(gutters, row).filter(([from, to]) => to - from >= em * 0.6);
    if (kept.length === 0 || (cells === 1 && kept.length < gutters.length)) break;
    gutters = kept;
    if (cells > 1) {
      manyCelled += 1;
      end = index;
    } else if (row.left > (gutters[0]?.[0] ?? 0)) end = index;
  }
  if (manyCelled < 2) return null;
  return { from: start, to: end, gutters: gutters.map(([from, to]) => (from + to) / 2) };
}

/** Rows of a table; a row whose first cell is empty continues the wrapped cells of the one above. */
export function tableRows(rows: readonly Row[], block: Block): readonly string[] {
  const table: string[][] = [];
  for (const row of rows.slice(block.from, block.to + 1)) {
    const cells = cellsOf(row, block.gutters);
    const above = table.at(-1);
    if (above !== undefined && cells[0] === '') {
      for (const [index, cell] of cells.entries())
        above[index] = [above[index] ?? '', cell].filter((part) => part !== '').join(' ');
    } else table.push([...cells]);
  }
  return table.map((cells) => cells.join(' | '));
}

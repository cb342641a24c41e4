import type { PdfWord } from './pdfPage.ts';
import type { RawLine } from './rawDocument.ts';

/**
 * Words with places → lines in reading order. Both engines hand over words, so that a document reads the same with
 * and without poppler. Official documents need three things that plain top-to-bottom reading gets wrong: the head
 * (issuer and number beside motto and place), the foot ("Nơi nhận" beside the signature), and tables.
 */

type Row = {
  readonly words: readonly PdfWord[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

type Interval = readonly [from: number, to: number];

function rowOf(words: readonly PdfWord[]): Row {
  const sorted = [...words].sort((a, b) => a.left - b.left);
  return {
    words: sorted,
    left: Math.min(...words.map((word) => word.left)),
    right: Math.max(...words.map((word) => word.right)),
    top: Math.min(...words.map((word) => word.top)),
    bottom: Math.max(...words.map((word) => word.bottom)),
  };
}

const middle = (word: PdfWord) => (word.top + word.bottom) / 2;

const headWords = /CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN|Độc lập\s*-\s*Tự do/u;
/** pdf.js may tear a syllable apart. */
const footWords = /^Nơi\s+nhậ\s?n/u;

/** Words of about one height on the page; a raised figure or a stamped number stays with its line. */
function rowsOf(words: readonly PdfWord[]): readonly Row[] {
  const rows: Row[] = [];
  let current: PdfWord[] = [];
  let centre = 0;
  let height = 0;
  for (const word of [...words].sort((a, b) => middle(a) - middle(b))) {
    const own = word.bottom - word.top;
    if (current.length > 0 && Math.abs(middle(word) - centre) > Math.max(own, height) / 2) {
      rows.push(rowOf(current));
      current = [];
    }
    current.push(word);
    height = current.length === 1 ? own : Math.max(height, own);
    centre = current.reduce((sum, each) => sum + middle(each), 0) / current.length;
  }
  if (current.length > 0) rows.push(rowOf(current));
  return rows;
}

const textOf = (words: readonly PdfWord[]) => words.map((word) => word.text).join(' ');
const textOfRow = (row: Row) => textOf(row.words);

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** What stays free of `intervals` when the row's words are laid over them. */
function freeAfter(intervals: readonly Interval[], row: Row): readonly Interval[] {
  let free = intervals;
  for (const word of row.words) {
    free = free.flatMap(([from, to]): Interval[] => {
      if (word.right <= from || word.left >= to) return [[from, to]];
      return [
        [from, Math.min(to, word.left)],
        [Math.max(from, word.right), to],
      ];
    });
  }
  return free.filter(([from, to]) => to > from);
}

type Block = { readonly from: number; readonly to: number; readonly gutters: readonly number[] };

/**
 * Two columns around the row `anchor`, in which the left column may reach to `from` and the right one begins at `to`:
 * rows upwards and downwards as long as a gap between the columns stays free. `null` when a side stays empty.
 */
function columnsAround(rows: readonly Row[], anchor: number, [from, to]: Interval, em: number): Block | null {
  let gutter: Interval = [from, to];
  const extend = (index: number): boolean => {
    const row = rows[index];
    // The rightmost part: a left column has gaps of its own ("(để b/c)" behind a recipient).
    const rest = row && freeAfter([gutter], row).findLast(([low, high]) => high - low >= em * 0.5);
    if (rest === undefined) return false;
    gutter = rest;
    return true;
  };
  if (!extend(anchor)) return null;
  let first = anchor;
  let last = anchor;
  while (extend(last + 1)) last += 1;
  while (extend(first - 1)) first -= 1;
  const block = rows.slice(first, last + 1);
  const [low, high] = gutter;
  const both = block.some((row) => row.left < low) && block.some((row) => row.right > high);
  return both ? { from: first, to: last, gutters: [(low + high) / 2] } : null;
}

/** Where the columns of a head part: before the motto, or before the first word of the row where that is all of it. */
function headColumns(rows: readonly Row[], em: number): Block | null {
  // Heads stand at the top of a page, the first or an annex's; elsewhere the words are a citation.
  const anchor = rows.findIndex(
    (row, index) => index < 12 && headWords.test(textOfRow(row).normalize('NFC')),
  );
  const row = rows[anchor];
  if (row === undefined) return null;
  const bodyLeft = Math.min(...rows.map((each) => each.left));
  const motto = row.words.findIndex(
    (_, index) => textOf(row.words.slice(index)).normalize('NFC').search(headWords) === 0,
  );
  const right = row.words[motto];
  if (right === undefined) return null;
  const left = row.words[motto - 1];
  return columnsAround(rows, anchor, [left?.right ?? bodyLeft + em, right.left], em);
}

/** The recipients stand left, the signature right of them. */
function footColumns(rows: readonly Row[], pageWidth: number, em: number): Block | null {
  const anchor = rows.findIndex((row) => footWords.test(textOfRow(row).normalize('NFC')));
  const row = rows[anchor];
  if (row === undefined) return null;
  const left = row.words.find((word) => word.text.normalize('NFC').startsWith('nhậ'));
  return columnsAround(rows, anchor, [left?.right ?? row.left, pageWidth * 0.62], em);
}

/** The gaps inside a row that are wider than any stretched space of justified text. */
function gapsOf(row: Row, em: number): readonly Interval[] {
  const gaps: Interval[] = [];
  let right = row.words[0]?.right ?? 0;
  for (const word of row.words.slice(1)) {
    if (word.left - right > em * 1.6) gaps.push([right, word.left]);
    right = Math.max(right, word.right);
  }
  return gaps;
}

const startsProvision = /^(?:Điều|Chương|Mục|Phần|PHẦN|CHƯƠNG|MỤC|PHỤ LỤC|Phụ lục)\s+[\dIVXLA-D]/u;

/** A table that starts at row `start`: at least two rows with cells side by side whose gaps stand above one another. */
function tableAt(rows: readonly Row[], start: number, em: number, pitch: number): Block | null {
  const first = rows[start];
  if (first === undefined) return null;
  let gutters = gapsOf(first, em);
  if (gutters.length === 0) return null;
  let end = start;
  let manyCelled = 1;
  for (let index = start + 1; index < rows.length; index += 1) {
    const row = rows[index];
    const above = rows[index - 1];
    if (row === undefined || above === undefined) break;
    if (row.top - above.bottom > pitch * 1.6 || startsProvision.test(textOfRow(row))) break;
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

function cellsOf(row: Row, gutters: readonly number[]): readonly string[] {
  const bounds = [...gutters, Number.POSITIVE_INFINITY];
  let low = Number.NEGATIVE_INFINITY;
  return bounds.map((high) => {
    const words = row.words.filter((word) => word.left >= low && word.left < high);
    low = high;
    return textOf(words);
  });
}

/** Rows of a table; a row whose first cell is empty continues the wrapped cells of the one above. */
function tableRows(rows: readonly Row[], block: Block): readonly string[] {
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

/** Where a paragraph begins, by the space above it, by its first line's indent, or by the short line before it. */
function startsParagraph(row: Row, above: Row, below: Row | undefined, pitch: number, em: number): boolean {
  if (row.top - above.top > pitch * 1.25) return true;
  const indented =
    below !== undefined && row.left - below.left > em * 0.9 && below.top - row.top < pitch * 1.25;
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

function columnLines(rows: readonly Row[], block: Block, page: number): readonly RawLine[] {
  const gutter = block.gutters[0] ?? 0;
  const sides = rows.slice(block.from, block.to + 1).map((row) => cellsOf(row, [gutter]));
  const column = (side: number) =>
    sides.flatMap((cells): RawLine[] => {
      const text = cells[side] ?? '';
      return text === '' ? [] : [{ text, page, role: 'line' }];
    });
  return [...column(0), { text: '', page, role: 'blank' }, ...column(1)];
}

/**
 * The lines of one page in reading order. Roles: `line`, `table` (cells joined by ` | `) and `blank` (a gap between
 * paragraphs). The left column of a head or foot comes before the right one.
 */
export function pageLines(words: readonly PdfWord[], page: number, pageWidth: number): readonly RawLine[] {
  const rows = rowsOf(words.filter((word) => word.text.trim() !== '' && word.bottom > word.top));
  if (rows.length === 0) return [];
  const em = median(rows.flatMap((row) => row.words.map((word) => word.bottom - word.top)));
  const steps = rows.slice(1).map((row, index) => row.top - (rows[index]?.top ?? 0));
  const pitch = median(steps.filter((step) => step > em * 0.7)) || em * 1.3;

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
      lines.push(...columnLines(rows, column, page), { text: '', page, role: 'blank' });
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

import { median } from '../../median.ts';
import type { PdfWord } from './pdfPage.ts';

/** The words of a page gathered into rows, with what the search for columns and tables asks of a row. */

export type Row = {
  readonly words: readonly PdfWord[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** Where most of its words end; steadier than the top, which letters with two marks push up. */
  readonly bottom: number;
};

export type Interval = readonly [from: number, to: number];

export type Block = { readonly from: number; readonly to: number; readonly gutters: readonly number[] };

export function rowOf(words: readonly PdfWord[]): Row {
  let right = Number.NEGATIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  for (const word of words) {
    if (word.right > right) right = word.right;
    if (word.top < top) top = word.top;
  }
  const sorted = inOrder(words, (word) => word.left);
  return {
    words: sorted,
    left: sorted[0]?.left ?? Number.POSITIVE_INFINITY,
    right,
    top,
    bottom: median(words.map((word) => word.bottom)),
  };
}

/** Sorted by `of`, as is what comes so already, which most words do. */
function inOrder(words: readonly PdfWord[], of: (word: PdfWord) => number): readonly PdfWord[] {
  let last = Number.NEGATIVE_INFINITY;
  for (const word of words) {
    const own = of(word);
    if (own < last) return [...words].sort((a, b) => of(a) - of(b));
    last = own;
  }
  return words;
}

const middle = (word: PdfWord) => (word.top + word.bottom) / 2;

/** Words of about one height on the page; a raised figure or a stamped number stays with its line. */
function rowsOf(words: readonly PdfWord[]): readonly Row[] {
  const rows: Row[] = [];
  let current: PdfWord[] = [];
  let sum = 0;
  let centre = 0;
  let height = 0;
  for (const word of inOrder(words, middle)) {
    const own = word.bottom - word.top;
    if (current.length > 0 && Math.abs(middle(word) - centre) > Math.max(own, height) / 2) {
      rows.push(rowOf(current));
      current = [];
      sum = 0;
    }
    current.push(word);
    height = current.length === 1 ? own : Math.max(height, own);
    sum += middle(word);
    centre = sum / current.length;
  }
  if (current.length > 0) rows.push(rowOf(current));
  return rows;
}

export const textOf = (words: readonly PdfWord[]) => words.map((word) => word.text).join(' ');

export const textOfRow = (row: Row) => textOf(row.words);

export const centre = (row: Row) => (row.left + row.right) / 2;

/** What stays free of `intervals` when the row's words are laid over them. */
export function freeAfter(intervals: readonly Interval[], row: Row): readonly Interval[] {
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

export function cellsOf(row: Row, gutters: readonly number[]): readonly string[] {
  const bounds = [...gutters, Number.POSITIVE_INFINITY];
  let low = Number.NEGATIVE_INFINITY;
  return bounds.map((high) => {
    const words = row.words.filter((word) => word.left >= low && word.left < high);
    low = high;
    return textOf(words);
  });
}

const drawnWords = (words: readonly PdfWord[]) =>
  words.filter((word) => word.bottom > word.top && word.text.trim() !== '');

const emOf = (words: readonly PdfWord[]) => median(words.map((word) => word.bottom - word.top));

/** The words of a page that are drawn, as rows. */
export type PageRows = {
  readonly rows: readonly Row[];
  readonly words: readonly PdfWord[];
  /** The usual height of its words. */
  readonly em: number;
};

export function pageRows(words: readonly PdfWord[]): PageRows {
  const drawn = drawnWords(words);
  return { rows: rowsOf(drawn), words: drawn, em: emOf(drawn) };
}

/**
 * The usual step from line to line inside the paragraphs of a document, in points. A low quartile, for the steps
 * between paragraphs are larger; over all pages, for a page of headings alone would mislead.
 */
export function linePitch(pages: readonly PageRows[]): number {
  const heights = new Float64Array(pages.reduce((sum, { words }) => sum + words.length, 0));
  let filled = 0;
  for (const { words } of pages) {
    for (const word of words) {
      heights[filled] = word.bottom - word.top;
      filled += 1;
    }
  }
  const em = heights.sort()[heights.length >> 1] ?? 0;
  const steps: number[] = [];
  for (const { rows } of pages) {
    for (let index = 1; index < rows.length; index += 1) {
      const step = (rows[index]?.bottom ?? 0) - (rows[index - 1]?.bottom ?? 0);
      if (step > em * 0.8 && step < em * 2.2) steps.push(step);
    }
  }
  return new Float64Array(steps).sort()[steps.length >> 2] ?? em * 1.3;
}

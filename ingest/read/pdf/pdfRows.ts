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
  const sorted = [...words].sort((a, b) => a.left - b.left);
  return {
    words: sorted,
    left: Math.min(...words.map((word) => word.left)),
    right: Math.max(...words.map((word) => word.right)),
    top: Math.min(...words.map((word) => word.top)),
    bottom: median(words.map((word) => word.bottom)),
  };
}

const middle = (word: PdfWord) => (word.top + word.bottom) / 2;

/** Words of about one height on the page; a raised figure or a stamped number stays with its line. */
export function rowsOf(words: readonly PdfWord[]): readonly Row[] {
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

export const textOf = (words: readonly PdfWord[]) => words.map((word) => word.text).join(' ');

export const textOfRow = (row: Row) => textOf(row.words);

export const centre = (row: Row) => (row.left + row.right) / 2;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

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

export const drawnWords = (words: readonly PdfWord[]) =>
  words.filter((word) => word.text.trim() !== '' && word.bottom > word.top);

export const emOf = (words: readonly PdfWord[]) => median(words.map((word) => word.bottom - word.top));

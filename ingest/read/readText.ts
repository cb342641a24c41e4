import { decodeText } from './decodeText.ts';
import type { RawDocument, RawLine } from './rawDocument.ts';

/** Lines of plain text, with the white space around them gone; a form feed is a page break and separates too. */
function plainLines(text: string): readonly RawLine[] {
  const lines = text.split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/);
  const cells = lines.map((line) => (line.includes('\t') ? line.split('\t').map((cell) => cell.trim()) : []));
  return lines.map((line, at) => {
    const own = cells[at] ?? [];
    if (isRow(own, cells[at - 1]) || isRow(own, cells[at + 1]))
      return { text: own.join(' | '), page: null, role: 'table' };
    const trimmed = line.trim();
    return { text: trimmed, page: null, role: trimmed === '' ? 'blank' : 'line' };
  });
}

/** A table copied into a text keeps its tabs: rows with as many cells as their neighbours, and no gaps at their head. */
function isRow(cells: readonly string[], beside: readonly string[] | undefined): boolean {
  const isFull = (row: readonly string[]) =>
    row.filter((cell) => cell !== '').length >= Math.max(3, row.length - 1);
  return cells.length === beside?.length && cells.length >= 3 && isFull(cells) && isFull(beside);
}

/** Reads a plain text file in UTF-8, UTF-16 or Windows-1258; throws a refusal for any other encoding. */
export function readText(bytes: Uint8Array, fileName: string): RawDocument {
  const { text, warnings } = decodeText(bytes, fileName);
  return { format: 'txt', lines: plainLines(text), meta: {}, warnings };
}

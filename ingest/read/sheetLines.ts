import type { RawLine } from './rawDocument.ts';

/**
 * The rows of a sheet as lines, cells by column; columns without any text are left out, a cell alone in its row is a line of
 * its own. Ends with a blank line, for the next sheet is another text.
 */
export function sheetLines(rows: readonly (readonly (string | undefined)[])[]): readonly RawLine[] {
  const used = new Set<number>();
  const filled = rows.map((row) =>
    row.flatMap((cell, column) => {
      const text = (cell ?? '').replace(/\s+/g, ' ').trim();
      if (text === '') return [];
      used.add(column);
      return [{ column, text }];
    }),
  );
  const columns = [...used].sort((one, other) => one - other);
  const placeOf = new Map(columns.map((column, place) => [column, place]));
  const lines = filled.flatMap((cells): readonly RawLine[] => {
    const [first] = cells;
    if (first === undefined) return [];
    if (cells.length === 1) return [{ text: first.text, page: null, role: 'paragraph' }];
    const placed: string[] = [];
    for (const { column, text } of cells) placed[placeOf.get(column) ?? 0] = text;
    return [{ text: Array.from(placed, (cell) => cell ?? '').join(' | '), page: null, role: 'table' }];
  });
  return lines.length === 0 ? [] : [...lines, { text: '', page: null, role: 'blank' }];
}

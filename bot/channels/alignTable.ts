import { cleanText } from '../../vietnamese/text.ts';
import type { TableBlock } from '../reply/blockWords.ts';
import { columns, pad } from './columns.ts';

const GAP = 2;

/** A table in letters of one width; its lines have no blanks at their end. */
export type AlignedTable = {
  /** Names of the columns, then a rule. */
  readonly head: readonly string[];
  /** Lines of each row. */
  readonly rows: readonly (readonly string[])[];
};

/** The table with every cell on one line, without control characters. */
export function tidyTable(table: TableBlock): TableBlock {
  const tidy = (text: string) => cleanText(text).replace(/\s+/g, ' ').trim();
  return {
    ...table,
    title: table.title === null ? null : tidy(table.title),
    columns: table.columns.map(({ label, align }) => ({ label: tidy(label), align })),
    rows: table.rows.map((row) => table.columns.map((_, index) => tidy(row[index] ?? ''))),
  };
}

/** Columns of screen that each column needs to show every cell on one line. */
export function naturalWidths(table: TableBlock): readonly number[] {
  return table.columns.map(({ label }, index) =>
    table.rows.reduce((most, row) => Math.max(most, columns(row[index] ?? '')), columns(label)),
  );
}

/** Columns of screen that the whole table takes. */
export function tableWidth(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) + GAP * Math.max(widths.length - 1, 0);
}

/** The cells one below another; `breakCell` cuts one that is wider than its column into lines. */
export function alignTable(
  table: TableBlock,
  widths: readonly number[],
  breakCell: (text: string, width: number) => readonly string[] = (text) => [text],
): AlignedTable {
  const lines = (cells: readonly string[]) => {
    const broken = widths.map((width, index) => breakCell(cells[index] ?? '', width));
    const height = Math.max(...broken.map(({ length }) => length), 1);
    return Array.from({ length: height }, (_, line) =>
      widths
        .map((width, index) => pad(broken[index]?.[line] ?? '', width, table.columns[index]?.align ?? 'left'))
        .join(' '.repeat(GAP))
        .trimEnd(),
    );
  };
  const labels = lines(table.columns.map(({ label }) => label));
  return { head: [...labels, '─'.repeat(tableWidth(widths))], rows: table.rows.map(lines) };
}

import { blockWords, rowWords, type TableBlock } from '../../reply/blockWords.ts';
import { alignTable, naturalWidths, tableWidth, tidyTable } from '../alignTable.ts';
import { wrapWords } from './wrap.ts';

/** A narrower column breaks nearly every word. */
const NARROWEST_COLUMN = 8;

/**
 * A table within `width` columns: side by side, long cells wrapped; where not even that fits, each row as lines of
 * "label: value". `bold` sets headings apart. Pure.
 */
export function renderTable(block: TableBlock, width: number, bold: (text: string) => string): string {
  const table = tidyTable(block);
  const title = table.title === null ? [] : wrapWords(table.title, width).map(bold);
  if (table.rows.length === 0) return [...title, blockWords.noRows].join('\n');
  const widths = shrink(naturalWidths(table), width);
  if (widths === null) {
    const rows = table.rows.map((row) =>
      rowWords(table, row)
        .flatMap((words) => wrapWords(words, width))
        .join('\n'),
    );
    return [...title, rows.join('\n\n')].join('\n');
  }
  const { head, rows } = alignTable(table, widths, wrapWords);
  return [...title, ...head.map(bold), ...rows.flat()].join('\n');
}

/** Takes from the widest column first; `null` when the columns cannot be made narrow enough. */
function shrink(natural: readonly number[], width: number): readonly number[] | null {
  const widths = [...natural];
  while (tableWidth(widths) > width) {
    const widest = Math.max(...widths);
    if (widest <= NARROWEST_COLUMN) return null;
    widths[widths.indexOf(widest)] = widest - 1;
  }
  return widths;
}

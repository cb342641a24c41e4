import { readCell, writeCell } from './cellValue.ts';
import type { ReportTable } from './report.ts';

/** Small letters that a column needs at least (its longest word) and would like (its longest text), its margins included. */
export type Need = { readonly least: number; readonly wished: number };

/** How wide the columns of a table want to be, in letters; neither a long word nor a long text takes everything. */
export function columnNeeds({ columns, rows }: ReportTable): readonly Need[] {
  return columns.map(({ label, kind }, at) => {
    const texts = [label, ...rows.map((row) => writeCell(readCell(row[at], kind)))];
    const words = texts.flatMap((text) => text.split(/\s+/));
    const least = Math.min(20, longest(words));
    return { least, wished: Math.max(least, Math.min(60, longest(texts))) };
  });
}

/** Shares `total` out: first what each column needs, then the rest by what each would like beyond. */
export function shareOut(needs: readonly Need[], total: number): readonly number[] {
  const least = needs.reduce((sum, need) => sum + need.least, 0);
  const more = needs.reduce((sum, need) => sum + need.wished - need.least, 0);
  const shares = needs.map((need) => {
    const part = more === 0 ? 0 : (need.wished - need.least) / more;
    return need.least + Math.max(0, Math.min(more, LETTERS_OF_LINE - least)) * part;
  });
  const sum = shares.reduce((all, one) => all + one, 0);
  const widths = shares.map((one) => Math.floor((one * total) / sum));
  const rest = total - widths.reduce((all, one) => all + one, 0);
  return widths.map((width, at) => (at === widths.length - 1 ? width + rest : width));
}

/** Small letters of 12 points on a line of an upright page. */
const LETTERS_OF_LINE = 80;
/** What a cell's margins and a header's bold letters take. */
const BESIDE = 3;

function longest(texts: readonly string[]): number {
  return BESIDE + texts.reduce((most, text) => Math.max(most, letters(text)), 0);
}

/** A capital takes half as much again as a small letter. */
function letters(text: string): number {
  return text.length + (text.match(/\p{Lu}/gu)?.length ?? 0) / 2;
}

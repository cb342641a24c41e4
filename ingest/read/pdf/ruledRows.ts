import type { RuledTable } from '../../ocr/tables/ruledTables.ts';
import type { PdfWord } from './pdfPage.ts';
import { pageRows, textOfRow } from './pdfRows.ts';

/** A table whose cells are known by their rules: its rows as text, and where on the page it begins. */
export type RuledRows = { readonly top: number; readonly rows: readonly string[] };

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

const isIn = (word: PdfWord, { left, top, right, bottom }: Box) => {
  const [x, y] = [(word.left + word.right) / 2, (word.top + word.bottom) / 2];
  return x >= left && x < right && y >= top && y < bottom;
};

/**
 * The words of a page apart: those in its tables' cells as the tables' rows (cells joined by ` | `, empty where a cell goes on from the
 * left or from above), and all others. A frame without words in two of its cells is no table; its words are the page's.
 */
export function ruledRows(
  words: readonly PdfWord[],
  tables: readonly RuledTable[],
): { readonly words: readonly PdfWord[]; readonly tables: readonly RuledRows[] } {
  let rest = words;
  const found: RuledRows[] = [];
  for (const table of tables) {
    const own = rest.filter((word) => isIn(word, table));
    const cells = table.rows.map((row) =>
      row.map((cell) => (cell === null ? '' : textOf(own.filter((word) => isIn(word, cell))))),
    );
    if (cells.flat().filter((text) => text !== '').length < 2) continue;
    rest = rest.filter((word) => !own.includes(word));
    found.push({
      top: table.top,
      rows: cells.filter((row) => row.some((text) => text !== '')).map((row) => row.join(' | ')),
    });
  }
  return { words: rest, tables: found };
}

/** The words of a cell in reading order; a vertical stroke is the rest of a rule. */
const textOf = (words: readonly PdfWord[]) =>
  pageRows(words.filter(({ text }) => text !== '|'))
    .rows.map(textOfRow)
    .join(' ');

import { convertRuns, type Run } from '../../vietnamese/legacy/convert.ts';
import { ENCODING_NAMES, type LegacyEncoding } from '../../vietnamese/legacy/encoding.ts';
import { linesOfParagraph } from './paragraphLines.ts';
import { type TableRow, tableLines } from './pdf/layoutTable.ts';
import type { RawLine } from './rawDocument.ts';

/** A paragraph of a word processor, before its letters are known. */
export type FlowParagraph = {
  readonly runs: readonly Run[];
  /**
   * `text`: a paragraph of its own. `cell`: a paragraph inside a cell. `cellEnd`: the last one of a cell. `rowEnd`: the
   * mark that closes a row, without text.
   */
  readonly role: 'text' | 'cell' | 'cellEnd' | 'rowEnd';
  readonly heading: boolean;
};

export type FlowLines = { readonly lines: readonly RawLine[]; readonly encodings: readonly LegacyEncoding[] };

/** Paragraphs in their order → lines in Unicode, cells gathered into rows and tables. */
export function flowLines(paragraphs: readonly FlowParagraph[]): FlowLines {
  const { texts, encodings } = convertRuns(paragraphs.map(({ runs }) => runs));
  const lines: RawLine[] = [];
  let rows: TableRow[] = [];
  let row: (readonly RawLine[])[] = [];
  let cell: RawLine[] = [];
  const closeRow = () => {
    if (cell.some((line) => line.text !== '')) row.push(cell);
    if (row.length > 0) rows.push(row);
    [row, cell] = [[], []];
  };
  const closeTable = () => {
    closeRow();
    lines.push(...tableLines(rows));
    rows = [];
  };
  for (const [index, { role, heading }] of paragraphs.entries()) {
    const own = linesOfParagraph(texts[index] ?? '', heading);
    if (role === 'text') {
      closeTable();
      lines.push(...own);
    } else if (role === 'rowEnd') closeRow();
    else {
      cell.push(...own);
      if (role === 'cellEnd') {
        row.push(cell);
        cell = [];
      }
    }
  }
  closeTable();
  return { lines, encodings };
}

export function encodingNames(encodings: readonly LegacyEncoding[]): string {
  return encodings.map((encoding) => ENCODING_NAMES[encoding]).join(', ');
}

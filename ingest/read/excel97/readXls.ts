import { convertRuns, type Run } from '../../../vietnamese/legacy/convert.ts';
import { type FontHint, fontHint, NO_HINT } from '../../../vietnamese/legacy/fontHint.ts';
import { damaged, passwordProtected, WARNINGS } from '../../texts.ts';
import { openCompound } from '../compound.ts';
import { encodingNames } from '../flow.ts';
import type { RawDocument, RawLine } from '../rawDocument.ts';
import { type Cell, LockedWorkbook, readSheets, type Sheet } from './workbook.ts';

function sheetsOf(stream: Buffer, fileName: string): readonly Sheet[] {
  try {
    return readSheets(stream);
  } catch (error) {
    if (error instanceof LockedWorkbook) throw passwordProtected(fileName, 'xls');
    if (error instanceof RangeError) throw damaged(fileName, 'xls', error);
    throw error;
  }
}

/** Cells of a row by column; `null` for the gap between two sheets. */
type Row = ReadonlyMap<number, Cell> | null;

function rowsOf({ rows }: Sheet): readonly Row[] {
  if (rows.size === 0) return [];
  const inOrder = [...rows].sort(([one], [other]) => one - other);
  return [...inOrder.map(([, cells]) => new Map([...cells].sort(([one], [other]) => one - other))), null];
}

/** Stands between cells while their letters are converted; no cell can hold it. */
const GAP = '\n';

/** The cells of a row one after the other; each font's hint is one object. */
function runsOf(row: Row, hints: Map<string, FontHint>): readonly Run[] {
  return [...(row?.values() ?? [])].flatMap(({ text, font }, index): readonly Run[] => {
    const hint = font === null ? NO_HINT : (hints.get(font) ?? fontHint(font));
    if (font !== null) hints.set(font, hint);
    return index === 0
      ? [{ text, hint }]
      : [
          { text: GAP, hint },
          { text, hint },
        ];
  });
}

/** Cells by column, the gaps between them empty; a cell alone in its row is a line of its own. */
function lineOf(row: Row, converted: string): RawLine {
  if (row === null) return { text: '', page: null, role: 'blank' };
  const texts = converted.split(GAP);
  if (texts.length === 1) return { text: converted, page: null, role: 'paragraph' };
  const cells: string[] = [];
  for (const [index, column] of [...row.keys()].entries()) cells[column] = texts[index] ?? '';
  return { text: Array.from(cells, (cell) => cell ?? '').join(' | '), page: null, role: 'table' };
}

/**
 * Reads a workbook of Excel 5 to 2003, sheet by sheet, each row a line with its cells as they are shown. Hidden sheets,
 * rows and columns are mostly folded away for printing: they are read, and told. Read from its own records, because
 * spreadsheet libraries give no fonts and lose themselves in broken files. Throws a refusal for broken and locked ones.
 */
export function readXls(bytes: Uint8Array, fileName: string): RawDocument {
  const file = openCompound(bytes, fileName, 'xls');
  const stream = file.get('Workbook') ?? file.get('Book');
  if (stream === undefined) throw damaged(fileName, 'xls');
  const sheets = sheetsOf(stream, fileName);
  const rows = sheets.flatMap(rowsOf);
  const hints = new Map<string, FontHint>();
  const { texts, encodings } = convertRuns(rows.map((row) => runsOf(row, hints)));
  const warnings: string[] = [];
  if (sheets.some((sheet) => sheet.hidden && sheet.rows.size > 0)) warnings.push(WARNINGS.hiddenInSheets);
  if (encodings.length > 0) warnings.push(WARNINGS.converted(encodingNames(encodings)));
  return {
    format: 'xls',
    lines: rows.map((row, index) => lineOf(row, texts[index] ?? '')),
    meta: {},
    warnings,
  };
}

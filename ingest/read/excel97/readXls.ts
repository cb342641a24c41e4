import * as XLSX from '@e965/xlsx';
import { convertRuns, type Run } from '../../../vietnamese/legacy/convert.ts';
import { type FontHint, fontHint, NO_HINT } from '../../../vietnamese/legacy/fontHint.ts';
import { damaged, passwordProtected, WARNINGS } from '../../texts.ts';
import { openCompound } from '../compound.ts';
import { encodingNames } from '../flow.ts';
import type { RawDocument, RawLine } from '../rawDocument.ts';
import { type CellFonts, readCellFonts } from './cellFonts.ts';

function openWorkbook(bytes: Uint8Array, fileName: string): XLSX.WorkBook {
  try {
    return XLSX.read(bytes, {
      ...{ type: 'array', dense: true, cellFormula: false, cellHTML: false, cellStyles: true },
      dateNF: 'dd/mm/yyyy',
    });
  } catch (error) {
    const isLocked = error instanceof Error && /password|encrypt/i.test(error.message);
    throw isLocked ? passwordProtected(fileName, 'xls') : damaged(fileName, 'xls', error);
  }
}

type Cell = { readonly text: string; readonly hint: FontHint };
/** `null` for the gap between two sheets. */
type Row = readonly Cell[] | null;

/** `hidden`: whether some of it does not show. */
type Sheet = { readonly rows: readonly Row[]; readonly hidden: boolean };

function readSheet(sheet: XLSX.WorkSheet, index: number, fonts: CellFonts): Sheet {
  const data: unknown = sheet['!data'];
  const hints = new Map<string, FontHint>();
  const hintOf = (name: string | null) => {
    if (name === null) return NO_HINT;
    const known = hints.get(name);
    const made = known ?? fontHint(name);
    if (known === undefined) hints.set(name, made);
    return made;
  };
  const isHidden = (of: '!rows' | '!cols', at: number) => sheet[of]?.[at]?.hidden === true;
  const rows: Row[] = [];
  let hidden = false;
  for (const [at, cells] of Object.entries(Array.isArray(data) ? data : [])) {
    const row: Cell[] = [];
    for (const [column, cell] of Object.entries((cells ?? []) as XLSX.CellObject[])) {
      const text = XLSX.utils.format_cell(cell).replace(/\s+/g, ' ').trim();
      if (text === '') continue;
      hidden ||= isHidden('!rows', Number(at)) || isHidden('!cols', Number(column));
      row[Number(column)] = { text, hint: hintOf(fonts.of(index, Number(at), Number(column))) };
    }
    if (row.some(Boolean)) rows.push(row);
  }
  return { rows, hidden };
}

/** Cells by column, the gaps between them empty; a cell alone in its row is a line of its own. */
function lineOf(cells: readonly (string | undefined)[]): RawLine {
  const filled = cells.filter((cell) => cell !== undefined);
  if (filled.length === 1) return { text: filled[0] ?? '', page: null, role: 'paragraph' };
  return { text: Array.from(cells, (cell) => cell ?? '').join(' | '), page: null, role: 'table' };
}

/**
 * Reads a workbook of Excel 5 to 2003, sheet by sheet, each row a line with its cells as they are shown. Hidden sheets,
 * rows and columns are mostly folded away for printing: they are read, and told. Throws a refusal for broken and locked files.
 */
export function readXls(bytes: Uint8Array, fileName: string): RawDocument {
  const streams = openCompound(bytes, fileName, 'xls');
  const wide = streams.get('Workbook');
  const stream = wide ?? streams.get('Book');
  if (stream === undefined) throw damaged(fileName, 'xls');
  const workbook = openWorkbook(bytes, fileName);
  const fonts = readCellFonts(stream, wide !== undefined);
  let hidden = false;
  const rows: Row[] = [];
  for (const [index, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name];
    if (sheet === undefined) continue;
    const read = readSheet(sheet, index, fonts);
    if (read.rows.length === 0) continue;
    hidden ||= (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0 || read.hidden;
    rows.push(...read.rows, null);
  }
  const runs = rows.map((row): readonly Run[] => (row ?? []).filter(Boolean).flatMap(withGap));
  const { texts, encodings } = convertRuns(runs);
  const lines = rows.map((row, index): RawLine => {
    if (row === null) return { text: '', page: null, role: 'blank' };
    const converted = (texts[index] ?? '').split(GAP);
    let next = 0;
    return lineOf(Array.from(row, (cell) => (cell === undefined ? undefined : converted[next++])));
  });
  const warnings: string[] = [];
  if (hidden) warnings.push(WARNINGS.hiddenInSheets);
  if (encodings.length > 0) warnings.push(WARNINGS.converted(encodingNames(encodings)));
  return { format: 'xls', lines, meta: {}, warnings };
}

/** Stands between cells while their letters are converted; no cell can hold it. */
const GAP = '\n';

function withGap({ text, hint }: Cell, index: number): readonly Run[] {
  return index === 0
    ? [{ text, hint }]
    : [
        { text: GAP, hint },
        { text, hint },
      ];
}

import * as XLSX from '@e965/xlsx';
import CFB from 'cfb';
import { convertRuns, type Run } from '../../../vietnamese/legacy/convert.ts';
import type { LegacyEncoding } from '../../../vietnamese/legacy/encoding.ts';
import { type FontHint, NO_HINT } from '../../../vietnamese/legacy/fontHint.ts';
import { damaged, passwordProtected, WARNINGS } from '../../texts.ts';
import { checkXml } from '../docx/docxXml.ts';
import { encodingNames } from '../flow.ts';
import type { RawDocument, RawLine } from '../rawDocument.ts';
import { sheetLines } from '../sheetLines.ts';
import { documentProperties, type OfficePackage, openPackage } from './officePackage.ts';
import { readCellHints } from './xlsxFonts.ts';

/** Counted over all sheets that are shown. */
type Hidden = { rows: number; columns: number };

/** The parts that cells are made of; drawings, macros and the rest are not unpacked at all. */
const used =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/)?[^/]+\.(?:xml|rels)|xl\/(?:worksheets|theme)\/[^/]+\.xml)$/i;

/**
 * The parser at hand unpacks by itself and never ends on some broken archives, so it is given a sound one: the parts it
 * needs, whole, of bearable size and without entities.
 */
function soundCopy(parts: OfficePackage, fileName: string): Uint8Array {
  const copy = CFB.utils.cfb_new();
  for (const name of new Set(parts.names.filter((part) => used.test(part)))) {
    const content = parts.bytes(name) ?? new Uint8Array();
    checkXml(content, fileName);
    CFB.utils.cfb_add(copy, `/${name}`, content);
  }
  return Buffer.from(CFB.write(copy, { fileType: 'zip', type: 'buffer' }) as Buffer);
}

function openWorkbook(bytes: Uint8Array, fileName: string): XLSX.WorkBook {
  try {
    return XLSX.read(bytes, {
      ...{ type: 'array', dense: true, cellFormula: false, cellHTML: false, cellStyles: true },
      dateNF: 'dd/mm/yyyy',
    });
  } catch (error) {
    const isLocked = error instanceof Error && /password|encrypt/i.test(error.message);
    throw isLocked ? passwordProtected(fileName, 'xlsx') : damaged(fileName, 'xlsx', error);
  }
}

function cellText(cell: XLSX.CellObject): string {
  return typeof cell.v === 'string' ? cell.v.trim() : XLSX.utils.format_cell(cell).trim();
}

type Cell = Run & { readonly column: number };
type Row = readonly Cell[];

function readSheet(
  sheet: XLSX.WorkSheet,
  hidden: Hidden,
  hintOf: (reference: string) => FontHint,
): readonly Row[] {
  const data: unknown = sheet['!data'];
  const rows: Row[] = [];
  const hiddenColumns = new Set<number>();
  for (const [at, cells] of Object.entries(Array.isArray(data) ? data : [])) {
    const row: Cell[] = [];
    for (const [place, cell] of Object.entries((cells ?? []) as XLSX.CellObject[])) {
      const column = Number(place);
      const text = cellText(cell);
      if (text === '') continue;
      if (sheet['!cols']?.[column]?.hidden === true) hiddenColumns.add(column);
      else row.push({ text, hint: hintOf(XLSX.utils.encode_cell({ r: Number(at), c: column })), column });
    }
    if (row.length === 0) continue;
    if (sheet['!rows']?.[Number(at)]?.hidden === true) hidden.rows += 1;
    else rows.push(row);
  }
  hidden.columns += hiddenColumns.size;
  return rows;
}

/** The lines of sheets, legacy letters turned into Unicode over all of them. */
function linesOf(sheets: readonly (readonly Row[])[]): {
  lines: readonly RawLine[];
  encodings: readonly LegacyEncoding[];
} {
  // A break between cells: words of two cells are never one.
  const between: Run = { text: '\n', hint: NO_HINT };
  const { runs, encodings } = convertRuns(sheets.flat().map((row) => row.flatMap((cell) => [cell, between])));
  let next = 0;
  const lines = sheets.flatMap((rows) =>
    sheetLines(
      rows.map((row) => {
        const converted = runs[next++];
        const placed: string[] = [];
        for (const [index, { column, text }] of row.entries())
          placed[column] = converted?.[index * 2] ?? text;
        return placed;
      }),
    ),
  );
  return { lines, encodings };
}

/**
 * Reads a workbook sheet by sheet, each row a line with its cells as they are shown. Hidden sheets, rows and columns are left
 * out and told; formulas give the value that was stored with them; macros are not looked at. Throws a refusal for
 * broken, locked and oversized files.
 */
export function readXlsx(bytes: Uint8Array, fileName: string): RawDocument {
  const parts = openPackage(bytes, fileName, 'xlsx');
  const workbook = openWorkbook(soundCopy(parts, fileName), fileName);
  const hidden: Hidden = { rows: 0, columns: 0 };
  const hiddenSheets: string[] = [];
  const hintOf = readCellHints(parts);
  const sheets: (readonly Row[])[] = [];
  let comments = 0;
  for (const [index, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name];
    if (sheet === undefined) continue;
    const isHidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    if (isHidden) hiddenSheets.push(name);
    else sheets.push(readSheet(sheet, hidden, (reference) => hintOf(index, reference)));
  }
  const { lines, encodings } = linesOf(sheets);
  for (const name of parts.names)
    if (/^xl\/(?:comments\d*|threadedComments\/.*)\.xml$/i.test(name)) comments += 1;
  return {
    format: 'xlsx',
    lines,
    meta: documentProperties(parts.xml('docProps/core.xml')),
    warnings: [
      ...(hiddenSheets.length === 0 ? [] : [WARNINGS.sheetsLeftOut(hiddenSheets)]),
      ...(hidden.rows + hidden.columns === 0 ? [] : [WARNINGS.cellsLeftOut(hidden.rows, hidden.columns)]),
      ...(encodings.length === 0 ? [] : [WARNINGS.converted(encodingNames(encodings))]),
      ...(comments === 0 ? [] : [WARNINGS.commentsLeftOut]),
    ],
  };
}

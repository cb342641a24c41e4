import type { RawLine } from '../rawDocument.ts';

/**
 * A table of DOCX or HTML: for each row its cells, for each cell its lines (already in reading order).
 */
export type TableRow = readonly (readonly RawLine[])[];

const officialWords = /CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM|Nơi nhận\s*:/u;
/** The first line of a signature: for whom, or in whose place. */
const signs = /^(?:TM|KT|TL|TUQ|T\/M|K\/T|T\/L)\s*\.?\s*\p{Lu}{2}/u;
const NONE: RawLine = { text: '', page: null, role: 'blank' };
const provisionHeading = /^Điều\s+\d+[a-zđ]?[.:]/u;

/** Whether a line is the motto at the head of a document of the state or the party. */
export function isOfficialHead({ text }: RawLine): boolean {
  return /CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM/u.test(text.normalize('NFC'));
}

function hasWords({ text }: RawLine): boolean {
  return text.trim() !== '';
}

function isFilled(cell: readonly RawLine[]): boolean {
  return cell.some(hasWords);
}

/**
 * Word users lay out heads and feet of documents with borderless tables, and web pages lay out whole articles so.
 * Those are no tables: their cells are read one after the other.
 */
function isLayout(rows: readonly TableRow[]): boolean {
  const cells = rows.flat();
  if (rows.every((row) => row.filter(isFilled).length <= 1)) return true;
  const text = (line: RawLine) => line.text.normalize('NFC');
  // A head or foot has few rows; further down in a long table the same words are a citation or a form's content.
  if (rows.length <= 6 && cells.some((cell) => cell.some((line) => officialWords.test(text(line)))))
    return true;
  // Signatures side by side, without recipients.
  if (
    rows.length <= 3 &&
    cells.every((cell) => !isFilled(cell) || signs.test(text(cell.find(hasWords) ?? NONE)))
  )
    return true;
  return cells.some((cell) => cell.filter((line) => provisionHeading.test(text(line))).length >= 2);
}

/** The lines of a table: `table` rows with cells joined by ` | `, or the cells' own lines where it is only layout. */
export function tableLines(rows: readonly TableRow[]): readonly RawLine[] {
  const filled = rows.filter((row) => row.some(isFilled));
  if (filled.length === 0) return [];
  if (isLayout(filled)) {
    const blank: RawLine = { text: '', page: null, role: 'blank' };
    return filled.flatMap((row) => row.flatMap((cell) => (cell.length === 0 ? [] : [...cell, blank])));
  }
  return filled.map((row) => ({
    text: row
      .map((cell) =>
        cell
          .map((line) => line.text.trim())
          .filter((text) => text !== '')
          .join(' '),
      )
      .join(' | '),
    page: null,
    role: 'table',
  }));
}

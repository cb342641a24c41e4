import {
  type Block,
  centre,
  freeAfter,
  type Interval,
  type Row,
  rowOf,
  textOf,
  textOfRow,
} from './pdfRows.ts';

const headWords = /CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN|Độc lập\s*-\s*Tự do/u;

/** pdf.js may tear a syllable apart; on scans marks are misread. */
const footWords = /^N[oơờỡởợ]i\s*nh[âậặạă]\s?n/u;

/**
 * Two columns around the row `anchor`, in which the left column may reach to `from` and the right one begins at `to`:
 * rows upwards and downwards as long as a gap between the columns stays free. With `centred`, the left column's lines
 * are centred (as in a head). `null` when a side stays empty.
 */
function columnsAround(
  rows: readonly Row[],
  anchor: number,
  [from, to]: Interval,
  em: number,
  centred: boolean,
): Block | null {
  let gutter: Interval = [from, to];
  const extend = (index: number): boolean => {
    const row = rows[index];
    // Above the recipients stands the signature's first line alone. Rows that begin on the left are the end of a
    // paragraph, with a stretched space where the gap is.
    if (!centred && index < anchor && row !== undefined && row.left < gutter[0]) return false;
    // The rightmost part: a left column has gaps of its own ("(để b/c)" behind a recipient).
    const rest = row && freeAfter([gutter], row).findLast(([low, high]) => high - low >= em * 0.5);
    if (rest === undefined) return false;
    gutter = rest;
    return true;
  };
  if (!extend(anchor)) return null;
  let first = anchor;
  let last = anchor;
  while (extend(last + 1)) last += 1;
  while (extend(first - 1)) first -= 1;
  const [low, high] = gutter;
  const isLeftOnly = (row: Row | undefined) => row !== undefined && row.right <= low + 1;
  // Short lines of the body fit beside nothing, too: below the head they are the beginning of a paragraph, unless they
  // stand centred under the left column ("V/v …").
  const issuer = rows
    .slice(first, last + 1)
    .map((row) => row.words.filter((word) => word.right <= low + 1))
    .find((words) => words.length > 0);
  const axis = issuer === undefined ? 0 : centre(rowOf(issuer));
  const belongs = (index: number) => {
    const row = rows[index];
    const above = rows[index - 1];
    // Whom a letter is to stands under its head, wherever its line begins.
    if (centred && row !== undefined && /^Kính\s+g/u.test(textOfRow(row).normalize('NFC'))) return false;
    if (!centred || row === undefined || above === undefined || !isLeftOnly(row)) return true;
    return Math.abs(centre(row) - axis) < em && row.bottom - above.bottom < em * 1.6;
  };
  let end = anchor;
  while (end < last && belongs(end + 1)) end += 1;
  last = end;
  const block = rows.slice(first, last + 1);
  const both = block.some((row) => row.left < low) && block.some((row) => row.right > high);
  return both ? { from: first, to: last, gutters: [(low + high) / 2] } : null;
}

/** Where the columns of a head part: before the motto, or before the first word of the row where that is all of it. */
export function headColumns(rows: readonly Row[], em: number): Block | null {
  // Heads stand at the top of a page, the first or an annex's; elsewhere the words are a citation.
  const anchor = rows.slice(0, 12).findIndex((row) => headWords.test(textOfRow(row).normalize('NFC')));
  const row = rows[anchor];
  if (row === undefined) return null;
  const bodyLeft = Math.min(...rows.map((each) => each.left));
  const motto = row.words.findIndex(
    (_, index) => textOf(row.words.slice(index)).normalize('NFC').search(headWords) === 0,
  );
  const right = row.words[motto];
  if (right === undefined) return null;
  const left = row.words[motto - 1];
  return columnsAround(rows, anchor, [left?.right ?? bodyLeft + em, right.left], em, true);
}

/** The recipients stand left, the signature right of them. */
export function footColumns(rows: readonly Row[], pageWidth: number, em: number): Block | null {
  const anchor = rows.findIndex(
    // Nearly all rows are told by their first letter.
    (row) => row.words[0]?.text.startsWith('N') === true && footWords.test(textOfRow(row).normalize('NFC')),
  );
  const row = rows[anchor];
  if (row === undefined) return null;
  const left = row.words.find((word) => /^nh[âậặạă]/u.test(word.text.normalize('NFC')));
  return columnsAround(rows, anchor, [left?.right ?? row.left, pageWidth * 0.62], em, false);
}

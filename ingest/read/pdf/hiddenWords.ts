import type { PdfWord } from './pdfPage.ts';
import type { SeenLine } from './seenLines.ts';

/** Which of a page's words cannot be seen: `pdftotext` gives seen and hidden alike, `pdftohtml` tells them apart. */

function countTokens(boxes: readonly PdfWord[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of boxes)
    for (const token of text.split(/\s+/)) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

/** Whether there is a word that the lines do not hold, or not as often. */
export function holdsMore(words: readonly PdfWord[], lines: readonly SeenLine[]): boolean {
  const shown = countTokens(lines);
  return [...countTokens(words)].some(([token, count]) => count > (shown.get(token) ?? 0));
}

/** Whether the word's middle lies in a line's box, whose height the XML gives but roughly. */
export function isInside(word: PdfWord, box: PdfWord): boolean {
  const x = (word.left + word.right) / 2;
  const y = (word.top + word.bottom) / 2;
  return x >= box.left - 1 && x <= box.right + 1 && y >= box.top - 4 && y <= box.bottom + 4;
}

/**
 * Splits a page's words into seen and hidden. `pdftohtml` leaves out stamps; so a word counts as hidden only where
 * `pdftohtml` prints it there with `-hidden` (`all`) and not without (`seen`).
 */
export function splitHidden(
  words: readonly PdfWord[],
  all: readonly SeenLine[],
  seen: readonly SeenLine[],
): { readonly visible: readonly PdfWord[]; readonly hidden: readonly PdfWord[] } {
  if (all.length === 0) return { visible: words, hidden: [] };
  const surplus = countTokens(all);
  for (const [token, count] of countTokens(seen)) surplus.set(token, (surplus.get(token) ?? 0) - count);
  const seenKeys = new Set(seen.map((box) => `${box.top} ${box.left} ${box.text}`));
  const suspects = all.filter((box) => !seenKeys.has(`${box.top} ${box.left} ${box.text}`));
  const visible: PdfWord[] = [];
  const hidden: PdfWord[] = [];
  for (const word of words) {
    const left = surplus.get(word.text) ?? 0;
    if (left > 0 && suspects.some((box) => isInside(word, box))) {
      surplus.set(word.text, left - 1);
      hidden.push(word);
    } else visible.push(word);
  }
  return { visible, hidden };
}

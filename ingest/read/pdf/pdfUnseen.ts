import type { ColourImage } from '../../ocr/picture/cleanPage.ts';
import type { PdfPage, PdfWord } from './pdfPage.ts';

/** Words of a PDF's text layer that nobody sees on the page. */

/** Letters lower than this, in points, are no print: the smallest of footnotes have 5. */
const leastHeight = 2;
/** Between ink and its ground, of 255. White on the palest of tints has less. */
const leastContrast = 40;

const isOutside = (word: PdfWord, { width, height }: PdfPage) => {
  const x = (word.left + word.right) / 2;
  const y = (word.top + word.bottom) / 2;
  return x < 0 || x > width || y < 0 || y > height;
};

/** The page with words too small to be seen, and words beside the paper, among the hidden ones. */
export function withoutTinyAndOutside(page: PdfPage): PdfPage {
  const isUnseen = (word: PdfWord) => word.bottom - word.top < leastHeight || isOutside(word, page);
  if (!page.words.some(isUnseen)) return page;
  return {
    ...page,
    words: page.words.filter((word) => !isUnseen(word)),
    hiddenWords: [...page.hiddenWords, ...page.words.filter(isUnseen)],
    whiteWords: page.whiteWords.filter((word) => !isUnseen(word)),
  };
}

/** How much light and dark differ where a word stands. */
function contrast(word: PdfWord, { width, height, data, dpi }: ColourImage): number {
  const scale = dpi / 72;
  const left = Math.max(0, Math.floor(word.left * scale));
  const right = Math.min(width, Math.ceil(word.right * scale));
  const bottom = Math.min(height, Math.ceil(word.bottom * scale));
  let low = 255;
  let high = 0;
  for (let y = Math.max(0, Math.floor(word.top * scale)); y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const at = (y * width + x) * 3;
      const light = ((data[at] ?? 255) + (data[at + 1] ?? 255) + (data[at + 2] ?? 255)) / 3;
      low = Math.min(low, light);
      high = Math.max(high, light);
    }
  }
  return high - low;
}

/**
 * The page with those of its white words among the hidden ones that its picture does not show: white on a dark
 * ground is a heading, white on white is hidden.
 */
export function withoutWhiteOnWhite(page: PdfPage, picture: ColourImage): PdfPage {
  const unseen = new Set(page.whiteWords.filter((word) => contrast(word, picture) < leastContrast));
  if (unseen.size === 0) return { ...page, whiteWords: [] };
  return {
    ...page,
    words: page.words.filter((word) => !unseen.has(word)),
    hiddenWords: [...page.hiddenWords, ...unseen],
    whiteWords: [],
  };
}

import { cutOut } from './figures/cutOut.ts';
import { readFigures, surely, trainedNet } from './figures/readFigures.ts';
import type { GreyImage, OcrEngine, OcrWord } from './ocrEngine.ts';

/**
 * The number of a document, which clerks write or stamp into the gap of a printed line ("Số: 21 /2026/TT-BCT"). Read
 * as words, such figures come out as other signs or as other figures; they are told by their shapes, and where these are
 * unclear read once more as figures alone.
 */

/** The least chance at which a shape counts for more than what the engine read. */
const SURE = 0.9;
/** Where the engine saw nothing at all, specks may stand. */
const VERY_SURE = 0.97;

const label = /^S[\p{L}\p{M}6]\s*[:.;]?$/iu;

/**
 * The code behind a number as letters. The letters of the prime minister's office are the only ones that end in a small g, which
 * reads as other signs; no office's letters begin with a figure, and an S reads as one, or as both.
 */
const withLetters = (text: string) =>
  text.replace(/TT[eøq8&]$/u, 'TTg').replace(/(?<=\d\/|^\/)5S?(?=\p{Lu}{2,}(?:-|$))/u, 'S');

export type WrittenNumber = {
  readonly words: readonly OcrWord[];
  /** The number as it was read, where a hand wrote it: `729/QĐ-TTg`. Such figures want a person's eyes. */
  readonly written: string | null;
};

const isJustBefore = (word: OcrWord, start: OcrWord) =>
  word.right <= start.left &&
  start.left - word.right < (start.bottom - start.top) * 4 &&
  Math.abs(word.bottom - start.bottom) < (start.bottom - start.top) * 0.8;

/** The words with the number in the head's number line read as figures, where it was not read so. */
export async function withWrittenNumber(
  image: GreyImage,
  words: readonly OcrWord[],
  engine: OcrEngine,
): Promise<WrittenNumber> {
  const head = words.filter((word) => word.bottom < image.height * 0.35);
  for (const start of head.filter((word) => label.test(word.text))) {
    const height = start.bottom - start.top;
    const after = head
      .filter(
        (word) =>
          word.left >= start.right &&
          word.left - start.right < height * 12 &&
          Math.abs(word.bottom - start.bottom) < height * 0.8,
      )
      .sort((a, b) => a.left - b.left);
    const end = after.findIndex((word) => word.text.includes('/'));
    const slash = after[end];
    if (slash === undefined) continue;
    const between = after.slice(0, end);
    const isLabel = /[:;.]$/.test(start.text) && !head.some((word) => isJustBefore(word, start));
    const named = isLabel ? { ...start, text: 'Số:' } : start;
    const fixed = { ...slash, text: withLetters(slash.text) };
    // Printed in one go, the number stands before its slash without a gap.
    const asItIs = {
      words: words.map((word) => (word === slash ? fixed : word === start ? named : word)),
      written: null,
    };
    if (!slash.text.startsWith('/')) return asItIs;
    const top = Math.max(0, start.top - Math.round(height * 0.4));
    const bottom = Math.min(image.height, start.bottom + Math.round(height * 0.3));
    const area = cutOut(image, start.right + 2, top, Math.max(start.right + 3, slash.left - 2), bottom);
    const shapes = readFigures(area, height, await trainedNet());
    if (between.length === 0 && (shapes === null || surely(shapes, VERY_SURE) === null)) return asItIs;
    const read = between.map(({ text }) => text).join('');
    const seen = /^\d+$/.test(read)
      ? read
      : (await engine.recognise(area, 'figures')).map(({ text }) => text).join('');
    const figures = (shapes === null ? null : surely(shapes, SURE, seen)) ?? seen;
    if (!/^\d{1,5}$/.test(figures)) return { words, written: read + fixed.text };
    const number = figures + fixed.text;
    return {
      words: words.flatMap((word) => {
        if (word === slash) return [{ ...fixed, text: number, left: between[0]?.left ?? fixed.left }];
        return between.includes(word) ? [] : [word === start ? named : word];
      }),
      written: number,
    };
  }
  return { words, written: null };
}

import type { GreyImage, OcrEngine, OcrWord } from '../engine/ocrEngine.ts';
import { cutOut, EDGE } from '../figures/cutOut.ts';
import { type Glyph, glyphsOf } from '../figures/glyphs.ts';
import { countOf, readFigures, surely, trainedNet } from '../figures/readFigures.ts';
import { printedWidth } from './printedWidth.ts';

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

/** Where a figure written close to the code behind it may at most be from where the code's width lets it end, in sizes. */
const TOLERANCE = 0.7;

/**
 * A word of which only the code behind the slash is printed (`^55/QĐ-UBND`), as the code by itself; its left edge is where a stroke like
 * a slash stands at about the code's width from its end. `null` where there is none, and for a number that was read as one.
 */
function codeOf(image: GreyImage, start: OcrWord, word: OcrWord): OcrWord | null {
  const at = word.text.indexOf('/');
  const [before, code] = [word.text.slice(0, at), word.text.slice(at)];
  // The party's numbers have letters before the stroke (`256-TB/VPTU`).
  if (before === '' || /^\d+$/.test(before) || /[-‐–]|.{6}/u.test(before)) return null;
  const size = (start.right - start.left) / (printedWidth('Số:', 'upright') - 0.08);
  const left = word.right - (printedWidth(code, 'upright') - 0.05) * size;
  const [from, to] = [Math.round(left - size * TOLERANCE), Math.round(left + size * TOLERANCE)];
  const height = start.bottom - start.top;
  const area = cutOut(image, Math.max(start.right + 2, from), start.top, to, start.bottom);
  const strokes = glyphsOf(area)
    .filter((glyph) => glyph.width < height * 0.5 && glyph.height > height * 0.6 && isLeaning(glyph))
    .map((glyph) => glyph.left - EDGE + Math.max(start.right + 2, from))
    .toSorted((a, b) => Math.abs(a - left) - Math.abs(b - left));
  return strokes[0] === undefined ? null : { ...word, text: code, left: strokes[0] };
}

/** Whether a stroke's upper end lies right of its lower one, as a slash's does. */
function isLeaning({ width, height, data }: Glyph): boolean {
  const middle = (from: number, to: number) => {
    const xs: number[] = [];
    for (let at = from * width; at < to * width; at += 1) if (data[at] === 1) xs.push(at % width);
    return xs.reduce((sum, x) => sum + x, 0) / Math.max(1, xs.length);
  };
  const part = Math.max(1, Math.round(height * 0.25));
  return middle(0, part) - middle(height - part, height) > height * 0.12;
}

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
    const behind = after[end];
    if (behind === undefined) continue;
    const slash = codeOf(image, start, behind) ?? behind;
    const between = after.slice(0, end);
    const isLabel = /[:;.]$/.test(start.text) && !head.some((word) => isJustBefore(word, start));
    const named = isLabel ? { ...start, text: 'Số:' } : start;
    const fixed = { ...slash, text: withLetters(slash.text) };
    // Printed in one go, the number stands before its slash without a gap.
    const asItIs = {
      words: words.map((word) =>
        word === behind ? { ...behind, text: withLetters(behind.text) } : word === start ? named : word,
      ),
      written: null,
    };
    if (!slash.text.startsWith('/')) return asItIs;
    const top = Math.max(0, start.top - Math.round(height * 0.4));
    const bottom = Math.min(image.height, start.bottom + Math.round(height * 0.3));
    const area = cutOut(image, start.right + 2, top, Math.max(start.right + 3, slash.left - 2), bottom);
    const shapes = readFigures(area, height, await trainedNet());
    const read = between.map(({ text }) => text).join('') + behind.text.slice(0, -slash.text.length);
    if (read === '' && (shapes === null || surely(shapes, VERY_SURE) === null)) return asItIs;
    const seen = /^\d+$/.test(read)
      ? read
      : (await engine.recognise(area, 'figures')).map(({ text }) => text).join('');
    // An engine for printed words passes over what it cannot read; a number without one of its figures is another number.
    const isWhole = shapes === null || seen.length === countOf(shapes);
    const figures = (shapes === null ? null : surely(shapes, SURE, seen)) ?? (isWhole ? seen : '');
    if (!/^\d{1,5}$/.test(figures)) return { words, written: read + fixed.text };
    const number = figures + fixed.text;
    return {
      words: words.flatMap((word) => {
        if (word === behind)
          return [{ ...fixed, text: number, left: Math.min(between[0]?.left ?? behind.left, behind.left) }];
        return between.includes(word) ? [] : [word === start ? named : word];
      }),
      written: number,
    };
  }
  return { words, written: null };
}

import { median } from '../../median.ts';
import type { GreyImage, OcrWord } from '../engine/ocrEngine.ts';
import { cutOut, EDGE } from '../figures/cutOut.ts';
import type { FigureNet } from '../figures/figureNet.ts';
import { readFigures, surely, trainedNet } from '../figures/readFigures.ts';
import { printedWidth } from './printedWidth.ts';

/**
 * The day and the month of a document, which clerks write into the gaps of a printed line ("Hà Nội, ngày 23 tháng 4 năm 2026").
 * Written close to the word before, they are read as a part of it, mostly as other signs.
 */

type Gap = { readonly label: RegExp; readonly next: RegExp; readonly word: string; readonly most: number };
const GAPS: readonly Gap[] = [
  { label: /^ng[àaâáăảã]y[,.]?/iu, next: /^th[áaâàă]ng/iu, word: 'ngày', most: 31 },
  { label: /^th[áaâàă]ng[,.]?/iu, next: /^n[ăaâàá]m/iu, word: 'tháng', most: 12 },
];

/** The least chance at which shapes are taken for figures. */
const SURE = 0.85;
/** … and for others than those that the engine read. */
const VERY_SURE = 0.97;
/** Printed figures are read with this confidence of the engine's, and need no second look. */
const SURELY_READ = 85;
/** The head of a page, as a share of its height. */
const HEAD = 0.35;

/** What a letter's paper left and right of its ink takes of a word's box, in shares of the size. */
const BEARINGS = 0.06;
const inkWidth = (text: string) => printedWidth(text, 'slanted') - BEARINGS;

type Line = { readonly top: number; readonly height: number; readonly size: number };

/** The height of a line's letters and the size of its face, by what is surely printed on it. */
function measured(line: readonly OcrWord[]): Line | null {
  const printed = line.filter(({ text, confidence }) => confidence >= 60 && /^\p{L}{2,},?$/u.test(text));
  if (printed.length === 0) return null;
  const top = median(printed.map((word) => word.top));
  return {
    top,
    height: median(printed.map((word) => word.bottom)) - top,
    size: median(printed.map(({ left, right, text }) => (right - left) / inkWidth(text))),
  };
}

export type WrittenDate = { readonly words: readonly OcrWord[]; readonly written: readonly string[] };

/** The words with the day and the month in the head's line of place and date read by their shapes, where a hand wrote them. */
export async function withWrittenDate(image: GreyImage, words: readonly OcrWord[]): Promise<WrittenDate> {
  const net = await trainedNet();
  return GAPS.reduce<WrittenDate>(
    (read, gap) => {
      const found = inGap(image, read.words, gap, net);
      return found === null ? read : { words: found.words, written: [...read.written, found.written] };
    },
    { words, written: [] },
  );
}

const isWithin = (figures: string, most: number) =>
  /^\d{1,2}$/.test(figures) && Number(figures) >= 1 && Number(figures) <= most;

function inGap(
  image: GreyImage,
  words: readonly OcrWord[],
  { label, next, word: printed, most }: Gap,
  net: FigureNet,
): { readonly words: readonly OcrWord[]; readonly written: string } | null {
  for (const word of words) {
    const named = word.bottom < image.height * HEAD ? label.exec(word.text)?.[0] : undefined;
    if (named === undefined) continue;
    const line = words.filter((other) => other.line === word.line && other !== word);
    // Only the line of place and date has a place with a comma before the day.
    if (!line.some(({ text, right }) => text.endsWith(',') && right <= word.left)) continue;
    const size = measured(line);
    if (size === null) continue;
    const rest = word.text.slice(named.length);
    const end = rest === '' ? word.right : Math.round(word.left + size.size * inkWidth(printed));
    const after = line.filter(({ left }) => left >= word.left + 1).toSorted((a, b) => a.left - b.left);
    const closing = after.find(({ text }) => next.test(text));
    const right = Math.min(
      image.width,
      Math.round(end + size.size * 2.8),
      closing === undefined ? image.width : closing.left - 2,
    );
    const between = after.filter((other) => other.left < right && other !== closing);
    const isPrinted =
      rest === '' &&
      between.length > 0 &&
      between.every(({ text, confidence }) => /^\d{1,2}$/.test(text) && confidence >= SURELY_READ);
    if (isPrinted || right <= end) continue;
    const top = Math.max(0, Math.round(size.top - size.height * 0.4));
    const bottom = Math.min(image.height, Math.round(size.top + size.height * 1.3));
    const shapes = readFigures(cutOut(image, word.left, top, right, bottom), size.height, net, {
      from: end - word.left + EDGE,
      most: 2,
    });
    const read = rest === '' ? between.map(({ text }) => text).join('') : rest;
    const isRead = isWithin(read, most);
    // What was read as a day may be printed, if badly.
    const told = shapes === null ? null : surely(shapes, isRead ? VERY_SURE : SURE, rest);
    if (told === null && isRead && rest === '') return { words, written: `${printed} ${read}` };
    // A day that stands close to its word was written there, however it was read.
    const figures =
      told !== null && isWithin(told, most)
        ? told
        : word.confidence >= 60 && isWithin(rest, most)
          ? rest
          : null;
    if (figures === null) continue;
    const place = shapes ?? { left: end + 1 - word.left + EDGE, right: right - word.left + EDGE };
    const left = word.left + place.left - EDGE;
    const own = { ...word, text: figures, confidence: 90, left, right: word.left + place.right - EDGE };
    return {
      words: words.flatMap((other) => {
        if (other === word)
          return [{ ...word, text: printed, confidence: 90, right: Math.min(end, left - 1) }, own];
        return between.includes(other) ? [] : [other];
      }),
      written: `${printed} ${figures}`,
    };
  }
  return null;
}

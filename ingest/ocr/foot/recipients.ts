import type { GreyImage, OcrEngine, OcrWord } from '../engine/ocrEngine.ts';
import { cutOut, EDGE } from '../figures/cutOut.ts';
import { widestGap } from '../picture/widestGap.ts';

/**
 * Lines of the recipients that were lost beside the signature: set in another size, they stand a little higher or lower than its lines,
 * and an engine that takes both for one line reads neither.
 */

/** A line that was read worse than this on the average was not read. */
const unread = 60;
/** Shares of the page's width: where the white between the columns may lie from the recipients' left edge, and how wide it is. */
const gutter = { from: 0.15, to: 0.55, width: 0.02 };
const surelyRead = 70;

const isLabel = (words: readonly OcrWord[], index: number) =>
  /^N[oơ]i$/u.test(words[index]?.text ?? '') && /^nh[âậ]n/u.test(words[index + 1]?.text ?? '');

const mean = (words: readonly OcrWord[]) =>
  words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length;

/** Where the white between the recipients and the signature begins; `null` where ink (a stamp's) runs through it. */
function columnEnd({ width, data }: GreyImage, left: number, top: number, bottom: number): number | null {
  const to = Math.min(width, left + width * gutter.to);
  const best = widestGap(Math.round(left + width * gutter.from), to, (x) => {
    let y = top;
    while (y < bottom && (data[y * width + x] ?? 255) >= 128) y += 1;
    return y >= bottom;
  });
  return best.width < width * gutter.width ? null : best.from + Math.round(best.width / 2);
}

/** The words with the recipients' lines that are missing in them; `seen`: what was read at first, those lines' ruins too. */
export async function withRecipients(
  image: GreyImage,
  words: readonly OcrWord[],
  seen: readonly OcrWord[],
  engine: OcrEngine,
): Promise<readonly OcrWord[]> {
  const label = words.find((_, index) => isLabel(words, index));
  if (label === undefined) return words;
  const size = label.bottom - label.top;
  const isBelow = (word: OcrWord) =>
    word.top > label.top + size * 0.6 &&
    word.left > label.left - size &&
    word.left < label.left + image.width * 0.4;
  const ruins = [...Map.groupBy(seen.filter(isBelow), ({ line }) => line).values()].filter(
    (line) => line.some(({ left }) => left < label.left + size) && mean(line) < unread,
  );
  const isRuin = (word: OcrWord) =>
    word.confidence < unread && ruins.flat().some((ruin) => overlaps(word, ruin));
  const sure = words.filter((word) => !isRuin(word));
  if (!ruins.some((line) => !sure.some((word) => line.some((ruin) => overlaps(word, ruin))))) return words;
  const top = label.bottom + 2;
  const bottom = Math.min(
    image.height,
    Math.round(Math.max(...seen.filter(isBelow).map((word) => word.bottom)) + size * 0.3),
  );
  const right = columnEnd(image, label.left, top, bottom);
  if (right === null) return words;
  const left = Math.max(0, Math.round(label.left - size * 0.5));
  const block = await engine.recognise(cutOut(image, left, top, right, bottom), 'block');
  const from = Math.max(-1, ...words.map(({ line }) => line)) + 1;
  const found = block.map((word) => ({
    ...word,
    left: word.left + left - EDGE,
    right: word.right + left - EDGE,
    top: word.top + top - EDGE,
    bottom: word.bottom + top - EDGE,
    line: word.line + from,
  }));
  const lines = [...Map.groupBy(found, ({ line }) => line).values()].filter(
    (line) => mean(line) >= surelyRead && !line.some((word) => sure.some((own) => overlaps(word, own))),
  );
  return lines.length === 0 ? words : [...sure, ...lines.flat()];
}

/** Whether two words lie beside each other in one place; boxes of ruins reach into the lines above and below. */
const overlaps = (a: OcrWord, b: OcrWord) => {
  const middle = (word: OcrWord) => (word.top + word.bottom) / 2;
  const isBeside = (middle(a) > b.top && middle(a) < b.bottom) || (middle(b) > a.top && middle(b) < a.bottom);
  return a.left < b.right && b.left < a.right && isBeside;
};

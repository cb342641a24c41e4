import { median } from '../median.ts';
import type { OcrWord } from './engine/ocrEngine.ts';

/** What reaches under the line that letters stand on: tails, dots under vowels, commas, brackets. */
const hangs = (text: string) => /[gjpqyQ,;()[\]|/]|\u0323/u.test(text.normalize('NFD'));

/**
 * All words of a line at the line's height: boxes hug their letters, and rows are told by heights. A line ends as far under the line
 * that its letters stand on as the page's lines do, whatever letters it has: steps from line to line tell paragraphs.
 */
export function levelled(words: readonly OcrWord[]): readonly OcrWord[] {
  const lines = [...Map.groupBy(words, ({ line }) => line).values()].map((line) => {
    const long = line.filter(({ text }) => text.replace(/[^\p{L}\p{N}]/gu, '').length >= 2);
    const sample = long.length > 0 ? long : line;
    const [hanging, standing] = [true, false].map((does) =>
      sample.filter(({ text }) => hangs(text) === does).map(({ bottom }) => bottom),
    );
    return {
      line,
      top: median(sample.map(({ top }) => top)),
      hanging: hanging ?? [],
      standing: standing ?? [],
    };
  });
  const depth = median(
    lines.flatMap(({ hanging, standing }) =>
      hanging.length > 0 && standing.length > 0 ? [median(hanging) - median(standing)] : [],
    ),
  );
  return lines.flatMap(({ line, top, hanging, standing }) => {
    // A stroke under a word stretches its box: the two never lie apart on a line of clean words.
    const bottom = Math.min(
      standing.length > 0 ? median(standing) + depth : Number.POSITIVE_INFINITY,
      hanging.length > 0 ? median(hanging) : Number.POSITIVE_INFINITY,
    );
    return line.map((word) => ({ ...word, top, bottom }));
  });
}

import { signingName, signingPost } from '../../../vietnamese/signingPosts.ts';
import type { GreyImage, OcrEngine, OcrWord } from '../engine/ocrEngine.ts';
import { type Circle, roundStamp } from './roundStamp.ts';

/**
 * The lines of a signature under a black round stamp: read once more by themselves, as the lines of one block, and kept
 * where they name a post or a person. What the ring and the arms in it read as is left out.
 */

/** How far the block reaches beyond the ring, in points: posts stand above it and to its right, the name below. */
const reach = { left: 45, right: 150, above: 40, below: 40 };
const surelyRead = 80;

type Area = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

function areaOf({ width, height, dpi }: GreyImage, { x, y, radius }: Circle): Area {
  const pixels = (points: number) => (points * dpi) / 72;
  return {
    left: Math.max(0, Math.round(x - radius - pixels(reach.left))),
    top: Math.max(0, Math.round(y - radius - pixels(reach.above))),
    right: Math.min(width, Math.round(x + radius + pixels(reach.right))),
    bottom: Math.min(height, Math.round(y + radius + pixels(reach.below))),
  };
}

/** The area's picture, the words of the lines that only run into it painted over. */
function cut(image: GreyImage, area: Area, covered: readonly OcrWord[]): GreyImage {
  const [width, height] = [area.right - area.left, area.bottom - area.top];
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const from = (y + area.top) * image.width + area.left;
    data.set(image.data.subarray(from, from + width), y * width);
  }
  for (const word of covered) {
    const from = Math.max(0, Math.floor(word.left) - area.left - 2);
    const to = Math.min(width, Math.ceil(word.right) - area.left + 2);
    const bottom = Math.min(height, Math.ceil(word.bottom) - area.top + 2);
    for (let y = Math.max(0, Math.floor(word.top) - area.top - 2); y < bottom; y += 1)
      if (to > from) data.fill(255, y * width + from, y * width + to);
  }
  return { width, height, data, dpi: image.dpi };
}

const middle = (word: OcrWord) => ({ x: (word.left + word.right) / 2, y: (word.top + word.bottom) / 2 });

/** The page's words with such a block as it must be; as they are on a page without a black stamp. */
export async function withSignature(
  image: GreyImage,
  words: readonly OcrWord[],
  engine: OcrEngine,
): Promise<readonly OcrWord[]> {
  const stamp = roundStamp(image);
  if (stamp === null) return words;
  const area = areaOf(image, stamp);
  const starts = new Map<number, number>();
  for (const { line, left } of words) starts.set(line, Math.min(left, starts.get(line) ?? left));
  const isInArea = (word: OcrWord) => {
    const { x, y } = middle(word);
    return x > area.left && x < area.right && y > area.top && y < area.bottom;
  };
  /** Of the recipients' column, or of the text above, which begins far left of the block. */
  const runsIn = (word: OcrWord) =>
    (starts.get(word.line) ?? 0) < area.left && word.confidence >= surelyRead && !isRightOfStamp(word);
  const isRightOfStamp = (word: OcrWord) =>
    middle(word).x > stamp.x && middle(word).y > stamp.y - stamp.radius;
  const elsewhere = words.filter((word) => !isInArea(word) || runsIn(word));
  const block = await engine.recognise(cut(image, area, elsewhere), 'block');
  const rest = elsewhere.map(({ text }) => text).join(' ');
  const from = Math.max(-1, ...words.map(({ line }) => line)) + 1;
  const found: OcrWord[] = [];
  for (const line of Map.groupBy(block, (word) => word.line).values()) {
    const read = line.map(({ text }) => text).join(' ');
    const above = found.at(-1)?.text ?? null;
    const text = signingPost(read, above) ?? signingName(read, rest);
    if (text === null) continue;
    // The line stands where its last words do; before them may be the ring.
    const own = line.filter(({ text: word }) => /\p{L}{2}/u.test(word));
    const ends = own.length === 0 ? line : own;
    found.push({
      text,
      left: area.left + Math.min(...ends.map((word) => word.left)),
      right: area.left + Math.max(...ends.map((word) => word.right)),
      top: area.top + (ends.at(-1)?.top ?? 0),
      bottom: area.top + (ends.at(-1)?.bottom ?? 0),
      confidence: surelyRead,
      line: from + found.length,
    });
  }
  // A name of which only the end can be read stays as it is surest.
  const surest = (word: OcrWord): OcrWord => {
    const { x, y } = middle(word);
    const better = block.find(
      (other) =>
        other.confidence >= surelyRead &&
        other.confidence > word.confidence &&
        x > area.left + other.left &&
        x < area.left + other.right &&
        y > area.top + other.top &&
        y < area.top + other.bottom,
    );
    return better === undefined || !isInArea(word) || runsIn(word) ? word : { ...word, text: better.text };
  };
  if (found.length === 0) return words.map(surest);
  const isStamp = (word: OcrWord) => {
    const { x, y } = middle(word);
    return Math.hypot(x - stamp.x, y - stamp.y) < stamp.radius * 0.9;
  };
  const isOnFound = (word: OcrWord) =>
    found.some(({ top, bottom }) => middle(word).y > top - 4 && middle(word).y < bottom + 4);
  return [
    ...words
      .filter((word) => !isInArea(word) || runsIn(word) || !(isStamp(word) || isOnFound(word)))
      .map(surest),
    ...found,
  ];
}

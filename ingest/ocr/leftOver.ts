import type { GreyImage, OcrEngine, OcrWord } from './engine/ocrEngine.ts';

/** What a reading of a page left unread: engines take a signature block under a round stamp for a picture and skip it. */

/** Share of a page's ink that may stay unread without a second look: rules, a signature's strokes, specks. */
const usualRest = 0.04;

function inkOf(data: Uint8Array): number {
  let ink = 0;
  for (const value of data) if (value < 128) ink += 1;
  return ink;
}

/** The picture with the words that were read painted over. */
function withoutWords(image: GreyImage, words: readonly OcrWord[]): GreyImage {
  const data = Uint8Array.from(image.data);
  for (const word of words) {
    const margin = Math.round((word.bottom - word.top) * 0.15);
    const left = Math.max(0, word.left - margin);
    const right = Math.min(image.width, word.right + margin);
    for (let y = Math.max(0, word.top - margin); y < Math.min(image.height, word.bottom + margin); y += 1)
      data.fill(255, y * image.width + left, y * image.width + right);
  }
  return { ...image, data };
}

const overlaps = (a: OcrWord, b: OcrWord) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * Words in what `read` left over, found by a search for single words; only those that look like the page's other
 * words: sure, of two letters or more, of about their height. Empty where hardly anything was left.
 */
export async function leftOver(
  image: GreyImage,
  read: readonly OcrWord[],
  engine: OcrEngine,
): Promise<readonly OcrWord[]> {
  const ink = inkOf(image.data);
  const rest = withoutWords(image, read);
  if (ink === 0 || inkOf(rest.data) < ink * usualRest) return [];
  const heights = read.map((word) => word.bottom - word.top).sort((a, b) => a - b);
  const usual = heights[heights.length >> 1] ?? 0;
  const found = (await engine.recognise(rest, 'sparse')).filter((word) => {
    const height = word.bottom - word.top;
    const letters = word.text.replace(/[^\p{L}\p{N}]/gu, '').length;
    return (
      word.confidence >= 75 &&
      letters >= 2 &&
      /\p{L}/u.test(word.text) &&
      (usual === 0 || (height > usual * 0.6 && height < usual * 2)) &&
      !read.some((other) => overlaps(word, other))
    );
  });
  const base = Math.max(-1, ...read.map(({ line }) => line)) + 1;
  return found.map((word) => ({ ...word, line: base + word.line }));
}

import type { GreyImage } from '../engine/ocrEngine.ts';

/**
 * Specks of a dirty glass or a worn drum taken out: small stretches of ink that stand by themselves. Points, commas and marks stand
 * close to a letter, and the points of a dotted line to each other.
 */

const ink = 150;
/** The longest side of a speck, shorter than any dash, and how far around it there is no other ink, in points. */
const largest = 1.9;
const alone = 3;
/** A page with fewer is clean, and keeps them. */
const many = 60;

/** The page without its specks; the same where there are few. */
export function withoutSpecks(image: GreyImage): GreyImage {
  const { width, height, data, dpi } = image;
  const side = Math.max(2, Math.round((largest * dpi) / 72));
  const around = Math.round((alone * dpi) / 72);
  const isInk = (x: number, y: number) => (data[y * width + x] ?? 255) < ink;
  /** Whether no pixel of a frame around a box is inked. */
  const isFree = (left: number, top: number, right: number, bottom: number) => {
    for (let x = Math.max(0, left); x <= Math.min(width - 1, right); x += 1) {
      if (top >= 0 && isInk(x, top)) return false;
      if (bottom < height && isInk(x, bottom)) return false;
    }
    for (let y = Math.max(0, top); y <= Math.min(height - 1, bottom); y += 1) {
      if (left >= 0 && isInk(left, y)) return false;
      if (right < width && isInk(right, y)) return false;
    }
    return true;
  };
  const specks: [number, number, number, number][] = [];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      // The upper left pixel of a stretch; most others are left by this.
      if (!isInk(x, y) || (x > 0 && isInk(x - 1, y)) || (y > 0 && isInk(x, y - 1))) continue;
      const [left, top, right, bottom] = [x - side, y - 1, x + side, y + side];
      if (!isFree(left, top, right, bottom)) continue;
      let isAlone = true;
      for (let off = 1; off <= around && isAlone; off += 1)
        isAlone = isFree(left - off, top - off, right + off, bottom + off);
      if (isAlone) specks.push([left, top, right, bottom]);
    }
  }
  if (specks.length < many) return image;
  const clean = Uint8Array.from(data);
  for (const [left, top, right, bottom] of specks)
    for (let y = Math.max(0, top); y <= Math.min(height - 1, bottom); y += 1)
      clean.fill(255, y * width + Math.max(0, left), y * width + Math.min(width, right + 1));
  return { ...image, data: clean };
}

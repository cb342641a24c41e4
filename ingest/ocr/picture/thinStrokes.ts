import type { GreyImage } from '../engine/ocrEngine.ts';

/** Letters of which a scanner set too light left only the thick strokes, and breaks in the others. */

const ink = 128;
/** Stretches of ink of at most so many pixels at 225 dots an inch are thin; a page with a larger share of them was scanned too light. */
const thin = { length: 2, dpi: 225 };
const mostThin = 0.27;
/** Fewer stretches tell nothing. */
const leastStretches = 2000;

/** The page with each stroke a pixel wider and lower, where most of its strokes are thin; as it is where they are not. */
export function withFullStrokes(image: GreyImage): GreyImage {
  const { width, height, data, dpi } = image;
  const longest = (thin.length * dpi) / thin.dpi;
  let [short, all] = [0, 0];
  for (let y = 0; y < height; y += 3) {
    let from = -1;
    for (let x = 0; x < width; x += 1) {
      if ((data[y * width + x] ?? 255) < ink) {
        if (from < 0) from = x;
      } else if (from >= 0) {
        if (x - from <= longest) short += 1;
        all += 1;
        from = -1;
      }
    }
  }
  if (all < leastStretches || short < all * mostThin) return image;
  const full = Uint8Array.from(data);
  for (let y = 1; y < height; y += 1) {
    for (let x = 1; x < width; x += 1) {
      const at = y * width + x;
      full[at] = Math.min(
        data[at] ?? 255,
        data[at - 1] ?? 255,
        data[at - width] ?? 255,
        data[at - width - 1] ?? 255,
      );
    }
  }
  return { ...image, data: full };
}

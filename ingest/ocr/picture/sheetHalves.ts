import type { GreyImage } from '../engine/ocrEngine.ts';
import { widestGap } from './widestGap.ts';

/** Two pages side by side on one sheet, as an open book or a sparing copier lays them. */

/** A sheet of two pages is at least so much wider than high. */
const leastShape = 1.2;
/** The white between the pages: where it may lie and how wide it is at least, as shares of the sheet's width. */
const gutter = { from: 0.42, to: 0.58, width: 0.02 };
/** Share of a column's pixels that may be dark in it: specks, the shadow of a fold. */
const mostDark = 0.004;
/** Each page has at least so much of the sheet's ink. */
const leastInk = 0.1;

function part({ width, height, data, dpi }: GreyImage, from: number, to: number): GreyImage {
  const own = new Uint8Array((to - from) * height);
  for (let y = 0; y < height; y += 1)
    own.set(data.subarray(y * width + from, y * width + to), y * (to - from));
  return { width: to - from, height, data: own, dpi };
}

/** The two pages of a sheet that stands upright and straight, the left one first; `null` where it is one page. */
export function sheetHalves(image: GreyImage): readonly [GreyImage, GreyImage] | null {
  const { width, height, data } = image;
  if (width < height * leastShape) return null;
  const dark = new Uint32Array(width);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) if ((data[y * width + x] ?? 255) < 128) dark[x] = (dark[x] ?? 0) + 1;
  const best = widestGap(
    Math.round(width * gutter.from),
    Math.floor(width * gutter.to) + 1,
    (x) => (dark[x] ?? 0) <= height * mostDark,
  );
  if (best.width < width * gutter.width) return null;
  const middle = Math.round(best.from + best.width / 2);
  const sum = (columns: Uint32Array) => columns.reduce((all, each) => all + each, 0);
  const [left, all] = [sum(dark.subarray(0, middle)), sum(dark)];
  if (Math.min(left, all - left) < all * leastInk) return null;
  return [part(image, 0, middle), part(image, middle, width)];
}

import type { GreyImage } from '../engine/ocrEngine.ts';
import type { Mask } from './framed.ts';

/** Stretches of ink that hang together; what a hand wrote is looked at by its shape. */

const ink = 140;

/** A stretch of ink: its box in pixels of the picture, and its pixels within the box. */
export type Glyph = Mask & { readonly left: number; readonly top: number };

const boxed = (pixels: readonly number[], pictureWidth: number): Glyph => {
  const xs = pixels.map((at) => at % pictureWidth);
  const ys = pixels.map((at) => Math.floor(at / pictureWidth));
  const [left, right] = extent(xs);
  const [top, bottom] = extent(ys);
  const width = right - left + 1;
  const data = new Uint8Array(width * (bottom - top + 1));
  for (const [index, x] of xs.entries()) data[((ys[index] ?? 0) - top) * width + x - left] = 1;
  return { left, top, width, height: bottom - top + 1, data };
};

const extent = (values: readonly number[]): readonly [number, number] => {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
};

/** All stretches of ink of a picture of one line, left to right by their middles. */
export function glyphsOf({ width, height, data }: GreyImage): readonly Glyph[] {
  const seen = new Uint8Array(width * height);
  const found: Glyph[] = [];
  for (let from = 0; from < data.length; from += 1) {
    if (seen[from] === 1 || (data[from] ?? 255) >= ink) continue;
    const pixels: number[] = [];
    const open = [from];
    seen[from] = 1;
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      pixels.push(at);
      const x = at % width;
      const y = (at - x) / width;
      for (let dy = -1; dy <= 1; dy += 1) {
        for (let dx = -1; dx <= 1; dx += 1) {
          const [nextX, nextY] = [x + dx, y + dy];
          if (nextX < 0 || nextX >= width || nextY < 0 || nextY >= height) continue;
          const next = nextY * width + nextX;
          if (seen[next] === 1 || (data[next] ?? 255) >= ink) continue;
          seen[next] = 1;
          open.push(next);
        }
      }
    }
    found.push(boxed(pixels, width));
  }
  return found.sort((a, b) => a.left + a.width / 2 - (b.left + b.width / 2));
}

/** Two stretches as one, with the paper between them. */
export function together(a: Glyph, b: Glyph): Glyph {
  const left = Math.min(a.left, b.left);
  const top = Math.min(a.top, b.top);
  const width = Math.max(a.left + a.width, b.left + b.width) - left;
  const height = Math.max(a.top + a.height, b.top + b.height) - top;
  const data = new Uint8Array(width * height);
  for (const each of [a, b])
    for (let at = 0; at < each.data.length; at += 1)
      if (each.data[at] === 1)
        data[(each.top - top + Math.floor(at / each.width)) * width + each.left - left + (at % each.width)] =
          1;
  return { left, top, width, height, data };
}

/** A stretch cut in two at a column of its own, each part without the empty rows around it; `null` where one is empty. */
export function cutAt(glyph: Glyph, column: number): readonly [Glyph, Glyph] | null {
  const sides: [number[], number[]] = [[], []];
  for (let at = 0; at < glyph.data.length; at += 1)
    if (glyph.data[at] === 1) sides[at % glyph.width < column ? 0 : 1].push(at);
  const [first, second] = sides;
  if (first.length === 0 || second.length === 0) return null;
  const placed = (part: Glyph) => ({ ...part, left: part.left + glyph.left, top: part.top + glyph.top });
  return [placed(boxed(first, glyph.width)), placed(boxed(second, glyph.width))];
}

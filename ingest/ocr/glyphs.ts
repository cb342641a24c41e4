import type { GreyImage } from './ocrEngine.ts';

/** Stretches of ink that hang together, as large as figures are; what a hand wrote is looked at by its shape. */

const ink = 140;
/** Lower than this share of the highest one, a stretch is a dot, a speck or a rule. */
const leastHeight = 0.5;

export type Glyph = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** From the first to the last inked pixel of each row, from the top. */
  readonly spans: readonly number[];
};

/** The glyphs of a picture of one line, left to right. */
export function glyphsOf({ width, height, data }: GreyImage): readonly Glyph[] {
  const seen = new Uint8Array(width * height);
  const found: Glyph[] = [];
  for (let from = 0; from < data.length; from += 1) {
    if (seen[from] === 1 || (data[from] ?? 255) >= ink) continue;
    const first = new Int32Array(height).fill(width);
    const last = new Int32Array(height).fill(-1);
    const open = [from];
    seen[from] = 1;
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const x = at % width;
      const y = (at - x) / width;
      first[y] = Math.min(first[y] ?? width, x);
      last[y] = Math.max(last[y] ?? -1, x);
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
    const rows = [...last.keys()].filter((row) => (last[row] ?? -1) >= 0);
    const [top, bottom] = [rows[0] ?? 0, rows.at(-1) ?? 0];
    const left = Math.min(...rows.map((row) => first[row] ?? width));
    const right = Math.max(...rows.map((row) => last[row] ?? 0));
    found.push({
      ...{ left, top, width: right - left + 1, height: bottom - top + 1 },
      spans: rows.map((row) => (last[row] ?? 0) - (first[row] ?? 0) + 1),
    });
  }
  const highest = Math.max(0, ...found.map((glyph) => glyph.height));
  return found
    .filter((glyph) => glyph.height >= highest * leastHeight)
    .sort((a, b) => a.left + a.width / 2 - (b.left + b.width / 2));
}

/**
 * Whether a figure that reads as 1 is a 7, which many hands write with a bar through it: a bar at the top, and a single
 * stroke at the foot. A 1 has neither bar, and in print a foot.
 */
export function isSeven({ height, spans }: Glyph): boolean {
  const part = (from: number, to: number) =>
    spans.slice(Math.floor(spans.length * from), Math.ceil(spans.length * to));
  const bar = Math.max(0, ...part(0, 0.3));
  const foot = Math.max(0, ...part(0.8, 1));
  return bar >= height * 0.42 && foot <= height * 0.28 && foot * 2 <= bar;
}

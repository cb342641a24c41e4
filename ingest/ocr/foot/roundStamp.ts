import type { GreyImage } from '../engine/ocrEngine.ts';

/**
 * The round stamp over a signature, where it is black: engines take it, and every line of writing that touches its
 * ring, for one picture. The law gives its size: 36 to 42 mm across.
 */

export type Circle = { readonly x: number; readonly y: number; readonly radius: number };

/** Cells an inch in which the ring is looked for; the ring is about one cell wide. */
const cellsAnInch = 50;
/** Half of what is across, in millimetres, with some room for scanners that draw a page larger or smaller. */
const radii = { least: 16.5, most: 22.5 };
/** Share of a cell's pixels that are ink in a ring, and of a ring's way that lies in ink. */
const solid = 0.25;
const leastRing = 0.8;
/** Around a ring there is mostly paper; around every circle through lines of text there is text. */
const mostAround = 0.45;
const steps = 72;

/** Solid cells, with a margin of empty ones all around, so that no way leads out. */
type Cells = {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly stride: number;
  readonly ink: Uint8Array;
  readonly size: number;
};

function cellsOf({ width, height, data, dpi }: GreyImage, margin: number): Cells {
  const size = Math.max(1, dpi / cellsAnInch);
  const columns = Math.ceil(width / size);
  const rows = Math.ceil(height / size);
  const stride = columns + margin * 2;
  const counts = new Uint16Array(stride * (rows + margin * 2));
  for (let y = 0; y < height; y += 1) {
    const row = (Math.floor(y / size) + margin) * stride + margin;
    for (let x = 0; x < width; x += 1) {
      if ((data[y * width + x] ?? 255) >= 128) continue;
      const cell = row + Math.floor(x / size);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  const least = size * size * solid;
  const ink = new Uint8Array(counts.length);
  for (let cell = 0; cell < counts.length; cell += 1) ink[cell] = (counts[cell] ?? 0) >= least ? 1 : 0;
  return { width: columns, height: rows, margin, stride, ink, size };
}

/** The cells of a circle as steps from its middle, far ones after each other, so that most places are given up early. */
function wayOf(radius: number, stride: number): Int32Array {
  return Int32Array.from({ length: steps }, (_, index) => {
    const angle = (((index * 29) % steps) * 2 * Math.PI) / steps;
    return Math.round(Math.sin(angle) * radius) * stride + Math.round(Math.cos(angle) * radius);
  });
}

/** How many cells of the way are ink; 0 as soon as more than `mostMissing` are not. */
function inInk(ink: Uint8Array, middle: number, way: Int32Array, mostMissing: number): number {
  let missing = 0;
  for (let index = 0; index < way.length; index += 1) {
    if (ink[middle + (way[index] ?? 0)] === 1) continue;
    missing += 1;
    if (missing > mostMissing) return 0;
  }
  return way.length - missing;
}

/** The round stamp of a page, in pixels; `null` where there is none. */
export function roundStamp(image: GreyImage): Circle | null {
  const cellsOfMm = (mm: number) => (mm / 25.4) * Math.min(cellsAnInch, image.dpi);
  const most = Math.floor(cellsOfMm(radii.most));
  const { width, height, margin, stride, ink, size } = cellsOf(image, most + 5);
  const mostMissing = Math.floor(steps * (1 - leastRing));
  let best: (Circle & { readonly found: number }) | null = null;
  for (let radius = Math.floor(cellsOfMm(radii.least)); radius <= most; radius += 1) {
    const way = wayOf(radius, stride);
    const around = wayOf(radius + 4, stride);
    for (let y = radius; y < height - radius / 2; y += 1) {
      for (let x = radius; x < width - radius / 2; x += 1) {
        const middle = (y + margin) * stride + x + margin;
        const found = inInk(ink, middle, way, mostMissing);
        if (found <= (best?.found ?? 0)) continue;
        if (inInk(ink, middle, around, steps) > steps * mostAround) continue;
        best = { x: (x + 0.5) * size, y: (y + 0.5) * size, radius: radius * size, found };
      }
    }
  }
  return best === null ? null : { x: best.x, y: best.y, radius: best.radius };
}

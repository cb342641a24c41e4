/** A stretch of ink by itself: 1 where a pixel is inked, row by row. */
export type Mask = { readonly width: number; readonly height: number; readonly data: Uint8Array };

/** The side of the square in which the net sees a figure, and of the box that the figure fills in it. */
export const FRAME = 28;
const BOX = 20;

/**
 * The ink as the net sees it, `FRAME`×`FRAME` shares of ink from 0 to 1: its longer side as long as the box, its middle of
 * weight in the middle of the frame. The figures that the net was trained on are set so.
 */
export function framed({ width, height, data }: Mask): Float32Array {
  const scale = BOX / Math.max(width, height);
  const [wide, high] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  const small = new Float32Array(wide * high);
  let [weight, sumX, sumY] = [0, 0, 0];
  for (let y = 0; y < high; y += 1) {
    for (let x = 0; x < wide; x += 1) {
      const share = inkShare({ width, height, data }, x / wide, y / high, (x + 1) / wide, (y + 1) / high);
      small[y * wide + x] = share;
      weight += share;
      sumX += share * (x + 0.5);
      sumY += share * (y + 0.5);
    }
  }
  const frame = new Float32Array(FRAME * FRAME);
  if (weight === 0) return frame;
  const within = (start: number, size: number) => Math.max(0, Math.min(FRAME - size, Math.round(start)));
  const left = within(FRAME / 2 - sumX / weight, wide);
  const top = within(FRAME / 2 - sumY / weight, high);
  for (let y = 0; y < high; y += 1)
    frame.set(small.subarray(y * wide, (y + 1) * wide), (top + y) * FRAME + left);
  return frame;
}

/** How much of a part of the mask is inked. Its corners are shares of the mask's sides. */
function inkShare({ width, height, data }: Mask, x0: number, y0: number, x1: number, y1: number): number {
  const [left, right] = [Math.floor(x0 * width), Math.max(Math.floor(x0 * width) + 1, Math.ceil(x1 * width))];
  const [top, bottom] = [
    Math.floor(y0 * height),
    Math.max(Math.floor(y0 * height) + 1, Math.ceil(y1 * height)),
  ];
  let [inked, all] = [0, 0];
  for (let y = top; y < Math.min(bottom, height); y += 1) {
    // A pixel that lies in two parts counts in each by as much of it as lies there.
    const rows = Math.min(y + 1, y1 * height) - Math.max(y, y0 * height);
    for (let x = left; x < Math.min(right, width); x += 1) {
      const columns = Math.min(x + 1, x1 * width) - Math.max(x, x0 * width);
      inked += (data[y * width + x] ?? 0) * rows * columns;
      all += rows * columns;
    }
  }
  return all === 0 ? 0 : inked / all;
}

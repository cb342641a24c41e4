import type { GreyImage } from '../engine/ocrEngine.ts';

/** The white around, in pixels: what stands at `x` in the page stands at `x - left + EDGE` in the part. */
export const EDGE = 20;

/** A part of a page by itself, with white around it: at the very edge engines take figures for a frame. */
export function cutOut(
  { width, data, dpi }: GreyImage,
  left: number,
  top: number,
  right: number,
  bottom: number,
): GreyImage {
  const size = { width: right - left + EDGE * 2, height: bottom - top + EDGE * 2 };
  const cropped = new Uint8Array(size.width * size.height).fill(255);
  for (let y = top; y < bottom; y += 1)
    cropped.set(data.subarray(y * width + left, y * width + right), (y - top + EDGE) * size.width + EDGE);
  return { ...size, data: cropped, dpi };
}

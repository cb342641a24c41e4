import { expect, it } from 'vitest';
import { withFullStrokes } from './thinStrokes.ts';

const [width, height] = [900, 600];

/** Upright strokes of so many pixels across all of the page. */
function strokes(thickness: number) {
  const data = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y += 1)
    for (let x = 20; x < width - 20; x += 20) data.fill(0, y * width + x, y * width + x + thickness);
  return { width, height, data, dpi: 225 };
}

it('makes the strokes of a page that was scanned too light as wide as others, and leaves these', () => {
  expect(withFullStrokes(strokes(2)).data.subarray(width)).toEqual(strokes(3).data.subarray(width));
  const usual = strokes(4);
  expect(withFullStrokes(usual)).toBe(usual);
});

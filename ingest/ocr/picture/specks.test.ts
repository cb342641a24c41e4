import { expect, it } from 'vitest';
import { withoutSpecks } from './specks.ts';

const [width, height] = [600, 400];

function page(specks: number) {
  const data = new Uint8Array(width * height).fill(255);
  const box = (left: number, top: number, side: number) => {
    for (let y = top; y < top + side; y += 1) data.fill(0, y * width + left, y * width + left + side);
  };
  // Letters, each with a point close by.
  for (let x = 100; x < 500; x += 50) {
    box(x, 200, 24);
    box(x + 28, 220, 4);
  }
  for (let index = 0; index < specks; index += 1)
    box(20 + (index % 20) * 28, 20 + Math.floor(index / 20) * 28, 3);
  return { width, height, data, dpi: 225 };
}

it('takes the specks out of a dirty page, and neither letters nor their points', () => {
  expect(withoutSpecks(page(100)).data).toEqual(page(0).data);
});

it('leaves a clean page as it is', () => {
  const clean = page(20);
  expect(withoutSpecks(clean)).toBe(clean);
});

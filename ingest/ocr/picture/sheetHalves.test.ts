import { expect, it } from 'vitest';
import { sheetHalves } from './sheetHalves.ts';

/** A landscape sheet with a block of ink in each of the given columns. */
function sheet(...columns: readonly (readonly [left: number, right: number])[]) {
  const [width, height] = [600, 400];
  const data = new Uint8Array(width * height).fill(255);
  for (let y = 50; y < 350; y += 1)
    for (const [left, right] of columns) data.fill(0, y * width + left, y * width + right);
  return { width, height, data, dpi: 100 };
}

it('parts a sheet of two pages at the white between them', () => {
  const [left, right] = sheetHalves(sheet([60, 270], [330, 540])) ?? [];
  expect([left?.width, right?.width]).toEqual([300, 300]);
  expect(left?.data.includes(0) && right?.data.includes(0)).toBe(true);
});

it('leaves a wide page of one text, and one with ink on one side alone, as it is', () => {
  expect(sheetHalves(sheet([60, 540]))).toBeNull();
  expect(sheetHalves(sheet([60, 250]))).toBeNull();
});

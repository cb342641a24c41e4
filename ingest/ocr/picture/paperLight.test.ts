import { expect, it } from 'vitest';
import { clearContrast, isUneven, onWhite } from './paperLight.ts';

const [width, height] = [400, 600];

/** Lines of ink on paper whose shade may change along the page. */
function shades(paper: (y: number) => number, ink: number): Uint8Array {
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      data[y * width + x] = y % 40 < 6 && x % 10 < 6 && x > 40 && x < 360 ? ink : paper(y);
  return data;
}

const grey = (data: Uint8Array) => ({ width, height, data, dpi: 100 });

it('makes a faint copy black on white, and leaves a clear page as it is', () => {
  const { data } = clearContrast(grey(shades(() => 250, 190)));
  expect(data[0]).toBeGreaterThan(240);
  expect(data[41]).toBeLessThan(60);
  const clear = grey(shades(() => 245, 40));
  expect(clearContrast(clear)).toBe(clear);
});

it('takes an empty page for empty, not for a faint one', () => {
  const empty = grey(shades(() => 240, 232));
  expect(clearContrast(empty)).toBe(empty);
});

it('tells a page in a shadow from an evenly lit one', () => {
  expect(isUneven(grey(shades((y) => 250 - y / 6, 20)))).toBe(true);
  expect(isUneven(grey(shades(() => 180, 20)))).toBe(false);
});

it('makes coloured paper colourless, and the red on it red still', () => {
  const pink = Uint8Array.from(
    [...shades(() => 0, 1)].flatMap((kind) => (kind === 1 ? [30, 30, 30] : [240, 190, 160])),
  );
  pink.set([200, 30, 30], 0);
  const { data } = onWhite({ width, height, data: pink, dpi: 100 });
  const paper = [...data.subarray(3, 6)];
  expect(Math.max(...paper) - Math.min(...paper)).toBeLessThan(3);
  expect((data[0] ?? 0) - Math.max(data[1] ?? 0, data[2] ?? 0)).toBeGreaterThan(100);
});

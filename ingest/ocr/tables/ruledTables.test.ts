import { expect, it } from 'vitest';
import type { GreyImage, OcrEngine, OcrWord } from '../engine/ocrEngine.ts';
import { cellByCell } from './cellByCell.ts';
import { ruledTables } from './ruledTables.ts';

const size = { width: 900, height: 600 };

type Line = readonly [left: number, top: number, right: number, bottom: number];

function drawn(lines: readonly Line[]): GreyImage {
  const data = new Uint8Array(size.width * size.height).fill(255);
  for (const [left, top, right, bottom] of lines)
    for (let y = top; y < bottom; y += 1) data.fill(0, y * size.width + left, y * size.width + right);
  return { ...size, data, dpi: 225 };
}

const across = (y: number, left = 100, right = 800): Line => [left, y, right, y + 3];
const down = (x: number, top = 100, bottom = 400): Line => [x, top, x + 3, bottom];

/** Two columns of which the second is parted in two below its head; a dot of ink in each cell. */
const table = [
  ...[across(100), across(200), across(300), across(400), down(100), down(300), down(550, 200), down(798)],
  ...[across(250, 300, 400), across(255, 300, 400), across(500, 200, 600)],
];

it('finds the cells of a table by its rules, also one that stands over two columns, and no table where rules do not meet', () => {
  const [found, ...others] = ruledTables(drawn(table.filter(([, top]) => top !== 250 && top !== 255)));
  expect(others).toEqual([]);
  expect(
    found?.rows.map((row) => row.map((cell) => cell && Math.round((cell.right - cell.left) / 10))),
  ).toEqual([
    [20, 50, null],
    [20, 25, 25],
    [20, 25, 25],
  ]);
  expect(ruledTables(drawn([across(100), across(500, 200, 600), down(850, 300, 500)]))).toEqual([]);
});

it('takes a table that is open at its sides to the ends of its rules', () => {
  const open = [across(100), across(200), across(300), down(300, 100, 300), down(550, 100, 300)];
  const [found] = ruledTables(drawn(open));
  expect(
    found?.rows.map((row) => row.map((cell) => cell && Math.round((cell.right - cell.left) / 10))),
  ).toEqual([
    [20, 25, 25],
    [20, 25, 25],
  ]);
});

it('reads a table cell by cell and gives each word its place on the page', async () => {
  const ink: readonly Line[] = [
    [320, 230, 360, 260],
    [600, 330, 640, 360],
  ];
  const page = drawn([...table.slice(0, 8), ...ink]);
  const layouts: string[] = [];
  /** Sees stretches of ink as words, each on a line of its own. */
  const engine: OcrEngine = {
    name: 'tesseract',
    close: async () => {},
    recognise: async ({ width, height, data }, layout) => {
      layouts.push(layout);
      const words: OcrWord[] = [];
      for (let y = 1; y < height; y += 1)
        for (let x = 1; x < width; x += 1)
          if (data[y * width + x] === 0 && data[y * width + x - 1] !== 0 && data[(y - 1) * width + x] !== 0)
            words.push({
              ...{ text: 'x', left: x, top: y, right: x + 40, bottom: y + 30 },
              ...{ confidence: 90, line: words.length },
            });
      return words;
    },
  };
  const words = await cellByCell(engine, ruledTables(page), page.dpi).recognise(page, 'page');
  expect(layouts).toEqual(['page', 'block']);
  expect(words.map(({ left, top, line }) => [left, top, line])).toEqual([
    [320, 230, 0],
    [600, 330, 1],
  ]);
});

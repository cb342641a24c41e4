import { describe, expect, it } from 'vitest';
import type { OcrEngine, OcrWord } from './engine/ocrEngine.ts';
import { readScan } from './readScan.ts';

/** A page of black rows on white, read as given, line by line. */
async function textsOf(lines: readonly (readonly [text: string, confidence: number])[][]) {
  const [width, height] = [400, 600];
  const data = new Uint8Array(width * height * 3).fill(255);
  const words: OcrWord[] = lines.flatMap((line, row) =>
    line.map(([text, confidence], at) => {
      const [left, top] = [20 + at * 60, 20 + row * 40];
      return { text, confidence, line: row, left, top, right: left + 50, bottom: top + 20 };
    }),
  );
  for (const { left, top, right, bottom } of words)
    for (let y = top; y < bottom; y += 1) data.fill(0, (y * width + left) * 3, (y * width + right) * 3);
  const engine: OcrEngine = {
    name: 'tesseract',
    recognise: async (_, layout) => (layout === 'page' ? words : []),
    close: async () => {},
  };
  const { words: kept } = await readScan({ width, height, data, dpi: 100 }, engine);
  return kept.map(({ text }) => text);
}

const rule = [
  ['Quyết', 95],
  ['định', 95],
  ['này', 95],
  ['quy', 95],
  ['định', 95],
  ['lớp', 95],
] as const satisfies readonly (readonly [string, number])[];

describe('a line that the engine doubts', () => {
  it('is kept where it spells the number of a heading', async () => {
    const texts = await textsOf([
      [...rule],
      [
        ['Mục', 0],
        ['1', 0],
      ],
    ]);
    expect(texts).toEqual(expect.arrayContaining(['Mục', '1']));
  });

  it('is a smudge where it spells nothing', async () => {
    const texts = await textsOf([[...rule], [['ịv', 20]]]);
    expect(texts).not.toContain('ịv');
  });
});

import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import type { GreyImage, OcrEngine, OcrWord } from './ocrEngine.ts';
import { withTypeHeading } from './typeHeading.ts';
import { withWrittenNumber } from './writtenNumber.ts';

type Stroke = readonly (readonly [x: number, y: number])[];

const seven: readonly Stroke[] = [
  [
    [2, 4],
    [24, 2],
    [10, 38],
  ],
  [
    [6, 20],
    [22, 18],
  ],
];
const two: readonly Stroke[] = [
  [
    [2, 8],
    [14, 2],
    [20, 12],
    [2, 38],
    [24, 37],
  ],
];
const one: readonly Stroke[] = [
  [
    [4, 10],
    [12, 2],
    [12, 38],
  ],
];

/** Strokes of a pen, figure beside figure, at a place of an empty page. */
function page(figures: readonly (readonly Stroke[])[], left: number, top: number): GreyImage {
  const [width, height] = [900, 1200];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.lineWidth = 4;
  for (const [at, strokes] of figures.entries()) {
    for (const [[x, y] = [0, 0], ...rest] of strokes) {
      context.beginPath();
      context.moveTo(left + at * 34 + x, top + y);
      for (const [nextX, nextY] of rest) context.lineTo(left + at * 34 + nextX, top + nextY);
      context.stroke();
    }
  }
  const { data } = context.getImageData(0, 0, width, height);
  return {
    width,
    height,
    dpi: 100,
    data: Uint8Array.from({ length: width * height }, (_, at) => data[at * 4] ?? 255),
  };
}

function word(text: string, left: number, top: number, line: number): OcrWord {
  return { text, left, right: left + text.length * 16, top, bottom: top + 40, confidence: 90, line };
}

const engine = (found: readonly OcrWord[]): OcrEngine => ({
  name: 'tesseract',
  recognise: async () => found,
  close: async () => {},
});
const texts = (words: readonly OcrWord[]) => words.map(({ text }) => text);

describe('a figure written by hand', () => {
  it('is put right in the number of a document, which is said to be handwritten', async () => {
    const image = page([seven, two, one], 160, 100);
    const words = [word('Số:', 100, 100, 1), word('121', 160, 100, 1), word('/QĐ-TTg', 280, 100, 1)];
    const { words: read, written } = await withWrittenNumber(image, words, engine([]));
    expect(texts(read)).toEqual(['Số:', '721/QĐ-TTg']);
    expect(written).toBe('721/QĐ-TTg');
  });

  it('leaves the label of a number as it is printed, and no other word', async () => {
    const words = [word('só:', 100, 100, 1), word('/KH-UBND', 280, 100, 1)];
    expect(texts((await withWrittenNumber(page([], 0, 0), words, engine([]))).words)).toEqual([
      'Số:',
      '/KH-UBND',
    ]);
    const running = [word('quyết', 10, 100, 1), word('số:', 100, 100, 1), word('1/KH-UBND', 160, 100, 1)];
    expect((await withWrittenNumber(page([], 0, 0), running, engine([]))).words).toEqual(running);
  });

  it('is none where the number is printed in one go', async () => {
    const words = [word('Số:', 100, 100, 1), word('121/QĐ-TTg', 160, 100, 1)];
    expect((await withWrittenNumber(page([], 0, 0), words, engine([]))).written).toBeNull();
  });
});

describe('the heading of a type under a stamp', () => {
  const head = [
    word('CỘNG', 400, 20, 0),
    word('HÒA', 480, 20, 0),
    word('XÃ', 560, 20, 0),
    word('HỘI', 620, 20, 0),
  ];
  const number = [word('Số:', 100, 100, 1), word('21/2026/TT-BCT', 160, 100, 1)];
  const rest = [word('Bãi', 200, 260, 3), word('bỏ', 260, 260, 3)];
  const read = (broken: readonly OcrWord[], found: readonly OcrWord[]) =>
    withTypeHeading(page([], 0, 0), [...head, ...number, ...broken, ...rest], engine(found)).then(texts);

  it('is whole where its end was read, at first or at second sight', async () => {
    const shown = [...texts(head), ...texts(number), ...texts(rest), 'THÔNG TƯ'];
    expect(
      await read([word('AN', 300, 200, 2), word('ÔNG', 340, 200, 2), word('TƯ', 420, 200, 2)], []),
    ).toEqual(shown);
    const second = [word('THÔNG', 320, 200, 9), word('TƯ', 420, 200, 9)];
    expect(await read([word('Ñ', 330, 200, 2), word('TƯ', 420, 200, 2)], second)).toEqual(shown);
  });

  it('stays as it is where nothing says it', async () => {
    expect(await read([word('Ñ', 330, 200, 2)], [])).toContain('Ñ');
  });
});

import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import type { GreyImage, OcrEngine, OcrWord } from '../engine/ocrEngine.ts';
import { withTypeHeading } from './typeHeading.ts';
import { withWrittenDate } from './writtenDate.ts';
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

const three: readonly Stroke[] = [
  [
    [2, 6],
    [12, 1],
    [21, 8],
    [10, 18],
    [21, 28],
    [12, 38],
    [1, 33],
  ],
];
const eight: readonly Stroke[] = [
  [
    [20, 6],
    [11, 1],
    [3, 8],
    [20, 28],
    [12, 38],
    [3, 30],
    [20, 8],
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

  it('counts for more than what the engine took it for, and is found where the engine saw nothing', async () => {
    const image = page([seven, two, three], 160, 100);
    const number = (between: readonly OcrWord[]) => [
      word('Số:', 100, 100, 1),
      ...between,
      word('/QĐ-TTg', 280, 100, 1),
    ];
    for (const between of [[word('722', 160, 100, 1)], [word('‡Z2', 160, 100, 1)], []])
      expect((await withWrittenNumber(image, number(between), engine([]))).written).toBe('723/QĐ-TTg');
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

  it('is read where it stands so close to the code that the engine took both for one word', async () => {
    const slash: readonly Stroke[] = [
      [
        [12, 2],
        [2, 38],
      ],
    ];
    const words = [
      { ...word('Số:', 100, 100, 1), right: 148 },
      { ...word('^Z/QĐ-UBND', 160, 100, 1), right: 397 },
    ];
    const read = await withWrittenNumber(page([seven, two, slash], 160, 100), words, engine([]));
    expect([texts(read.words), read.written]).toEqual([['Số:', '72/QĐ-UBND'], '72/QĐ-UBND']);
  });

  it('is not passed over: a number with an unclear figure stays as it was read, and is said to be', async () => {
    const blot: readonly Stroke[] = [
      [
        [0, 2],
        [24, 2],
        [0, 20],
        [24, 20],
        [0, 38],
        [24, 38],
        [0, 2],
        [24, 38],
      ],
    ];
    const words = [word('Số:', 100, 100, 1), word('‡Z2', 160, 100, 1), word('/QĐ-TTg', 280, 100, 1)];
    const image = page([seven, blot, one], 160, 100);
    const seen = engine([word('71', 20, 20, 0)]);
    expect(await withWrittenNumber(image, words, seen)).toEqual({ words, written: '‡Z2/QĐ-TTg' });
  });

  it('is none where the number is printed in one go', async () => {
    const words = [word('Số:', 100, 100, 1), word('121/QĐ-TTg', 160, 100, 1)];
    expect((await withWrittenNumber(page([], 0, 0), words, engine([]))).written).toBeNull();
  });
});

describe('a day that a hand wrote', () => {
  const line = (day: string, after: readonly OcrWord[] = []) => [
    { ...word('Nội,', 100, 100, 1), right: 166 },
    { ...word(day, 180, 100, 1), right: 320, confidence: 15 },
    ...after,
  ];
  const month = [word('tháng', 340, 100, 1), word('4', 430, 100, 1), word('năm', 460, 100, 1)];
  const twentyEight = page([two, eight], 268, 100);

  it('is read by its shape where it stands close to its word and reads as other signs', async () => {
    const { words, written } = await withWrittenDate(twentyEight, line('ngàyÈ9', month));
    expect(texts(words)).toEqual(['Nội,', 'ngày', '28', 'tháng', '4', 'năm']);
    expect(written).toEqual(['ngày 28']);
  });

  it('is read where a stamp hides the rest of the line', async () => {
    expect(texts((await withWrittenDate(twentyEight, line('ngày:9'))).words)).toEqual(['Nội,', 'ngày', '28']);
  });

  it('is no day that no month has, and none where there is no ink', async () => {
    const eightyThree = page([eight, three], 268, 100);
    for (const image of [eightyThree, page([], 0, 0)]) {
      const words = line('ngàyÈ9', month);
      expect(await withWrittenDate(image, words)).toEqual({ words, written: [] });
    }
  });

  it('is left as the engine surely read it where it is printed', async () => {
    const words = [
      { ...word('Nội,', 100, 100, 1), right: 166 },
      { ...word('ngày', 180, 100, 1), right: 260 },
      { ...word('23', 268, 100, 1), confidence: 93 },
      ...month,
    ];
    expect(await withWrittenDate(twentyEight, words)).toEqual({ words, written: [] });
  });

  it('is left as the engine read it where neither was sure, and is said to be unsure', async () => {
    const words = [
      { ...word('Nội,', 100, 100, 1), right: 166 },
      { ...word('ngày', 180, 100, 1), right: 260 },
      { ...word('23', 268, 100, 1), confidence: 60 },
      ...month,
    ];
    expect(await withWrittenDate(page([], 0, 0), words)).toEqual({ words, written: ['ngày 23'] });
  });

  it('is none within a sentence, which has no place before it', async () => {
    const words = [word('từ', 120, 100, 1), ...line('ngàyÈ9', month).slice(1)];
    expect(await withWrittenDate(twentyEight, words)).toEqual({ words, written: [] });
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

import { expect, it } from 'vitest';
import type { GreyImage, OcrEngine, OcrWord } from '../engine/ocrEngine.ts';
import { withRecipients } from './recipients.ts';

const [width, height] = [1000, 400];

/** A page with ink where its words are. */
function page(words: readonly OcrWord[]): GreyImage {
  const data = new Uint8Array(width * height).fill(255);
  for (const { left, top, right, bottom } of words)
    for (let y = top; y < bottom; y += 1) data.fill(0, y * width + left, y * width + right);
  return { width, height, data, dpi: 100 };
}

const word = (text: string, left: number, top: number, line: number, confidence = 95): OcrWord => ({
  ...{ text, left, top, line, confidence },
  right: left + text.length * 10,
  bottom: top + 20,
});

const sure = [
  ...[
    word('Nơi', 100, 100, 0),
    word('nhận:', 140, 100, 0),
    word('GIÁM', 600, 100, 0),
    word('ĐỐC', 650, 100, 0),
  ],
  ...[word('PHÓ', 600, 130, 1), word('Lưu:', 100, 160, 2), word('VT.', 150, 160, 2)],
];
const ruin = word('-Nhưtên;', 100, 130, 1, 20);

/** Reads what stands left by itself; boxes within the part of the page that it is given. */
const engine = (calls: string[]): OcrEngine => ({
  name: 'tesseract',
  close: async () => {},
  recognise: async (_, layout) => {
    calls.push(layout);
    return [
      word('Như', 30, 28, 0),
      word('trên;', 70, 28, 0),
      word('Lưu:', 30, 58, 1),
      word('VT.', 80, 58, 1),
    ];
  },
});

it('finds the line of the recipients that was lost beside the signature, and leaves the others as they are', async () => {
  for (const read of [sure, [...sure, ruin]]) {
    const words = await withRecipients(page([...sure, ruin]), read, [...sure, ruin], engine([]));
    expect(words.map(({ text }) => text)).toEqual([...sure.map(({ text }) => text), 'Như', 'trên;']);
  }
});

it('looks for none where all lines were read', async () => {
  const calls: string[] = [];
  expect(await withRecipients(page(sure), sure, sure, engine(calls))).toBe(sure);
  expect(calls).toEqual([]);
});

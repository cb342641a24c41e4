import { expect, it } from 'vitest';
import { levelled } from './levelled.ts';

const word = (text: string, line: number, baseline: number) => ({
  ...{ text, line, left: 0, right: 60, top: baseline - 28, confidence: 95 },
  // Boxes hug their letters: what reaches under the line makes them deeper.
  bottom: /[gyqpạ,]/.test(text) ? baseline + 8 : baseline,
});

it('ends lines of the same step alike, whether their letters reach under the line or not', () => {
  const words = [
    ...[word('dưỡng', 0, 100), word('ngạch', 0, 100), word('năm', 0, 100)],
    ...[word('tham', 1, 140), word('lớp', 1, 140), word('bồi', 1, 140)],
    ...[word('CHUNG', 2, 180), word('TRONG', 2, 180)],
  ];
  expect(levelled(words).map(({ line, bottom }) => bottom - line * 40)).toEqual(words.map(() => 108));
});

it('leaves a line where its letters stand though a stroke under a word stretches its box', () => {
  const stretched = { ...word('dưỡng', 1, 140), bottom: 168 };
  const words = [
    ...[word('dưỡng', 0, 100), word('ngạch', 0, 100), word('năm', 0, 100)],
    ...[stretched, word('lớp', 1, 140), word('tham', 1, 140)],
    ...[
      word('lương', 2, 180),
      { ...word('TRONG', 2, 180), bottom: 208 },
      { ...word('CHUNG', 2, 180), bottom: 208 },
    ],
  ];
  expect(levelled(words).map(({ line, bottom }) => bottom - line * 40)).toEqual(words.map(() => 108));
});

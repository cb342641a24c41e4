import { expect, it } from 'vitest';
import { pageLines } from './pdfLayout.ts';
import { linePitch, pageRows } from './pdfRows.ts';
import { ruledRows } from './ruledRows.ts';

const word = (text: string, left: number, top: number) => ({
  ...{ text, left, top },
  right: left + text.length * 6,
  bottom: top + 12,
});

const cell = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });

const table = {
  ...cell(50, 100, 350, 180),
  rows: [
    [cell(50, 100, 200, 130), cell(200, 100, 350, 130)],
    [cell(50, 130, 200, 180), cell(200, 130, 350, 180)],
  ],
};

it('sets a table by its rules where it stands, cells of several lines in one row', () => {
  const words = [
    ...[word('Kèm', 50, 60), word('theo:', 80, 60), word('Hết', 50, 200)],
    ...[word('Nội', 60, 108), word('dung', 90, 108), word('Số', 210, 108)],
    ...[
      word('Bồi', 60, 135),
      word('dưỡng', 84, 135),
      word('ngạch', 60, 155),
      word('45', 210, 145),
      word('|', 199, 145),
    ],
  ];
  const { words: rest, tables } = ruledRows(words, [table]);
  const rows = pageRows(rest);
  const lines = pageLines(rows, 1, 400, linePitch([rows]), { tables }).filter(({ role }) => role !== 'blank');
  expect(lines.map(({ text, role }) => [role, text])).toEqual([
    ['line', 'Kèm theo:'],
    ['table', 'Nội dung | Số'],
    ['table', 'Bồi dưỡng ngạch | 45'],
    ['line', 'Hết'],
  ]);
});

it('leaves the words of a mere frame where they are', () => {
  const words = [word('Mật', 60, 108)];
  expect(ruledRows(words, [table])).toEqual({ words, tables: [] });
});

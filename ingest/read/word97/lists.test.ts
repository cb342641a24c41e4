import { describe, expect, it } from 'vitest';
import { Lists } from './lists.ts';

function level(start: number, format: number, pattern: string): Buffer {
  const head = Buffer.alloc(28);
  head.writeInt32LE(start, 0);
  head.writeUInt8(format, 4);
  const text = Buffer.alloc(2 + pattern.length * 2);
  text.writeUInt16LE(pattern.length, 0);
  text.write(pattern, 2, 'utf16le');
  return Buffer.concat([head, text]);
}

/** One list of nine levels, used twice; the second use begins its first level at 5. */
function makeTable(): { readonly table: Buffer; readonly lists: number; readonly uses: number } {
  const count = Buffer.from([1, 0]);
  const list = Buffer.alloc(28);
  list.writeInt32LE(77, 0);
  const none = Array.from({ length: 6 }, () => level(1, 255, ''));
  const levels = [
    level(1, 0, 'Điều \u0000.'),
    level(1, 4, '\u0001)'),
    level(1, 0, '\u0000.\u0002.'),
    ...none,
  ];
  const head = Buffer.concat([count, list, ...levels]);
  const uses = Buffer.alloc(4 + 2 * 16);
  uses.writeUInt32LE(2, 0);
  uses.writeInt32LE(77, 4);
  uses.writeInt32LE(77, 20);
  uses.writeUInt8(1, 32);
  const starts = Buffer.alloc(16);
  starts.writeInt32LE(5, 8);
  starts.writeUInt8(0x10, 12);
  return { table: Buffer.concat([head, uses, starts]), lists: 0, uses: head.length };
}

describe('automatic numbers of a Word 97 document', () => {
  it('are the text that Word shows, each level counting under the one above', () => {
    const { table, lists, uses } = makeTable();
    const numbers = new Lists(table, { at: lists, size: uses }, { at: uses, size: 52 });
    const asked = [
      [1, 0],
      [1, 1],
      [1, 1],
      [1, 0],
      [1, 1],
      [1, 2],
      [2, 0],
      [2, 0],
      [3, 0],
      [1, 8],
    ] as const;
    expect(asked.map(([use, depth]) => numbers.next(use, depth))).toEqual([
      ...['Điều 1. ', 'a) ', 'b) ', 'Điều 2. ', 'a) ', '2.1. ', 'Điều 5. ', 'Điều 6. ', '', ''],
    ]);
  });

  it('are left out where their tables break off', () => {
    const { table, lists, uses } = makeTable();
    const cut = table.subarray(0, 60);
    expect(new Lists(cut, { at: lists, size: 60 }, { at: uses, size: 52 }).next(1, 0)).toBe('');
  });
});

import { describe, expect, it } from 'vitest';
import { rowsWithin, tablePlace, writeTablePlace } from './tablePlace.ts';

const text = [
  'Phụ lục I',
  'CHỈ TIÊU MỞ LỚP NĂM 2026',
  'TT | Đơn vị | Số lớp | Số lượt người',
  '(1) | (2) | (3) | (4)',
  'I | Khối tỉnh |  | ',
  '1 | Sở Nội vụ | 4 | 200',
  '2 | Trường Chính trị | 12 | 600',
  'TT | Đơn vị | Số lớp | Số lượt người',
  '3 | Phường Nam Lam | 5 | 250',
  'Ghi chú: lớp học 05 ngày.',
].join('\n');

function place(words: string): string | null {
  const start = text.indexOf(words);
  const found = tablePlace(text, { start, end: start + words.length });
  return found === null ? null : writeTablePlace(found);
}

describe('a stretch of a table', () => {
  it('is named by the row as the table numbers it, what it is about, and its columns', () => {
    expect(place('3 | Phường Nam Lam | 5 | 250')).toBe(
      'hàng 3 “Phường Nam Lam” (TT | Đơn vị | Số lớp | Số lượt người)',
    );
    expect(place('1 | Sở Nội vụ | 4 | 200\n2 | Trường Chính trị | 12 | 600')).toBe(
      'hàng 1 đến hàng 2 (TT | Đơn vị | Số lớp | Số lượt người)',
    );
  });

  it('that is one cell is named by its column', () => {
    expect(place('250')).toBe('hàng 3 “Phường Nam Lam”, cột “Số lượt người”');
    expect(place('Trường Chính trị')).toBe('hàng 2 “Trường Chính trị”, cột “Đơn vị”');
  });

  it('is none where it is a heading, goes beyond the table, or is text', () => {
    for (const words of ['Số lớp', '250\nGhi chú', 'NĂM 2026\nTT | Đơn vị', 'lớp học 05 ngày'])
      expect(place(words), words).toBeNull();
  });

  it('is counted from 1 in a table that does not number its rows', () => {
    const plain = 'Chức danh | Trình độ\nVăn thư | Trung cấp\nLưu trữ | Đại học';
    const at = plain.indexOf('Đại học');
    expect(writeTablePlace(tablePlace(plain, { start: at, end: at + 7 }) ?? fail())).toBe(
      'hàng 2 “Lưu trữ”, cột “Trình độ”',
    );
  });

  it('keeps its columns below a row of one cell that runs across the table', () => {
    const parted =
      'TT | Đơn vị | Số lớp\nI. KHỐI TỈNH\n1 | Sở Nội vụ | 4\nII. KHỐI XÃ\n2 | Xã Mỹ Lộc Đông | 3';
    expect(
      writeTablePlace(tablePlace(parted, { start: parted.length - 1, end: parted.length }) ?? fail()),
    ).toBe('hàng 2 “Xã Mỹ Lộc Đông”, cột “Số lớp”');
  });

  it('is found row by row', () => {
    const rows = rowsWithin(text, { start: 0, end: text.length });
    expect(rows.filter(({ isHeading }) => !isHeading).map(({ cells }) => cells[1])).toEqual([
      'Khối tỉnh',
      'Sở Nội vụ',
      'Trường Chính trị',
      'Phường Nam Lam',
    ]);
  });
});

function fail(): never {
  throw new Error('no place');
}

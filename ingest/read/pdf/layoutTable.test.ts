import { describe, expect, it } from 'vitest';
import { readText } from '../readText.ts';
import { tableLines } from './layoutTable.ts';

const cell = (...lines: string[]) => lines.map((text) => ({ text, page: null, role: 'paragraph' as const }));
const texts = (rows: Parameters<typeof tableLines>[0]) =>
  tableLines(rows).flatMap(({ text }) => (text === '' ? [] : [text]));

describe('a table that is only layout', () => {
  it('holds signatures side by side', () => {
    const rows = [
      [
        cell('KT. BỘ TRƯỞNG BỘ MẪU', 'THỨ TRƯỞNG', 'Lê Thị Ví Dụ'),
        cell('KT. BỘ TRƯỞNG BỘ THỬ', 'Phạm Văn Thử'),
      ],
    ];
    expect(texts(rows)).toContain('Lê Thị Ví Dụ');
  });

  it('holds one filled cell beside an empty one', () => {
    expect(texts([[cell(''), cell('CHỦ TỊCH QUỐC HỘI', 'Đỗ Văn Mẫu')]])).toEqual([
      'CHỦ TỊCH QUỐC HỘI',
      'Đỗ Văn Mẫu',
    ]);
  });

  it('is none where rows have several filled cells', () => {
    expect(
      texts([
        [cell('Lớp'), cell('Số lớp')],
        [cell('Kỹ năng số'), cell('2')],
      ]),
    ).toEqual(['Lớp | Số lớp', 'Kỹ năng số | 2']);
  });
});

describe('tabs of a plain text', () => {
  const rolesOf = (text: string) =>
    readText(new TextEncoder().encode(text), 'thu.txt').lines.map(({ role }) => role);

  it('part the cells of rows that stand together', () => {
    expect(rolesOf('STT\tTên lớp\tSố lớp\n1\tKỹ năng số\t2\nHết bảng.')).toEqual(['table', 'table', 'line']);
  });

  it('are gaps where a line stands alone or has two columns', () => {
    expect(rolesOf('BỘ MẪU\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 1/QĐ-BM\tHà Nội\na\tb\tc')).toEqual([
      'line',
      'line',
      'line',
    ]);
  });
});

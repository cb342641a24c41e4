import { describe, expect, it } from 'vitest';
import type { StoredProvision } from '../../domain/directive.ts';
import { decree, longDirective, pressPage } from '../../testing/web/inventedDirective.ts';
import { cellsOf, layOut, overlap, type Piece, withTables } from './directiveText.ts';

function provision(text: string, words: string, rest: Partial<StoredProvision>): StoredProvision {
  const start = text.indexOf(words);
  return {
    id: start,
    kind: 'dieu',
    label: '',
    path: [],
    heading: null,
    start,
    end: text.length,
    page: null,
    parent: null,
    ...rest,
  };
}

function shown(text: string, pieces: readonly Piece[]): readonly string[] {
  return pieces.map((piece) => {
    const words = text.slice(piece.start, piece.end);
    return piece.kind === 'heading' ? `${'#'.repeat(piece.level + 1)} ${words}` : `${piece.indent} ${words}`;
  });
}

describe('laying out a directive', () => {
  it.each([
    ['the decree', decree],
    ['the press page', pressPage],
    ['the long one', longDirective],
  ])('leaves out nothing of %s but white space, and repeats nothing', (_name, directive) => {
    const pieces = layOut(directive);
    let at = 0;
    for (const piece of pieces) {
      expect(directive.text.slice(at, piece.start).trim()).toBe('');
      expect(piece.end).toBeGreaterThan(piece.start);
      at = piece.end;
    }
    expect(directive.text.slice(at).trim()).toBe('');
  });

  it('makes headings of chapters and articles, and indents điểm below khoản', () => {
    const lines = shown(decree.text, layOut(decree));
    expect(lines).toContain('# Chương II\nCHẾ ĐỘ BỒI DƯỠNG');
    expect(lines).toContain('## Điều 4. Thời gian bồi dưỡng tối thiểu');
    expect(lines).toContain('1 b) Ít nhất 8 tiết về kỹ năng số và an toàn thông tin.');
    expect(lines).toContain(
      '0 3. Thời gian học trực tuyến được tính như học tập trung khi có giấy xác nhận hoàn thành.',
    );
  });

  it('tells the head of the document from its provisions', () => {
    const preamble = layOut(decree).filter((piece) => piece.kind === 'paragraph' && piece.preamble);
    expect(preamble.length).toBeGreaterThan(5);
    expect(preamble.every((piece) => piece.end <= decree.text.indexOf('Chương I'))).toBe(true);
  });

  it('takes the label alone as heading where an article has no heading, and goes on after it', () => {
    const text = 'Điều 6. Người học trả lại kinh phí.\nHết.';
    const provisions = [provision(text, 'Điều 6', { label: 'Điều 6' })];
    expect(shown(text, layOut({ text, provisions }))).toEqual([
      '# Điều 6.',
      '0 Người học trả lại kinh phí.',
      '0 Hết.',
    ]);
  });

  it('finds a heading that is broken over lines or printed in capitals', () => {
    const text = 'PHẦN I\nQUY ĐỊNH (MỚI)\n  VỀ HỌC TẬP\nNội dung.';
    const provisions = [
      provision(text, 'PHẦN I', { kind: 'phan', label: 'Phần I', heading: 'Quy định (mới) về học tập' }),
    ];
    expect(shown(text, layOut({ text, provisions }))).toEqual([
      '# PHẦN I\nQUY ĐỊNH (MỚI)\n  VỀ HỌC TẬP',
      '0 Nội dung.',
    ]);
  });

  it('keeps the numbered points of a party document as paragraphs unless they have a heading', () => {
    const text = '1. Mục tiêu\n1.1. Đến năm 2030, mọi cán bộ đạt chuẩn.\n- Học đủ.\nMục 2\nHết.';
    const provisions = [
      provision(text, '1. Mục tiêu', { kind: 'muc', label: 'mục 1', heading: 'Mục tiêu' }),
      provision(text, '1.1.', { kind: 'tieu_muc', label: 'tiểu mục 1.1', parent: 0 }),
      provision(text, '- Học', {
        kind: 'gach',
        label: 'gạch đầu dòng 1',
        parent: 1,
        end: text.indexOf('Mục 2'),
      }),
      provision(text, 'Mục 2', { kind: 'muc', label: 'mục 2' }),
    ];
    expect(shown(text, layOut({ text, provisions })).slice(0, 4)).toEqual([
      '# 1. Mục tiêu',
      '0 1.1. Đến năm 2030, mọi cán bộ đạt chuẩn.',
      '1 - Học đủ.',
      '# Mục 2',
    ]);
  });

  it('never lets a heading run into the next provision', () => {
    const text = 'Mục 1\nĐiều 1. Mở đầu\nNội dung.';
    const provisions = [
      provision(text, 'Mục 1', { kind: 'muc', label: 'Mục 1', heading: 'Mở đầu' }),
      provision(text, 'Điều 1', { label: 'Điều 1', heading: 'Mở đầu', parent: 0 }),
    ];
    expect(shown(text, layOut({ text, provisions }))).toEqual([
      '# Mục 1',
      '## Điều 1. Mở đầu',
      '0 Nội dung.',
    ]);
  });
});

describe('the marked part of a piece', () => {
  it.each([
    [{ start: 0, end: 5 }, null],
    [
      { start: 0, end: 12 },
      { start: 10, end: 12 },
    ],
    [
      { start: 12, end: 14 },
      { start: 12, end: 14 },
    ],
    [
      { start: 0, end: 99 },
      { start: 10, end: 20 },
    ],
    [{ start: 20, end: 30 }, null],
    [null, null],
  ])('of the piece 10–20 under %o is %o', (span, expected) => {
    expect(overlap({ start: 10, end: 20 }, span)).toEqual(expected);
  });
});

it('rows of a table stand together, and are told by their cells', () => {
  const text =
    'Theo bảng sau:\nTT | Nội dung | Năm 2027\n1 | Lớp kỹ năng số | \n2 | Lớp mẫu | 6 lớp\nHết.\nA | B';
  const runs = withTables(layOut({ text, provisions: [] }), text);
  expect(runs.map((run) => run.length)).toEqual([1, 3, 1, 1]);
  const cells = runs[1]?.map((row) => cellsOf(text, row).map(({ start, end }) => text.slice(start, end)));
  expect(cells).toEqual([
    ['TT', 'Nội dung', 'Năm 2027'],
    ['1', 'Lớp kỹ năng số', ''],
    ['2', 'Lớp mẫu', '6 lớp'],
  ]);
});

import { describe, expect, it } from 'vitest';
import type { ParsedDirective } from '../domain/directive.ts';
import { rawText } from '../testing/rawText.ts';
import { parseDirective } from './parseDirective.ts';

function sentence(words: number): string {
  return `${Array.from({ length: words }, (_, index) => (index % 2 === 0 ? 'đào' : 'tạo')).join(' ')}.`;
}

function cut(text: string): ParsedDirective {
  return parseDirective(rawText(text, { role: 'paragraph' }), { fileName: 'x.txt' });
}

function list({ passages, text }: ParsedDirective): string[] {
  return passages.map(
    ({ path, start, end }) => `${path.join(' > ')} | ${text.slice(start, end).slice(0, 12)}`,
  );
}

describe('passages', () => {
  it('are a short Điều whole, and the khoản of a long one, its opening words apart', () => {
    const parsed = cut(`
Điều 1. Ngắn
1. Một.
2. Hai.
Điều 2. Dài
Lời dẫn:
1. ${sentence(150)}
2. Ngắn.
3. ${sentence(150)}`);
    expect(list(parsed)).toEqual([
      'Điều 1 | Điều 1. Ngắn',
      'Điều 2 | Điều 2. Dài\n',
      'Điều 2 > khoản 1 | 1. đào tạo đ',
      'Điều 2 > khoản 2 | 2. Ngắn.',
      'Điều 2 > khoản 3 | 3. đào tạo đ',
    ]);
  });

  it('are each Điều of a short Mục, but a short mục of party form whole', () => {
    const state = cut(`
Chương I. MỞ LỚP
Mục 1. CHUẨN BỊ
Tiểu mục 1. HỒ SƠ
Điều 1. Đơn
Nộp đơn.
Điều 2. Ảnh
Nộp ảnh.`);
    expect(state.passages.map(({ path }) => path.at(-1))).toEqual([
      'Chương I',
      'Mục 1',
      'Tiểu mục 1',
      'Điều 1',
      'Điều 2',
    ]);
    const party = cut(`
I. CHUẨN BỊ
1. Hồ sơ
- Nộp đơn;
- Nộp ảnh.
2. Thời gian
- Một tuần;
- Một tháng.`);
    expect(party.passages.map(({ path }) => path.at(-1))).toEqual(['Phần I', 'mục 1', 'mục 2']);
  });

  it('cut a long khoản into runs of điểm, the first with the opening words', () => {
    const points = [...'abcdđ'].map((letter) => `${letter}) ${sentence(120)}`);
    const parsed = cut(`Điều 1. Dài\n1. Gồm:\n${points.join('\n')}\n2. Hai.\nĐiều 2. Hết\nXong.`);
    expect(list(parsed)).toEqual([
      'Điều 1 | Điều 1. Dài',
      'Điều 1 > khoản 1 | 1. Gồm:\na) đ',
      'Điều 1 > khoản 1 | d) đào tạo đ',
      'Điều 1 > khoản 2 | 2. Hai.',
      'Điều 2 | Điều 2. Hết\n',
    ]);
  });

  it('carry the headings above them, nearest first', () => {
    const { passages } = cut(
      `Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. ${sentence(200)}\n2. ${sentence(200)}`,
    );
    expect(passages.at(-1)?.heading).toBe('Phạm vi · QUY ĐỊNH CHUNG');
  });

  it('cover the preamble and annexes, tables by groups of rows, but not recipients', () => {
    const parsed = parseDirective(
      {
        ...rawText(''),
        lines: [
          ...rawText(
            'QUYẾT ĐỊNH\nVề việc mở lớp\nCăn cứ Luật Mẫu;\nĐiều 1. Mở lớp.\nĐiều 2. Giao các sở.\nNơi nhận:\n- Lưu: VT.\nPHỤ LỤC\nDANH MỤC LỚP',
          ).lines,
          ...Array.from({ length: 80 }, (_, index) => ({
            text: `${index + 1} | Lớp số ${index + 1} | 30 người | Tháng 3`,
            page: null,
            role: 'table' as const,
          })),
        ],
      },
      { fileName: 'x.txt' },
    );
    const texts = parsed.passages.map(({ start, end }) => parsed.text.slice(start, end));
    expect(texts[0]).toContain('Căn cứ Luật Mẫu');
    expect(texts.join('\n')).not.toContain('Nơi nhận');
    const tables = parsed.passages.filter(({ path }) => path[0] === 'Phụ lục');
    expect(tables.length).toBeGreaterThan(2);
    expect(texts.join('\n')).toContain('80 | Lớp số 80');
    for (const { start, end } of tables) expect(end - start).toBeLessThanOrEqual(1800);
  });

  it('group the paragraphs of a press page', () => {
    const parsed = cut(Array.from({ length: 12 }, (_, index) => sentence(60 + index)).join('\n'));
    expect(parsed.kind).toBe('press');
    expect(parsed.passages.length).toBeGreaterThan(2);
    for (const { start, end, provision } of parsed.passages) {
      expect(provision).toBeNull();
      expect(end - start).toBeLessThanOrEqual(1100);
    }
  });

  it('are not cut in a sentence that a scan breaks into two paragraphs', () => {
    const { passages, text } = cut(
      `${sentence(200)}\nGiao các Bộ: Công an, Nông nghiệp và\nMôi trường ${sentence(60)}\n${sentence(90)}`,
    );
    const words = passages.map(({ start, end }) => text.slice(start, end));
    expect(words).toHaveLength(2);
    expect(words[0]).toContain('Nông nghiệp và\nMôi trường');
  });

  it('cut a text without line ends', () => {
    const parsed = cut(sentence(4000));
    for (const { start, end } of parsed.passages) expect(end - start).toBeLessThanOrEqual(3600);
    expect(parsed.passages.length).toBeGreaterThan(4);
  });
});

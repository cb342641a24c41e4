import { describe, expect, it } from 'vitest';
import { readDocument } from '../readDocument.ts';
import { withoutMarks } from './markdownInline.ts';
import { markdownLines } from './readMarkdown.ts';

const shown = (source: string) => markdownLines(source).map((line) => `${line.role}: ${line.text}`.trim());

describe('marks of Markdown', () => {
  it.each([
    ['**Số hiệu:** 12/2026', 'Số hiệu: 12/2026'],
    ['ký bởi **Trần Mẫu**.', 'ký bởi Trần Mẫu.'],
    ['xem [cổng](https://vidu.vn/a?b=(c)) nhé', 'xem cổng nhé'],
    ['mức *tối thiểu* là `30` điểm', 'mức tối thiểu là 30 điểm'],
    ['H<sub>2</sub>O và <b>đậm</b>', 'H2O và đậm'],
    ['1\\. Khoản', '1. Khoản'],
  ])('are taken out: %s', (source, text) => {
    expect(withoutMarks(source)).toBe(text);
  });

  it.each([
    'so_hieu và ngay_ban_hanh',
    '2*3*4 = 24',
    'ghi chú (*) ở bảng (*) này',
    '__. Đối với đơn vị',
    '_ Nội dung cơ bản của _ quy chế',
    'đánh \\ giá',
    'x < 5 và y > 3',
    'chọn [x] hoặc [ ]',
  ])('stay where they are text: %s', (source) => {
    expect(withoutMarks(source)).toBe(source);
  });
});

describe('blocks of Markdown', () => {
  it('give headings without hashes and lists with the document’s own marks', () => {
    const source =
      '## Điều 1. Phạm vi ##\n\n1. Gồm:\n   - a) điểm a;\n   - đ) điểm đ.\n- Lưu: VT\n* sao\n+ cộng\n> trích dẫn\n---\nhết';
    expect(shown(source)).toEqual([
      'heading: Điều 1. Phạm vi',
      'blank:',
      'line: 1. Gồm:',
      'line: a) điểm a;',
      'line: đ) điểm đ.',
      'line: - Lưu: VT',
      'line: - sao',
      'line: + cộng',
      'line: trích dẫn',
      'blank:',
      'line: hết',
    ]);
  });

  it('give tables as rows without the separator, and leave stray bars alone', () => {
    const source = '| **Số** | Loại |\n|---|:--:|\n| 5 | Nghị \\| định |\n| | |\n\ncấp tỉnh. |\n|\n';
    expect(shown(source)).toEqual([
      'table: Số | Loại',
      'table: 5 | Nghị | định',
      'blank:',
      'blank:',
      'line: cấp tỉnh. |',
      'line: |',
      'blank:',
    ]);
  });

  it('leave out link definitions, and keep notes that only look like one', () => {
    const source =
      '[1]: https://vidu.vn/a "Cổng"\n[2]: <tep/phu-luc.pdf>\n[3]: #dieu-5\n[4]: Theo Nghị định 15, việc này đã bỏ.\n[5]: 15/2026/NĐ-CP\n[^6]: https://vidu.vn';
    expect(shown(source)).toEqual([
      'line: [4]: Theo Nghị định 15, việc này đã bỏ.',
      'line: [5]: 15/2026/NĐ-CP',
      'line: [^6]: https://vidu.vn',
    ]);
  });

  it('keeps a stroke under a name from making a heading of it', () => {
    expect(shown('CHÍNH PHỦ\n-------\nSố: 1')).toEqual(['line: CHÍNH PHỦ', 'blank:', 'line: Số: 1']);
  });
});

describe('front matter', () => {
  const read = (text: string) => readDocument(Buffer.from(text), 'mẫu.md');

  it('comes as text: dates and numbers as written, lists joined', async () => {
    const raw = await read('---\ndate: 2026-06-26\nso: 06\ntags:\n  - a\n  - b\nrong:\n---\n# Tên\n');
    expect(raw.meta).toEqual({ date: '2026-06-26', so: '06', tags: 'a; b', rong: '' });
    expect(raw.lines).toEqual([{ text: 'Tên', page: null, role: 'heading' }]);
  });

  it('ends only at a line of its own', async () => {
    const raw = await read('---\ntitle: A ---\nso: 06\n--- \n# Tên\n');
    expect(raw.meta).toEqual({ title: 'A ---', so: '06' });
    expect(raw.lines.map((line) => line.text)).toEqual(['Tên']);
  });

  it('may be empty', async () => {
    const raw = await read('---\r\n---\r\nNội dung\r\n');
    expect(raw).toMatchObject({ meta: {}, warnings: [] });
    expect(raw.lines.map((line) => line.text)).toEqual(['Nội dung']);
  });

  it('warns of broken YAML and keeps the body', async () => {
    const raw = await read('---\ntitle: "mở\n  x: [1\n---\nNội dung\n');
    expect(raw.lines.map((line) => line.text)).toEqual(['Nội dung']);
    expect(raw.warnings.join()).toContain('YAML');
  });
});

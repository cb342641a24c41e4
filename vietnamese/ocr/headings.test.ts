import { describe, expect, it } from 'vitest';
import { withHeadingStops } from './headings.ts';

const before = ['QUYẾT ĐỊNH:', 'Điều 1. Ban hành kèm theo Quyết định này Quy chế mẫu của đơn vị.'];

describe('headings of articles on scans', () => {
  it.each([
    ['Điều 2 Điều khoản thi hành', 'Điều 2. Điều khoản thi hành'],
    ['Điều 2, Quyết định này có hiệu lực', 'Điều 2. Quyết định này có hiệu lực'],
    ['Điều 2, Tổ chức thực hiện', 'Điều 2. Tổ chức thực hiện'],
    ['Điều 2 Quyết định bảo lưu kết quả', 'Điều 2. Quyết định bảo lưu kết quả'],
    ['Điểu 2 - Tổ chức thực hiện', 'Điều 2. Tổ chức thực hiện'],
    ["' Diều 2 Hiệu lực thi hành", 'Điều 2. Hiệu lực thi hành'],
  ])('get the stop that was lost: %s', (read, meant) => {
    const { lines, repairs } = withHeadingStops([...before, read]);
    expect(lines.at(-1)).toBe(meant);
    expect(repairs).toHaveLength(1);
  });

  it.each([
    ['a citation of a law', ['Thực hiện theo quy định.', 'Điều 2 Luật Mẫu và các văn bản']],
    ['a citation with its neighbours', ['Bãi bỏ các điều sau đây.', 'Điều 2, Điều 3 và Điều 4']],
    ['a sentence that goes on', ['Đơn vị thực hiện theo quy định tại khoản 1 của', 'Điều 2 Nội dung này']],
    ['a number out of its order', ['Thực hiện theo quy định.', 'Điều 5 Nội dung']],
    ['a number that has its heading elsewhere', ['Nội dung này.', 'Điều 2 Nội dung', 'Điều 2. Nội dung']],
    ['small letters behind the number', ['Thực hiện theo quy định.', 'Điều 2 của Quy chế']],
  ])('are not seen in %s', (_, rest) => {
    const lines = [...before, ...rest];
    expect(withHeadingStops(lines)).toEqual({ lines, repairs: [] });
  });

  it('are found behind one that may be a citation', () => {
    const lines = [...before, 'Điều 2 Luật Mẫu và các văn bản.', 'Điều 3 Kinh phí'];
    expect(withHeadingStops(lines).lines.slice(-2)).toEqual([lines[2], 'Điều 3. Kinh phí']);
  });

  it('are found by the words that articles have everywhere, whatever stands before', () => {
    const lines = ['tại các cơ quan, đơn vị', 'Điều 4 Tổ chức thực hiện'];
    expect(withHeadingStops(lines).lines.at(-1)).toBe('Điều 4. Tổ chức thực hiện');
  });

  it('are found one behind the other, across pages and blank lines', () => {
    const lines = [...before, '', 'Điều 2 Nguyên tắc', 'Công khai.', '', '2', '', 'Điều 3 Kinh phí'];
    expect(withHeadingStops(lines).lines).toEqual(lines.map((line) => line.replace(/^(Điều [23]) /, '$1. ')));
  });
});

import { describe, expect, it } from 'vitest';
import { sampleDirective } from '../testing/sampleDirective.ts';
import { terms } from '../vietnamese/terms.ts';
import { selectSpan } from './quote.ts';

const long = 'nội dung khác của điều này được nêu cho đủ dài để phải chọn lấy một phần mà trích. '.repeat(4);
const { parsed } = sampleDirective({ number: '1/2026/QĐ-MAU' }, [
  {
    heading: 'Hồ sơ',
    clauses: [`Đơn xin học. ${long}`, `Bản sao văn bằng. ${long}`, `Ảnh chân dung. ${long}`],
  },
  { heading: 'Kinh phí', clauses: ['Do tỉnh lo.'] },
]);
const [article, first, second] = parsed.provisions;
const weightsOf = (question: string) => new Map(terms(question).map((term) => [term, 1]));

function select(question: string, provision: typeof article) {
  if (provision === undefined) throw new Error('no such provision');
  const { start, end } = provision;
  return selectSpan(parsed.text, parsed.provisions, { start, end, provision }, weightsOf(question));
}

describe('the stretch that is quoted', () => {
  it('is the one khoản that says it, not the whole article', () => {
    expect(select('bản sao văn bằng', article).provision).toBe(second);
  });

  it('is the whole where its parts say it only together', () => {
    expect(select('đơn xin học bản sao văn bằng ảnh chân dung', article).provision).toBe(article);
    expect(select('hồ sơ', article).provision).toBe(article);
  });

  it('is a short passage whole', () => {
    const kinhPhi = parsed.provisions.find(({ label }) => label === 'Điều 2');
    expect(select('tỉnh lo', kinhPhi).provision).toBe(kinhPhi);
  });

  it('is one row of a long table where only that row says it', () => {
    const rows = ['Sở Nội vụ', 'Trường Chính trị', 'Phường Nam Lam', 'Xã Mỹ Lộc Đông'].map(
      (unit, at) =>
        `${at + 1} | ${unit} | ${at + 3} | mở tại chỗ, giảng viên của tỉnh, hai đợt trong năm, ghi danh ở đơn vị`,
    );
    const text = ['TT | Đơn vị | Số lớp | Ghi chú', ...rows].join('\n');
    const asked = (question: string) => {
      const whole = { start: 0, end: text.length, provision: null };
      const { start, end } = selectSpan(text, [], whole, weightsOf(question));
      return text.slice(start, end);
    };
    expect(asked('số lớp của phường Nam Lam')).toBe(rows[2]);
    expect(asked('số lớp của các đơn vị')).toBe(text);
  });

  it('takes with a heading what it introduces', () => {
    if (first === undefined || article === undefined) throw new Error('no such provision');
    const heading = { start: article.start, end: first.start, provision: article };
    const span = selectSpan(parsed.text, parsed.provisions, heading, weightsOf('hồ sơ gồm những gì'));
    expect(parsed.text.slice(span.start, span.end)).toContain('Ảnh chân dung');
  });

  it('has no white space at its ends', () => {
    const { start, end } = select('bản sao văn bằng', article);
    const words = parsed.text.slice(start, end);
    expect(words).toBe(words.trim());
  });
});

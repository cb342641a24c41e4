import type { Article } from './corpus.ts';

/** A few invented articles of two documents. */
export const ARTICLES: readonly Article[] = [
  article(
    '1',
    'Đối tượng đào tạo',
    'Cán bộ, công chức cấp xã được cử đi đào tạo trung cấp lý luận chính trị.',
  ),
  article('2', 'Thời gian bồi dưỡng', 'Thời gian bồi dưỡng hằng năm ít nhất là 05 ngày làm việc.'),
  article('3', 'Kinh phí', 'Kinh phí do ngân sách tỉnh Lam Giang bảo đảm theo Điều 12.'),
  other('1', 'Phụ cấp trách nhiệm', 'Người giữ chức danh kế toán trưởng hưởng phụ cấp trách nhiệm 0,2.'),
  other('2', 'Hiệu lực thi hành', 'Quyết định này có hiệu lực từ ngày 01/01/2026.'),
];

function article(number: string, heading: string, text: string): Article {
  const document = {
    number: '12/2025/NQ-HĐND',
    type: 'Nghị quyết',
    title: 'Về đào tạo cán bộ',
    effective: null,
  };
  return { id: `a${number}`, heading, text, article: number, document };
}

function other(number: string, heading: string, text: string): Article {
  const document = { number: '7/QĐ-UBND', type: 'Quyết định', title: 'Về phụ cấp', effective: null };
  return { id: `b${number}`, heading, text, article: number, document };
}

/** The same as the files of the benchmark: JSON lines. */
export function jsonLines(values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}

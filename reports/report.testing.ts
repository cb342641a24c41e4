import type { Report } from './report.ts';

/** A report of an invented office; what a test is about is given. */
export function sampleReport(given: Partial<Report> = {}): Report {
  return {
    superior: 'TỈNH ỦY LAM GIANG',
    office: 'BAN TỔ CHỨC',
    place: 'Lam Giang',
    date: '2026-11-22',
    kind: 'BÁO CÁO',
    title: 'Kết quả thực hiện các chỉ tiêu',
    mark: 'MẪU – CHƯA THẨM ĐỊNH',
    paragraphs: ['Số liệu tính đến ngày 22/11/2026.'],
    tables: [
      {
        title: 'Bảng chỉ tiêu',
        columns: [
          { label: 'Chỉ tiêu', kind: 'text' },
          { label: 'Đạt', kind: 'number' },
          { label: 'Tỷ lệ (%)', kind: 'percent' },
          { label: 'Ngày', kind: 'date' },
        ],
        rows: [
          ['Trung cấp lý luận chính trị', 1139, 69.496, '2026-01-05'],
          ['Kỹ năng số', null, null, null],
        ],
      },
    ],
    sources: ['Điều 5 Quyết định 958/2026/QĐ-UBND'],
    ...given,
  };
}

/** Texts that have broken files before: markup, formulas, characters that XML forbids, halves of letters, no blanks. */
export const HOSTILE_TEXTS: readonly string[] = [
  '<script>alert(1)</script>',
  '</w:t></w:p>&amp;&#0;',
  '=HYPERLINK("http://example.invalid";"bấm")',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '_x000D_ và _x0041_',
  'a\u0000b\u0008c\ufffe\uffffd',
  '\ud800 nửa chữ \udc00',
  'dòng một\r\ndòng hai\ttab',
  'x'.repeat(500),
  'Nguyễn'.normalize('NFD'),
  '',
];

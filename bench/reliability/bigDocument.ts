/** Characters of an A4 page of a decree. */
const PAGE = 2600;

const SUBJECTS = [
  'kế toán',
  'văn thư',
  'thanh tra',
  'đối ngoại',
  'hộ tịch',
  'đất đai',
  'chuyển đổi số',
  'tiếp công dân',
];

/** An invented decision of that many pages, as text. */
export function manyClauses(pages: number): string {
  const lines = [
    'ỦY BAN NHÂN DÂN TỈNH LAM GIANG',
    'Số: 999/2026/QĐ-UBND',
    'Lam Giang, ngày 10 tháng 3 năm 2026',
    'QUYẾT ĐỊNH',
    'Ban hành Quy định mẫu về các lớp bồi dưỡng',
  ];
  let length = 0;
  for (let article = 1; length < pages * PAGE; article += 1) {
    const subject = SUBJECTS[article % SUBJECTS.length] ?? '';
    const clauses = Array.from(
      { length: 5 },
      (_, at) =>
        `${at + 1}. Lớp bồi dưỡng ${subject} khóa ${article + at} học ${article + at + 8} tiết trong ${at + 2} tuần, dành cho công chức, viên chức đang giữ ngạch ${subject} mã số ${article}.${at}; học viên nộp báo cáo thu hoạch trước ngày ${1 + (article % 28)} hằng tháng và được cấp chứng chỉ số ${article * 10 + at}.`,
    );
    const text = [`Điều ${article}. Lớp bồi dưỡng ${subject} đợt ${article}`, ...clauses].join('\n');
    lines.push(text);
    length += text.length;
  }
  return lines.join('\n');
}

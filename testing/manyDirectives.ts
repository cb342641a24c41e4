import type { NewDirective } from '../store/directives.ts';
import { sampleDirective } from './sampleDirective.ts';

const SUBJECTS = [
  'kế toán',
  'văn thư',
  'thanh tra',
  'đối ngoại',
  'tiếng dân tộc',
  'chuyển đổi số',
  'hộ tịch',
];

/** Khoản of each of these directives: each is one passage. */
export const CLAUSES = 6;

/**
 * Invented directives, each with `CLAUSES` passages that all hold "bồi dưỡng", a number of its own and a word of its own
 * (`tuthu7` for the seventh).
 */
export function manyDirectives(count: number): readonly NewDirective[] {
  return Array.from({ length: count }, (_, at) => {
    const subject = SUBJECTS[at % SUBJECTS.length] ?? '';
    const clauses = Array.from(
      { length: CLAUSES },
      (_, clause) =>
        `Lớp bồi dưỡng ${subject} khóa ${clause + 1} học ${at + clause + 8} tiết, mã tuthu${at + 1}.`,
    );
    return sampleDirective(
      {
        number: `${at + 1}/2026/QĐ-MAU`,
        type: 'Quyết định',
        title: `Mở lớp ${subject}`,
        issued: '2026-03-10',
      },
      [{ heading: `Lớp ${subject}`, clauses }],
    );
  });
}

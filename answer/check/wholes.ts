import type { FailureReason } from './reasons.ts';

const WHOLE = /(?<!\p{L})(?:toàn bộ|tất cả|trọn vẹn)(?!\p{L})/u;
const AS_WHOLE = /(?<!\p{L})(?:toàn bộ|toàn thể|tất cả|trọn|cả|mọi|đầy đủ|đủ|hết|tổng)(?!\p{L})|100\s?%/u;
const IN_PART =
  /(?<!\p{L}|chứng |địa |tín |ngân )chỉ (?!tiêu|đạo|định|huy|dẫn|số|thị|giới)|(?<!\p{L})(?:môn|phần|bài|tiết|buổi|nội dung) (?:ấy|đó|còn thiếu)(?!\p{L})/u;

/** "học lại toàn bộ khóa học" of "học lại môn ấy", "áp dụng toàn bộ quy định" of "chỉ áp dụng quy định về …". */
export function wholeForPart(part: string, line: string, headings: string): FailureReason | null {
  const [said, written] = [part.toLowerCase(), line.toLowerCase()];
  const whole = WHOLE.exec(said);
  const own = IN_PART.exec(written);
  const isToldSo = AS_WHOLE.test(`${written} ${headings.toLowerCase()}`) || IN_PART.test(said);
  if (whole === null || own === null || isToldSo) return null;
  return { kind: 'opposite', found: whole[0], instead: own[0].trim() };
}

import type { FailureReason } from './reasons.ts';

const WHOLE = /(?<!\p{L})(?:toàn bộ|tất cả|trọn vẹn)(?!\p{L})/u;
const AS_WHOLE = /(?<!\p{L})(?:toàn bộ|toàn thể|tất cả|trọn|cả|mọi|đầy đủ|đủ|hết|tổng)(?!\p{L})|100\s?%/u;
const IN_PART =
  /(?<!\p{L}|chứng |địa |tín |ngân )chỉ (?!tiêu|đạo|định|huy|dẫn|số|thị|giới)|(?<!\p{L})(?:môn|phần|bài|tiết|buổi|nội dung) (?:ấy|đó|còn thiếu)(?!\p{L})/u;

/** Said of anyone: "mọi công chức đều được cử học", of "chỉ cử học người mà vị trí việc làm yêu cầu". */
const ANYONE = /(?<!\p{L})(?:mọi|bất kỳ|bất cứ)(?!\p{L})/u;
const ONLY = /(?<!\p{L}|chứng |địa |tín |ngân )chỉ (?!tiêu|đạo|định|huy|dẫn|số|thị|giới)/u;
const TOLD_SO = /(?<!\p{L})(?:không|chưa|chỉ|trừ|cấm|nếu|khi)(?!\p{L})/u;

/** "học lại toàn bộ khóa học" of "học lại môn ấy", "áp dụng toàn bộ quy định" of "chỉ áp dụng quy định về …". */
export function wholeForPart(part: string, line: string, headings: string): FailureReason | null {
  const [said, written] = [part.toLowerCase(), line.toLowerCase()];
  const whole = WHOLE.exec(said);
  const own = IN_PART.exec(written);
  const anyone = ANYONE.exec(said);
  const only = ONLY.exec(written);
  if (
    anyone !== null &&
    only !== null &&
    !ANYONE.test(`${written} ${headings.toLowerCase()}`) &&
    !TOLD_SO.test(said)
  )
    return { kind: 'opposite', found: anyone[0], instead: only[0].trim() };
  const isToldSo = AS_WHOLE.test(`${written} ${headings.toLowerCase()}`) || IN_PART.test(said);
  if (whole === null || own === null || isToldSo) return null;
  return { kind: 'opposite', found: whole[0], instead: own[0].trim() };
}

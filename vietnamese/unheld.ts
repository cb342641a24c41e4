import { fold } from './text.ts';

const letter = String.raw`[\p{L}\p{M}\p{N}]`;

/** Whole words of a pattern: `\b` knows only letters of ASCII. */
const words = (source: string): RegExp => new RegExp(`(?<!${letter})(?:${source})(?!${letter})`, 'u');

/** Words that say by themselves that something is not held, or not yet. */
const MARKED = words(
  'chưa|chẳng|ko|dở|đang|sắp(?! (?:xếp|đặt))|(?<!(?:hàng|phòng|đường|trên) )không' +
    '(?! (?:gian|quân|lưu|khí|dây|phá|tập trung|chính quy|chuyên|thường xuyên))' +
    '|trượt|chờ|miễn(?! dịch)|nghiên cứu sinh|^(?:sinh|học) viên|năm (?:thứ )?[1-6]|bỏ học|thôi học|bảo lưu|dự kiến|đăng k[ýí]',
);

const AFTER_NEGATION =
  '(?: (?:co|qua|hoc|tot|cap|duoc|hoan|dat|xong|thi|nhan|lay|dao|boi|bang|trinh|chung|thao|biet|ro|tc|cc|sc|dh|cd|llct|trung|cao|so|dai|thac|tien|cu|ngoai|tin))';

/** The same where no word has its marks: only with a word beside that leaves no other reading (`chữa cháy`, `Đảng học`). */
const UNMARKED = words(
  `(?:chua|khong|ko|k|hok)${AFTER_NEGATION}|(?<!dai )hoc do(?! dac)|hoc do dang|do dang|(?:dang|sap|cho)(?: theo)? (?:hoc|dao|thi|lam|cho|cap|nhan|tot|hoan|co|bao)` +
    '|nghien cuu sinh|ncs|^sinh vien|bo hoc|thoi hoc|truot|du kien|dang ki|dang ky|^(?:chua|khong|ko|dang hoc|sap)',
);

/** Lessons are over; a paper about them is none for the level. */
const ONLY_LESSONS = words('hoan thanh (?:chuong trinh|khoa|lop|phan hoc|noi dung)');
const WITH_PAPER = words('chung chi|chung nhan');

/**
 * Says of a qualification that the person does not have it or not yet: `Chưa có TC LLCT`, `Học dở đại học`, `Đang học cao cấp`,
 * `Hoàn thành chương trình cao cấp`. Never of words that only look so: `hàng không`, `hệ không tập trung`, `phòng cháy chữa cháy`.
 * `written` is in NFC.
 */
export function saysUnheld(written: string): boolean {
  const lower = written.toLowerCase().replace(/\s+/g, ' ').trim();
  if (MARKED.test(lower)) return true;
  const folded = fold(lower);
  if (ONLY_LESSONS.test(folded) && !WITH_PAPER.test(folded)) return true;
  return UNMARKED.test(lower);
}

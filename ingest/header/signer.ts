import { isCapitals } from '../normalise/sentence.ts';
import type { Unit } from '../normalise/units.ts';

const SURNAMES = new Set(
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trịnh Mai Trương Lâm Cao Tô Tạ Hà Lưu Lương Thái Châu Chu Đào Đàm Đồng Giang Kiều La Lã Lại Mạc Nghiêm Ninh Nông Ông Phùng Quách Quan Sầm Tăng Thạch Thân Thi Tôn Tống Từ Ung Ứng Uông Văn Viên Vi Vương Yên An Âu Bạch Bành Cù Cung Diệp Doãn Hầu Hứa Hồng Khổng Khuất Khúc Liễu Lò Lù Lục Ma Mã Mạnh Mông Nhâm Phó Phí Sùng Thiều Tiêu Triệu Trà Vàng Vừ Giàng Hạng Ksor Rơ Siu Thào Tráng Y'.split(
    ' ',
  ),
);
const NAME = /^(?:(?:GS|PGS|TS|ThS|BS|KS|LS)\.?\s?)*(\p{Lu}\p{Ll}{0,7}(?:\s\p{Lu}\p{Ll}{0,7}){1,4})$/u;

/** The last recipient, and the name that stood beside it in the other column: `- Lưu: VT.   Trần Văn An`. */
const BESIDE_LAST_RECIPIENT =
  /^[^\p{L}]{0,3}Lưu(?=[\s:]).*[.;,]\s*(\p{Lu}\p{Ll}{0,7}(?:\s\p{Lu}\p{Ll}{0,7}){1,4})$/u;

/** The person or people who sign: names that stand alone on a line of the foot, under an office. */
export function readSigner(foot: readonly Unit[]): string | null {
  const names: string[] = [];
  for (const [index, { text }] of foot.entries()) {
    const beside = BESIDE_LAST_RECIPIENT.exec(text)?.[1];
    const name = NAME.exec(text)?.[1] ?? beside;
    if (name === undefined) continue;
    const above = foot.slice(Math.max(0, index - 3), index).some((unit) => isSignatureLine(unit.text));
    if (SURNAMES.has(name.split(' ')[0] ?? '') || above) names.push(name);
  }
  return names.length === 0 ? null : [...new Set(names)].join('; ');
}

function isSignatureLine(text: string): boolean {
  return /^\(?(?:đã ký|ký tên)/iu.test(text) || (isCapitals(text) && text.length <= 60);
}

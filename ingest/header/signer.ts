import { signingPost } from '../../vietnamese/signingPosts.ts';
import { isCapitals } from '../normalise/sentence.ts';
import type { Unit } from '../normalise/units.ts';

const SURNAMES = new Set(
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trịnh Mai Trương Lâm Cao Tô Tạ Hà Lưu Lương Thái Châu Chu Đào Đàm Đồng Giang Kiều La Lã Lại Mạc Nghiêm Ninh Nông Ông Phùng Quách Quan Sầm Tăng Thạch Thân Thi Tôn Tống Từ Ung Ứng Uông Văn Viên Vi Vương Yên An Âu Bạch Bành Cù Cung Diệp Doãn Hầu Hứa Hồng Khổng Khuất Khúc Liễu Lò Lù Lục Ma Mã Mạnh Mông Nhâm Phó Phí Sùng Thiều Tiêu Triệu Trà Vàng Vừ Giàng Hạng Ksor Rơ Siu Thào Tráng Y'.split(
    ' ',
  ),
);
const NAME = /^(?:(?:GS|PGS|TS|ThS|BS|KS|LS)\.?\s?)*(\p{Lu}\p{Ll}{0,7}(?:\s\p{Lu}\p{Ll}{0,7}){1,4})$/u;

/** A name that a lost column put behind a recipient: `- Công báo; Trần Văn An`. */
const BEHIND_RECIPIENT =
  /(?:^|[\p{Ll}\p{Lu}.;,:)])\s*[.;,|]*\s+((\p{Lu}\p{Ll}{1,6})(?:\s\p{Lu}\p{Ll}{0,7}){2,3})(?:\s*\(?đã ký\)?)?$/iu;
const OFFICE_ABOVE =
  /(?:(?:TM|KT|TL|TUQ)\s*[./]|T\/M|(?:phó |thứ )?(?:bộ trưởng|thủ tướng|chủ tịch|thống đốc|chủ nhiệm|bí thư|giám đốc)|thứ\s+trưởng)/iu;

/** The last recipient, and the name that stood beside it in the other column: `- Lưu: VT.   Trần Văn An`. */
const BESIDE_LAST_RECIPIENT =
  /^[^\p{L}]{0,3}Lưu(?=[\s:]).*[.;,]\s*(\p{Lu}\p{Ll}{0,7}(?:\s\p{Lu}\p{Ll}{0,7}){1,4})$/u;

/** The person or people who sign: names that stand alone on a line of the foot, under an office. */
export function readSigner(printed: readonly Unit[]): string | null {
  const foot = printed.map((unit) => ({ ...unit, text: unit.text.replace(/[\s|]*\|[\s|]*/gu, ' ').trim() }));
  const names: string[] = [];
  for (const [index, { text }] of foot.entries()) {
    const beside = BESIDE_LAST_RECIPIENT.exec(text)?.[1];
    const name = NAME.exec(text)?.[1] ?? beside;
    if (name === undefined) continue;
    const above = foot.slice(Math.max(0, index - 3), index).some((unit) => isSignatureLine(unit.text));
    if (SURNAMES.has(name.split(' ')[0] ?? '') || above) names.push(name);
  }
  if (names.length === 0) names.push(...behindRecipients(foot));
  return names.length === 0 ? null : [...new Set(names)].join('; ');
}

/** `TM. ỦY BAN NHÂN DÂN`, `KT. BỘ TRƯỞNG`, `THỨ TRƯỞNG`: whoever signs stands under it. */
const SIGNING_LINE = /^(?:TM|KT|TL|TUQ|Q)\s*[./]\s*\p{Lu}{2}/u;

/** Whether a foot has the lines over a signature, of themselves or beside the recipients. */
export function hasSignatureBlock(foot: readonly Unit[]): boolean {
  return foot.some(({ text, role }) => {
    if (role === 'table' && !text.includes('|')) return false;
    return text
      .split('|')
      .map((part) => part.trim())
      .some((part) => isCapitals(part) && (SIGNING_LINE.test(part) || signingPost(part, null) === part));
  });
}

/** Where the columns of a foot were run together, a name behind the words of a recipient; never one that they hold. */
function behindRecipients(foot: readonly Unit[]): readonly string[] {
  const office = foot.findIndex(({ text }) => OFFICE_ABOVE.test(text));
  if (office === -1) return [];
  for (const { text } of foot.slice(office + 1, office + 22)) {
    const found = BEHIND_RECIPIENT.exec(text);
    const words = found?.[1]?.split(' ').slice(-4) ?? [];
    const from = words.findIndex((word, at) => SURNAMES.has(word) && words.length - at >= 3);
    if (from === -1 || /Hồ Chí Minh|Việt Nam/u.test(text)) continue;
    const name = words.slice(from).join(' ');
    if (words.slice(from).every((word) => /^\p{Lu}\p{Ll}*$/u.test(word)) && name.length < text.length)
      return [name];
  }
  return [];
}

function isSignatureLine(text: string): boolean {
  return /^\(?(?:đã ký|ký tên)/iu.test(text) || (isCapitals(text) && text.length <= 60);
}

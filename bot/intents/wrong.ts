import { cleanText } from '../../vietnamese/text.ts';
import type { Intent } from './intent.ts';
import { type Said, say } from './said.ts';
import { SELF } from './vocabulary.ts';

/** What a record holds. */
const THING =
  '(?:thong tin|du lieu|ho so|li lich|dong|cho|muc|phan|ngay thang nam sinh|ngay sinh|nam sinh|ho ten|ten|que quan|gioi tinh|dan toc|chuc vu|chuc danh|ngach|don vi|trinh do|bang cap|van bang|bang|chung chi|giay chung nhan|ngay vao dang|nam tot nghiep|nam cap|ngay cap|noi sinh|noi cap|so hieu|ngay tuyen dung|lop|khoa hoc|qua trinh)';
const BAD =
  '(?:(?:dang|bi|ghi|la|con|deu|van) )*(?:sai|khong dung|chua dung|khong chinh xac|chua chinh xac|nham|thieu sot|lech)';

const STATEMENTS: readonly RegExp[] = [
  '(?:sai|khong dung|chua dung|nham)(?: roi| het)?',
  '(?:bao|bi|ghi) (?:sai|nham)(?: (?:thong tin|ho so))?|sai thong tin',
  `${THING} (?:nay|do|tren|vua roi)(?: cua ${SELF})? ${BAD}(?: .+)?`,
  `${THING}(?: .{1,40}?)? cua ${SELF} ${BAD}(?: .+)?`,
  `(?:ho so|thong tin|li lich)(?: cua)? ${SELF} ${BAD}(?: .+)?`,
  `(?:ho so|thong tin|li lich)(?: cua ${SELF})? ${BAD} .+ cua ${SELF}(?: .+)?`,
  `(?:ho so|thong tin)(?: cua ${SELF})? (?:(?:con|dang|ghi) )*thieu .+ cua ${SELF}`,
  `(?:sai|khong dung|chua dung)(?: roi)? ${SELF} .+`,
  `${SELF} (?:da |cung )*(?:co|hoc|qua|tot nghiep) .+ roi (?:ma|nhung|nhung ma)(?: .+)?`,
  `(?:${SELF}|.{1,60} cua ${SELF}) .*(?:chu khong phai|khong phai (?:la )?(?:nam )?\\d).*`,
]
  .map((source) => `^(?:${source})$`)
  .map((source) => new RegExp(source));

const MEND = new RegExp(
  `^(?:${SELF} (?:muon|can) )?(?:sua|cap nhat|bo sung|dieu chinh|dinh chinh|chinh sua)(?: lai)? ${THING}\\b`,
);
const FOR_SELF = new RegExp(`\\b(?:(?:giup|gium|dum|ho|cho|cua)(?: cho)? ${SELF}|^${SELF} (?:muon|can))\\b`);

/** A statement never asks; these words make a question of it. */
const ASKS =
  /\b(?:co duoc|co phai|co bi|bao nhieu|o dau|khi nao|bao gio|lam sao|lam gi|sao|the nao|ra sao|voi ai|la gi|gi|ai|nao|khieu nai|to cao|ki luat)\b|(?<!\bkhong) (?:khong|chua)$/;

/** "Ngày sinh của tôi sai": somebody says that their record is wrong; `null` for anything else. Pure. */
export function readWrong(said: Said, text: string): Intent | null {
  const { folded } = said;
  if (folded === '' || ASKS.test(folded) || said.written.includes('thì')) return null;
  const asksToMend = MEND.test(folded) && FOR_SELF.test(say(cleanText(text)).folded);
  if (!asksToMend && !STATEMENTS.some((pattern) => pattern.test(folded))) return null;
  return { kind: 'wrong', says: text.trim() };
}

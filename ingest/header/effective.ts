import { addDays, type IsoDate } from '../../domain/day.ts';
import { findDates } from '../../vietnamese/dates.ts';

/** The day from which a document says it is in force. `computed`: counted from the day of issue. */
export type EffectiveClause = { readonly date: IsoDate; readonly computed: boolean };

const CLAUSE =
  /(Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Thông tư(?: liên tịch)?|Thông tri|Chỉ thị|Quy định|Quy chế|Hướng dẫn|Kết luận|Kế hoạch|Chương trình|Điều lệ|Văn bản) này\s+(?:(?:đã\s+)?được\s[^.;]{3,160}?\sthông qua\s[^.;]{0,80}?(?:và\s+|,\s*)|thay thế\s[^.;]{3,500}?(?:\svà|,)\s+)?(?:(?:chính thức\s+)?có|bắt đầu có) hiệu lực(?: thi hành)?(?:,)?\s*((?:kể\s+)?từ|sau|vào)\s+([^.;]{2,120})/gu;
const OF_SIGNING = /^(?:kể\s+)?(?:từ\s+)?ngày\s+(?:ký|ban hành)(?:\s+ban hành)?/u;
const AFTER_DAYS =
  /^(\d{1,3})\s*(?:\([^)]*\)\s*)?ngày,?\s*(?:làm việc)?,?\s*(?:kể\s+)?từ\s+ngày\s+(?:ký|ban hành)/u;

/**
 * Reads the document's own clause of entry into force; `null` where it has none or it does not settle a day. A clause
 * that names the document by its own type ("Quyết định này") goes before those of what it encloses ("Quy chế này").
 */
export function readEffectiveClause(
  text: string,
  issued: IsoDate | null,
  type: string | null,
): EffectiveClause | null {
  const clauses = [...text.matchAll(CLAUSE)];
  const clause = clauses.find((match) => match[1] === type) ?? clauses[0];
  const rest = clause?.[3];
  if (rest === undefined) return null;
  const first = findDates(rest)[0];
  if (first !== undefined && first.start <= 12) return { date: first.date, computed: false };
  if (issued === null) return null;
  if (clause?.[2] !== 'sau' && OF_SIGNING.test(rest)) return { date: issued, computed: true };
  const days = AFTER_DAYS.exec(rest)?.[1];
  return days === undefined || /ngày,?\s*làm việc/u.test(rest)
    ? null
    : { date: addDays(issued, Number(days)), computed: true };
}

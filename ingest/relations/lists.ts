import type { RelationKind } from '../../domain/validity.ts';
import type { Item } from './items.ts';

/** `ofWords`: only words of the places in the list are meant: "Thay cụm từ “A” bằng cụm từ “B” tại các điều sau:". */
export type ListVerb = {
  readonly kind: RelationKind;
  readonly since: string | null;
  readonly ofWords: boolean;
};

/** What a verb governs in a sentence. */
export type Part = { readonly kind: RelationKind; readonly words: string; readonly items: readonly Item[] };

/** "Bãi bỏ các quy định sau của Nghị định số …:": what goes is told by the items of the list, not the document. */
export function listBelow([part, ...more]: readonly Part[], words: string): boolean {
  if (part === undefined || more.length > 0 || !/:\s*$/u.test(words)) return false;
  const ends = part.kind === 'repeals' || part.kind === 'replaces';
  return ends && part.items.every(({ places }) => places.length === 0) && LISTED_THINGS.test(words);
}

/** "Bãi bỏ các văn bản sau đây:"; the heading "Bổ sung thành viên" announces nobody's words. */
export const LISTS =
  /:\s*$|(?<!\p{L})(?:văn bản|điều|khoản|điểm|quy định|nội dung|cụm từ|phụ lục|luật|pháp lệnh|nghị định|nghị quyết|quyết định|thông tư|chỉ thị)(?!\p{L})/iu;

const LISTED_THINGS =
  /(?<!\p{L})(?:điều|khoản|điểm|chương|mục|phụ lục|điều khoản|quy định|nội dung|cụm từ|biểu mẫu)(?!\p{L})[^:]*\ssau(?:\s+đây)?(?!\p{L})/iu;

/** An item of a list of which only words are meant. */
export function ofList(part: Part, { ofWords }: ListVerb): Part {
  if (!ofWords) return part;
  const items = part.items.map((item) => ({
    ...item,
    extent: 'part' as const,
    places: item.places.map((place) => ({ ...place, extent: 'part' as const })),
  }));
  return { ...part, items };
}

/** What is only told beside a list: "Việc đánh giá thực hiện theo Điều 12 Nghị định số …". */
const TELLS =
  /(?<!\p{L})(?:thực hiện|áp dụng|căn cứ|theo quy định)\s+(?:theo|tại|vào)(?!\p{L})|^(?:Việc|Đề nghị|Yêu cầu|Giao)\s/u;
/** A correction goes by places, or by the wrong words. */
const PLACE_FIRST =
  /^(?:Tại|Ở|Trang|Dòng|Tên|Tiêu đề|Cụm từ|Từ|Số thứ tự|Phần|Các|Điều|Khoản|Điểm|Mục|Chương|Phụ lục|Mẫu|Biểu|Bảng|Nghị định|Nghị quyết|Quyết định|Thông tư|Hướng dẫn|Quy định|Luật)(?!\p{L})/u;

/** Whether words below an announcement are an item of its list. */
export function isListed(words: string, verb: ListVerb | null): boolean {
  if (verb === null || TELLS.test(words)) return false;
  return verb.kind !== 'corrects' || PLACE_FIRST.test(words);
}

const LEADING =
  /^(?:đồng chí\s+)?(?:phó\s+)?(?:(?:tổng )?giám đốc|chủ tịch|chủ nhiệm|bí thư|ủy viên|(?:chi |tổng )?cục trưởng|vụ trưởng|trưởng|chánh|hiệu trưởng|viện trưởng|thứ trưởng|bộ trưởng|đội trưởng|hạt trưởng|chỉ huy trưởng|người đứng đầu|cấp phó|cấp trưởng)(?!\p{L})/iu;
/** A sentence about a post is no name of it. */
const SAYS = /(?<!\p{L})(?:phải|đáp ứng|bảo đảm|được|không|có (?:trình độ|bằng|đủ|thể)|do)(?!\p{L})/iu;
const PLACE =
  /^(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|tỉnh|thành phố(?: trực thuộc (?:trung ương|tỉnh))?)$/iu;
/** No name of a post is longer, in UTF-16 units. */
const LONGEST = 120;

/** The posts that words name where all of them are posts one is appointed to: `Trưởng phòng, Phó Trưởng phòng`; else empty. */
export function leadingPosts(words: string): readonly string[] {
  if (isSentence(words)) return [];
  const parts = words
    .replace(/[\s.:;]+$/u, '')
    .split(/,\s*|;\s*|\s+(?:và|hoặc)\s+/u)
    .map((part) => part.trim());
  // "… Ủy ban nhân dân xã, phường": of both.
  const posts = parts.filter(
    (part) => !PLACE.test(part) && !/^(?:(?:chức danh|cấp|chức vụ) )?tương đương(?!\p{L})/iu.test(part),
  );
  return words.length <= LONGEST && posts.length > 0 && posts.every((part) => LEADING.test(part))
    ? posts
    : [];
}

/** Whether words say something about a post and are no name of it. */
export function isSentence(words: string): boolean {
  return SAYS.test(words);
}

/** "Bí thư cấp ủy cấp xã: Có trình độ …": the post before the colon and where its standard begins; `null` for other words. */
export function inlinePost(words: string): { readonly post: string; readonly from: number } | null {
  const colon = words.indexOf(':');
  const post = words.slice(0, colon).trim();
  if (colon === -1 || words.slice(colon + 1).trim() === '' || leadingPosts(post).length === 0) return null;
  return { post, from: colon + 1 };
}

/**
 * Whether a number is the least (`min`), more than (`over`), the most (`max`), less than (`under`), the end of a stretch
 * of time (`within`), or the number itself.
 */
export type Limit = 'exact' | 'min' | 'over' | 'max' | 'under' | 'within';

const BEFORE: readonly (readonly [RegExp, Limit])[] = [
  [/(?:tối thiểu|ít nhất) [^,;.:\d]{0,30}(?<!\p{L})(?:là|bằng)$/u, 'min'],
  [/(?:tối đa|nhiều nhất) [^,;.:\d]{0,30}(?<!\p{L})(?:là|bằng)$/u, 'max'],
  [
    /(?:không|chưa)(?: được| thể| bị)?(?: vượt| nhiều| cao| lớn| dài| lâu)? (?:quá|hơn)(?: thời hạn| mức| con số)?$/u,
    'max',
  ],
  [/(?:không|đừng) [^,;.:]{0,40}(?<!trong )(?:quá|vượt quá|vượt)$/u, 'max'],
  [
    /(?:tối đa|nhiều nhất|cao nhất|lâu nhất|dài nhất|chậm nhất|muộn nhất|giới hạn|trần|đến mức)(?: \p{L}+)?(?: là| không quá| đến| chỉ| ở| trong| sau| bằng| của| tới){0,2}$/u,
    'max',
  ],
  [
    /(?:ít nhất|tối thiểu|thấp nhất|sớm nhất)(?: là| phải| có| đạt| được| từ| đủ| đến| bằng| trong| cũng| thêm| gấp| một khoảng){0,3}$/u,
    'min',
  ],
  [/không (?:dưới|ít hơn|thấp hơn|kém|nhỏ hơn)$/u, 'min'],
  [
    /(?:dưới|chưa đến|chưa đủ|chưa tới|chưa đầy|ít hơn|nhỏ hơn|không đủ|không còn đủ|không tới|không đến|kém|chưa được)$/u,
    'under',
  ],
  [
    /(?:trên|(?<!sớm |muộn |thấp |cao |chậm |nhanh |dài |ngắn |lâu )hơn|quá|vượt|vượt quá)(?: mức)?$/u,
    'over',
  ],
  [/(?:từ đủ|từ|đủ)$/u, 'min'],
  [
    /(?:trong(?: vòng| thời hạn| thời gian| khoảng| khoảng thời gian)?|thời hạn|đến hết|đến|tới|trước|hạn(?: là)?)$/u,
    'within',
  ],
];

/** The limit that the words around a number set. Both stretches are in small letters. */
export function limitAround(before: string, after: string, numbered = false): Limit {
  const near = before.trimEnd().slice(-64);
  const found = BEFORE.find(([words]) => words.test(near))?.[1] ?? 'exact';
  // "chậm nhất 05 ngày trước ngày họp" leaves five days at least.
  if (
    found === 'max' &&
    /(?:chậm|muộn) nhất/u.test(near) &&
    /^[^,;.:()]{0,20}?(?<!\p{L})trước(?!\p{L})/u.test(after)
  )
    return 'min';
  const upward = numbered ? /^.{0,6}?trở lên/u : /^[^,;.:()]{0,34}?(?:trở lên|hoặc hơn|hoặc nhiều hơn)/u;
  if (upward.test(after) && found !== 'max') return 'min';
  if (/^[^,;.:()]{0,34}?(?:trở xuống|đổ lại|là cùng|là tối đa|là nhiều nhất)/u.test(after)) return 'max';
  if (/^[^,;.:()]{0,20}? là (?:tối thiểu|ít nhất)/u.test(after)) return 'min';
  // "từ 5 đến 7 ngày": the first of a range is no floor of its own.
  return found === 'min' && /từ$/u.test(near) && /^[^,;.]{0,12}(?:đến|tới|–|-)/u.test(after)
    ? 'exact'
    : found;
}

/** Whether a sentence may state a number with one limit where the provision has it with another. */
export function limitsAgree(said: Limit, written: Limit): boolean {
  if (said === written || said === 'exact' || said === 'within') return true;
  return said === 'max' && written === 'within';
}

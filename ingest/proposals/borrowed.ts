/** A clause of the same article that another one refers to. */
export type Borrowing = {
  /** Number of the khoản. */
  readonly clause: string;
  /** Its điểm; empty for the whole clause. */
  readonly points: readonly string[];
};

const REFERENCE =
  /(?:tiêu chuẩn|điều kiện|yêu cầu|quy định)[^.;]{0,80}?\s(?:tại|ở|theo|nêu tại)\s+(?:(?:các\s+)?((?:(?:điểm\s+)?[a-zđ](?!\p{L})(?:\s*,\s*|\s+và\s+|\s+))+))?khoản\s+(\d{1,3}[a-zđ]?)\s+Điều này/giu;
const MEETS =
  /(?<!(?:không|chưa|khi|nếu)\s+(?:đủ\s+)?)(?<!\p{L})(?:đáp ứng|đạt|có|bảo đảm|đảm bảo|hội đủ|thỏa mãn)(?!\p{L})[^.;]{0,40}$/iu;

/**
 * What a clause demands by reference: "đáp ứng các tiêu chuẩn quy định tại các điểm a, b và d khoản 1 Điều này". A reference to another
 * article is left to the person who looks at it.
 */
export function borrowingsIn(words: string): readonly Borrowing[] {
  return [...words.matchAll(REFERENCE)].flatMap((match) =>
    MEETS.test(words.slice(0, match.index))
      ? [
          {
            clause: match[2] ?? '',
            points: [...(match[1] ?? '').matchAll(/(?<!\p{L})[a-zđ](?!\p{L})/gu)].map(([letter]) => letter),
          },
        ]
      : [],
  );
}

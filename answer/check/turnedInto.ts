import type { FailureReason } from './reasons.ts';

const words = (phrases: string): RegExp => new RegExp(`(?<!\\p{L})(?:${phrases})(?!\\p{L})`, 'u');

/** What a provision says, and what may not be told of it; the other way round it may well be. `isNearby`: a heading that says it excuses it. */
const TURNS = (
  [
    ['một lần', '(?:hằng|hàng|mỗi|từng) (?:tuần|tháng|quý|năm|học kỳ|năm học)|nhiều (?:lần|đợt)', true],
    ['(?:nộp|trả) đủ', 'nhiều (?:lần|đợt|kỳ)|từng (?:đợt|phần)|trả góp|(?:trả|nộp) dần', true],
    ['được miễn', 'được giảm|giảm một phần', false],
    ['hoàn thành xuất sắc', 'hoàn thành tốt|không hoàn thành nhiệm vụ', true],
  ] as const
).map(([own, turned, isNearby]) => ({ own: words(own), turned: words(turned), isNearby }));

/** "hỗ trợ mỗi năm 40 triệu đồng" of "hỗ trợ một lần 40 triệu đồng", "được giảm" of "được miễn". */
export function turnedInto(part: string, line: string, around: string): FailureReason | null {
  const [said, written, all] = [part.toLowerCase(), line.toLowerCase(), around.toLowerCase()];
  for (const { own, turned, isNearby } of TURNS) {
    const found = turned.exec(said);
    const instead = own.exec(written);
    if (found === null || instead === null || own.test(said)) continue;
    if (turned.test(isNearby ? `${written} ${all}` : written)) continue;
    return { kind: 'opposite', found: found[0], instead: instead[0] };
  }
  return null;
}

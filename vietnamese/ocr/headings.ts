import { fold } from '../text.ts';
import { LINE_FORMULAS } from './formulas.ts';
import type { Repair } from './repair.ts';

/**
 * Headings of articles without their stop: `Điều 2 Điều khoản thi hành`. In print a line "Điều 5 Luật này …" is the rest
 * of a sentence; on a scan it is as often a heading whose stop was lost, and its khoản would be cited under the article
 * before.
 */

/** `Điều 5.`, `Điều 5:`, `Điều 5` alone. */
const WHOLE = /^[^\p{L}\p{N}“"(]{0,4}[ĐÐD]i[eêềểễế]u(?:\s+|(?=\d))(\d{1,3})\s*(?:[.:]|$)/u;
/** The label with another sign for its stop, or none, before words that begin one. */
const BROKEN =
  /^([^\p{L}\p{N}“"(]{0,4})([ĐÐDB]i[eêềểễếệé]u)(\s*)(\d{1,3})(\s*[^\p{L}\p{N}\s“"(]{0,2}\s+)(?=[^\p{L}\p{N}]?\p{Lu})/u;
/** What an article is cited of, or with: no heading begins with it and goes on with a name. */
const CITED =
  /^[^\p{L}\p{N}]*(?:(?:Điều|Khoản|Điểm|Chương|Mục|Phần|Phụ lục)\s+\d|(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp|Hiệp định|Công ước|Điều lệ)(?!\p{L})|(?:Nghị định|Nghị quyết|Thông tư|Quyết định|Quy chế|Quy định|Chỉ thị)(?:\s+\p{L}+){0,8}\s+(?:này|số|ngày|liên tịch|ban hành|của)(?!\p{L}))/u;
/** What a closing article says of its own document. */
const OWN = /^[^\p{L}\p{N}]*\p{Lu}[\p{L} ]{3,12} này (?:có hiệu lực|thay thế|được|quy định|áp dụng)/u;
const lettersOf = (text: string) => fold(text).replace(/[^a-z]/g, '');
/** Headings that articles have everywhere: no sentence goes on with one alone on its line. */
const KNOWN = new Set(LINE_FORMULAS.map(lettersOf));

/** A stop behind which no sentence goes on, and the end of an enacting line. */
const CLOSED = /[.!?:][^\p{L}\p{N}]*$/u;
/** A line shorter than this ends no sentence that fills its row. */
const SHORT_LINE = 40;

/** Whether a sentence or a heading ends with the line before: the last one that has words. */
function endsBefore(lines: readonly string[], index: number): boolean {
  let at = index - 1;
  while (at >= 0 && !/[\p{L}\p{N}]/u.test(lines[at] ?? '')) at -= 1;
  const before = lines[at];
  if (before === undefined) return true;
  const isHeading = WHOLE.test(before) || before === before.toUpperCase();
  return (
    CLOSED.test(before) ||
    isHeading ||
    (at < index - 1 && before.length < SHORT_LINE && !/[,;]$/.test(before))
  );
}

/**
 * `lines` of one scan in their order, in NFC, '' for blank ones, with the stop behind each number that is the next one
 * after the last heading's, where the line is no citation.
 */
export function withHeadingStops(lines: readonly string[]): {
  readonly lines: readonly string[];
  readonly repairs: readonly Repair[];
} {
  const whole = new Set(lines.flatMap((line) => WHOLE.exec(line)?.[1] ?? []));
  const repairs: Repair[] = [];
  let last: number | null = null;
  // A number that was next and not taken for a heading: the one behind it may be the next all the same.
  let passed: number | null = null;
  const mended = lines.map((line, index) => {
    const own = WHOLE.exec(line);
    if (own !== null) {
      last = Number(own[1]);
      return line;
    }
    const broken = BROKEN.exec(line);
    const number = broken?.[4];
    if (broken === null || number === undefined || whole.has(number)) return line;
    const words = line.slice(broken[0].length);
    const isNext = last === null ? number === '1' : [last, passed].includes(Number(number) - 1);
    const isCited = CITED.test(words) && !OWN.test(words);
    if (isNext && isCited) passed = Number(number);
    const isKnown = KNOWN.has(lettersOf(words)) && (isNext || last === null);
    if (!isKnown && (!isNext || isCited || !endsBefore(lines, index))) return line;
    last = Number(number);
    const from = line.slice(broken[1]?.length ?? 0, broken[0].length).trim();
    repairs.push({ from, to: `Điều ${number}.`, times: 1 });
    return `Điều ${number}. ${words}`;
  });
  return { lines: mended, repairs };
}

import type { TargetComparison } from '../../domain/proposal.ts';

/** A number as it is written: `1.250`, `12,5`. */
export const NUMBER = '\\d{1,3}(?:\\.\\d{3})+|\\d+(?:,\\d+)?';

/** The value of a `NUMBER`. */
export function amountOf(figure: string): number {
  return Number(figure.replaceAll('.', '').replace(',', '.'));
}

/** What "ít nhất 45", "trên 45" or "45 trở lên" ask. @param plain what a figure alone asks */
export function comparisonOf(
  bound: string | undefined,
  more: string | undefined,
  plain: TargetComparison,
): TargetComparison {
  if (more !== undefined) return 'at_least';
  if (bound === undefined) return plain;
  if (/^(?:trên|hơn|>)(?!=)/iu.test(bound)) return 'more_than';
  if (/^(?:dưới|<)(?!=)/iu.test(bound)) return 'less_than';
  if (/^(?:tối đa|không (?:quá|vượt|để|còn|có)|≤|<=)/iu.test(bound)) return 'at_most';
  if (ABOUT.test(bound)) return 'about';
  return /^đạt$/iu.test(bound) ? plain : 'at_least';
}

const ABOUT = /^(?:đạt\s+)?(?:khoảng|gần|xấp xỉ|chừng)/iu;

/** The upper end of "từ 10 đến 15"; `null` where it is none. */
export function upperEnd(lower: number, written: string | undefined): number | null {
  const upper = written === undefined ? 0 : amountOf(written);
  return upper > lower ? upper : null;
}

const YEARS =
  /(?:giai đoạn|từ năm|năm học|nhiệm kỳ|năm)\s+(20\d\d)(?:\s*(?:[-–]|đến(?: năm)?)\s*(20\d\d))?/giu;

/** The year by which something is to be, of a period its last one. */
export function yearIn(words: string): number | null {
  const years = [...words.matchAll(YEARS)].map((match) => Number(match[2] ?? match[1]));
  return years.length === 0 ? null : Math.max(...years);
}

/** Words without the signs and the conjunctions around them. */
export function tidy(words: string): string {
  return words.replace(/\s+/gu, ' ').replace(/^[\s,.;:–-]+|(?:[\s,.;:–-]|\s(?:và|hoặc|có))+$/gu, '');
}

import type { DirectiveKind, Header } from '../../domain/directive.ts';
import type { Unit } from '../normalise/units.ts';
import type { Recognised } from '../provisions/mark.ts';
import type { Letterhead } from './letterhead.ts';

const PRESS_WORDS =
  /(?<!\p{L})(?:đồng chí|ông|bà|lãnh đạo)\s[^.]{2,120}(?:cho biết|chia sẻ|nhấn mạnh|cho hay|khẳng định|nói)(?!\p{L}| chung| riêng)[,.:]?|(?<!\p{L})(?:(?:trả lời|nói với|chia sẻ với|cho|nhóm|theo)\s+phóng viên|phóng viên\s+(?:[Bb]áo|SGGP|TTXVN|VOV|Đài))(?!\p{L})|Ảnh\s?:|theo (?:báo|TTXVN)/u;
const PRESS_HEAD =
  /^(?:SGGP|HNP|TTO|NDO|VOV|TTXVN|\(?[A-ZĐ]{2,8}(?:Online|\.vn)?\)?\s*[-–—]\s*\p{Lu})|^\d{1,2}:\d{2},?\s*\d{1,2}\/\d{1,2}\/\d{4}|\(\d{1,2}:\d{2}\s+\d{1,2}\/\d{1,2}\/\d{4}\)$/u;

/**
 * Tells an issued document from a press page. An issued document has its form: motto, number, title line, or the order
 * of Điều or of I. 1. – in its own words or in what is declared about it. Everything else can inform, but founds nothing.
 */
export function decideKind(
  units: readonly Unit[],
  recognised: Recognised,
  letterhead: Letterhead,
  declared: Header,
  meta: Readonly<Record<string, string>>,
): DirectiveKind {
  const isArticlePage = /article/iu.test(meta['og:type'] ?? '');
  if (letterhead.isForm || (declared.number !== null && !isArticlePage)) return 'issued';
  const signs =
    (isArticlePage ? 2 : 0) +
    (units.slice(0, 6).some(({ text }) => PRESS_HEAD.test(text)) ? 1 : 0) +
    Math.min(2, units.filter(({ text }) => PRESS_WORDS.test(text)).length);
  const tops = recognised.marks.filter(
    (mark) => mark !== null && (mark.kind === 'dieu' || mark.kind === 'phan'),
  );
  if (tops.length >= 2 && signs < 2) return 'issued';
  if (tops.length >= 4 && !isArticlePage) return 'issued';
  if (tops.length >= 1 && signs === 0) return 'issued';
  // No report opens with an article, whatever its words are ("… thăng hạng cho phóng viên hạng dưới").
  if (recognised.marks[0]?.kind === 'dieu' && !isArticlePage) return 'issued';
  // A list of numbered rules under the name of a type of document.
  if (recognised.form === 'outline' && letterhead.type !== null && signs === 0) return 'issued';
  return 'press';
}

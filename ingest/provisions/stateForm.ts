import type { Unit } from '../normalise/units.ts';
import type { ArticleCandidate } from './articleChain.ts';
import { divisionMarks } from './divisions.ts';
import { articleLabel } from './labels.ts';
import { type Mark, RANK } from './mark.ts';
import { romanHeadings } from './romanHeadings.ts';
import { bulletAt, letteredItems, numberedItems } from './sequence.ts';

/**
 * The marks of a stretch in state form: Phần > Chương > Mục > Tiểu mục > Điều > khoản > điểm > gạch đầu dòng; headings
 * with a Roman numeral above the Điều take the place of Phần or Mục.
 * `articles` are the Điều that stand in it, `to` is where its foot begins.
 */
export function stateMarks(
  units: readonly Unit[],
  from: number,
  to: number,
  articles: readonly ArticleCandidate[],
  isFree: (index: number) => boolean,
): Map<number, Mark> {
  const lastArticle = articles.at(-1)?.unit ?? from;
  const marks = divisionMarks(units, from, lastArticle, isFree);
  for (const [unit, mark] of romanHeadings(units, articles, marks, isFree)) marks.set(unit, mark);
  for (const { unit, number, suffix } of articles) {
    const wordsAt = articleLabel(units[unit]?.text ?? '')?.wordsAt ?? 0;
    marks.set(unit, { kind: 'dieu', label: `Điều ${number}${suffix}`, rank: RANK.dieu, wordsAt });
  }
  const tops = [...marks.keys()].sort((a, b) => a - b);
  for (const [place, top] of tops.entries()) {
    if (marks.get(top)?.kind !== 'dieu') continue;
    const end = Math.min(tops[place + 1] ?? to, to);
    const clauses = numberedItems(units, top + 1, end, isFree);
    for (const { unit, value, wordsAt } of clauses) {
      marks.set(unit, { kind: 'khoan', label: `khoản ${value}`, rank: RANK.khoan, wordsAt });
    }
    const leads = [top, ...clauses.map(({ unit }) => unit)];
    for (const [index, lead] of leads.entries()) {
      const until = leads[index + 1] ?? end;
      const points = letteredItems(units, lead + 1, until, isFree);
      for (const { unit, value, wordsAt } of points) {
        marks.set(unit, { kind: 'diem', label: `điểm ${value}`, rank: RANK.diem, wordsAt });
      }
      const inner = [lead, ...points.map(({ unit }) => unit)];
      for (const [innerIndex, item] of inner.entries()) {
        markBullets(units, item, inner[innerIndex + 1] ?? until, isFree, marks);
      }
    }
  }
  return marks;
}

/** Dashes count only as a list of the form: two or more, introduced by a colon. */
function markBullets(
  units: readonly Unit[],
  lead: number,
  to: number,
  isFree: (index: number) => boolean,
  marks: Map<number, Mark>,
): void {
  const bullets: { unit: number; wordsAt: number }[] = [];
  for (let index = lead + 1; index < to; index += 1) {
    const bullet = isFree(index) ? bulletAt(units, index) : null;
    if (bullet !== null && /^[\p{Lu}\d“"(]/u.test(bullet.words))
      bullets.push({ unit: index, wordsAt: bullet.wordsAt });
  }
  const first = bullets[0];
  if (first === undefined || bullets.length < 2) return;
  if (!/:[^\p{L}\p{N}]*$/u.test(units[first.unit - 1]?.text ?? '')) return;
  for (const [place, { unit, wordsAt }] of bullets.entries()) {
    marks.set(unit, { kind: 'gach', label: `gạch đầu dòng ${place + 1}`, rank: RANK.gach, wordsAt });
  }
}

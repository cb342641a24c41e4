import { parseRoman, toRoman } from '../../vietnamese/roman.ts';
import { stopsBeforeArticle } from '../normalise/sentence.ts';
import type { Unit } from '../normalise/units.ts';
import type { ArticleCandidate } from './articleChain.ts';
import { romanLabel } from './labels.ts';
import { type Mark, RANK } from './mark.ts';
import { mayBegin } from './sequence.ts';

type Heading = { readonly unit: number; readonly value: number; readonly wordsAt: number };

/**
 * Headings with a Roman numeral right above an Điều ("II. QUY ĐỊNH CỤ THỂ"), where they run I, II, III … They stand for
 * the Phần of a document that has no Chương, else for the Mục of one; `divisions` are the headings found already.
 */
export function romanHeadings(
  units: readonly Unit[],
  articles: readonly ArticleCandidate[],
  divisions: ReadonlyMap<number, Mark>,
  isFree: (index: number) => boolean,
): ReadonlyMap<number, Mark> {
  const inChapters = [...divisions.values()].some(({ kind }) => kind === 'chuong' || kind === 'phan');
  if ([...divisions.values()].some(({ kind }) => kind === 'muc')) return new Map();
  const found: Heading[] = [];
  let last = 0;
  let previous = -1;
  for (const { unit } of articles) {
    const heading = headingAbove(units, unit, isFree, divisions);
    const restarts = inChapters && hasBetween(divisions, previous, unit);
    if (heading !== null && (heading.value === last + 1 || (restarts && heading.value === 1))) {
      found.push(heading);
      last = heading.value;
    }
    previous = unit;
  }
  if (found.length < 2 || found[0]?.value !== 1) return new Map();
  const [kind, name] = inChapters ? (['muc', 'Mục'] as const) : (['phan', 'Phần'] as const);
  return new Map(
    found.map(({ unit, value, wordsAt }) => [
      unit,
      { kind, label: `${name} ${toRoman(value)}`, rank: RANK[kind], wordsAt, isDivision: true },
    ]),
  );
}

/** A heading may take two lines; a numbered rule does not end without a full stop. */
function headingAbove(
  units: readonly Unit[],
  article: number,
  isFree: (index: number) => boolean,
  divisions: ReadonlyMap<number, Mark>,
): Heading | null {
  for (const index of [article - 1, article - 2]) {
    const unit = units[index];
    if (unit === undefined || !isFree(index) || divisions.has(index)) return null;
    const label = romanLabel(unit.text);
    if (label === null) {
      if (unit.text.length > 120 || /[.;:]$/u.test(unit.text)) return null;
      continue;
    }
    const isHeading = unit.text.length <= 160 && !/[.;:]$/u.test(unit.text.trim());
    if (!isHeading || !mayBegin(units, index, stopsBeforeArticle)) return null;
    const value = parseRoman(label.printed);
    return value === null ? null : { unit: index, value, wordsAt: label.wordsAt };
  }
  return null;
}

function hasBetween(divisions: ReadonlyMap<number, Mark>, from: number, to: number): boolean {
  return [...divisions.keys()].some((index) => index > from && index < to);
}

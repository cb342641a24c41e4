import { parseRoman, toRoman } from '../../vietnamese/roman.ts';
import { isCapitals } from '../normalise/sentence.ts';
import type { Unit } from '../normalise/units.ts';
import { divisionLabel, type Label, letterLabel, romanLabel, subnumberLabel } from './labels.ts';
import { type Mark, RANK } from './mark.ts';
import { bulletAt, letteredItems, mayBegin, numberedItems } from './sequence.ts';

type Free = (index: number) => boolean;

/**
 * The marks of a stretch in party form, and of an annex: `A.` or `Phần A` > `I.` > `1.` > `1.1.` > `-` or `a)`.
 * Empty when the stretch has no such order.
 */
export function outlineMarks(
  units: readonly Unit[],
  from: number,
  to: number,
  isFree: Free,
): Map<number, Mark> {
  const marks = new Map<number, Mark>();
  const letters = letterSections(units, from, to, isFree);
  for (const [unit, mark] of letters) marks.set(unit, mark);
  const sections = [from - 1, ...letters.map(([unit]) => unit)];
  for (const [place, section] of sections.entries()) {
    markRomans(units, section + 1, sections[place + 1] ?? to, isFree, marks);
  }
  return marks;
}

/** `Phần A`, or `A.` where at least `A.` and `B.` stand in order. */
function letterSections(units: readonly Unit[], from: number, to: number, isFree: Free): [number, Mark][] {
  const found: [number, Mark][] = [];
  let named = 0;
  let bare = 0;
  for (let index = from; index < to; index += 1) {
    const unit = units[index];
    if (unit === undefined || !isFree(index) || !mayBegin(units, index)) continue;
    const part = divisionLabel(unit.text, 'phan', unit.role === 'heading');
    const label = part ?? letterLabel(unit.text);
    if (label === null) continue;
    const isNext =
      part === null
        ? label.printed === String.fromCharCode(65 + found.length) && isCapitals(label.words)
        : /^[A-H]$/.test(part.printed) || parseRoman(part.printed) !== null;
    if (!isNext) continue;
    if (part === null) bare += 1;
    else named += 1;
    const mark = {
      kind: 'phan',
      label: `Phần ${label.printed}`,
      rank: RANK.letter,
      wordsAt: label.wordsAt,
    } as const;
    found.push([index, mark]);
  }
  return named > 0 || bare > 1 ? found : [];
}

function markRomans(
  units: readonly Unit[],
  from: number,
  to: number,
  isFree: Free,
  marks: Map<number, Mark>,
): void {
  const romans: { unit: number; value: number; wordsAt: number }[] = [];
  let expected = 1;
  for (let index = from; index < to; index += 1) {
    const unit = units[index];
    if (unit === undefined || !isFree(index) || !mayBegin(units, index)) continue;
    const label = romanLabel(unit.text);
    const value = label === null ? null : romanByPlace(label, expected, unit.role === 'heading');
    if (label === null || value === null) continue;
    romans.push({ unit: index, value, wordsAt: label.wordsAt });
    expected = value + 1;
  }
  const only = romans.length === 1 ? romans[0] : undefined;
  if (only !== undefined && !isCapitals(units[only.unit]?.text ?? '')) romans.length = 0;
  for (const { unit, value, wordsAt } of romans) {
    marks.set(unit, { kind: 'phan', label: `Phần ${toRoman(value)}`, rank: RANK.phan, wordsAt });
  }
  const leads = romans.length === 0 ? [from - 1] : romans.map(({ unit }) => unit);
  for (const [place, lead] of leads.entries()) {
    markNumbers(units, lead + 1, leads[place + 1] ?? to, isFree, marks, romans.length > 0);
  }
}

function romanByPlace({ printed, words }: Label, expected: number, isHeading: boolean): number | null {
  const read = parseRoman(printed);
  if (read === expected) return expected;
  const isTitle = isHeading || isCapitals(words);
  if (!isTitle) return null;
  if (read === null) return expected;
  return expected > 1 && read === expected + 1 ? read : null;
}

function markNumbers(
  units: readonly Unit[],
  from: number,
  to: number,
  isFree: Free,
  marks: Map<number, Mark>,
  underRoman: boolean,
): void {
  const numbers = numberedItems(units, from, to, isFree);
  // Without a heading above them, a single number is a chance of the line's break.
  if (!underRoman && numbers.length < 2) numbers.length = 0;
  for (const { unit, value, wordsAt } of numbers) {
    marks.set(unit, { kind: 'muc', label: `mục ${value}`, rank: RANK.muc, wordsAt });
  }
  if (!underRoman && numbers.length === 0) return;
  const first = numbers[0]?.unit ?? to;
  if (underRoman) markItems(units, from - 1, first, isFree, marks);
  for (const [place, { unit, value }] of numbers.entries()) {
    markSubnumbers(units, unit, numbers[place + 1]?.unit ?? to, value, isFree, marks);
  }
}

function markSubnumbers(
  units: readonly Unit[],
  lead: number,
  to: number,
  number: number,
  isFree: Free,
  marks: Map<number, Mark>,
): void {
  const leads = [lead];
  let last: readonly number[] = [number];
  for (let index = lead + 1; index < to; index += 1) {
    if (!isFree(index) || !mayBegin(units, index)) continue;
    const label = subnumberLabel(units[index]?.text ?? '');
    if (label === null) continue;
    const parts = label.printed.split('.').map(Number);
    if (!follows(last, parts)) continue;
    last = parts;
    leads.push(index);
    const rank = RANK.tieu_muc + (parts.length - 2) * 0.1;
    marks.set(index, { kind: 'tieu_muc', label: `tiểu mục ${label.printed}`, rank, wordsAt: label.wordsAt });
  }
  for (const [place, from] of leads.entries()) markItems(units, from, leads[place + 1] ?? to, isFree, marks);
}

/** Whether a decimal number comes next: one deeper (`2` → `2.1`), or the next one at its depth (one may be missing). */
function follows(last: readonly number[], next: readonly number[]): boolean {
  const depth = next.length;
  if (depth > last.length + 1) return false;
  const sameStem = next.slice(0, -1).every((part, place) => part === last[place]);
  const before = last[depth - 1] ?? 0;
  const end = next.at(-1) ?? 0;
  return sameStem && end > before && end <= before + 2;
}

/** `a)` and `-` under one lead; dashes are counted anew under each letter. */
function markItems(
  units: readonly Unit[],
  lead: number,
  to: number,
  isFree: Free,
  marks: Map<number, Mark>,
): void {
  const points = letteredItems(units, lead + 1, to, isFree);
  for (const { unit, value, wordsAt } of points) {
    marks.set(unit, { kind: 'diem', label: `điểm ${value}`, rank: RANK.diem, wordsAt });
  }
  let count = 0;
  for (let index = lead + 1; index < to; index += 1) {
    if (marks.has(index)) {
      count = 0;
      continue;
    }
    const bullet = isFree(index) ? bulletAt(units, index) : null;
    if (bullet === null) continue;
    count += 1;
    const label = `gạch đầu dòng ${count}`;
    marks.set(index, { kind: 'gach', label, rank: RANK.gach, wordsAt: bullet.wordsAt });
  }
}

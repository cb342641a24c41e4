import { POINT_LETTERS } from '../../vietnamese/provisionLabel.ts';
import { endsSentence, stopsBeforeItem } from '../normalise/sentence.ts';
import { isApart, type Unit } from '../normalise/units.ts';
import { bulletLabel, type Label, numberLabel, pointLabel, readFigures, romanLabel } from './labels.ts';

/** A unit that begins an item of a list, with the number or letter that it has by its place. */
export type Item<T> = { readonly unit: number; readonly value: T; readonly wordsAt: number };

/** Shorter than the lines of a wrapped text. */
const SHORT_LINE = 56;
/** As long as a wrapped line is at least, in narrow columns too. */
const FULL_LINE = 30;

/** Whether a provision may begin at a unit: not in the middle of a sentence that the line before left open. */
export function mayBegin(
  units: readonly Unit[],
  index: number,
  stopsBefore: (text: string) => boolean = stopsBeforeItem,
): boolean {
  const unit = units[index];
  const before = units[index - 1];
  if (unit === undefined || unit.role === 'table') return false;
  if (before === undefined || isApart(before, unit) || unit.role !== 'line' || before.role !== 'line') {
    return true;
  }
  // A sentence that the next line goes on with filled its own line; a short one is the end of a wrapped heading.
  return before.text.length < FULL_LINE || !stopsBefore(before.text);
}

/** Whether a unit is set off from the one before: by a blank line, by its format, or by the end of a sentence. */
export function isSetOff(units: readonly Unit[], index: number): boolean {
  const unit = units[index];
  const before = units[index - 1];
  if (unit === undefined || before === undefined) return unit !== undefined;
  return isApart(before, unit) || unit.role !== 'line' || before.role !== 'line' || endsSentence(before.text);
}

/** The dash that begins a unit, or `null` where the line before goes on ("kinh tế / - xã hội"). */
export function bulletAt(units: readonly Unit[], index: number): Label | null {
  const bullet = bulletLabel(units[index]?.text ?? '');
  if (bullet === null) return null;
  const isSentence = /^[\p{Lu}\d“"(]/u.test(bullet.words);
  if (isSetOff(units, index)) return bullet;
  // Under a heading, which ends in no stop; a full line before it is a sentence that goes on ("Hà Nội / - Huế").
  const above = units[index - 1]?.text ?? '';
  const isUnderHeading =
    above.length < SHORT_LINE || numberLabel(above) !== null || romanLabel(above) !== null;
  return isSentence && isUnderHeading && mayBegin(units, index) ? bullet : null;
}

/**
 * The numbered items `1.`, `2.`, … between two units. The label is what the sequence says: a misread figure is taken
 * in the place where it fits, a number out of its place is no label, and a missing number leaves a gap unless a line
 * between shows the speck that is left of it.
 */
export function numberedItems(
  units: readonly Unit[],
  from: number,
  to: number,
  isFree: (index: number) => boolean,
): Item<number>[] {
  const candidates: (Item<number> & { readonly plain: boolean })[] = [];
  const lastPlace = new Map<number, number>();
  for (let index = from; index < to; index += 1) {
    if (!isFree(index) || !mayBegin(units, index)) continue;
    const found = numberLabel(units[index]?.text ?? '');
    const value = found === null ? null : readFigures(found.printed);
    if (found === null || value === null) continue;
    const isItem = value === 1 || isSetOff(units, index);
    if (found.comma && !(isItem && /^\p{Lu}/u.test(found.words))) continue;
    const plain = /^\d+$/.test(found.printed) && !found.comma;
    candidates.push({ unit: index, value, wordsAt: found.wordsAt, plain });
    lastPlace.set(value, candidates.length - 1);
  }
  const items: Item<number>[] = [];
  let expected = 1;
  for (const [place, { unit, value, wordsAt, plain }] of candidates.entries()) {
    const isNext = value === expected;
    const leavesGap =
      plain &&
      value > expected &&
      value <= expected + (expected === 1 ? 1 : 3) &&
      isSetOff(units, unit) &&
      (lastPlace.get(expected) ?? -1) < place;
    if (!isNext && !leavesGap) continue;
    const before = items.at(-1);
    if (before !== undefined && value === before.value + 2) {
      const lost = lostNumber(units, before.unit + 1, unit, isFree);
      if (lost !== null) items.push({ ...lost, value: value - 1 });
    }
    items.push({ unit, value, wordsAt });
    expected = value + 1;
  }
  return items;
}

/** The one unit that begins with what scanning left of a number: `. Vi phạm`, `S Quyết định`. */
function lostNumber(
  units: readonly Unit[],
  from: number,
  to: number,
  isFree: (index: number) => boolean,
): { readonly unit: number; readonly wordsAt: number } | null {
  const found = [];
  for (let index = from; index < to; index += 1) {
    if (!isFree(index) || !isSetOff(units, index)) continue;
    const match =
      /^(?:[^\p{L}\p{N}“"'‘(\-–—]{1,2}(?:\s[^\p{L}\p{N}“"'‘(\-–—]{1,2})*\s*|[SlIOBZ]\s)(?=\p{Lu})/u.exec(
        units[index]?.text ?? '',
      );
    if (match !== null) found.push({ unit: index, wordsAt: match[0].length });
  }
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** What scanning makes of the letters of điểm. */
const MISREAD: Readonly<Record<string, string>> = {
  a: '3âàáä',
  b: '6h',
  c: 'eoẹ€¢©gç(0ec',
  d: 'đðä',
  đ: 'dð',
  e: 'cé€èê',
  g: '89qøõ',
  h: 'bn',
  i: '1lïíìîĩjtI',
  k: 'K',
  l: '1iI',
  n: 'ñr',
  o: '0ôóò',
  q: 'g9',
  u: 'ư',
  v: 'y',
};

/** The lettered items `a)`, `b)`, … `đ)`, … between two units, each with the letter that it has by its place. */
export function letteredItems(
  units: readonly Unit[],
  from: number,
  to: number,
  isFree: (index: number) => boolean,
): Item<string>[] {
  const candidates: Item<string>[] = [];
  for (let index = from; index < to; index += 1) {
    if (!isFree(index) || !mayBegin(units, index)) continue;
    const found = pointLabel(units[index]?.text ?? '');
    if (found === null || (found.words === '' && !hasWordsNext(units, index, to))) continue;
    candidates.push({ unit: index, value: printedLetter(found.printed), wordsAt: found.wordsAt });
  }
  const items: Item<string>[] = [];
  let expected = 0;
  for (const [place, candidate] of candidates.entries()) {
    const taken = letterByPlace(candidate.value, expected, candidates[place + 1]?.value ?? null);
    if (taken === null) continue;
    items.push({ ...candidate, value: POINT_LETTERS.charAt(taken) });
    expected = taken + 1;
  }
  return items;
}

/** The place in the alphabet of điểm that a printed letter takes, or `null` when it takes none. */
function letterByPlace(printed: string, expected: number, next: string | null): number | null {
  const due = POINT_LETTERS.charAt(expected);
  if (due === '') return null;
  if (printed === due) return expected;
  const place = POINT_LETTERS.indexOf(printed);
  const isMisread = (MISREAD[due] ?? '').includes(printed) || printed === due + due;
  // The letter after it goes on from the letter as printed: then it is printed right, and one is missing before it.
  const goesOn = next !== null && place >= 0 && next === POINT_LETTERS.charAt(place + 1);
  if (place > expected) {
    if (isMisread && !goesOn) return expected;
    if (goesOn || (expected > 0 ? place - expected <= 2 : place === 1)) return place;
    return null;
  }
  if (!isMisread) return null;
  return expected > 0 || next === 'b' ? expected : null;
}

function printedLetter(printed: string): string {
  const small = printed === 'I' ? printed : printed.toLowerCase();
  return small.replace('ð', 'đ');
}

function hasWordsNext(units: readonly Unit[], index: number, to: number): boolean {
  const next = units[index + 1];
  if (index + 1 >= to || next === undefined) return false;
  return pointLabel(next.text) === null && numberLabel(next.text) === null;
}

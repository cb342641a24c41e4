import { parseOrdinal, writeOrdinal } from '../../vietnamese/provisionLabel.ts';
import { parseRoman, toRoman } from '../../vietnamese/roman.ts';
import { isCapitals, stopsBeforeArticle } from '../normalise/sentence.ts';
import type { Unit } from '../normalise/units.ts';
import { DIVISION_KINDS, type Division, divisionLabel, type Label } from './labels.ts';
import { type Mark, RANK } from './mark.ts';
import { mayBegin } from './sequence.ts';

const NAMES: Readonly<Record<Division, string>> = {
  phan: 'Phần',
  chuong: 'Chương',
  muc: 'Mục',
  tieu_muc: 'Tiểu mục',
};

/**
 * The headings above the Điều: Phần, Chương, Mục, Tiểu mục. Their numbers are read by their place, so that a misread
 * numeral (`Chương IH`) gets the right one.
 */
export function divisionMarks(
  units: readonly Unit[],
  from: number,
  to: number,
  isFree: (index: number) => boolean,
): Map<number, Mark> {
  const marks = new Map<number, Mark>();
  const counted: Record<Division, number> = { phan: 0, chuong: 0, muc: 0, tieu_muc: 0 };
  let partIsNew = false;
  for (let index = from; index < to; index += 1) {
    const unit = units[index];
    if (unit === undefined || !isFree(index) || !mayBegin(units, index, stopsBeforeArticle)) continue;
    for (const kind of DIVISION_KINDS) {
      const found = divisionLabel(unit.text, kind, unit.role === 'heading');
      if (found === null) continue;
      const restarts = kind === 'chuong' && partIsNew;
      const value = numberByPlace(found, counted[kind] + 1, restarts, looksLikeHeading(units, index, found));
      if (value === null) break;
      counted[kind] = value;
      if (kind !== 'tieu_muc') counted.tieu_muc = 0;
      if (kind === 'phan' || kind === 'chuong') counted.muc = 0;
      partIsNew = kind === 'phan';
      const label = `${NAMES[kind]} ${writeNumber(found.printed, value)}`;
      marks.set(index, { kind, label, rank: RANK[kind], wordsAt: found.wordsAt, isDivision: true });
      break;
    }
  }
  return marks;
}

function numberByPlace(found: Label, expected: number, restarts: boolean, isHeading: boolean): number | null {
  const read = readNumber(found.printed);
  if (read === expected) return expected;
  if (read === 1 && restarts) return 1;
  if (read !== null && read > expected && read <= expected + 2) return read;
  return isHeading ? expected : null;
}

function readNumber(printed: string): number | null {
  if (/^\d+$/.test(printed)) return Number(printed);
  if (/^(?:thứ|THỨ)\s/u.test(printed)) return parseOrdinal(printed);
  return parseRoman(printed) ?? (/^[A-H]$/.test(printed) ? printed.charCodeAt(0) - 64 : null);
}

/** Writes the number by its place in the way in which the document prints its numbers. */
function writeNumber(printed: string, value: number): string {
  if (/^\d+$/.test(printed)) return String(value);
  if (/^(?:thứ|THỨ)\s/u.test(printed)) return `thứ ${writeOrdinal(value) ?? value}`;
  if (printed === String.fromCharCode(64 + value) && parseRoman(printed) === null) return printed;
  return toRoman(value);
}

function looksLikeHeading(units: readonly Unit[], index: number, { words }: Label): boolean {
  const unit = units[index];
  if (unit?.role === 'heading') return true;
  if (words !== '') return isCapitals(words);
  return isCapitals(units[index + 1]?.text ?? '');
}

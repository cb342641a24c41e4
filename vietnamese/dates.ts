import type { IsoDate } from '../domain/day.ts';

/** A date that stands in a text. Offsets are into the text in NFC. */
export type FoundDate = { readonly date: IsoDate; readonly start: number; readonly end: number };

const WORDS = /(\d{1,2})\s*th[aá]ng\s*(\d{1,2})\s*,?\s*n[aă]m\s*(\d{4})/giu;
const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/gu;
const FIGURES = /(?<![\d/.-])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)/gu;

/**
 * Every day that a text names, in order: `26 tháng 6 năm 2026` (also without diacritics), `26/6/2026`, `26-06-2026`,
 * `26.6.2026`, `2026-06-26`. Days that no calendar has are left out.
 */
export function findDates(text: string): FoundDate[] {
  const composed = text.normalize('NFC');
  const found: FoundDate[] = [];
  const add = (match: RegExpMatchArray, year?: string, month?: string, day?: string): void => {
    const date = isoDate(Number(year), Number(month), Number(day));
    const start = match.index ?? 0;
    if (date !== null) found.push({ date, start, end: start + match[0].length });
  };
  for (const match of composed.matchAll(WORDS)) add(match, match[3], match[2], match[1]);
  for (const match of composed.matchAll(ISO)) add(match, match[1], match[2], match[3]);
  for (const match of composed.matchAll(FIGURES)) add(match, match[4], match[3], match[1]);
  return found.sort((a, b) => a.start - b.start);
}

/** The first day that a text names, or `null`. */
export function parseDate(text: string): IsoDate | null {
  return findDates(text)[0]?.date ?? null;
}

/** `2026-06-26` from its parts, or `null` for a day that no calendar has. */
export function isoDate(year: number, month: number, day: number): IsoDate | null {
  if (!(year >= 1900 && year <= 2199)) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

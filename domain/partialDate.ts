import type { IsoDate } from './day.ts';

/**
 * A day as a record knows it: `2019-12-05`, or only `2019-12`, or only `2019`. Records are full of certificates "cấp năm
 * 2019"; such a date is every day from `earliest` to `latest`, never the first of January.
 */
export type PartialDate = string;

const PARTIAL = /^\d{4}(-\d{2}(-\d{2})?)?$/;

export function isPartialDate(text: string): boolean {
  return PARTIAL.test(text) && !Number.isNaN(Date.parse(`${earliest(text)}T00:00:00Z`)) && isOnCalendar(text);
}

/** The first day that the date may mean. */
export function earliest(date: PartialDate): IsoDate {
  return `${date}${'-01-01'.slice(date.length === 4 ? 0 : 3)}`.slice(0, 10);
}

/** The last day that the date may mean. */
export function latest(date: PartialDate): IsoDate {
  if (date.length === 10) return date;
  if (date.length === 4) return `${date}-12-31`;
  const [year = '', month = ''] = date.split('-');
  return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
}

/** `2019-12` → `12/2019`, `2019-12-05` → `05/12/2019`. */
export function writePartialDate(date: PartialDate): string {
  return date.split('-').reverse().join('/');
}

function isOnCalendar(date: PartialDate): boolean {
  if (date.length < 10) return true;
  return new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
}

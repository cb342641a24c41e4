import { addMonths, type IsoDate } from '../../domain/day.ts';
import type { PartialDate } from '../../domain/partialDate.ts';
import type { Status } from '../finding.ts';

/** A day taken apart once, so that partial dates are compared with it by their beginnings alone. */
export type Day = {
  readonly iso: IsoDate;
  /** `2026` and `2026-11`. */
  readonly year: string;
  readonly month: string;
  readonly startsYear: boolean;
  readonly endsYear: boolean;
  readonly startsMonth: boolean;
  readonly endsMonth: boolean;
};

export function dayOf(iso: IsoDate): Day {
  return {
    iso,
    year: iso.slice(0, 4),
    month: iso.slice(0, 7),
    startsYear: iso.endsWith('-01-01'),
    endsYear: iso.endsWith('-12-31'),
    startsMonth: iso.endsWith('-01'),
    endsMonth: iso === monthEnd(iso),
  };
}

/** Whether a date lies on the day or before it. */
export function notAfter(date: PartialDate, day: Day): Status {
  if (date.length === 10) return date <= day.iso ? 'met' : 'missing';
  const same = date.length === 4 ? day.year : day.month;
  if (date !== same) return date < same ? 'met' : 'missing';
  return (date.length === 4 ? day.endsYear : day.endsMonth) ? 'met' : 'unknown';
}

/** Whether a date lies on the day or after it. */
export function notBefore(date: PartialDate, day: Day): Status {
  if (date.length === 10) return date >= day.iso ? 'met' : 'missing';
  const same = date.length === 4 ? day.year : day.month;
  if (date !== same) return date > same ? 'met' : 'missing';
  return (date.length === 4 ? day.startsYear : day.startsMonth) ? 'met' : 'unknown';
}

/** The latest day from which so many whole months have passed by the day: what `addMonths` takes to the day or before it. */
export function monthsBefore(iso: IsoDate, months: number): IsoDate {
  const back = addMonths(iso, -months);
  const end = monthEnd(back);
  // Both 28 and 31 January come to 28 February; the later of them counts.
  return addMonths(end, months) <= iso ? end : back;
}

/** Completed years from a day to another; whoever was born on 29 February completes a common year on 1 March. */
export function yearsBetween(from: IsoDate, to: IsoDate): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

/** Completed months from a day to another, counted as `addMonths` counts. */
export function monthsBetween(from: IsoDate, to: IsoDate): number {
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7));
  return addMonths(from, months) > to ? months - 1 : months;
}

export function dayAfter(iso: IsoDate): IsoDate {
  const day = new Date(`${iso}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

function monthEnd(iso: IsoDate): IsoDate {
  return new Date(Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), 0)).toISOString().slice(0, 10);
}

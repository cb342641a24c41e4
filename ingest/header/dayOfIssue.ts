import type { IsoDate } from '../../domain/day.ts';
import { isoDate } from '../../vietnamese/dates.ts';

/**
 * The day of issue of a document whose line of place and date shows no more than a day of the month, the rest being hidden
 * under a stamp: the last such day before the file was signed electronically (by whoever put it on a portal, within the
 * month) and before it comes into force. `null` where that lies in another year than the document's number.
 */
export function lastSuchDay(
  day: number,
  {
    signed,
    effective,
    year,
  }: { readonly signed: IsoDate; readonly effective: IsoDate | null; readonly year: number | null },
): IsoDate | null {
  const latest = effective !== null && effective < signed ? effective : signed;
  const [latestYear = 0, latestMonth = 0] = latest.split('-').map(Number);
  // The month before may be too short to have the day.
  for (let back = 0; back < 3; back += 1) {
    const month = new Date(Date.UTC(latestYear, latestMonth - 1 - back, 1));
    const found = isoDate(month.getUTCFullYear(), month.getUTCMonth() + 1, day);
    if (found !== null && found <= latest)
      return year === null || found.startsWith(`${year}-`) ? found : null;
  }
  return null;
}

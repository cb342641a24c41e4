/** A calendar day in ISO form, `2026-07-01`. Never a time of day, never a time zone. */
export type IsoDate = string;

/** Vietnam has had one time since 1975, without summer time. */
const AHEAD_MS = 7 * 3_600_000;

/** The calendar day in Vietnam at a moment, whatever the machine's time zone. */
export function vietnamDay(moment: Date): IsoDate {
  return new Date(moment.getTime() + AHEAD_MS).toISOString().slice(0, 10);
}

/** The same day so many months later; the month's last day where it has no such day (31/01 + 1 → 28/02). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10);
}

const VIETNAM_MOMENT = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

/** A moment as people in Vietnam read it: `14:50 22/11/2026`. */
export function writeMoment(moment: Date): string {
  return VIETNAM_MOMENT.format(moment);
}

/** The day that comes `days` after another. */
export function addDays(date: IsoDate, days: number): IsoDate {
  const moment = new Date(`${date}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** Nothing is sent unasked from 21:00 to 07:00 in Vietnam, whatever the day. */
const FROM_HOUR = 21;
const UNTIL_HOUR = 7;
/** Vietnam keeps this distance to UTC all year. */
const VIETNAM_HOURS = 7;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** When the quiet hours end that a moment lies in; `null`: it lies in none. Pure. */
export function quietUntil(moment: Date): Date | null {
  const local = moment.getTime() + VIETNAM_HOURS * HOUR_MS;
  const midnight = Math.floor(local / DAY_MS) * DAY_MS;
  const hour = (local - midnight) / HOUR_MS;
  if (hour >= UNTIL_HOUR && hour < FROM_HOUR) return null;
  const morning = midnight + UNTIL_HOUR * HOUR_MS + (hour >= FROM_HOUR ? DAY_MS : 0);
  return new Date(morning - VIETNAM_HOURS * HOUR_MS);
}

/** The first moment of the calendar month in Vietnam that a moment lies in. Pure. */
export function monthBegin(moment: Date): Date {
  const local = new Date(moment.getTime() + VIETNAM_HOURS * HOUR_MS);
  return new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), 1) - VIETNAM_HOURS * HOUR_MS);
}

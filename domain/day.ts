import type { IsoDate } from './directive.ts';

const VIETNAM_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });

/** The calendar day in Vietnam at a moment, whatever the machine's time zone. */
export function vietnamDay(moment: Date): IsoDate {
  return VIETNAM_DAY.format(moment);
}

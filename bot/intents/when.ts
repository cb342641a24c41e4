import type { IsoDate } from '../../domain/day.ts';
import { findDates } from '../../vietnamese/dates.ts';

const UNTIL =
  '(?:,?\\s*(?:(?:và|va)\\s+)?(?:tính\\s+đến|tinh\\s+den|tính|đến|den|vào|vao|tại|tai|tới|toi|trong|trước|truoc)\\s+)?(?:(?:hết|het|cuối|cuoi)\\s+)?';
const DAY = new RegExp(
  `${UNTIL}(?:ng(?:à|a)y\\s+)?(?:\\d{1,2}\\s?[/.-]\\s?\\d{1,2}\\s?[/.-]\\s?\\d{4}|\\d{1,2}\\s+th(?:á|a)ng\\s+\\d{1,2}\\s+n(?:ă|a)m\\s+\\d{4}|\\d{4}-\\d{2}-\\d{2})`,
  'giu',
);
const YEAR = new RegExp(`${UNTIL}n(?:ă|a)m\\s+((?:19|20|21)\\d{2})(?!\\d)`, 'iu');

/** "… tính đến 31/12/2026", "đến hết năm 2027": as of when, and the words without it. A year means its last day. Pure. */
export function readWhen(text: string): { readonly asOf: IsoDate | null; readonly rest: string } {
  const composed = text.normalize('NFC');
  const date = findDates(composed)[0]?.date;
  if (date !== undefined) return { asOf: date, rest: composed.replace(DAY, ' ') };
  const year = YEAR.exec(composed);
  if (year === null) return { asOf: null, rest: composed };
  return { asOf: `${year[1] ?? ''}-12-31`, rest: composed.replace(year[0], ' ') };
}

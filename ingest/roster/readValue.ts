import type { PartialDate } from '../../domain/partialDate.ts';
import { isoDate } from '../../vietnamese/dates.ts';
import { cleanText, fold } from '../../vietnamese/text.ts';
import { type Fault, VALUE_FAULTS } from './texts.ts';
import type { Cell } from './xlsx/sheetRows.ts';

/** A value out of a cell, or what is wrong with it. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: Fault };

export const read = <T>(value: T): Reading<T> => ({ ok: true, value });
export const wrong = (fault: Fault): Reading<never> => ({ ok: false, fault });

/** The cell's words: clean, on one line. Formulas and errors have none; they are refused before a value is read. */
export function textOf(cell: Cell): string {
  switch (cell.kind) {
    case 'text':
      return cleanText(cell.text).replace(/\s+/g, ' ').trim();
    case 'number':
      return String(cell.value);
    case 'date': {
      const parts = cell.day.split('-').reverse();
      return parts.slice(cell.shown === 'day' ? 0 : cell.shown === 'month' ? 1 : 2).join('/');
    }
    case 'boolean':
      return cell.value ? 'có' : 'không';
    case 'formula':
    case 'error':
      return '';
  }
}

const WORDS = /^(?:ngay )?(?:(\d{1,2}) )?(?:thang|t) ?(\d{1,2})(?: (?:nam )?|[/.-])(\d{4})$/;
const FIGURES = /^(?:ngay )?(?:(\d{1,2}) ?[/.-] ?)?(\d{1,2}) ?[/.-] ?(\d{4})$/;
const ISO = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[t ][\d:.]+z?)?$/;
const YEAR = /^(?:nam )?(\d{4})$/;
const SHORT_YEAR = /^\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{2}$/;

/** A date of which the day, or day and month, may be unknown: left out or written `00`. */
function partial(text: string, year: string, month = '', day = ''): Reading<PartialDate> {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const found = isoDate(y, m === 0 ? 1 : m, m === 0 || d === 0 ? 1 : d);
  if (found === null || (m === 0 && d !== 0)) return wrong(VALUE_FAULTS.impossibleDay(text));
  return read(found.slice(0, m === 0 ? 4 : d === 0 ? 7 : 10));
}

/** `05/12/2019`, `5-12-2019`, `12/2019`, `tháng 12 năm 2019`, `2019`, `2019-12-05`, `00/12/2019`. */
export function readDate(text: string): Reading<PartialDate> {
  const folded = fold(text).replace(/,/g, '').trim();
  const [, day, month, year] = FIGURES.exec(folded) ?? WORDS.exec(folded) ?? [];
  if (year !== undefined) return partial(text, year, month, day);
  const [, isoYear, isoMonth, isoDay] = ISO.exec(folded) ?? [];
  if (isoYear !== undefined) return partial(text, isoYear, isoMonth, isoDay);
  const [, onlyYear] = YEAR.exec(folded) ?? [];
  if (onlyYear !== undefined) return partial(text, onlyYear);
  return wrong(SHORT_YEAR.test(folded) ? VALUE_FAULTS.shortYear(text) : VALUE_FAULTS.notDate(text));
}

const YES = new Set(['x', 'co', 'yes', 'y', 'true', '1', 'dung', 'v', '✓', '✔', '☑', 'roi']);
const NO = new Set(['khong', 'ko', 'k', 'no', 'n', 'false', '0', 'chua', 'sai', '☐', 'chua co', 'khong co']);

/** Yes or no as written; `others` are words that mean it in this column, folded. */
export function readYesNo(
  text: string,
  others: { readonly yes: readonly string[]; readonly no: readonly string[] },
): Reading<boolean> {
  const folded = fold(text);
  // "không hoàn thành" is looked up before "hoàn thành" could be found in it: whole words only, so order does not matter.
  if (YES.has(folded) || others.yes.includes(folded)) return read(true);
  if (NO.has(folded) || others.no.includes(folded)) return read(false);
  return wrong(VALUE_FAULTS.notYesNo(text));
}

/** Says that a person has nothing of a kind. */
export function saysLacking(text: string): boolean {
  return /^(?:chua|khong)(?: co| qua| hoc)?(?: gi)?$/.test(fold(text));
}

/** Lessons, mornings, weeks: their number is none of days. */
const OTHER_TIMES = /\d ?(?:buoi|tiet|tuan|thang|gio|h|nam|quy|hoc ki|hoc ky|tin chi)(?![a-z])/;

/** `2,5` and `2.5`, of days also with the unit: `5 ngày`. */
export function readNumber(cell: Cell, from: number, to: number): Reading<number> {
  const text = textOf(cell);
  const folded = fold(text);
  if (OTHER_TIMES.test(folded)) return wrong(VALUE_FAULTS.notDays(text));
  const [, digits] = /^([-−]?\d+(?:[.,]\d+)?)(?: ?ngay)?$/.exec(folded) ?? [];
  if (digits === undefined) return wrong(VALUE_FAULTS.notNumber(text));
  const value = Number(digits.replace(',', '.').replace('−', '-'));
  return value < from || value > to ? wrong(VALUE_FAULTS.outOfRange(text, from, to)) : read(value);
}

const CODE = /^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,39}$/u;

export function readCode(text: string): Reading<string> {
  return CODE.test(text) ? read(text) : wrong(VALUE_FAULTS.badCode(text));
}

/** Digits only: `+84 912.345.678` → `0912345678`. Excel drops the leading zero of a number. */
export function readPhone(cell: Cell): Reading<string> {
  const text = textOf(cell);
  const digits = text.replace(/[\s.()-]/g, '').replace(/^(?:\+84|0084|84(?=\d{9}$))0?/, '0');
  const whole = cell.kind === 'number' && digits.length === 9 ? `0${digits}` : digits;
  return /^0\d{8,10}$/.test(whole) ? read(whole) : wrong(VALUE_FAULTS.notPhone(text));
}

import { addDays, type IsoDate } from '../domain/day.ts';
import { cleanText, fold } from '../vietnamese/text.ts';

/** The day that a question asks about. */
export type AskedDay = {
  readonly day: IsoDate;
  /** As the question says it: `năm 2024 thì`. */
  readonly written: string;
  /** The question without it. */
  readonly rest: string;
};

const DAY =
  '(?:ngay )?(\\d{1,2})(?:\\s*[/.-]\\s*| thang )(\\d{1,2})(?:\\s*[/.-]\\s*|,? nam )((?:19|20)\\d\\d)(?!\\d)';
const AT_DAY = new RegExp(`(?<![a-z])(?:(?:tai |vao )?thoi diem|tinh den) ${DAY}(?: thi(?![a-z]))?`);
/** "sinh vào ngày …", "nộp vào ngày …" date a deed; at the beginning or with "thì" the day is when the rules are asked for. */
const ON_DAY = new RegExp(
  `(?:^\\s*(?:(?:vao|tai|ke tu|tu|sau) )?${DAY}(?: thi(?![a-z]))?|(?<![a-z])(?:vao|tai|ke tu|tu) ${DAY} thi(?![a-z]))`,
);
/** At the beginning a month or a year is a time even without such words. */
const IN_MONTH =
  /^\s*(?:(?:vao|trong|den) )?thang (\d{1,2})(?:\s*\/\s*| nam )((?:19|20)\d\d)(?: thi)?(?![a-z\d])/;
const LEADING_YEAR = /^\s*(?:(?:vao|trong) )?nam ((?:19|20)\d\d)(?: thi(?![a-z]))?(?= (?!thi(?![a-z]))[a-z])/;
const NEXT_YEAR = /^\s*(?:sang nam|nam sau|nam toi)(?: thi)?(?![a-z])/;
const LAST_YEAR = /^\s*nam ngoai(?: thi)?(?![a-z])/;
const BEFORE_DAY = new RegExp(`(?<![a-z])truoc ${DAY}(?: thi)?(?![a-z])`);
/** A year by itself names a plan, a budget or a document as often as a time: only words that make it a time count. */
const IN_YEAR =
  /(?<![a-z])(?:(?:hoi nam|hoi|(?:tai )?thoi diem nam) ((?:19|20)\d\d)(?: thi)?|(?:(?:vao|trong) )?nam ((?:19|20)\d\d) thi)(?![a-z\d/-])/;
/** What a year belongs to when it is no time: "kế hoạch năm 2027 thì", "năm học", "giai đoạn", "so với". */
const NAMES =
  /(?:ke hoach|chuong trinh|chi tieu|ngan sach|kinh phi|du toan|giai doan|khoa|luat|bo luat|nghi dinh|thong tu|quyet dinh|nghi quyet|tu|den|sau|truoc|ngay|thang \d{1,2}|quy [ivx\d]+)\s*$/;

/**
 * Reads the day on which the rules are asked for, where the question says one and means it: "năm 2024 thì", "hồi năm
 * 2023", "tại thời điểm 01/7/2025", "trước ngày 01/7/2025". `null` where it says none, or where a date belongs to
 * something else. A year means its last day, this year means today.
 */
export function readAsOf(question: string, today: IsoDate): AskedDay | null {
  const text = cleanText(question);
  const folded = fold(text);
  // Offsets are shared only while folding changes no length.
  if (folded.length !== text.length) return null;
  const found = atDay(folded) ?? beforeDay(folded) ?? inMonth(folded) ?? inYear(folded, today);
  if (found === null) return null;
  const written = text.slice(found.start, found.end).trim();
  const rest = `${text.slice(0, found.start)} ${text.slice(found.end)}`
    .replace(/^[\s,;]+|\s+$/g, '')
    .replace(/\s+/g, ' ');
  return /\p{L}/u.test(rest) ? { day: found.day, written, rest } : null;
}

type Found = { readonly day: IsoDate; readonly start: number; readonly end: number };

function atDay(folded: string): Found | null {
  const match = AT_DAY.exec(folded) ?? ON_DAY.exec(folded);
  const day = match === null ? null : isoDay(...match.slice(1).filter((part) => part !== undefined));
  return match === null || day === null ? null : { day, ...placeOf(match) };
}

function beforeDay(folded: string): Found | null {
  const match = BEFORE_DAY.exec(folded);
  // "phải nộp trước ngày …" is a deadline; the rules before a day are asked for at the beginning or with "thì".
  if (match === null || (match.index > 0 && !match[0].endsWith(' thi'))) return null;
  const day = isoDay(match[1], match[2], match[3]);
  return day === null ? null : { day: addDays(day, -1), ...placeOf(match) };
}

function inMonth(folded: string): Found | null {
  const match = IN_MONTH.exec(folded);
  const first = match === null ? null : isoDay('01', match[1], match[2]);
  // 31 days after the first of a month are always in the next one.
  const next = first === null ? null : `${addDays(first, 31).slice(0, 8)}01`;
  return match === null || next === null ? null : { day: addDays(next, -1), ...placeOf(match) };
}

function inYear(folded: string, today: IsoDate): Found | null {
  const thisYear = Number(today.slice(0, 4));
  const next = NEXT_YEAR.exec(folded);
  if (next !== null) return { day: `${thisYear + 1}-12-31`, ...placeOf(next) };
  const last = LAST_YEAR.exec(folded);
  if (last !== null) return { day: `${thisYear - 1}-12-31`, ...placeOf(last) };
  const match = LEADING_YEAR.exec(folded) ?? IN_YEAR.exec(folded);
  const year = match?.[1] ?? match?.[2];
  if (match === null || year === undefined || NAMES.test(folded.slice(0, match.index))) return null;
  return { day: year === today.slice(0, 4) ? today : `${year}-12-31`, ...placeOf(match) };
}

function placeOf(match: RegExpExecArray): { readonly start: number; readonly end: number } {
  return { start: match.index, end: match.index + match[0].length };
}

function isoDay(day = '', month = '', year = ''): IsoDate | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? null : iso;
}

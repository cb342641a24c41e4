import { findDates } from '../../vietnamese/dates.ts';

/** On which side of a day something lies: before or up to it, from it on, or on the day itself. */
type Side = 'before' | 'from' | 'on';

/** A day, month or year that a text names; what it leaves out is `null`. Offsets are into the text as given. */
export type Moment = {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly side: Side;
  readonly start: number;
  readonly end: number;
};

const BEFORE =
  /(?:trước|chậm nhất|muộn nhất|đến|tới|hạn|trước hoặc|không muộn hơn|không quá)(?: là| hết| vào| trong| thời điểm)*(?: ngày)?$/u;
const FROM = /(?:từ|kể từ|bắt đầu|sau|sớm nhất|tính từ)(?: khi| hết| vào| thời điểm)*(?: ngày)?$/u;

const PARTS: readonly RegExp[] = [
  /(?:ngày|mùng)\s+(?<day>\d{1,2})\s*(?:\/|tháng\s*)(?<month>\d{1,2})(?!\d|\s*[/.-]\s*\d|\s*,?\s*năm\s*\d{4})/gu,
  /(?<![\d/.-])(?<day>\d{1,2})\s+tháng\s+(?<month>\d{1,2})(?!\d|\s*[/.-]\s*\d|\s*,?\s*năm\s*\d{4})/gu,
  /(?<=(?:trước|từ|đến|sau|tới|nhất|hạn|là|hết|vào) )(?<day>\d{1,2})\/(?<month>\d{1,2})(?![\d/])/gu,
  /tháng\s+(?<month>\d{1,2})\s*(?:\/|-|,?\s*năm\s*)(?<year>\d{4})(?!\d)/gu,
  /(?<![\d\p{L}/.-]\s?)(?<month>\d{1,2})\/(?<year>(?:19|20)\d{2})(?![\d/])/gu,
  /(?<=(?:^|\s))tháng\s+(?<month>\d{1,2})(?!\d|\s*[/.-]\s*\d|\s*,?\s*năm\s*\d{4}|\s*(?:tuổi|lương))/gu,
  /(?<![\d/])(?<year>(?:19|20)\d{2})(?![\d/]|[.,]\d|\s*(?:đồng|người|tiết|%))/gu,
];

/** The days, months and years of a text in order. */
export function momentsIn(text: string): readonly Moment[] {
  const lower = text.toLowerCase();
  const found: Moment[] = [];
  const add = (start: number, end: number, parts: Pick<Moment, 'year' | 'month' | 'day'>): void => {
    if (found.some((one) => start < one.end && end > one.start)) return;
    found.push({ ...parts, side: sideOf(lower.slice(0, start)), start, end });
  };
  for (const { date, start, end } of findDates(lower)) {
    const [year = null, month = null, day = null] = date.split('-').map(Number);
    add(start, end, { year, month, day });
  }
  for (const pattern of PARTS) {
    for (const match of lower.matchAll(pattern)) {
      const { year, month, day } = match.groups ?? {};
      const read = (written: string | undefined) => (written === undefined ? null : Number(written));
      const parts = { year: read(year), month: read(month), day: read(day) };
      if ((parts.month ?? 1) > 12 || (parts.day ?? 1) > 31) continue;
      add(match.index, match.index + match[0].length, parts);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function sideOf(before: string): Side {
  const near = before.slice(-40).trimEnd();
  if (BEFORE.test(near)) return 'before';
  return FROM.test(near) ? 'from' : 'on';
}

/** Whether a sentence's day may stand for one of the provision: nothing that it names is another, and it names no other side. */
export function isSameMoment(said: Moment, written: Moment): 'same' | 'other_side' | 'no' {
  const agree = (a: number | null, b: number | null): boolean => a === null || b === null || a === b;
  // A day that the provision gives without its year may be named with one only where nothing says otherwise.
  if (!agree(said.year, written.year) || !agree(said.month, written.month) || !agree(said.day, written.day))
    return 'no';
  const shared =
    (said.month !== null && written.month !== null) || (said.year !== null && written.year !== null);
  if (!shared || (said.day !== null && written.day === null)) return 'no';
  const opposed = said.side !== 'on' && written.side !== 'on' && said.side !== written.side;
  return opposed ? 'other_side' : 'same';
}

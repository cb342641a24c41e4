import { NUMBER, PERCENT_NUMBER, readFigure } from '../../vietnamese/figures.ts';
import { parseRoman } from '../../vietnamese/roman.ts';
import { syllables } from '../../vietnamese/text.ts';
import { type Limit, limitAround } from './limits.ts';
import { numeralAt, scaleOf } from './numerals.ts';
import { spell } from './spell.ts';

/** A number of a text, what it counts, and whether it is a limit. Offsets are into the text as given. */
export type Quantity = {
  readonly value: number;
  /** A measure (`ngày làm việc`, `%`), the noun counted (`lop`), or behind `#` the word that is numbered (`#hạng`). */
  readonly unit: string;
  readonly measured: boolean;
  readonly limit: Limit;
  /** "một" may be no number at all: it is held against numbers of the same unit only. */
  readonly soft: boolean;
  readonly start: number;
  readonly end: number;
};

/** Longest first. */
const MEASURES: readonly (readonly [string, string])[] = [
  ['ngày làm việc', 'ngày làm việc'],
  ['phần trăm', '%'],
  ['tháng lương cơ sở', 'tháng lương'],
  ['tháng lương', 'tháng lương'],
  ['lần', 'lần'],
  ['ngày', 'ngày'],
  ['tháng', 'tháng'],
  ['năm', 'năm'],
  ['tuần', 'tuần'],
  ['giờ', 'giờ'],
  ['tiếng', 'giờ'],
  ['phút', 'phút'],
  ['tiết', 'tiết'],
  ['buổi', 'buổi'],
  ['tuổi', 'tuổi'],
  ['đồng', 'đồng'],
  ['vnđ', 'đồng'],
  ['quý', 'quý'],
  ['học kỳ', 'học kỳ'],
  ['tín chỉ', 'tín chỉ'],
  ['km', 'km'],
  ['cm', 'cm'],
  ['m2', 'm2'],
  ['ha', 'ha'],
];
const MEASURE_KEYS = MEASURES.map(([words, unit]) => [words.split(' ').map(spell), unit] as const);

/** Words that a number behind them numbers rather than counts. */
const NUMBERED = new Set(
  [
    'hạng',
    'bậc',
    'nhóm',
    'tượng',
    'thứ',
    'mẫu',
    'vùng',
    'loại',
    'số',
    'cấp',
    'lục',
    'khóa',
    'độ',
    'mức',
    'lớp',
    'kỳ',
    'quý',
    'quí',
    'phương án',
    'bước',
  ].map(spell),
);
/** Where a number in words is surely one. */
const COUNTED = new Set(
  (
    'người lần lớp khóa đợt bộ bản ảnh thành chức danh đối cuộc môn bài ý tổ đơn nhóm loại hình trường điều giấy khoản nội tiêu mức chương nguyên ' +
    'nước bước cách hướng nguồn chỉ hồ văn bằng kỳ vòng cấp phần điểm trăm nghìn triệu mươi tháng tuần ngày giờ tiết buổi tuổi năm quý phiếu kế đề dự ' +
    'ngành bên chi đảng công viên cán học tổng tín thứ bậc trình hạng phía yếu nhiệm vị quyền đoàn xã phường tỉnh sở việc con'
  )
    .split(' ')
    .map(spell),
);
/** Behind a number in words these make another word of it: "một số", "hai mặt". */
const NO_NUMBER_BEHIND = new Set(
  ['số', 'cách', 'phần', 'trong', 'mặt', 'khi', 'lúc', 'bên', 'vài', 'ít', 'chiều'].map(spell),
);
const YEAR_BEFORE = new Set(
  [
    'mỗi',
    'hằng',
    'hàng',
    'từng',
    'trong',
    'cả',
    'của',
    'đầu',
    'cuối',
    'giữa',
    'các',
    'những',
    'nhiều',
    'số',
    'cùng',
    'theo',
    'vào',
    'trước',
    'sau',
  ].map(spell),
);
const YEAR_BEHIND = new Set(
  [
    'trước',
    'sau',
    'nay',
    'học',
    'liền',
    'công',
    'kể',
    'tiếp',
    'đó',
    'này',
    'đầu',
    'cuối',
    'kế',
    'xét',
    'thực',
    'báo',
    'và',
    'ngoái',
    'qua',
    'dương',
    'là',
    'được',
    'theo',
    'về',
    'phải',
    'có',
    'của',
    'thì',
  ].map(spell),
);
/** "một", "ba", "tư" and "năm" are other words too. */
const SURE_ONES = new Set(['hai', 'bốn', 'sáu', 'bảy', 'tám', 'chín', 'mười'].map(spell));
const FIVE = spell('năm');
const ONE = spell('một');
/** "hạng nhất", "bài thứ nhất". */
const RANKED = new Set(['hạng', 'thứ', 'giải'].map(spell));
const RANKS = new Map([
  [spell('nhất'), 1],
  [spell('nhì'), 2],
]);

const DIGITS = new RegExp(
  String.raw`(?<![\p{L}\d][.,/]?)(?<![\p{L}\d]-)(${PERCENT_NUMBER}(?=\s*(?:%|phần trăm))|${NUMBER})(?![\d/]|[.,]\d)`,
  'gu',
);

const NUMERAL =
  '(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|trăm|nghìn|lăm|tư|mốt|linh|lẻ)(?: (?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|trăm|nghìn|lăm|tư|mốt|linh|lẻ))*';
const NUMERAL_THEN_DIGITS = new RegExp(`(?<!\\p{L})(${NUMERAL}) \\((\\d{1,3})\\)`, 'giu');
const DIGITS_THEN_NUMERAL = new RegExp(`(?<![\\p{L}\\d])(\\d{1,4})\\s*\\(${NUMERAL}\\)`, 'giu');

/** "năm (05) nước", "05 (năm) nước" say one number twice: the digits are left. The text keeps its length. */
export function onceEach(text: string): string {
  return text
    .replace(
      NUMERAL_THEN_DIGITS,
      (_all, words: string, digits: string) => `${' '.repeat(words.length + 2)}${digits} `,
    )
    .replace(DIGITS_THEN_NUMERAL, (all, digits: string) => digits + ' '.repeat(all.length - digits.length));
}

/**
 * The numbers of a text in digits, words and Roman numerals, with their units. What belongs to a date, a document's number or a
 * provision has to be blanked out before.
 */
export function quantitiesIn(given: string): readonly Quantity[] {
  const text = onceEach(given);
  const lower = text.toLowerCase();
  const words = syllables(lower).map((word) => ({ ...word, key: spell(word.written) }));
  const keys = words.map(({ key }) => key);
  const found: Quantity[] = [];
  const add = (value: number, start: number, end: number, next: number, soft = false): void => {
    const unit = unitOf(lower, words, keys, { start, end, next });
    if (unit === null) return;
    const scaled = value * unit.scale;
    const limit = limitAround(lower.slice(0, start), lower.slice(end), unit.unit.startsWith('#'));
    found.push({
      value: scaled,
      unit: unit.unit,
      measured: unit.measured,
      limit,
      soft,
      start,
      end: Math.max(end, unit.end),
    });
  };
  for (const match of lower.matchAll(DIGITS)) {
    const written = match[1] ?? '';
    const figure = readFigure(written, match.index);
    const next = words.findIndex(({ start }) => start >= figure.end);
    add(figure.value, figure.start, figure.end, next === -1 ? words.length : next);
  }
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) continue;
    const roman =
      NUMBERED.has(keys[at - 1] ?? '') && /^[IVX]+$/.test(text.slice(word.start, word.end))
        ? parseRoman(word.written)
        : null;
    if (roman !== null) {
      add(roman, word.start, word.end, at + 1);
      continue;
    }
    const rank = RANKED.has(keys[at - 1] ?? '') ? RANKS.get(keys[at] ?? '') : undefined;
    if (rank !== undefined) {
      add(rank, word.start, word.end, words.length);
      continue;
    }
    const numeral = /\d/.test(keys[at - 1] ?? '') ? null : numeralAt(keys, at);
    const next = at + (numeral?.taken ?? 0);
    if (numeral === null || !isNumber(keys, at, next)) continue;
    const last = words[next - 1];
    const soft = numeral.taken === 1 && keys[at] === ONE;
    if (last !== undefined) add(numeral.value, word.start, last.end, next, soft);
    at = next - 1;
  }
  for (const one of [...fractionsIn(lower), ...labelsIn(text)]) found.push(one);
  const sorted = found.sort((a, b) => a.start - b.start);
  return sorted.map((one, at) => withNextUnit(one, sorted[at + 1], lower));
}

function isNumber(keys: readonly string[], at: number, next: number): boolean {
  const [before = '', behind = ''] = [keys[at - 1], keys[next]];
  if (NUMBERED.has(before) && before !== spell('số')) return true;
  if (NO_NUMBER_BEHIND.has(behind) && next - at === 1) return false;
  if (SURE_ONES.has(keys[at] ?? '') && behind !== '' && !/\d/.test(behind)) return true;
  if (keys[at] === FIVE && next - at === 1 && (YEAR_BEFORE.has(before) || YEAR_BEHIND.has(behind)))
    return false;
  return COUNTED.has(behind) || scaleOf(keys[next - 1] ?? '') !== null || next - at > 1;
}

type Place = { readonly start: number; readonly end: number; readonly next: number };
type Unit = {
  readonly unit: string;
  readonly measured: boolean;
  readonly scale: number;
  readonly end: number;
};

function unitOf(
  lower: string,
  words: readonly { readonly key: string; readonly start: number; readonly end: number }[],
  keys: readonly string[],
  { start, end, next }: Place,
): Unit | null {
  if (/^\s*%/.test(lower.slice(end)))
    return { unit: '%', measured: true, scale: 1, end: lower.indexOf('%', end) + 1 };
  let at = next;
  let scale = 1;
  const behind = (index: number): boolean =>
    /^[\s]*$/.test(lower.slice(words[index - 1]?.end ?? end, words[index]?.start ?? end));
  while (behind(at) && scaleOf(keys[at] ?? '') !== null && (scaleOf(keys[at] ?? '') ?? 0) >= 1_000) {
    scale *= scaleOf(keys[at] ?? '') ?? 1;
    at += 1;
  }
  const stands = at === next ? /^\s*$/.test(lower.slice(end, words[at]?.start ?? lower.length)) : behind(at);
  const measure = stands
    ? MEASURE_KEYS.find(([wanted]) => wanted.every((key, offset) => keys[at + offset] === key))
    : undefined;
  const before = words.findLast((word) => word.end <= start);
  const numbered =
    before !== undefined && NUMBERED.has(before.key) && /^\s*$/.test(lower.slice(before.end, start));
  if (measure !== undefined) {
    const last = words[at + measure[0].length - 1];
    return { unit: measure[1], measured: true, scale, end: last?.end ?? end };
  }
  if (scale > 1) return { unit: 'đồng', measured: true, scale, end: words[at - 1]?.end ?? end };
  if (numbered) return { unit: `#${before.key}`, measured: true, scale, end };
  const noun = stands && !isFunction(keys, at) ? keys[at] : undefined;
  return { unit: noun === undefined || /\d/.test(noun) ? '' : noun, measured: false, scale, end };
}

/** "tuổi tối đa là 42 đối với đào tạo thạc sĩ": what stands behind is not counted. */
const NO_NOUN = new Set('và hoặc hay thì là cho của trong nếu khi theo với'.split(' ').map(spell));
const isFunction = (keys: readonly string[], at: number): boolean =>
  NO_NOUN.has(keys[at] ?? '') || (keys[at] === spell('đối') && keys[at + 1] === spell('với'));

/** "một phần ba", "2/3" are one number; "gấp đôi" is two times. */
function fractionsIn(lower: string): readonly Quantity[] {
  const found: Quantity[] = [];
  const push = (match: RegExpExecArray, value: number, unit: string) => {
    const end = match.index + match[0].length;
    const limit = limitAround(lower.slice(0, match.index), lower.slice(end));
    found.push({ value, unit, measured: true, limit, soft: false, start: match.index, end });
  };
  const ones = ['', 'một', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];
  for (const match of lower.matchAll(
    /(?<!\p{L})(một|hai|ba|bốn|\d+) phần (ba|tư|bốn|năm|sáu|bảy|tám|chín|mười|\d+)(?!\p{L})/gu,
  )) {
    const read = (word: string) =>
      /\d/.test(word) ? Number(word) : ones.indexOf(word === 'bốn' ? 'tư' : word);
    push(match, read(match[1] ?? '') / read(match[2] ?? ''), 'phần');
  }
  for (const match of lower.matchAll(/(?<![\d/.,\p{L}-])(\d{1,2})\/(\d{1,2})(?![\d/.,]\d|[\d/])/gu)) {
    push(match, Number(match[1]) / Number(match[2]), 'phần');
  }
  for (const match of lower.matchAll(
    /(?<!\p{L})(?:một )?nửa(?! (?:ngày|năm|tháng|buổi|giờ|tuần))(?!\p{L})/gu,
  )) {
    push(match, 0.5, 'phần');
  }
  for (const match of lower.matchAll(/gấp (đôi|ba|bốn|rưỡi)(?!\p{L})/gu)) {
    push(match, { đôi: 2, ba: 3, bốn: 4 }[match[1] ?? ''] ?? 1.5, 'lần');
  }
  return found;
}

/** "loại A0", "nhóm B": letters that number; a scan reads 1 as I. */
function labelsIn(text: string): readonly Quantity[] {
  const labels =
    /(?<=(?<!\p{L})(?:loại|nhóm|hạng|mẫu|bảng|biểu|mục) )([A-H])([\dIl]\d?)?(?:\.(\d))?(?![\p{L}\d/.-]\p{L}?)/gu;
  return [...text.matchAll(labels)].map(({ 0: written, 1: letter = '', 2: digits, 3: part, index }) => ({
    value:
      letter.charCodeAt(0) * 1000 +
      (digits === undefined ? 0 : 10 * Number(digits.replace(/[Il]/, '1')) + 1) +
      Number(part ?? 0) / 10,
    unit: '#nhãn',
    measured: true,
    limit: 'exact',
    soft: false,
    start: index,
    end: index + written.length,
  }));
}

/** In "từ 01 đến 03 tháng", "5 - 7 ngày", "2 hoặc 3 năm" the first number counts what the second does. */
function withNextUnit(one: Quantity, next: Quantity | undefined, lower: string): Quantity {
  if (one.measured || next === undefined) return one;
  const between = lower.slice(one.end, next.start);
  const joins = /^\s*(?:đến|tới|-|–|hoặc|và|,)\s*$/u.test(between);
  return joins ? { ...one, unit: next.unit, measured: next.measured } : one;
}

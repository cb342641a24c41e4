import type { IsoDate } from '../../domain/day.ts';
import { parseDate } from '../../vietnamese/dates.ts';
import {
  DOCUMENT_TYPES,
  type DocumentNumber,
  documentType,
  findDocumentNumbers,
} from '../../vietnamese/documentNumber.ts';
import { capitalised } from '../letters.ts';
import {
  endsSentence,
  isCapitals,
  isUnfinished,
  startsPreamble,
  startsSmall,
} from '../normalise/sentence.ts';
import type { Unit } from '../normalise/units.ts';
import { isInfoLine } from './declared.ts';
import { issuerLines } from './issuer.ts';
import { typeBeforeTitle, typeOfLine } from './typeLine.ts';

/** What a document's own first page says. */
export type Letterhead = {
  readonly number: DocumentNumber | null;
  readonly type: string | null;
  /** The issuing agency as printed, in capitals. */
  readonly issuer: string | null;
  readonly issued: IsoDate | null;
  /** The day of the month, where no more of the day of issue can be read. */
  readonly day: number | null;
  readonly place: string | null;
  readonly title: string | null;
  /** Whether the page has the form of an issued document: the state's or the party's motto, a number, a title line. */
  readonly isForm: boolean;
};

const NUMBER_LINE =
  /^(?:S|(Luật|Bộ luật|Nghị quyết|Pháp lệnh|Lệnh)\s+s)[ốỐ]\s*(?:hiệu|ký hiệu)?\s*[:.]?\s*(?=[\d/…._])/u;
const PLACE_AND_DATE =
  /(?:^|\s)(\p{Lu}[\p{L}\d .'-]{0,40}?)\s*,\s*ngày\s*([\d.…_ ]*)\s*tháng\s*([\d.…_ ]*)\s*năm\s*([\d.…_ ]*)[^\p{L}\d]*$/u;
/** "Lam Giang, ngày 30/7/2026", alone on its line: within a sentence nobody could tell a place from an office. */
const PLACE_AND_FIGURES =
  /^\s*(\p{Lu}(?:(?! của )[\p{L} .'-]){0,40}?)\s*,\s*ngày\s+\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}[^\p{L}\d]*$/u;
/** What is left of it where a stamp hides its end. */
const PLACE_AND_DAY = /^(\p{Lu}[\p{L} .'-]{0,40}?)\s*,\s*ngày\s*(\d{1,2})(?:\s*tháng)?[^\p{L}\d]*$/u;
const ABOUT = /^(?:V\/[vV]|Về việc)\s*:?\s*/u;
/** Who rules, on a line of its own over the preamble. */
const OFFICE =
  /^(?:chính phủ|thủ tướng|bộ trưởng|chủ tịch|chủ nhiệm|thống đốc|tổng giám đốc|giám đốc|viện trưởng|chánh án|tổng thanh tra|tổng kiểm toán|quốc hội|[ủu][yỷ] ban|hội đồng|ban (?:chấp hành|thường vụ|bí thư))(?!\p{L})[^.;:]{0,70}$/iu;
const TITLE_ENDS = /^(?:Số\s*:|Sau |\(|\*+$|[-–—_=]{2,})/u;

/** Reads the head of a document: the units before its first provision. */
export function readLetterhead(printed: readonly Unit[]): Letterhead {
  const head = printed.map(withoutRules);
  const numbered = readNumber(head);
  const titled = readTitle(head);
  const { place, issued, day } = readPlaceAndDate(head);
  const lines = issuerLines(head);
  const attached = readAttached(head);
  // A number on a line of the title belongs to what the title speaks of.
  const own = numbered.at < titled.at ? numbered.number : null;
  const number = own ?? titled.cited?.number ?? numbered.number ?? attached?.number ?? null;
  return {
    number,
    type:
      titled.type ?? numbered.type ?? (number === null ? null : documentType(number)) ?? titled.guessedType,
    issuer: lines.issuer ?? titled.cited?.issuer ?? null,
    issued: issued ?? titled.cited?.issued ?? attached?.issued ?? null,
    day,
    place,
    title: titled.title === null ? null : withoutCapitals(titled.title),
    isForm: lines.hasMotto || number !== null || titled.hasTypeLine,
  };
}

/** `THUẾ tiêu thụ đặc biệt` → `Thuế …`; a word without a diacritic may be an abbreviation. */
function withoutCapitals(title: string): string {
  const first = /^\p{Lu}{2,}(?=\s\p{Ll})/u.exec(title)?.[0];
  if (first === undefined || /^[A-ZĐ]+$/u.test(first.normalize('NFC'))) return title;
  return capitalised(first.toLowerCase()) + title.slice(first.length);
}

/** A letterhead laid out as a table keeps its rules in a text file: `Bộ Tài chính|Cộng hòa …|`. */
function withoutRules(unit: Unit): Unit {
  if (unit.role === 'table' || !unit.text.includes('|')) return unit;
  return { ...unit, text: unit.text.replace(/[\s|]*\|[\s|]*/gu, ' ').trim() };
}

function readNumber(head: readonly Unit[]): {
  readonly number: DocumentNumber | null;
  readonly type: string | null;
  readonly at: number;
} {
  for (const [at, { text }] of head.entries()) {
    if (/^(?:Căn cứ|Thực hiện|Xét)\s/u.test(text)) break;
    const line = NUMBER_LINE.exec(text);
    if (line === null) continue;
    const found = findDocumentNumbers(text.slice(line[0].length))[0];
    if (found !== undefined && found.start <= 2) return { number: found.number, type: line[1] ?? null, at };
  }
  return { number: null, type: null, at: 0 };
}

/** A regulation goes by the number of the decision that it came with: "(Ban hành kèm theo Quyết định số …)". */
function readAttached(head: readonly Unit[]): Pick<Cited, 'number' | 'issued'> | null {
  for (const { text } of head) {
    if (!/^\W{0,3}(?:Được\s+)?Ban hành kèm theo\s/iu.test(text)) continue;
    const found = findDocumentNumbers(text)[0];
    if (found !== undefined) return { number: found.number, issued: parseDate(text.slice(found.end)) };
  }
  return null;
}

function readPlaceAndDate(head: readonly Unit[]): Pick<Letterhead, 'place' | 'issued' | 'day'> {
  for (const { text } of head) {
    if (text.length > 160 || /^(?:Căn cứ|Theo|Xét)\s/u.test(text)) continue;
    const found = findDocumentNumbers(text)[0];
    const line = NUMBER_LINE.test(text) && found !== undefined ? text.slice(found.end) : text;
    const match = PLACE_AND_DATE.exec(line) ?? PLACE_AND_FIGURES.exec(line);
    if (match?.[1] !== undefined) {
      const day = /^\d{1,2}$/.test(match[2]?.trim() ?? '') ? Number(match[2]) : null;
      const issued = parseDate(match[0]);
      return { place: placeName(match[1].trim()), issued, day: issued === null ? day : null };
    }
    const cutOff = PLACE_AND_DAY.exec(line.trim());
    if (cutOff?.[1] !== undefined)
      return { place: placeName(cutOff[1].trim()), issued: null, day: Number(cutOff[2]) };
  }
  return { place: null, issued: null, day: null };
}

/** `Hà nội`, `Hà-Nội` → `Hà Nội`. */
function placeName(whole: string): string {
  // What the other column prints on the same line: "TỈNH LAM GIANG   Lam Giang, ngày …".
  const printed = whole.replace(/^(?:\p{Lu}{2,}\s+){2,}(?=\p{Lu}\p{Ll})/u, '');
  const parted = /^\p{Lu}\p{Ll}+-\p{Lu}\p{Ll}+$/u.test(printed) ? printed.replace('-', ' ') : printed;
  return /^\p{Lu}\p{Ll}+ \p{Ll}+$/u.test(parted) ? parted.split(' ').map(capitalised).join(' ') : parted;
}

type Titled = {
  readonly type: string | null;
  /** From a line that only begins like a type ("Hướng dẫn thi hành …"): the number's letters know better. */
  readonly guessedType: string | null;
  readonly title: string | null;
  readonly hasTypeLine: boolean;
  /** What stands between type and title where a gazette prints them as one sentence. */
  readonly cited: Cited | null;
  /** Which line of the head names the type; behind all of them where none does. */
  readonly at: number;
};
type Cited = {
  readonly number: DocumentNumber;
  readonly issuer: string | null;
  readonly issued: IsoDate | null;
  readonly title: string | null;
};

const NO_TITLE: Titled = {
  type: null,
  guessedType: null,
  title: null,
  hasTypeLine: false,
  cited: null,
  at: Number.POSITIVE_INFINITY,
};

function readTitle(head: readonly Unit[]): Titled {
  for (const [index, { text }] of head.entries()) {
    const inLine = typeBeforeTitle(text);
    const type = inLine?.type ?? typeOfLine(text);
    if (type === null) continue;
    const words = inLine?.title ?? wordsFrom(head, titleStart(head, index + 1));
    const cited = words === null ? null : readCited(words);
    const title = cited === null ? (words?.replace(/^V\/[vV]\s*:?\s*/u, '') ?? null) : cited.title;
    return {
      type,
      guessedType: null,
      title: title === null ? null : capitalised(smallLetters(title)),
      hasTypeLine: inLine !== null || isCapitals(text),
      cited,
      at: index,
    };
  }
  for (const [index, { text }] of head.entries()) {
    const about = ABOUT.exec(text);
    if (about === null || head.slice(0, index).some((unit) => /^Kính gửi/u.test(unit.text))) continue;
    const title = wordsFrom(head, index)?.replace(ABOUT, '') ?? null;
    const capital = title === null ? null : capitalised(smallLetters(title));
    return { ...NO_TITLE, guessedType: 'Công văn', title: capital, hasTypeLine: true };
  }
  // On a portal's page, and in a gazette, the title stands in one sentence with its type.
  for (const [index, { text }] of head.slice(0, 8).entries()) {
    const type = DOCUMENT_TYPES.find((name) => text.startsWith(`${name} `));
    const rest = type === undefined ? '' : text.slice(type.length + 1);
    if (type === undefined || text.length > 400 || endsSentence(text) || !/^\p{L}/u.test(rest)) continue;
    const cited = readCited(`${rest} ${smallLetters(wordsFrom(head, index + 1) ?? '')}`);
    if (cited !== null) return { ...NO_TITLE, type, title: cited.title, cited };
    if (text.length > 200 || /^(?:số|này|của)\s/u.test(rest)) continue;
    return { ...NO_TITLE, guessedType: type, title: capitalised(rest) };
  }
  return NO_TITLE;
}

/** `của Chính phủ số 29/1998/NĐ-CP ngày 11 tháng 5 năm 1998 về việc …` */
function readCited(words: string): Cited | null {
  const start = /^(?:của\s+(.{2,80}?)\s+)?số\s*:?\s*/iu.exec(words);
  const found = start === null ? undefined : findDocumentNumbers(words.slice(start[0].length))[0];
  if (start === null || found === undefined || found.start > 1) return null;
  const after = words.slice(start[0].length + found.end).trim();
  const dated =
    /^,?\s*(?:ban hành\s+)?ngày\s+(?:\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})/iu.exec(
      after,
    );
  const rest = after
    .slice(dated?.[0].length ?? 0)
    .replace(/^[\s:,.–—-]+/u, '')
    .replace(/^của\s+[^:]{2,60}?(?:\s*:\s*|$)/iu, '')
    .trim();
  return {
    number: found.number,
    issuer: start[1] ?? null,
    issued: dated === null ? null : parseDate(dated[0]),
    title: rest === '' ? null : capitalised(rest),
  };
}

/** Who decided, in capitals between the type and what it is about: `KẾT LUẬN` / `CỦA BAN THƯỜNG VỤ …` / `về …`. */
const DECIDED_BY = /^(?:CỦA|HỘI NGHỊ|PHIÊN HỌP|KỲ HỌP|ĐẠI HỘI|BAN (?:THƯỜNG VỤ|CHẤP HÀNH|BÍ THƯ))\s/u;

function titleStart(head: readonly Unit[], line: number): number {
  // "VĂN BẢN HỢP NHẤT" / "THÔNG TƯ" / "Hướng dẫn …": what was consolidated stands below what the document is.
  const consolidates = typeOfLine(head[line - 1]?.text ?? '') === 'Văn bản hợp nhất';
  const from = consolidates && typeOfLine(head[line]?.text ?? '') !== null ? line + 1 : line;
  const decided = head[from]?.text ?? '';
  // "CỦA CHÍNH PHỦ SỐ 29/1998/NĐ-CP NGÀY …" is all that an old gazette says of number and day.
  if (!DECIDED_BY.test(decided) || readCited(decided) !== null) return from;
  for (let index = from; index < Math.min(head.length, from + 5); index += 1) {
    const { text } = head[index] ?? { text: '' };
    if (/^(?:v\/v|về)\s/iu.test(text)) return index;
    if (!isCapitals(text)) break;
  }
  return from;
}

/** The title's lines from one unit on, joined. */
function wordsFrom(head: readonly Unit[], from: number): string | null {
  const lines: string[] = [];
  for (let index = from; index < Math.min(head.length, from + 12); index += 1) {
    const unit = head[index];
    if (unit === undefined || endsTitle(unit)) break;
    const before = index === from ? undefined : head[index - 1];
    if (before !== undefined && !titleGoesOn(head, index, before, unit)) break;
    if (index > from && OFFICE.test(unit.text) && startsPreamble(head[index + 1]?.text ?? '')) break;
    lines.push(unit.text);
  }
  const title = lines
    .join(' ')
    .replace(/[\s_*~–—.|-]+$/u, '')
    .trim();
  return title === '' ? null : title;
}

/** A title in capitals in small letters; numbers of documents keep theirs. */
function smallLetters(title: string): string {
  if (!isCapitals(title)) return title;
  const printed = title.normalize('NFC');
  const small = printed.toLowerCase();
  if (small.length !== printed.length) return small;
  return findDocumentNumbers(printed).reduce(
    (words, { start, end }) => words.slice(0, start) + printed.slice(start, end) + words.slice(end),
    small,
  );
}

function endsTitle(unit: Unit): boolean {
  return (
    startsPreamble(unit.text) ||
    TITLE_ENDS.test(unit.text) ||
    PLACE_AND_DATE.test(unit.text) ||
    PLACE_AND_FIGURES.test(unit.text) ||
    isInfoLine(unit) ||
    unit.role === 'table'
  );
}

/** A line with a capital goes on with a title only when no sentence follows in it: the preamble ends in one. */
function titleGoesOn(head: readonly Unit[], index: number, before: Unit, unit: Unit): boolean {
  if (endsSentence(before.text) || isCapitals(unit.text) !== isCapitals(before.text)) return false;
  if (startsSmall(unit.text) || /^[^\p{L}]/u.test(unit.text) || isUnfinished(before.text)) return true;
  if (unit.text.length > 150) return false;
  // The titles of scans are spaced by the eye; but what the office in front of the preamble follows is one still.
  if (unit.gap) return isCapitals(head[index + 1]?.text ?? '') && startsPreamble(head[index + 2]?.text ?? '');
  for (const [offset, next] of head.slice(index, index + 40).entries()) {
    if (offset > 0 && (endsTitle(next) || next.gap || isCapitals(next.text))) return true;
    if (endsSentence(next.text)) return false;
  }
  return true;
}

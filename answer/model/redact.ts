import { cleanText, fold } from '../../vietnamese/text.ts';

/** A text without what tells of people, and how much was masked. */
export type Redacted = { readonly text: string; readonly redactions: number };

/** Of these words, those that are the name or the code of somebody on record. */
export type KnownNames = (keys: readonly string[]) => Promise<readonly string[]>;

/** What stands in the place of what was masked. */
const MASKS = {
  name: '[tên người]',
  code: '[mã hồ sơ]',
  id: '[số CCCD]',
  phone: '[số điện thoại]',
  email: '[thư điện tử]',
  certificate: '[số văn bằng]',
} as const;

/** People write numbers in groups: with spaces, points, hyphens, brackets. */
const SEPARATOR = '[ ._()\\u2010-\\u2015-]{0,3}';
/** What begins like a number of a person and is a day, or the code of a grade. */
const NO_NUMBER = '(?!\\d{1,2}[.-]\\d{1,2}[.-](?:19|20)\\d\\d)(?!0[1-9]\\.0\\d\\d(?![\\d.]))';
const NO_AMOUNT = '(?!\\s*(?:đồng|đ(?!\\p{L})|vnđ|vnd|dong|triệu|tỷ|tỉ))';
const CAPITAL = "\\p{Lu}[\\p{L}'’]*";
/** Words with which a title begins: "đồng chí Bí thư" names nobody. */
const TITLES =
  '(?!(?:Bí|Chủ|Phó|Trưởng|Giám|Tổng|Thủ|Thường|Ủy|Uỷ|Đại|Bộ|Thứ|Chánh|Hiệu|Chi|Cục|Vụ|Viện|Thiếu|Trung|Thượng|Đảng|Đoàn|Hội|Tỉnh|Huyện|Thành|Hồ|Mẹ)(?!\\p{L}))';
/** Each looks only so far ahead: a text of any length costs no more than its length. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [
    /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64} {0,2}(?:@|[[(]at[\])]) {0,2}[\p{L}\p{N}-]{1,63}(?:(?: \. ?|\.|[[(]dot[\])])[\p{L}\p{N}-]{1,63})+/giu,
    MASKS.email,
  ],
  // Before identity numbers: a certificate may have as many digits, and its words say what it is.
  [
    /((?:số hiệu|so hieu|số vào sổ|so vao so|(?:số|so) (?:chứng chỉ|chung chi|văn bằng|van bang)|(?:chứng chỉ|chung chi|văn bằng|van bang|bằng|bằng tốt nghiệp|bang tot nghiep|giấy chứng nhận|giay chung nhan) (?:số|so))\s*(?:là|la|:)?\s*)(?=[\p{L}\d./-]{0,40}\d)[\p{L}\d][\p{L}\d./-]*/giu,
    `$1${MASKS.certificate}`,
  ],
  // "Tổng số bằng 50%" is none.
  [
    /((?:số|so) (?:bằng|bang)\s*(?:là|la|:)?\s*)(?=[\p{L}\d./-]{0,40}\d)(?=\p{L}|\d{5})[\p{L}\d][\p{L}\d./-]*/giu,
    `$1${MASKS.certificate}`,
  ],
  [
    /((?:chứng chỉ|văn bằng|giấy chứng nhận) )(?=[\p{L}\d./-]{0,40}\p{Lu})(?=[\p{L}\d./-]{0,40}\d{3})[\p{L}\d][\p{L}\d./-]*/gu,
    `$1${MASKS.certificate}`,
  ],
  [/(?<![\p{L}\d/.-])\p{Lu}{1,2}[ -]?\d{5,9}(?![\p{L}\d/])/gu, MASKS.certificate],
  // Identity numbers begin with 0; an amount, a row of years or of counts never does.
  [new RegExp(`(?<![\\d/,.])${NO_NUMBER}0(?:${SEPARATOR}\\d){11}(?![\\d/])`, 'gu'), MASKS.id],
  [
    new RegExp(
      `(?<![\\d/,.])${NO_NUMBER}(?:\\(?\\+?84\\)?(?: ?\\(0\\))?|\\(?0)(?:${SEPARATOR}\\d){9,10}(?![\\d/])${NO_AMOUNT}`,
      'giu',
    ),
    MASKS.phone,
  ],
  [new RegExp(`(?<![\\d/,.])\\d{12}(?![\\d/.,]?\\d)${NO_AMOUNT}`, 'giu'), MASKS.id],
  // Nine digits in threes with points are an amount, unless they begin with 0.
  [new RegExp(`(?<![\\d/,.])\\d{3} ?\\d{3} ?\\d{3}(?![\\d/.,]?\\d)${NO_AMOUNT}`, 'giu'), MASKS.id],
  [/(?<![\d/,.])0\d{2}[.-]\d{3}[.-]\d{3}(?![\d/.,]?\d)/gu, MASKS.id],
  // "Anh Nam" tells of somebody even where no name on record is so short.
  [
    new RegExp(
      `((?:(?<!\\p{L})(?:anh|chị|ông|bà|cô|chú|bác|đồng chí|đ/c)|(?<=^|[.!?\\n]\\s*)(?:Anh|Chị|Ông|Bà|Cô|Chú|Bác|Đồng chí|Đ/c)) )${TITLES}${CAPITAL}(?: ${CAPITAL}){0,4}`,
      'gu',
    ),
    `$1${MASKS.name}`,
  ],
];

/**
 * Masks what has the shape of a number, an address or a form of address of a person. Document numbers, dates and amounts stay.
 * It goes by nobody's record: what is masked tells nothing of who is on one.
 */
export function redactPatterns(text: string): Redacted {
  let redactions = 0;
  let left = visible(text);
  for (const [pattern, mask] of PATTERNS) {
    left = left.replace(pattern, (_, before: unknown) => {
      redactions += 1;
      return mask.replace('$1', typeof before === 'string' ? before : '');
    });
  }
  return { text: left, redactions };
}

/** Marks that nobody sees would part a name or a number, and figures may be as wide as Chinese letters. */
function visible(text: string): string {
  return cleanText(text).replace(/[\uff10-\uff19]/g, (digit) => digit.normalize('NFKC'));
}

/** Whether a text repeats what was masked: a model that does says nothing of a document. */
export function holdsMask(text: string): boolean {
  return Object.values(MASKS).some((mask) => text.includes(mask));
}

/**
 * The same, and the names and codes of people on record, however they are written: without diacritics, in small letters, the given
 * name first, with other marks between.
 */
export async function redact(text: string, known: KnownNames): Promise<Redacted> {
  const plain = redactPatterns(text);
  const windows = windowsOf(plain.text);
  const keys = [...new Set(windows.flatMap((window) => window.keys))];
  const found = new Set(await known(keys));
  const taken: Window[] = [];
  // A name as it stands goes before one that neighbouring words make up the other way round.
  for (const isKnown of [
    ({ keys: [written = ''] }: Window) => found.has(written),
    (window: Window) => window.keys.some((key) => found.has(key)),
  ]) {
    for (const window of windows) {
      const overlaps = taken.some(({ start, end }) => window.start < end && start < window.end);
      if (!overlaps && isKnown(window)) taken.push(window);
    }
  }
  const masked = taken
    .sort((a, b) => b.start - a.start)
    .reduce(
      (left, { start, end, isCode }) =>
        left.slice(0, start) + (isCode ? MASKS.code : MASKS.name) + left.slice(end),
      plain.text,
    );
  return { text: masked, redactions: plain.redactions + taken.length };
}

type Window = {
  /** Each way in which the record may have it. */
  readonly keys: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly isCode: boolean;
};

const LONGEST_NAME = 6;

/** Every stretch that could be a name or a code, longer ones first. */
function windowsOf(text: string): readonly Window[] {
  return [...nameWindows(text), ...codeWindows(text)].sort((a, b) => b.end - b.start - (a.end - a.start));
}

function nameWindows(text: string): readonly Window[] {
  // In a file's name capitals may be all that parts the syllables: "NguyenVanNam".
  const words = [
    ...text.matchAll(
      /(?:\p{Lu}\p{Ll}+(?=\p{Lu}\p{Ll})|[\p{L}\p{M}](?:(?:(?<!\p{Ll})\p{Lu}|[\p{Ll}\p{Lo}\p{M}'’])*[\p{L}\p{M}])?)/gu,
    ),
  ].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    key: fold(match[0]).replaceAll('’', "'"),
    isCapital: /^\p{Lu}/u.test(match[0]),
  }));
  const windows: Window[] = [];
  for (const [at, first] of words.entries()) {
    const syllables = [first.key];
    for (let length = 2; length <= LONGEST_NAME; length += 1) {
      const [before, word] = [words[at + length - 2], words[at + length - 1]];
      if (before === undefined || word === undefined) break;
      const between = text.slice(before.end, word.start);
      if (!/^[^\p{L}\p{N}]{0,6}$/u.test(between)) break;
      syllables.push(word.key);
      // Two small syllables are a word of the language far more often than a name, and two sentences may meet at a point.
      if (length === 2 && !(first.isCapital && word.isCapital && /^[\s,_·-]{0,3}$/.test(between))) continue;
      const isName = words.slice(at, at + length).every(({ isCapital }) => isCapital);
      const keys = isName ? orders(syllables) : [syllables.join(' ')];
      windows.push({ keys, start: first.start, end: word.end, isCode: false });
    }
  }
  return windows;
}

/** As it stands, with the given name first, and the other way round. */
function orders(syllables: readonly string[]): readonly string[] {
  const [first = '', ...rest] = syllables;
  return [syllables, [...rest, first], syllables.toReversed()].map((one) => one.join(' '));
}

/** "CB-0012", and "cb 0012" and "cb0012" too. */
function codeWindows(text: string): readonly Window[] {
  const pattern =
    /(?<![\p{L}\d/])(?:\p{L}{1,6} \d{2,8}|[\p{L}\d]+(?:[-_.\u2010-\u2015][\p{L}\d]+)*)(?![\p{L}\d/])/gu;
  return [...text.matchAll(pattern)]
    .filter(([word]) => /\p{L}/u.test(word) && /\d/.test(word))
    .map((match) => {
      const written = match[0].toUpperCase();
      const parted = written.replace(/[\s_.\u2010-\u2015]/g, '-').replace(/(?<=\p{L})(?=\d)/gu, '-');
      return {
        keys: [written, parted, parted.replaceAll('-', '')],
        start: match.index,
        end: match.index + match[0].length,
        isCode: true,
      };
    });
}

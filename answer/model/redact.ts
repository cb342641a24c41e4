import { fold } from '../../vietnamese/text.ts';

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

const SEPARATOR = '[ .\\u2013-]?';
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, MASKS.email],
  // Before identity numbers: a certificate may have as many digits, and its words say what it is.
  [
    /((?:số hiệu|so hieu|số vào sổ|so vao so|(?:số|so) (?:chứng chỉ|chung chi|bằng|bang|văn bằng|van bang)|(?:chứng chỉ|chung chi|văn bằng|van bang|bằng tốt nghiệp|bang tot nghiep|giấy chứng nhận|giay chung nhan) (?:số|so))\s*(?:là|la|:)?\s*)(?=[\p{L}\d./-]*\d)[\p{L}\d][\p{L}\d./-]*/giu,
    `$1${MASKS.certificate}`,
  ],
  [/(?<![\p{L}\d/.-])\p{Lu}{1,2}[ -]?\d{5,9}(?![\p{L}\d/])/gu, MASKS.certificate],
  [new RegExp(`(?<![\\d/,.])(?:\\(?\\+?84\\)?|0)(?:${SEPARATOR}\\d){9,10}(?![\\d/])`, 'gu'), MASKS.phone],
  [new RegExp(`(?<![\\d/,.])\\d(?:${SEPARATOR}\\d){11}(?![\\d/])`, 'gu'), MASKS.id],
  // Nine digits in threes with points are an amount.
  [/(?<![\d/,.])\d{3} ?\d{3} ?\d{3}(?![\d/.,]?\d)(?!\s*(?:đồng|đ\b|vnđ|vnd|dong))/giu, MASKS.id],
];

/** Masks what has the shape of a number or an address of a person. Document numbers, dates and amounts stay. */
export function redactPatterns(text: string): Redacted {
  let redactions = 0;
  let left = text;
  for (const [pattern, mask] of PATTERNS) {
    left = left.replace(pattern, (_, before: unknown) => {
      redactions += 1;
      return mask.replace('$1', typeof before === 'string' ? before : '');
    });
  }
  return { text: left, redactions };
}

/** The same, and the names and codes of people on record, however they are written: without diacritics, in small letters. */
export async function redact(text: string, known: KnownNames): Promise<Redacted> {
  const plain = redactPatterns(text);
  const windows = nameWindows(plain.text);
  const keys = [...new Set(windows.map(({ key }) => key))];
  const found = new Set(await known(keys));
  const taken: Window[] = [];
  for (const window of windows) {
    const overlaps = taken.some(({ start, end }) => window.start < end && start < window.end);
    if (found.has(window.key) && !overlaps) taken.push(window);
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
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly isCode: boolean;
};

const LONGEST_NAME = 6;

/** Every stretch that could be a name, longest first. */
function nameWindows(text: string): readonly Window[] {
  const words = [...text.matchAll(/[\p{L}\p{M}](?:[\p{L}\p{M}'’]*[\p{L}\p{M}])?/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    key: fold(match[0]).replaceAll('’', "'"),
    isCapital: /^\p{Lu}/u.test(match[0]),
  }));
  const windows: Window[] = [];
  for (const [at, first] of words.entries()) {
    let key = first.key;
    for (let length = 2; length <= LONGEST_NAME; length += 1) {
      const [before, word] = [words[at + length - 2], words[at + length - 1]];
      if (before === undefined || word === undefined) break;
      if (!/^[\s.,_·-]{1,3}$/u.test(text.slice(before.end, word.start))) break;
      key += ` ${word.key}`;
      // Two small syllables are a word of the language far more often than a name.
      if (length === 2 && !(first.isCapital && word.isCapital)) continue;
      windows.push({ key, start: first.start, end: word.end, isCode: false });
    }
  }
  const codes = [...text.matchAll(/(?<![\p{L}\d/])[\p{L}\d]+(?:[-_.][\p{L}\d]+)*(?![\p{L}\d/])/gu)]
    .filter(([word]) => /\p{L}/u.test(word) && /\d/.test(word))
    .map((match) => ({
      key: match[0].toUpperCase(),
      start: match.index,
      end: match.index + match[0].length,
      isCode: true,
    }));
  return [...windows.sort((a, b) => b.end - b.start - (a.end - a.start)), ...codes];
}

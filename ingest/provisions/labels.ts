import { isCapitals } from '../normalise/sentence.ts';

/** A label at the start of a line, before anybody has asked whether it is in its place. */
export type Label = {
  /** What is printed as the number or letter. */
  readonly printed: string;
  readonly wordsAt: number;
  readonly words: string;
};

/** Specks that scanning puts before a label: `=1.`, `__2.`, `. b)`. Quotation marks are no specks: they quote. */
const SPECKS = String.raw`[^\p{Lu}\p{Ll}\p{N}“"”'‘’(\[]{0,4}`;

const ARTICLE = new RegExp(
  String.raw`^${SPECKS}(?:Đ|Ð|D)(?:iều|iểu|iêu|IỀU|IÊU)(?:\s+|(?=\d))(\d{1,4}[a-zđ]?)\s*([.:]|$)\s*`,
  'u',
);
const NUMBERED = new RegExp(
  String.raw`^${SPECKS}([\dlISOZB|]{1,3})(?:\s?([.,])\s?(?=[\p{L}“"'(\[<]|\d+[\s%]|$)|[-–]\s(?=\p{Lu}))`,
  'u',
);
const POINT = new RegExp(String.raw`^(?:${SPECKS}|["'“])([\p{L}\d€¢©]|cc|dd|đđ)\s?\)\s*`, 'u');
const SLASHED_POINT = /^([a-zđ])\/\s+(?=\p{Lu})/u;
const SUBNUMBERED =
  /^[^\p{Lu}\p{Ll}\p{N}“"(]{0,3}(\d{1,2}(?:\.\d{1,2}){1,3})(?:\.\s+(?=\S)|[-–]\s+(?=\p{Lu})|\s+(?=[\p{L}“"(]))/u;
const ROMAN = new RegExp(String.raw`^${SPECKS}([IVXLHTÏ1l|]{1,6})\s?[.\-–:/)]\s*(?=[\p{Lu}“"]|$)`, 'u');
const LETTER = /^([A-HĐ])\s?[.\-–:/)]\s+(?=\p{Lu})/u;
const BULLET = /^[-–—•·●▪]\s*(?=\S)/u;

/** `Điều 5. …`, `Điều 5:`, `Điều 5` alone. */
export function articleLabel(text: string): Label | null {
  return label(text, ARTICLE.exec(text));
}

/** `2.`, `2-` of party documents, and the misreadings `2,` and `l.`. */
export function numberLabel(text: string): (Label & { readonly comma: boolean }) | null {
  const match = NUMBERED.exec(text);
  const found = label(text, match);
  return found === null ? null : { ...found, comma: match?.[2] === ',' };
}

/** `a)`, and anything that scanning may have made of it. */
export function pointLabel(text: string): Label | null {
  return label(text, POINT.exec(text) ?? SLASHED_POINT.exec(text));
}

/** `1.1.`, `2.3.1`, `1.1-` */
export function subnumberLabel(text: string): Label | null {
  return label(text, SUBNUMBERED.exec(text));
}

/** `I.`, `II-`, `III/` before words that begin with a capital. */
export function romanLabel(text: string): Label | null {
  const found = label(text, ROMAN.exec(text));
  return found !== null && /[IVX]/.test(found.printed) ? found : null;
}

/** `A.` before words that begin with a capital. */
export function letterLabel(text: string): Label | null {
  return label(text, LETTER.exec(text));
}

/** `-` at the start of a line. */
export function bulletLabel(text: string): Label | null {
  const match = BULLET.exec(text);
  return match === null
    ? null
    : { printed: '-', wordsAt: match[0].length, words: text.slice(match[0].length) };
}

const DIVISIONS = {
  phan: /^[^\p{Lu}\p{Ll}\p{N}“"(]{0,3}(?:Phần|PH[ẦẢÀÂA]N)\s+((?:thứ|THỨ)\s+[\p{L}]+(?:\s+(?:một|hai|ba|tư|lăm|năm|sáu|bảy|tám|chín|mươi))?|[IVXLHTÏ1l|]{1,6}|\d{1,2}|[A-H])(?=$|[\s.:\-–—])/u,
  chuong:
    /^[^\p{Lu}\p{Ll}\p{N}“"(]{0,3}(?:Chương|CH[ƯU][ƠO]NG)(?:\s+|(?=\d))([IVXLHTNÏÍÌ1l|]{1,7}|\d{1,2})(?=$|[\s.:\-–—])/u,
  muc: /^[^\p{Lu}\p{Ll}\p{N}“"(]{0,3}(?:Mục|M[ỤU]C)(?:\s+|(?=\d))([IVXLHÏ1l|]{1,6}|\d{1,2})(?=$|[\s.:\-–—])/u,
  tieu_muc:
    /^[^\p{Lu}\p{Ll}\p{N}“"(]{0,3}(?:Tiểu mục|TI[ỂẾÊ]U M[ỤU]C)\s+([IVXLHÏ1l|]{1,6}|\d{1,2})(?=$|[\s.:\-–—])/u,
} as const;

export type Division = keyof typeof DIVISIONS;
export const DIVISION_KINDS: readonly Division[] = ['phan', 'chuong', 'muc', 'tieu_muc'];

/**
 * `Chương II`, `Mục 1. THẨM QUYỀN`, `Phần thứ nhất`. A line that only cites one ("Chương II Nghị định này …") is told
 * by what follows: a heading follows in capitals, behind a stop or a dash, or on the next line.
 */
export function divisionLabel(text: string, kind: Division, isHeading: boolean): Label | null {
  const found = label(text, DIVISIONS[kind].exec(text));
  if (found === null) return null;
  const words = found.words.replace(/^[\s.:\-–—]+/u, '');
  const separated = /^\s*[.:\-–—]\s*[\p{Lu}“]/u.test(found.words);
  if (words !== '' && !separated && !isCapitals(words) && !isHeading) return null;
  return { ...found, wordsAt: text.length - words.length, words };
}

function label(text: string, match: RegExpExecArray | null): Label | null {
  if (match?.[1] === undefined) return null;
  return { printed: match[1], wordsAt: match[0].length, words: text.slice(match[0].length) };
}

/** The number that a misread figure stands for, if it can stand for one: `l` and `I` for 1, `S` for 5. */
export function readFigures(printed: string): number | null {
  const figures = printed
    .replace(/[lI|]/g, '1')
    .replace(/S/g, '5')
    .replace(/O/g, '0')
    .replace(/Z/g, '2')
    .replace(/B/g, '8');
  return /^\d+$/.test(figures) ? Number(figures) : null;
}

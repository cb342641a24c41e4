import { fold } from './text.ts';

/** The letters of điểm in their order; Vietnamese documents use no f, j, w, z. */
export const POINT_LETTERS = 'abcdđeghiklmnopqrstuvxy';

const ORDINALS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];

/** 1 → `nhất` … 20 → `hai mươi`, as in `Phần thứ nhất`; `null` beyond. */
export function writeOrdinal(value: number): string | null {
  if (value >= 1 && value <= 10) return ORDINALS[value - 1] ?? null;
  if (value === 20) return 'hai mươi';
  const unit = ORDINALS[value - 11];
  if (unit === undefined || value > 19) return null;
  return `mười ${value === 11 ? 'một' : value === 15 ? 'lăm' : unit}`;
}

/** `nhất`, `thứ hai`, `mười một` → 1, 2, 11; `null` for anything else. */
export function parseOrdinal(words: string): number | null {
  const plain = fold(words)
    .replace(/^thu\s+/, '')
    .trim();
  for (let value = 1; value <= 20; value += 1) {
    const written = writeOrdinal(value);
    if (written !== null && fold(written) === plain) return value;
  }
  return plain === 'mot' ? 1 : plain === 'bon' ? 4 : null;
}

/** What a text says of a place inside a document: `điểm a khoản 2 Điều 18`. What it does not say is `null`. */
export type ProvisionReference = {
  /** `18`, or `18a` for an inserted article. */
  readonly article: string | null;
  readonly clause: number | null;
  readonly point: string | null;
  /** As written: `II` or `2`. */
  readonly chapter: string | null;
  readonly annex: string | null;
};

const ARTICLE = /(?<![\p{L}\p{N}])(?:điều|dieu|đ\.)\s*(\d{1,4}[a-zđ]?)(?![\p{L}\p{N}])/iu;
const CLAUSE = /(?<![\p{L}\p{N}])(?:khoản|khoan|k\.)\s*(\d{1,3})(?![\p{L}\p{N}])/iu;
const POINT = /(?<![\p{L}\p{N}])(?:điểm|diem)\s*([a-zđ])(?![\p{L}\p{N}])/iu;
const CHAPTER = /(?<![\p{L}\p{N}])(?:chương|chuong)\s*([ivxl]{1,6}|\d{1,2})(?![\p{L}\p{N}])/iu;
const ANNEX =
  /(?<![\p{L}\p{N}])(?:phụ lục|phu luc)(?:\s*(?:số|so)?\s*([ivxl]{1,6}|\d{1,2}))?(?![\p{L}\p{N}])/iu;

/**
 * Reads the provision that a question names, with or without diacritics and in either order
 * (`khoản 2 điều 18`, `dieu 18 khoan 2`). `null` when it names none; the first of each rung counts.
 */
export function parseProvisionReference(text: string): ProvisionReference | null {
  const composed = text.normalize('NFC');
  const article =
    ARTICLE.exec(composed)?.[1]
      ?.toLowerCase()
      .replace(/^0+(?=\d)/, '') ?? null;
  const clause = CLAUSE.exec(composed)?.[1];
  const point = POINT.exec(composed)?.[1]?.toLowerCase() ?? null;
  const chapter = CHAPTER.exec(composed)?.[1]?.toUpperCase() ?? null;
  const annexMatch = ANNEX.exec(composed);
  const annex = annexMatch === null ? null : (annexMatch[1]?.toUpperCase() ?? '');
  if (article === null && clause === undefined && chapter === null && annex === null) return null;
  return { article, clause: clause === undefined ? null : Number(clause), point, chapter, annex };
}

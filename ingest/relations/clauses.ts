import type { ParsedDirective, Provision } from '../../domain/directive.ts';

/** A provision's own words, without those of the provisions below it. */
export type Clause = {
  /** Index of the provision. */
  readonly provision: number;
  readonly parent: number | null;
  readonly isArticle: boolean;
  /**
   * Its lines without the label. Quoted words are written `¤`, words in brackets are left out: neither says what becomes
   * of another document.
   */
  readonly lines: readonly string[];
};

const AMENDING_PART =
  /^[^\p{L}]*[IVXL]{1,6}\s?[.)\-–—/]?\s*(?:Sửa đổi|Bổ sung|Thay thế|Bãi bỏ|Đính chính)[\s,].*:\s*$/u;

const LABEL =
  /^[^\p{L}\p{N}¤]{0,4}(?:(?:Điều|ĐIỀU)\s+\d{1,4}[a-zđ]?\s*[.:]?|\d{1,3}(?:\.\d{1,2})*[a-zđ]?\s?[.)](?!\d)|[\p{L}]{1,2}\s?\)|[IVXL]{1,6}\s?[.)\-–—/]|[-–•+*])\s*/u;

/** Scans and old programs lose the space behind a verb: "Bãi bỏkhoản 3". */
const GLUED = /(?:bãi bỏ|sửa đổi|bổ sung|thay thế)(?=(?:khoản|điểm|điều|các|chương|mục|phụ lục)\s)/giu;

/** Where a list goes on in one line: "… như sau: a) Sửa đổi khoản 2: ¤ b) Bãi bỏ khoản 3." */
const INLINE_ITEM =
  /(?<=[:;.¤]\s*)\s(?=(?:\d{1,2}\.|[a-zđ]\d?\))\s+(?:Sửa|Bổ sung|Bãi bỏ|Bỏ|Thay|H[uủ][ỷy] bỏ|Đính chính|(?:Khoản|Điểm|Điều)\s+\S{1,6}\s))/u;

type Told = Pick<ParsedDirective, 'text' | 'provisions'>;

/** Several readers want the clauses of one directive. */
const known = new WeakMap<Told, readonly Clause[]>();

/** The clauses of a directive in document order. What stands in annexes is no clause of effect. */
export function clausesOf(told: Told): readonly Clause[] {
  const before = known.get(told);
  if (before !== undefined) return before;
  const clauses = readClauses(told);
  known.set(told, clauses);
  return clauses;
}

function readClauses({ text, provisions }: Told): readonly Clause[] {
  const firstChild = new Map<number, number>();
  for (const { parent, start } of provisions) {
    if (parent !== null && !firstChild.has(parent)) firstChild.set(parent, start);
  }
  const inAnnex = provisions.map(() => false);
  // New words of another document may have points of their own: what is quoted is still no clause there.
  let quoted: Quoted | null = null;
  return provisions.flatMap((provision, index) => {
    if (quoted !== null && !isIn(provision, quoted.holder)) quoted = null;
    inAnnex[index] =
      provision.kind === 'phu_luc' || (provision.parent !== null && inAnnex[provision.parent] === true);
    if (inAnnex[index] === true || isDivision(provision)) return [];
    const own = text.slice(provision.start, firstChild.get(index) ?? provision.end);
    // The first line of a Phần is its heading, unless it amends; rules may stand below it without a number of their own.
    const isPart = provision.kind === 'phan';
    const rest = outsideQuotes(own.normalize('NFC'), quoted?.mark ?? null);
    if (rest.open === null) quoted = null;
    else quoted ??= { holder: provision, mark: rest.open };
    const lines = withoutBrackets(rest.words)
      .split('\n')
      .filter((line, at) => !isPart || (at === 0 ? AMENDING_PART : /[.;/]\s*$/u).test(line))
      .flatMap((line) => line.split(INLINE_ITEM))
      .map((line) => line.trim().replace(LABEL, '').trim().replace(GLUED, '$& '))
      .filter((line) => /\p{L}/u.test(line));
    return [{ provision: index, parent: provision.parent, isArticle: provision.kind === 'dieu', lines }];
  });
}

type Quoted = { readonly holder: Provision; readonly mark: OpenMark };

function isIn({ start, end }: Provision, holder: Provision): boolean {
  return start >= holder.start && end <= holder.end;
}

/** Words outside quotation marks and brackets. */
export function plainWords(words: string): string {
  return withoutBrackets(outsideQuotes(words.normalize('NFC'), null).words);
}

/** No sentence of a directive is longer, in UTF-16 units; what seems to be is no sentence. */
const LONGEST_SENTENCE = 6_000;

/** The sentences of a line; a full stop behind a figure or within a number ends none. */
export function sentencesOf(line: string): readonly string[] {
  return line
    .split(/(?<=[^\d\s][.])\s+(?=\p{Lu})|(?<=\d[.])\s+(?=\p{Lu}\p{Ll})/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '' && sentence.length <= LONGEST_SENTENCE);
}

function isDivision({ kind }: Provision): boolean {
  return kind === 'chuong';
}

/** A straight mark with the signs beside it, where it can only open. */
const OPENS = /^(?:"|[\s(]")(?![\s.,;:)]|$)/u;

/** A mark that is open: curved ones are counted. */
type OpenMark = { readonly depth: number; readonly straight: boolean };

/**
 * Nested marks are counted; straight ones open and close by turns. What nothing closes is quoted to the end, and the mark
 * is `open`.
 */
function outsideQuotes(
  said: string,
  before: OpenMark | null,
): { readonly words: string; readonly open: OpenMark | null } {
  if (before === null && !/[“”"«»„]|''/u.test(said)) return { words: said, open: null };
  let kept = '';
  let depth = before?.depth ?? 0;
  let straight = before?.straight ?? false;
  let last = '';
  // Straight marks within curved ones come in pairs; a lone one behind a word closes the curved one.
  let inner = false;
  const marked = said.replace(/[«„]/gu, '“').replaceAll('»', '”').replaceAll("''", '"');
  for (let at = 0; at < marked.length; at += 1) {
    const sign = marked.charAt(at);
    // Some writers open with the mark that closes.
    const opens = sign === '“' || (sign === '”' && depth === 0 && !straight && /^[\s:(]?$/u.test(last));
    last = sign;
    if (opens) {
      if (depth === 0 && !straight) kept += '¤';
      depth += 1;
    } else if (
      sign === '"' &&
      depth > 0 &&
      (inner || OPENS.test(marked.slice(Math.max(0, at - 1), at + 2)))
    ) {
      inner = !inner;
    } else if (sign === '”' || (sign === '"' && depth > 0)) {
      // What a straight mark opened is sometimes closed by a curved one.
      if (depth === 0) straight = false;
      depth = Math.max(0, depth - 1);
    } else if (sign === '"' && depth === 0) {
      if (!straight) kept += '¤';
      straight = !straight;
    } else if (depth === 0 && !straight) kept += sign;
  }
  return { words: kept, open: depth > 0 || straight ? { depth, straight } : null };
}

function withoutBrackets(words: string): string {
  return words
    .replace(/\([^()]{0,600}\)/gu, ' ')
    .replace(/[^\S\n]{2,}/gu, ' ')
    .replace(/\s+([,;.:])/gu, '$1');
}

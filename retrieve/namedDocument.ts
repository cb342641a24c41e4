import type { DirectiveSummary } from '../domain/directive.ts';
import { cleanText, fold } from '../vietnamese/text.ts';

/** A document that a question names by its number, however loosely. */
export type NamedDocument = {
  /** The words that name it, as typed: "nđ 171/2025". */
  readonly written: string;
  /** The type's short form, folded: `nd`, `tt`, `qd`; `null` where the question gives none. */
  readonly type: string | null;
  /** The serial number without leading zeros. */
  readonly serial: string;
  readonly year: string | null;
  /** Further folded parts of the number: `["nd", "cp"]`. */
  readonly suffix: readonly string[];
  /** Written so fully (year, suffix or "số") that it can only mean a document. */
  readonly certain: boolean;
};

/** Folded words for a type of document → the short form used in numbers. */
const TYPES: Readonly<Record<string, string>> = {
  'nghi dinh': 'nd',
  nd: 'nd',
  'thong tu lien tich': 'ttlt',
  ttlt: 'ttlt',
  'thong tu': 'tt',
  tt: 'tt',
  'quyet dinh': 'qd',
  'quy dinh': 'qd',
  qd: 'qd',
  'nghi quyet': 'nq',
  nq: 'nq',
  'chi thi': 'ct',
  ct: 'ct',
  'chuong trinh': 'ctr',
  ctr: 'ctr',
  'ke hoach': 'kh',
  kh: 'kh',
  'huong dan': 'hd',
  hd: 'hd',
  'ket luan': 'kl',
  kl: 'kl',
  'thong bao': 'tb',
  'quy che': 'qc',
  'de an': 'da',
  'cong van': 'cv',
  'bao cao': 'bc',
  'phap lenh': 'pl',
  luat: 'luat',
};

const TYPE_WORDS = Object.keys(TYPES)
  .sort((a, b) => b.length - a.length)
  .map((words) => words.replaceAll(' ', '\\s+'))
  .join('|');

/** The parts after the serial: "/2025/nđ-cp", "-qđ/tw", " tw". */
const SUFFIX = '(?:\\s?[/-]\\s?[a-z][a-z0-9]*)*';
const WITH_TYPE = new RegExp(
  `(?<![a-z0-9])(${TYPE_WORDS})\\s*(so\\s*)?[:.]?\\s*(\\d{1,5})(?:\\s?/\\s?(\\d{4}))?(${SUFFIX})(\\s+(?:tw|cp|ttg|qu|tu|ubnd))?(?![a-z0-9])`,
  'g',
);
const BARE = new RegExp(
  `(?<![a-z0-9/])(?:so\\s+)?(\\d{1,5})(?:\\s?/\\s?((?:19|20)\\d{2})(${SUFFIX})|(-[a-z]{2,5}/[a-z]{2,8}|/[a-z]{2,5}-[a-z]{2,8}))(?![a-z0-9])`,
  'g',
);

/** Finds the documents that a question names by number, and the question without them. */
export function findNamedDocuments(question: string): {
  readonly documents: readonly NamedDocument[];
  readonly rest: string;
} {
  const text = cleanText(question);
  // Letter for letter as long as the text, so that places found in the one are places in the other.
  const folded = [...text].map((letter) => foldLetter(letter)).join('');
  const found: { start: number; end: number; document: NamedDocument }[] = [];
  for (const match of folded.matchAll(WITH_TYPE)) {
    const [whole, words = '', number, serial = '', year, suffix = '', loose = ''] = match;
    const parts = suffixParts(suffix + loose.replace(/\s+/, '/'));
    if (year === undefined && parts.length === 0 && isYear(serial)) continue;
    found.push({
      start: match.index,
      end: match.index + whole.length,
      document: {
        written: text.slice(match.index, match.index + whole.length).trim(),
        type: TYPES[words.replace(/\s+/g, ' ')] ?? null,
        serial: String(Number(serial)),
        year: year ?? null,
        suffix: parts,
        certain: year !== undefined || parts.length > 0 || number !== undefined,
      },
    });
  }
  for (const match of folded.matchAll(BARE)) {
    const [whole, serial = '', year, suffix = '', tail = ''] = match;
    const overlaps = found.some(
      (other) => match.index < other.end && other.start < match.index + whole.length,
    );
    if (overlaps || isDate(folded, match.index)) continue;
    found.push({
      start: match.index,
      end: match.index + whole.length,
      document: {
        written: text.slice(match.index, match.index + whole.length).trim(),
        type: null,
        serial: String(Number(serial)),
        year: year ?? null,
        suffix: suffixParts(suffix + tail),
        certain: true,
      },
    });
  }
  found.sort((a, b) => a.start - b.start);
  let rest = '';
  let at = 0;
  for (const { start, end } of found) {
    rest += `${text.slice(at, start)} `;
    at = end;
  }
  return { documents: found.map(({ document }) => document), rest: rest + text.slice(at) };
}

/** The stored directives that a name can mean. */
export function matchDocuments(
  directives: readonly DirectiveSummary[],
  named: NamedDocument,
): readonly DirectiveSummary[] {
  return directives.filter(({ header }) => {
    if (header.number === null) return false;
    const parts = fold(header.number)
      .split(/[^a-z0-9]+/)
      .filter((part) => part !== '');
    if (String(Number(parts[0])) !== named.serial) return false;
    if (named.year !== null && !parts.includes(named.year) && header.issued?.slice(0, 4) !== named.year)
      return false;
    if (!named.suffix.every((part) => parts.includes(part))) return false;
    const type = header.type === null ? undefined : TYPES[fold(header.type)];
    return named.type === null || parts.includes(named.type) || type === named.type;
  });
}

function foldLetter(letter: string): string {
  const folded = fold(letter);
  return folded.length === letter.length ? folded : letter;
}

function suffixParts(suffix: string): string[] {
  return suffix.split(/[^a-z0-9]+/).filter((part) => part !== '');
}

function isYear(serial: string): boolean {
  return /^(19|20)\d{2}$/.test(serial);
}

/** "7/2026" is a month when "ngày", "tháng" or another slash stands before it. */
function isDate(text: string, at: number): boolean {
  return /(\d\s?\/\s?|ngay\s+|thang\s+)$/.test(text.slice(Math.max(0, at - 8), at));
}

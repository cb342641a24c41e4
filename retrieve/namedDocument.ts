import type { IsoDate } from '../domain/day.ts';
import type { DirectiveSummary, Header } from '../domain/directive.ts';
import { parseDate } from '../vietnamese/dates.ts';
import { TYPE_CODES } from '../vietnamese/documentNumber.ts';
import { nameKey } from '../vietnamese/nameKey.ts';
import { cleanText, fold } from '../vietnamese/text.ts';

/** A document that a question names, by its number however loosely, or a law by its title. */
export type NamedDocument = {
  /** The words that name it, as typed: "nđ 171/2025". */
  readonly written: string;
  /** The type, folded, in words (`nghi dinh`) or letters (`nd`); `null` where the question gives none. */
  readonly type: string | null;
  /** The serial number without leading zeros; `null` for a law named by its title. */
  readonly serial: string | null;
  readonly year: string | null;
  readonly issued: IsoDate | null;
  /** Who issued it, where the question says so behind the number: `bo noi vu`, as in `nameKey`. */
  readonly issuer: string | null;
  /** Further folded parts of the number: `["nd", "cp"]`. */
  readonly suffix: readonly string[];
  /** Folded syllables of the title of a law; empty for a document named by number. */
  readonly title: readonly string[];
  /** Written so fully (year, suffix or "số") that it can only mean a document. */
  readonly certain: boolean;
};

const TYPE_WORDS = [...TYPE_CODES]
  .flatMap(([words, codes]) => [words, ...codes])
  .filter((word) => word.length > 1)
  .sort((a, b) => b.length - a.length)
  .map((words) => words.replaceAll(' ', '\\s+'))
  .join('|');

const CODES = [...new Set([...TYPE_CODES.values()].flat())].filter((code) => code.length > 1).join('|');
/** The offices that numbers name, as loosely typed behind a space: "qd 57 tw", "nd 171/2025 nd cp". */
const OFFICES = 'tw|trung uong|cp|ttg|qu|tu|ubnd|hdnd|qh\\d*';
const LOOSE = `\\s+(?:(?:${CODES})[\\s/-]+)?(?:${OFFICES})`;

/** The parts after the serial: "/2025/nđ-cp", "-qđ/tw", " tw". */
const SUFFIX = '(?:\\s?[/-]\\s?[a-z][a-z0-9]*)*';
/** "/2025", "-2025", " năm 2025", " 2025". */
const YEAR = '(?:\\s?/\\s?(\\d{4})|(?:\\s?-\\s?|\\s+(?:nam\\s+)?)((?:19|20)\\d{2}))';
/** What may stand between the type and the number: "nđ-cp 171", "nghị định của chính phủ số 171". */
const BETWEEN = `(?:[/-]((?:${CODES}|${OFFICES})(?:-[a-z]{2,8})*)|\\s+cua\\s+(?:[a-z]+\\s+){1,8}?(?=so\\s))?`;
/** A count and no number: "kế hoạch 5 năm", "hd 12 tháng". */
const UNIT =
  '\\s+(?:nam(?!\\s+(?:19|20)\\d{2})|thang|ngay(?!\\s+\\d)|tuan|tiet|gio|phut|buoi|lan|nguoi|lop|khoa|tuoi|dong|trieu|bac|diem|muc)(?![a-z])|\\s*%';
const WITH_TYPE = new RegExp(
  `(?<![a-z0-9])(${TYPE_WORDS})${BETWEEN}\\s*(so\\s*)?[:.]?\\s*(\\d{1,5})(?!${UNIT})${YEAR}?(${SUFFIX})(${LOOSE})?(?![a-z0-9])`,
  'g',
);
const BARE = new RegExp(
  `(?<![a-z0-9/])(?:so\\s+)?(\\d{1,5})(?:\\s?/\\s?((?:19|20)\\d{2})(${SUFFIX})|(-[a-z]{2,5}/[a-z]{2,8}|/[a-z]{2,5}-[a-z]{2,8}|-(?:${CODES})-[a-z]{2,8}))(?![a-z0-9])`,
  'g',
);

/** "ngày 10 tháng 3 năm 2026" or "ngày 10/3/2026" behind a number belongs to the name … */
const DATE_BEHIND =
  /^\s*,?\s*(?:ngay\s+)?\d{1,2}\s*(?:\/|-|\.|thang)\s*\d{1,2}\s*(?:\/|-|\.|,?\s*nam)\s*\d{4}(?!\d)/;
/** … and so does "của Chính phủ", "của Bộ trưởng Bộ Nội vụ" up to the words that ask. */
const ISSUER_BEHIND =
  /^\s*,?\s*cua\s+((?:chinh phu|thu tuong|quoc hoi|trung uong|tw|bo|bnv|byt|bca|bqp|bxd|bgddt|ubnd|hdnd|uy ban|hoi dong|tinh uy|thanh uy|dang uy|ban)(?![a-z])(?:,?\s+(?!(?:noi gi|noi ve|quy|ve|gi|co|con|la|bao|nhu|sua|thay|bai|yeu cau|cho|de|dieu|khoan|diem|ap dung|het|khi|duoc|the nao|thi(?! dua)|thuoc|gom|ra sao|nam|ngay|noi dung)(?![a-z]))[a-z]+){0,9})/;

/** A law named by its title: "Luật Cán bộ, công chức", up to a word that asks or a new thought. */
const LAW_BY_TITLE =
  /(?<![a-z0-9])(hien phap|bo luat|phap lenh|luat)((?:,?\s+(?!so(?![a-z])|nam(?![a-z])|quy dinh|noi |la |thi |co |ve viec|gom |the nao|nhu the|hien hanh|nay(?![a-z])|do(?![a-z])|moi(?![a-z])|cu(?![a-z])|nao(?![a-z]))[a-z]+){0,8})(?:\s+nam\s+|\s+)?((?:19|20)\d{2})?/g;

/** Finds the documents that a question names by number or, beside a provision, a law by its title. */
export function findNamedDocuments(question: string): {
  readonly documents: readonly NamedDocument[];
  readonly rest: string;
} {
  const text = cleanText(question);
  // Letter for letter as long as the text, so that places found in the one are places in the other.
  const folded = [...text].map((letter) => foldLetter(letter)).join('');
  const found: { start: number; end: number; document: NamedDocument }[] = [];
  const add = (
    start: number,
    numberEnd: number,
    named: Pick<NamedDocument, 'type' | 'year' | 'suffix' | 'certain'> & { readonly serial: string },
  ) => {
    if (found.some((other) => start < other.end && other.start < numberEnd)) return;
    const date = DATE_BEHIND.exec(folded.slice(numberEnd))?.[0] ?? '';
    const [behind = '', issuer] = ISSUER_BEHIND.exec(folded.slice(numberEnd + date.length)) ?? [];
    const document = {
      ...named,
      written: text.slice(start, numberEnd).trim(),
      serial: String(Number(named.serial)),
      issued: date === '' ? null : parseDate(text.slice(numberEnd, numberEnd + date.length)),
      issuer: issuer === undefined ? null : nameKey(issuer.replace(/^bo truong /, '')),
      title: [],
      certain: named.certain || date !== '' || issuer !== undefined,
    };
    found.push({ start, end: numberEnd + date.length + behind.length, document });
  };
  for (const match of folded.matchAll(WITH_TYPE)) {
    const [
      whole,
      words = '',
      before = '',
      number,
      serial = '',
      slashYear,
      looseYear,
      suffix = '',
      loose = '',
    ] = match;
    const year = slashYear ?? looseYear;
    const parts = suffixParts(`${before}/${suffix}/${loose.replace('trung uong', 'tw')}`);
    if (year === undefined && parts.length === 0 && isYear(serial)) continue;
    add(match.index, match.index + whole.length, {
      type: words.replace(/\s+/g, ' '),
      serial,
      year: year ?? null,
      suffix: parts,
      certain: year !== undefined || parts.length > 0 || number !== undefined,
    });
  }
  for (const match of folded.matchAll(BARE)) {
    const [whole, serial = '', year, suffix = '', tail = ''] = match;
    if (isDate(folded, match.index)) continue;
    add(match.index, match.index + whole.length, {
      type: null,
      serial,
      year: year ?? null,
      suffix: suffixParts(suffix + tail),
      certain: true,
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

/** The law that a question names by its title alone: "Điều 5 Luật Cán bộ, công chức"; `null` when it names none. */
export function findLawByTitle(question: string): NamedDocument | null {
  const text = cleanText(question);
  const folded = [...text].map((letter) => foldLetter(letter)).join('');
  for (const match of folded.matchAll(LAW_BY_TITLE)) {
    const [whole, type = '', words = '', year] = match;
    const title = words.match(/[a-z]+/g) ?? [];
    // "luật này", "pháp luật" name nothing.
    if (/phap\s*$/.test(folded.slice(0, match.index)) || (title.length === 0 && type !== 'hien phap'))
      continue;
    return {
      written: text.slice(match.index, match.index + whole.length).trim(),
      type,
      serial: null,
      year: year ?? null,
      issued: null,
      issuer: null,
      suffix: [],
      title,
      certain: true,
    };
  }
  return null;
}

/** Of directives that may be meant, those that a name fits. */
export function matchDocuments<T extends Pick<DirectiveSummary, 'header'>>(
  directives: readonly T[],
  named: NamedDocument,
): readonly T[] {
  const matching = directives.filter(({ header }) => {
    const parts = suffixParts(fold(header.number ?? ''));
    if (named.serial === null) {
      const title = suffixParts(fold(header.title ?? ''));
      if (named.title.some((syllable) => !title.includes(syllable))) return false;
    } else if (String(Number(parts[0])) !== named.serial) return false;
    if (named.year !== null && !parts.includes(named.year) && header.issued?.slice(0, 4) !== named.year)
      return false;
    if (named.issued !== null && header.issued !== null && named.issued !== header.issued) return false;
    if (!named.suffix.every((part) => parts.includes(part))) return false;
    return named.type === null || isOfType(header, parts, named.type);
  });
  const { issuer } = named;
  if (issuer === null) return matching;
  const issued = matching.filter(({ header }) => isIssuedBy(header, issuer));
  // A ministry goes by one name; the offices of a province or a committee are written in many ways.
  return issued.length > 0 || /^(?:bo|chinh phu|thu tuong|quoc hoi)(?: |$)/.test(issuer) ? issued : matching;
}

/** Where the document's own type is known it decides; the letters in its number stand for it where it is not. */
function isOfType(header: Header, parts: readonly string[], type: string): boolean {
  if (header.type === null)
    return parts.some((part) => part === type || TYPE_CODES.get(type)?.includes(part));
  const own = fold(header.type);
  return own === type || (TYPE_CODES.get(own) ?? []).includes(type);
}

/** An issuer that is not known is no reason to leave a document out. */
function isIssuedBy({ issuer, number }: Header, named: string): boolean {
  if (named === 'trung uong') return suffixParts(fold(number ?? '')).includes('tw');
  if (issuer === null) return true;
  const own = nameKey(issuer).replace(/^bo truong /, '');
  // The Prime Minister (thủ tướng chính phủ) is not the Government.
  return named === 'chinh phu' ? own === named : ` ${own} `.includes(` ${named} `);
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

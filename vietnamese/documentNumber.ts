import { fold } from './text.ts';

/** The parts of a số/ký hiệu. */
export type DocumentNumber = {
  /** In the official spelling: `233/2026/NĐ-CP`, `06-CTr/QU`. */
  readonly written: string;
  /** As printed, with its leading zeros: `06`. */
  readonly serial: string;
  readonly year: number | null;
  /** `NĐ`, `TT`, `CTr`, …; `null` where the letters name no type (`QH14`, the offices of an official letter). */
  readonly type: string | null;
  /** The letters that are left: `CP`, `TTg`, `BNNPTNT-BNV`, `QH14`, `QU`. */
  readonly issuer: string | null;
  readonly party: boolean;
};

const DASH = '[-‐‑‒–—−]';

/**
 * The letters for a type in a document's number, and the type in words. Where the same letters stand for two types
 * (party `QĐ` is a quyết định or a quy định) only the document's own title tells, and the words are `null`.
 */
const TYPES: Readonly<Record<string, { readonly state: string | null; readonly party: string | null }>> = {
  NĐ: { state: 'Nghị định', party: null },
  NQ: { state: 'Nghị quyết', party: 'Nghị quyết' },
  NQLT: { state: 'Nghị quyết liên tịch', party: 'Nghị quyết liên tịch' },
  QĐ: { state: 'Quyết định', party: null },
  QyĐ: { state: 'Quy định', party: 'Quy định' },
  QĐi: { state: 'Quy định', party: 'Quy định' },
  QC: { state: 'Quy chế', party: 'Quy chế' },
  TT: { state: 'Thông tư', party: 'Thông tri' },
  TTLT: { state: 'Thông tư liên tịch', party: null },
  CT: { state: 'Chỉ thị', party: 'Chỉ thị' },
  CTr: { state: 'Chương trình', party: 'Chương trình' },
  CTrHĐ: { state: 'Chương trình hành động', party: 'Chương trình hành động' },
  KH: { state: 'Kế hoạch', party: 'Kế hoạch' },
  HD: { state: 'Hướng dẫn', party: 'Hướng dẫn' },
  TB: { state: 'Thông báo', party: 'Thông báo' },
  KL: { state: 'Kết luận', party: 'Kết luận' },
  BC: { state: 'Báo cáo', party: 'Báo cáo' },
  TTr: { state: 'Tờ trình', party: 'Tờ trình' },
  CĐ: { state: 'Công điện', party: null },
  CV: { state: 'Công văn', party: 'Công văn' },
  ĐA: { state: 'Đề án', party: 'Đề án' },
  PA: { state: 'Phương án', party: 'Phương án' },
  PL: { state: 'Pháp lệnh', party: null },
  L: { state: 'Lệnh', party: null },
  VBHN: { state: 'Văn bản hợp nhất', party: null },
};

const SPELLINGS = new Map(Object.keys(TYPES).map((code) => [plain(code), code]));
const ISSUERS = new Map(
  ['CP', 'TTg', 'TW', 'QU', 'TU', 'UBND', 'HĐND', 'UBTVQH', 'CTN'].map((code) => [plain(code), code]),
);

const LETTERS = '[A-Za-zĐđÐðÂÊÔƠƯâêôơư&]';
/** Old numbers part the office by a slash or a full stop: `172/1998/TT/BTC`, `522/2002/QĐ.UB`. */
const OLD_OFFICE = '(?:(?<=/(?:TT|TTLT|QĐ|QÐ|NQ|CT|NĐ|NÐ))[/.][A-ZĐÐ]{2,}(?![a-zà-ỹ]))?';
const STATE = `(\\d{1,6}[a-z]?)\\s?/\\s?(?:(\\d{4})\\s?/\\s?)?(${LETTERS}{1,12}\\d{0,2})(${OLD_OFFICE}(?:\\s?${DASH}\\s?[A-ZĐÐ]{2,}(?![a-zà-ỹ])|${DASH}${LETTERS}+)*\\d{0,2})`;
const PARTY = `(\\d{1,6})\\s?${DASH}\\s?(${LETTERS}{1,6})\\s?/\\s?(${LETTERS}{2,}(?:${DASH}${LETTERS}+)*)`;
const BEFORE = '(?<![\\p{L}\\d/.-])';
/** Scans and old programs lose the space before the day: "91/2017/NĐ-CPngày 31 tháng 7". */
const AFTER = '(?:(?![\\p{L}\\d/])|(?=ngày(?!\\p{L})))';
const ANYWHERE = new RegExp(`${BEFORE}(?:${STATE}|${PARTY})${AFTER}`, 'gu');

/** Reads a text that is nothing but a document's number, in any case, spacing and dash; else `null`. */
export function parseDocumentNumber(text: string): DocumentNumber | null {
  const trimmed = text.normalize('NFC').trim();
  const found = findDocumentNumbers(trimmed)[0];
  return found !== undefined && found.start === 0 && found.end === trimmed.length ? found.number : null;
}

/** The numbers of documents that a text names, in order. Offsets are into the text in NFC. */
export function findDocumentNumbers(
  text: string,
): { readonly number: DocumentNumber; readonly start: number; readonly end: number }[] {
  const found = [];
  for (const match of text.normalize('NFC').matchAll(ANYWHERE)) {
    const number = match[5] === undefined ? stateNumber(match) : partyNumber(match);
    if (number !== null) found.push({ number, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/**
 * Equal for two spellings of one number: case, Đ or D (or the look-alike Ð), spaces, kinds of dash and leading zeros
 * do not count. `233/2026/NĐ-CP` → `233/2026/nd-cp`. Of a text that is no number, the same folding.
 */
export function documentNumberKey(text: string): string {
  return plain(text)
    .replace(/^so(?:hieu|kyhieu)?[:.]?(?=\d)/, '')
    .replace(/(^|[^\da-z])0+(?=\d)/g, '$1')
    .replace(/(\/(?:tt|ttlt|qd|nq|ct|nd))[/.](?=[a-z]{2})/, '$1-');
}

/** The type in words that a number's letters stand for (`NĐ` → `Nghị định`), or `null` where they do not tell. */
export function documentType(number: DocumentNumber): string | null {
  if (number.type === null) return null;
  const words = TYPES[number.type];
  return (number.party ? words?.party : words?.state) ?? null;
}

/** The types in words, longest first, as the title line of a document names them. */
export const DOCUMENT_TYPES: readonly string[] = [
  ...new Set([
    ...Object.values(TYPES).flatMap(({ state, party }) => [state, party]),
    ...[
      'Luật',
      'Bộ luật',
      'Hiến pháp',
      'Quy định',
      'Quy trình',
      'Điều lệ',
      'Thông cáo',
      'Báo cáo',
      'Giấy mời',
    ],
  ]),
]
  .filter((type) => type !== null)
  .sort((a, b) => b.length - a.length);

/**
 * The letters that each type goes by in numbers, both folded: `nghi dinh` → `["nd"]`. A quy định of the party is
 * numbered `QĐ` like a quyết định.
 */
export const TYPE_CODES: ReadonlyMap<string, readonly string[]> = new Map(
  DOCUMENT_TYPES.map((words) => [
    fold(words),
    [
      ...Object.entries(TYPES)
        .filter(([, { state, party }]) => state === words || party === words)
        .map(([code]) => fold(code)),
      ...(words === 'Quy định' ? ['qd'] : []),
    ],
  ]),
);

/** The letters that stand for a type in numbers, as they are spelled: `Nghị định` → `["NĐ"]`. Case does not matter. */
export function codesOfType(words: string): readonly string[] {
  return (TYPE_CODES.get(fold(words)) ?? []).flatMap((code) => SPELLINGS.get(code) ?? []);
}

/** Whether letters, as they are spelled, stand for a type: `TTr`, not `TTR` or `WĐ`. */
export function isTypeCode(letters: string): boolean {
  return Object.hasOwn(TYPES, letters);
}

function stateNumber(match: RegExpMatchArray): DocumentNumber | null {
  const [, serial = '', year, head = '', tail = ''] = match;
  const parts = [head, ...tail.split(new RegExp(`${DASH}|[/.]`))]
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const known = SPELLINGS.get(plain(head));
  // Before 1997 the government's numbers bore its letters alone: "Nghị định số 54/CP".
  // Without a year only known letters or a dash tell a number from a fraction or a unit of measure ("5/km").
  if (year === undefined && parts.length < 2 && !/^(?:CP|HĐBT|TTg)$/u.test(head)) return null;
  if (year === undefined && known === undefined && !/^[A-ZĐÐ]{2,}/.test(head)) return null;
  const type = parts.length > 1 || known === 'VBHN' ? (known ?? null) : null;
  const issuer = (type === null ? parts : parts.slice(1)).map(spellIssuer);
  const letters = [...(type === null ? [] : [type]), ...issuer].join('-');
  return {
    written: [serial, ...(year === undefined ? [] : [year]), letters].join('/'),
    serial,
    year: year === undefined ? null : Number(year),
    type,
    issuer: issuer.length === 0 ? null : issuer.join('-'),
    party: false,
  };
}

function partyNumber(match: RegExpMatchArray): DocumentNumber | null {
  const [, , , , , serial = '', letters = '', office = ''] = match;
  const type = SPELLINGS.get(plain(letters)) ?? null;
  if (type === null && letters !== letters.toUpperCase()) return null;
  const issuer = office.split(new RegExp(DASH)).map(spellIssuer).join('-');
  return { written: `${serial}-${type ?? letters}/${issuer}`, serial, year: null, type, issuer, party: true };
}

function spellIssuer(code: string): string {
  const known = ISSUERS.get(plain(code));
  if (known !== undefined) return known;
  const spelled = code.replace(/Ð/g, 'Đ').replace(/ð/g, 'đ');
  return /^[a-zđ]+\d*$/.test(spelled) ? spelled.toUpperCase() : spelled;
}

function plain(text: string): string {
  return fold(text.replace(/[Ðð]/g, 'đ')).replace(new RegExp(DASH, 'g'), '-').replace(/\s+/g, '');
}

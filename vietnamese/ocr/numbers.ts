import { codesOfType, DOCUMENT_TYPES, isTypeCode } from '../documentNumber.ts';
import type { Repair } from './repair.ts';

/**
 * Numbers of documents, articles and years as recognition breaks them: a space inside, figures for letters, a bracket
 * for a one. Only what no such number can have is put right; figures are never changed for other figures.
 */

const LETTER = 'A-ZĐÐ';
const TYPE_WORDS = DOCUMENT_TYPES.join('|');

/** The code that stands for the letters read, where they are none: `77` behind "Thông tư số 18/2025/" is `TT`. */
function codeFor(read: string, words: string | undefined, hasYear: boolean): string | null {
  if (isTypeCode(read)) return null;
  // Slanting letters: T leans like a 7, and its r like a Y.
  const asLetters = read
    .replaceAll(/[71](?=[71TYr])|(?<=[71T])[71](?!$)|7/g, 'T')
    .replace(/(?<=T)[Yy1]$/, 'r');
  const codes = words === undefined ? [] : codesOfType(words);
  const said = codes.filter(
    (code) =>
      Math.abs(code.length - read.length) <= 1 && [...code].some((letter) => asLetters.includes(letter)),
  );
  if (said.includes(asLetters)) return asLetters;
  // Numbers without a year may be old ones, which begin with an office: "Thông tư số 45/TC-TCT".
  if (said.length === 1 && (hasYear || /\d/.test(read))) return said[0] ?? null;
  return /\d/.test(read) && isTypeCode(asLetters) ? asLetters : null;
}

/** `[what is looked for, what it becomes]`; `null` leaves it. */
type Rule = readonly [pattern: RegExp, mended: (...parts: readonly string[]) => string | null];

const RULES: readonly Rule[] = [
  // số 1 93/2025/NĐ-CP
  [
    // Of more figures than three, the first may be a speck.
    /(?<=số )(?=[\d ]{3,4}\/)(\d{1,2}) (\d{1,2}\/(?:19|20)\d{2}\/)(?=\p{Lu})/gu,
    (_, head = '', tail = '') => head + tail,
  ],
  // số 1 193/2025/NĐ-CP: one figure read twice.
  [/(?<=số )(\d) (?=\1\d{2}\/(?:19|20)\d{2}\/\p{Lu})/gu, () => ''],
  // 64/2025/QH 15
  [/(\/(?:19|20)\d{2}\/(?:UBTV)?QH) (\d{1,2})(?![\d/])/gu, (_, head = '', tail = '') => head + tail],
  // 1111/NQ-UBTVQHI15, 64/2025/QHI5: no term of the assembly has three figures.
  [
    /(?<=\d\/(?:(?:19|20)\d{2}\/|[A-Z]{2,4}-)(?:UBTV)?QH)[Il](\d{1,2})(?![\d\p{L}])/gu,
    (_, term = '') => (term.length === 2 ? term : `1${term}`),
  ],
  // 1⁄3
  [/(?<=\d)[⁄∕](?=\d)/gu, () => '/'],
  // 92/TT r-UBND
  [/(\d\/(?:\d{4}\/)?)(CT|TT) r(?=-\p{Lu}{2})/gu, (_, head = '', code = '') => `${head}${code}r`],
  // 18/2025/TT- BCT, 18/2025/TT -BCT
  [
    new RegExp(`(\\d\\/(?:\\d{4}\\/)?)([${LETTER}r]{2,5})(?:- | -)(?=[${LETTER}]{2,}(?![\\p{L}]))`, 'gu'),
    (_, head = '', code = '') => (isTypeCode(code) ? `${head}${code}-` : null),
  ],
  // 80- NQ/TW
  [
    new RegExp(`(?<=số )(\\d{1,4})(?:- | -)([${LETTER}r]{2,4})(?=\\/[${LETTER}]{2,})`, 'gu'),
    (_, serial = '', code = '') => (isTypeCode(code) ? `${serial}-${code}` : null),
  ],
  // Nghị định số 40/2025/WĐ-CP, Tờ trình số 10/71Y-HĐND, 18/2025/77-BCT
  [
    new RegExp(
      `(?:(${TYPE_WORDS})(\\s+số\\s+))?(?<![\\d/])(\\d{1,5}\\/(?:(?:19|20)\\d{2}\\/)?)([${LETTER}\\dry]{2,4})(?=-[${LETTER}]{2,}(?![\\p{L}]))`,
      'giu',
    ),
    (_, words, between, serial = '', read = '') => {
      const code = codeFor(read, words, /\/\d{4}\/$/.test(serial));
      return code === null ? null : `${words ?? ''}${between ?? ''}${serial}${code}`;
    },
  ],
  // Điều ] của, khoản J Điều 5
  [/(Điều|[Kk]hoản) [\][|J](?=\s)/gu, (_, label = '') => `${label} 1`],
  // ngày 2] tháng J] năm
  [
    /((?:ngày|tháng) )(?=\S*[\][|J])([\d\][|J]{1,2})(?= (?:tháng|năm))/gu,
    (_, label = '', read = '') => label + read.replaceAll(/\D/g, '1'),
  ],
  // Written into a gap of the printed line, the day touches the word before it.
  [/((?<!\p{L})[Nn]gày)(?=\d{1,2} tháng)/gu, (_, label = '') => `${label} `],
  // No day has three figures.
  [/(?<=(?<!\p{L})ngày (?:0[1-9]|[12]\d|3[01])) \d(?= tháng \d)/gu, () => ''],
  // Between a month and a year stands one word alone, and between a day and a month.
  [
    /(?<=(?<!\p{L})ngày \d{1,2} tháng \d{1,2}\s)(?!năm(?!\p{L}))[\p{L}\d]{2,4}(?=\s(?:19|20)\d{2}(?!\d))/gu,
    () => 'năm',
  ],
  [
    /(?<=(?<!\p{L})ngày \d{1,2}\s)(?!tháng(?!\p{L}))t?\p{L}{3,5}(?=\s\d{1,2} năm (?:19|20)\d{2}(?!\d))/gu,
    () => 'tháng',
  ],
  // tháng4 năm, năm2026
  [/((?<!\p{L})tháng)(?=\d{1,2} năm)/gu, (_, label = '') => `${label} `],
  [/(tháng \d{1,2} năm)(?=20[0-4]\d(?!\d))/gu, (_, label = '') => `${label} `],
  // 10/TTr-HĐĐND
  [/(?<=[/-]H[ĐÐ])[ĐÐ](?=ND(?!\p{L}))/gu, () => ''],
  // A speck before it makes a year of five figures.
  [/((?:tháng|quý) \d{1,2} năm )1(?=20[0-4]\d(?!\d))/gu, (_, label = '') => label],
  // Điều 2 . Tổ chức
  [/^((?:Điều|Chương|Mục) \d{1,3}) \.(?=\s)/gmu, (_, label = '') => `${label}.`],
];

/** Puts such numbers right. `text` is running text in NFC; its line breaks stay. */
export function repairNumbers(text: string): { readonly text: string; readonly repairs: readonly Repair[] } {
  const counts = new Map<string, Repair>();
  let mended = text;
  for (const [pattern, become] of RULES) {
    mended = mended.replace(pattern, (whole: string, ...parts: readonly string[]) => {
      const to = become(whole, ...parts);
      if (to === null || to === whole) return whole;
      const key = `${whole} ${to}`;
      counts.set(key, { from: whole, to, times: (counts.get(key)?.times ?? 0) + 1 });
      return to;
    });
  }
  return { text: mended, repairs: [...counts.values()] };
}

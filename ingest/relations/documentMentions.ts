import type { IsoDate } from '../../domain/day.ts';
import type { RelationTarget } from '../../domain/validity.ts';
import { parseDate } from '../../vietnamese/dates.ts';
import { DOCUMENT_TYPES, documentNumberKey, findDocumentNumbers } from '../../vietnamese/documentNumber.ts';

/** A document that a text names, from its type word to the day behind its number. */
export type DocumentMention = {
  readonly target: RelationTarget;
  readonly start: number;
  readonly end: number;
};

const TYPES = [...DOCUMENT_TYPES, 'Thông tư liên tịch', 'Nghị quyết liên tịch', 'Lệnh']
  .sort((a, b) => b.length - a.length)
  .join('|');
/** The type, and for a law its name too, that stand before a number: "Luật Bảo hiểm xã hội số ". */
const LAW = '(?:Bộ luật|Luật|Pháp lệnh)';
const NAME_SIGN = `(?!(?:${TYPES}|này|hiệu lực|thay thế|bãi bỏ)(?!\\p{L}))[^.;:()]`;
const BEFORE_NUMBER = new RegExp(
  `(?<!\\p{L})(?:(?:${TYPES}|[Nn][Đđ]|[Qq][Đđ]|TT|tt|NQ|nq)(?:\\s+liên tịch)?\\s*(?:số)?\\s*:?\\s*|${LAW}\\s+(?:sửa đổi,\\s*bổ sung\\s+một số điều\\s+(?:của\\s+)?(?:các\\s+)?${LAW}\\s+)?(?:${NAME_SIGN}){2,80}?\\s+số\\s*)$`,
  'u',
);
const LAW_NAME = /^((?:Bộ luật|Luật|Pháp lệnh)\s+\p{L}.*?)\s+số\s*$/u;
/** A law that is told from its namesakes by the year or the day. */
const NUMBERLESS =
  /(?<!\p{L})((?:Bộ luật|Luật|Pháp lệnh)\s+(?:(?!số\s|này|sửa đổi)[\p{L}][\p{L}\s,-]{2,70}?|sửa đổi,\s*bổ sung\s+một số điều\s+(?:của\s+)?(?:các\s+)?(?:Bộ luật|Luật|Pháp lệnh)\s+(?!số\s)[\p{L}\s,-]{2,140}?))\s+(?:năm\s+(\d{4})|ngày\s+(\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4}|\d{1,2}\/\d{1,2}\/\d{4}))(?!\d)/gu;
const DAY_BEHIND =
  /^,?\s*ngày\s+(?:\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4}|\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4})/u;
/** Laws that a document names with their number once, and by their names alone afterwards; longer names first. */
export type KnownLaws = readonly { readonly name: RegExp; readonly target: RelationTarget }[];

export const NO_LAWS: KnownLaws = [];

/** Behind a law's name; another word would make it the name of another law: "Luật Giáo dục đại học". */
const NAME_ENDS =
  /^(?:\s*(?:$|[.,;:()¤“”])|\s+(?:(?:và|hoặc|như|hết|được|đã|có|bằng|thành|tại|theo|gồm|bị|tiếp|kể|trái)(?!\p{L})|\p{Lu}))/u;

/** The laws that the texts name with a number. A name that one text gives to two laws tells neither; earlier texts go first. */
export function knownLaws(texts: readonly string[]): KnownLaws {
  const known = new Map<string, RelationTarget | null>();
  for (const text of texts) {
    const own = new Map<string, RelationTarget | null>();
    for (const { target } of findDocumentMentions(text)) {
      const name = target.title?.toLowerCase() ?? '';
      if (name === '' || target.number === null || /^luật sửa đổi/u.test(name)) continue;
      const before = own.get(name);
      own.set(name, before === undefined || before?.numberKey === target.numberKey ? target : null);
    }
    for (const [name, target] of own) if (!known.has(name)) known.set(name, target);
  }
  return [...known]
    .sort(([a], [b]) => b.length - a.length)
    .flatMap(([name, target]) =>
      target === null
        ? []
        : [
            {
              name: new RegExp(
                `(?<!\\p{L})${name.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&').replace(/\s+/gu, '\\s+')}`,
                'giu',
              ),
              target,
            },
          ],
    );
}

/** How far before a number the type is looked for. */
const REACH = 120;

/**
 * The documents that a text names by number, and the laws it names by title and year, or by their title alone where `laws`
 * tells which. Text in NFC.
 */
export function findDocumentMentions(text: string, laws: KnownLaws = NO_LAWS): readonly DocumentMention[] {
  const found: DocumentMention[] = [];
  let from = 0;
  for (const { number, start, end } of findDocumentNumbers(text)) {
    const before = text.slice(Math.max(from, start - REACH), start);
    const match = BEFORE_NUMBER.exec(before);
    const day = dayBehind(text, end);
    from = end + day.length;
    found.push({
      target: {
        number: number.written,
        numberKey: documentNumberKey(number.written),
        title: match === null ? null : (LAW_NAME.exec(match[0])?.[1] ?? null),
        issued: day === '' ? null : parseDate(day),
      },
      start: match === null ? start : start - match[0].length,
      end: from,
    });
  }
  for (const match of text.matchAll(NUMBERLESS)) {
    const [whole, named = '', year, day] = match;
    // "Luật … được Quốc hội thông qua ngày …"
    const name = named.replace(/\s+(?:đã\s+)?được\s.*$/su, '');
    const [start, end] = [match.index, match.index + whole.length];
    if (found.some((other) => start < other.end && other.start < end)) continue;
    const title = year === undefined ? name : `${name} năm ${year}`;
    const issued = day === undefined ? null : parseDate(day);
    found.push({ target: { number: null, numberKey: null, title, issued }, start, end });
  }
  for (const { name, target } of laws) {
    for (const match of text.matchAll(name)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const isOther =
        !NAME_ENDS.test(text.slice(end, end + 24)) ||
        found.some((other) => start < other.end && other.start < end);
      if (!isOther) found.push({ target, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The days of issue that a text gives behind the numbers of documents, by `documentNumberKey`; the first one counts. */
export function issueDays(text: string): ReadonlyMap<string, IsoDate> {
  const days = new Map<string, IsoDate>();
  for (const { number, end } of findDocumentNumbers(text)) {
    const day = parseDate(dayBehind(text, end));
    const key = documentNumberKey(number.written);
    if (day !== null && !days.has(key)) days.set(key, day);
  }
  return days;
}

function dayBehind(text: string, end: number): string {
  return DAY_BEHIND.exec(text.slice(end, end + 60))?.[0] ?? '';
}

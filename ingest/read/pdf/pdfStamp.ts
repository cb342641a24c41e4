import type { IsoDate } from '../../../domain/day.ts';
import { findDates } from '../../../vietnamese/dates.ts';
import type { PdfWord } from './pdfPage.ts';

/**
 * The stamp of an electronic signature: the words that open it, and within its few lines the time or the address that
 * no sentence of a document has there. The same words open clauses too ("Người ký hợp đồng phải …").
 */
const stamp =
  /(?:(?:Người ký|Ký bởi|Signed by)\s*:|Digitally signed by|Signature Not Verified)(?:(?!Người ký\s*:)[\s\S]){0,220}(?:\d{1,2}:\d{2}:\d{2}(?:\s*[+-]\d{2}[:']?\d{2}'?)?|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/giu;

/** Whether a stamp may end with the word: a time or an address. Words without one need not be searched for stamps. */
export const maybeEndsStamp = (word: string) => word.includes('@') || /\d:\d/.test(word);

export const joinedWords = (words: readonly PdfWord[]) => words.map((word) => word.text).join(' ');

/** The page's words in one line without its signature stamps, in NFC. */
export const withoutStamps = (words: readonly PdfWord[]) =>
  joinedWords(words).normalize('NFC').replace(stamp, '');

/** Splits a page's words into its signature stamps' and all others. */
export function splitStamps(words: readonly PdfWord[]): {
  readonly stamp: readonly PdfWord[];
  readonly others: readonly PdfWord[];
} {
  const texts = words.map((word) => word.text.normalize('NFC'));
  const spans = [...texts.join(' ').matchAll(stamp)].map(({ 0: match, index }) => [
    index,
    index + match.length,
  ]);
  const own: PdfWord[] = [];
  const others: PdfWord[] = [];
  let at = 0;
  for (const [index, word] of words.entries()) {
    const inside = spans.some(([from = 0, to = 0]) => at >= from && at < to);
    (inside ? own : others).push(word);
    at += (texts[index]?.length ?? 0) + 1;
  }
  return { stamp: own, others };
}

/** The first day on which the pages' signature stamps say that the file was signed, or `null`. */
export function signedOn(pages: readonly { readonly words: readonly PdfWord[] }[]): IsoDate | null {
  const days = pages.flatMap(({ words }) => {
    const said = joinedWords(words).normalize('NFC').match(stamp) ?? [];
    // Programs write the year first with stops between: 2026.04.29.
    return said.flatMap((each) => findDates(each.replace(/(\d{4})\.(\d{2})\.(\d{2})/gu, '$1-$2-$3')));
  });
  return days.map(({ date }) => date).sort()[0] ?? null;
}

import type { StoredDirective } from '../../domain/directive.ts';
import { type FoundDate, findDates } from '../../vietnamese/dates.ts';
import { foldInPlace } from '../../vietnamese/figures.ts';
import { type LeafSentence, leafSentences } from './leafSentences.ts';

/** "Quyết định số 915/2026/QĐ-UBND ngày 20 tháng 3 năm 2026": the day belongs to the name. */
const BELONGS_TO_NAME = /\d[\p{L}\d/-]*[/-][\p{L}\d/-]+,?\s+ngày\s*$/u;
/** A day of every year: "trước ngày 30 tháng 6 hằng năm". */
const YEARLY =
  /(?:truoc|cham nhat|muon nhat|den het|den|tu) (?:la )?(?:ngay )?\d{1,2}(?:\/| thang )\d{1,2}(?!\d)/;

/** The days of a text (NFC) that are no part of a document's name. */
export function ownDates(text: string): readonly FoundDate[] {
  return findDates(text).filter(({ start }) => !BELONGS_TO_NAME.test(text.slice(0, start)));
}

/** The sentences of a document that set a day, in their order, with where in them (UTF-16) it stands; days in the names of documents are left out. */
export function datesOf(
  document: Pick<StoredDirective, 'text' | 'provisions'>,
): readonly (LeafSentence & { readonly at: number })[] {
  return leafSentences(document).flatMap((sentence) => {
    const composed = sentence.words.normalize('NFC');
    const [first] = ownDates(composed);
    const at = first?.start ?? foldInPlace(composed).search(YEARLY);
    return at === -1 ? [] : [{ ...sentence, at }];
  });
}

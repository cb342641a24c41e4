import type { StoredDirective } from '../../domain/directive.ts';
import { findDates } from '../../vietnamese/dates.ts';
import { fold } from '../../vietnamese/text.ts';
import { type LeafSentence, leafSentences } from './leafSentences.ts';

/** "Quyết định số 915/2026/QĐ-UBND ngày 20 tháng 3 năm 2026": the day belongs to the name. */
const BELONGS_TO_NAME = /\d[\p{L}\d/-]*[/-][\p{L}\d/-]+,?\s+ngày\s*$/u;
/** A day of every year: "trước ngày 30 tháng 6 hằng năm". */
const YEARLY =
  /(?:truoc|cham nhat|muon nhat|den het|den|tu) (?:la )?(?:ngay )?\d{1,2}(?:\/| thang )\d{1,2}(?!\d)/;

/** The sentences of a document that set a day, in their order; days in the names of documents are left out. */
export function datesOf(document: Pick<StoredDirective, 'text' | 'provisions'>): readonly LeafSentence[] {
  return leafSentences(document).filter(({ words }) => {
    const composed = words.normalize('NFC');
    const sets = findDates(words).some(({ start }) => !BELONGS_TO_NAME.test(composed.slice(0, start)));
    return sets || YEARLY.test(fold(words));
  });
}

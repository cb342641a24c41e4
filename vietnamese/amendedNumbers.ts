import { documentNumberKey, findDocumentNumbers } from './documentNumber.ts';

const AMENDS = /sửa đổi|bổ sung|thay thế|bãi bỏ|đính chính/i;

/**
 * The keys of the documents that a title says are amended, replaced, repealed or corrected: "Sửa đổi, bổ sung một số
 * điều của Quyết định số 915/2026/QĐ-UBND". A title tells of a document as a whole, not of its provisions.
 */
export function amendedNumbers(title: string): readonly string[] {
  const composed = title.normalize('NFC');
  if (!AMENDS.test(composed)) return [];
  return [
    ...new Set(
      findDocumentNumbers(composed).map(({ start, end }) => documentNumberKey(composed.slice(start, end))),
    ),
  ];
}

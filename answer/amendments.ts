import type { DirectiveSummary } from '../domain/directive.ts';
import { documentNumberKey, findDocumentNumbers } from '../vietnamese/documentNumber.ts';

const AMENDS = /sửa đổi|bổ sung|thay thế|bãi bỏ|đính chính/i;

/**
 * The stored directives whose titles say that they amend, replace or repeal another one. A title tells of the document as
 * a whole, not of the provision: it is a reason to look, and is told as such.
 */
export function amendmentsOf(
  directive: DirectiveSummary,
  directives: readonly DirectiveSummary[],
): readonly DirectiveSummary[] {
  const { number } = directive.header;
  if (number === null) return [];
  const key = documentNumberKey(number);
  return directives.filter(({ id, kind, header }) => {
    if (id === directive.id || kind === 'press' || header.title === null || !AMENDS.test(header.title))
      return false;
    const title = header.title.normalize('NFC');
    return findDocumentNumbers(title).some(
      ({ start, end }) => documentNumberKey(title.slice(start, end)) === key,
    );
  });
}

import { KnownError } from '../errors.ts';
import { findLawByTitle, findNamedDocuments, type NamedDocument } from '../retrieve/namedDocument.ts';
import { findNamedProvisions, type NamedProvision } from '../retrieve/namedProvision.ts';
import { questionTerms } from '../retrieve/question.ts';
import { cleanText, foldSyllable } from '../vietnamese/text.ts';
import { questionTexts as texts } from './texts.ts';

/** A question may be this long, in UTF-16 units. */
export const LONGEST_QUESTION = 2_000;

/** A question and what it names. */
export type Question = {
  /** NFC, trimmed, without control characters. */
  readonly text: string;
  readonly documents: readonly NamedDocument[];
  readonly provisions: readonly NamedProvision[];
  /** The question without the words that name. */
  readonly rest: string;
  /** The rest asks something of its own: not only "điều 5 nghị định 233 quy định gì". */
  readonly asksMore: boolean;
};

/** Words beside a name that ask nothing of their own. */
const FILLER = new Set(
  (
    'quy dinh noi dung xem doc mo tra cuu van ban toan nghi thong tu quyet ke hoach huong dan chuong trinh luat so ' +
    'ngay nam gom chi tiet day du ghi neu the hien'
  )
    .split(' ')
    .map(foldSyllable),
);

/** The words of a question. Throws `bad_input` for one that is empty, too long, or holds no letter and no figure. */
export function cleanQuestion(question: string): string {
  const text = cleanText(question).trim();
  if (question.trim() === '' || text === '') {
    throw new KnownError('bad_input', texts.empty);
  }
  if (text.length > LONGEST_QUESTION) {
    throw new KnownError('bad_input', texts.tooLong(text.length, LONGEST_QUESTION));
  }
  if (!/[\p{L}\p{N}]/u.test(text)) {
    throw new KnownError('bad_input', texts.noWords);
  }
  return text;
}

/** Throws what `cleanQuestion` throws. */
export function readQuestion(question: string): Question {
  const text = cleanQuestion(question);
  const { documents, rest: withoutDocuments } = findNamedDocuments(text);
  const { provisions, rest } = findNamedProvisions(withoutDocuments);
  // A title names a law only beside a provision: "luật viên chức quy định gì về kỷ luật" asks of any document.
  const law = documents.length === 0 && provisions.length > 0 ? findLawByTitle(rest) : null;
  const asksMore = questionTerms(rest).some(
    ({ content, term }) => content && !term.split('_').every((syllable) => FILLER.has(syllable)),
  );
  return { text, documents: law === null ? documents : [law], provisions, rest, asksMore };
}

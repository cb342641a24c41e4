import type { Answer } from '../../answer/answer.ts';
import { answerQuestion } from '../../answer/answer.ts';
import type { GoldenPlace, GoldenQuestion } from '../../data/golden/readGolden.ts';
import type { Citation } from '../../domain/citation.ts';
import type { Queryable } from '../../store/database.ts';
import { readDirective } from '../../store/directives.ts';

/**
 * `right`: answered by an accepted provision, or rightly refused. `wrong`: answered by another provision.
 * `refused`: not answered though an answer exists. `invented`: answered though there is none.
 */
export type Verdict = 'right' | 'wrong' | 'refused' | 'invented';

/** Answers a golden question and judges the first citation. */
export async function judgeGolden(
  queryable: Queryable,
  golden: GoldenQuestion,
  asOf: string,
): Promise<{ readonly verdict: Verdict; readonly answer: Answer }> {
  const answer = await answerQuestion(queryable, golden.question, asOf);
  if (golden.answer === null) return { verdict: answer.kind === 'not_found' ? 'right' : 'invented', answer };
  const accepted = [golden.answer, ...golden.also];
  if (answer.kind === 'not_found') return { verdict: 'refused', answer };
  if (answer.kind === 'document') {
    const { number } = answer.document.header;
    const path = answer.within?.path ?? [];
    const fits = accepted.some(
      (place) => sameDocument(place, number, answer.document.fileName) && within(path, place),
    );
    return { verdict: fits ? 'right' : 'wrong', answer };
  }
  const [first] = answer.citations;
  const fits = first !== undefined && (await cites(queryable, first, accepted));
  return { verdict: fits ? 'right' : 'wrong', answer };
}

async function cites(
  queryable: Queryable,
  citation: Citation,
  places: readonly GoldenPlace[],
): Promise<boolean> {
  const directive = await readDirective(queryable, citation.directiveId);
  if (directive === null) return false;
  return places.some(
    (place) =>
      sameDocument(place, directive.header.number, directive.fileName) && within(citation.path, place),
  );
}

function sameDocument(place: GoldenPlace, number: string | null, fileName: string): boolean {
  return place.document === number || place.document === fileName;
}

/** The provision itself, a part of it, or one that holds it whole. */
function within(path: readonly string[], place: GoldenPlace): boolean {
  const tail = (labels: readonly string[]) => {
    const article = labels.findIndex((label) => label.startsWith('Điều '));
    return article === -1 ? labels : labels.slice(article);
  };
  const [one, other] = [tail(path), tail(place.path)];
  if (one.length === 0) return other.length === 0;
  return one.slice(0, other.length).every((label, at) => label === other[at]);
}

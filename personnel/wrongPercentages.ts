import type { Citation } from '../domain/citation.ts';
import { cite } from '../domain/cite.ts';
import type { IsoDate } from '../domain/day.ts';
import type { StoredDirective } from '../domain/directive.ts';
import type { Queryable } from '../store/database.ts';
import { listDirectives, readDirective } from '../store/directives.ts';
import { markValidity } from '../store/validity.ts';
import { documentNumberKey } from '../vietnamese/documentNumber.ts';
import type { PercentageFinding } from '../vietnamese/percentageFinding.ts';
import { checkPercentages } from '../vietnamese/percentages.ts';
import { fold } from '../vietnamese/text.ts';

/** A percentage of a stored document that its own figures contradict. */
export type WrongPercentage = { readonly finding: PercentageFinding; readonly citation: Citation };

/**
 * Recomputes the percentages of stored documents, of all or of those whose number or title holds the words asked for. Press is
 * read too: that is where wrong figures mostly stand.
 */
export async function findWrongPercentages(
  queryable: Queryable,
  words: string | null,
  asOf: IsoDate,
): Promise<{
  readonly documents: number;
  readonly checked: number;
  readonly wrong: readonly WrongPercentage[];
}> {
  const chosen = (await listDirectives(queryable)).filter(
    ({ header, fileName }) =>
      words === null ||
      (header.number !== null && documentNumberKey(header.number).includes(documentNumberKey(words))) ||
      fold(`${header.title ?? ''} ${fileName}`).includes(fold(words)),
  );
  const wrong: WrongPercentage[] = [];
  let checked = 0;
  for (const { id } of chosen) {
    const document = await readDirective(queryable, id);
    if (document === null) continue;
    const findings = checkPercentages(document.text, document.header.issued);
    checked += findings.length;
    for (const finding of findings) {
      if (!finding.right) wrong.push({ finding, citation: citeFinding(document, finding, asOf) });
    }
  }
  const citations = await markValidity(
    queryable,
    wrong.map(({ citation }) => citation),
    asOf,
  );
  return {
    documents: chosen.length,
    checked,
    wrong: wrong.map((one, at) => ({ ...one, citation: citations[at] ?? one.citation })),
  };
}

/** The sentence that holds the figures, in the smallest provision around it. */
function citeFinding(document: StoredDirective, { start, end }: PercentageFinding, asOf: IsoDate): Citation {
  const around = document.provisions.filter((one) => one.start <= start && one.end >= end);
  const provision = around.reduce<(typeof around)[number] | null>(
    (best, one) => (best === null || one.end - one.start <= best.end - best.start ? one : best),
    null,
  );
  return cite(document, { provision, start, end }, asOf);
}

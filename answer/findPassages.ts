import type { Citation } from '../domain/citation.ts';
import { cite } from '../domain/cite.ts';
import type { IsoDate } from '../domain/day.ts';
import type { StoredDirective } from '../domain/directive.ts';
import { readAsOf } from '../retrieve/asOf.ts';
import type { Explanation } from '../retrieve/explanation.ts';
import { search as searchWords } from '../retrieve/search.ts';
import type { Searcher } from '../retrieve/searcher.ts';
import type { Queryable } from '../store/database.ts';
import { readDirective } from '../store/directives.ts';
import { markValidity } from '../store/validity.ts';
import { resolveNames } from './named.ts';
import { readQuestion } from './question.ts';

/** A passage with its citation and what it scored; scores compare only within one search. */
export type RankedPassage = {
  readonly citation: Citation;
  readonly score: number;
  /** `null`: the question named it, so that it was not ranked. */
  readonly explanation: Explanation | null;
};

/** What a question finds. */
export type FoundPassages = {
  /** Best first. */
  readonly passages: readonly RankedPassage[];
  /** The day for which it was asked. */
  readonly asOf: IsoDate;
  /** How the question was read where it seemed mistyped; `null` where it was taken as it stands. */
  readonly corrected: string | null;
};

/**
 * The passages that answer a question, best first; what the question names exactly stands before what it resembles.
 * Throws `bad_input` like `answerQuestion`.
 */
export async function findPassages(
  queryable: Queryable,
  asked: string,
  given: { readonly limit: number; readonly asOf: IsoDate },
  search: Searcher = searchWords,
): Promise<FoundPassages> {
  const day = readAsOf(asked, given.asOf);
  const options = { ...given, asOf: day?.day ?? given.asOf };
  const question = readQuestion(day?.rest ?? asked);
  const named = await resolveNames(queryable, search, question, options.asOf);
  const directiveIds = named.kind === 'within' ? named.directiveIds : null;
  const { hits, corrected } = await search(queryable, question.text, { ...options, directiveIds });
  const documents = new Map<number, StoredDirective | null>();
  const ranked: RankedPassage[] = [];
  for (const hit of hits) {
    const document = documents.get(hit.directiveId) ?? (await readDirective(queryable, hit.directiveId));
    documents.set(hit.directiveId, document);
    if (document === null) continue;
    const provision = document.provisions.find(({ id }) => id === hit.provisionId) ?? null;
    const citation = cite(document, { ...hit, provision }, options.asOf);
    ranked.push({ citation, score: hit.score, explanation: hit.explanation });
  }
  const exact = named.kind === 'provisions' || named.kind === 'several' ? named.found : [];
  const top = ranked[0]?.score ?? 0;
  const first = exact.map(({ document, provision }) => ({
    citation: cite(document, { provision, start: provision.start, end: provision.end }, options.asOf),
    score: top + 1,
    explanation: null,
  }));
  const namedIds = new Set(first.map(({ citation }) => citation.provisionId));
  const all = [...first, ...ranked.filter(({ citation }) => !namedIds.has(citation.provisionId))];
  const shown = all.slice(0, options.limit);
  const marked = await markValidity(
    queryable,
    shown.map(({ citation }) => citation),
    options.asOf,
  );
  return {
    passages: shown.map((passage, at) => ({ ...passage, citation: marked[at] ?? passage.citation })),
    asOf: options.asOf,
    corrected: corrected?.text ?? null,
  };
}

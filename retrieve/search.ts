import { isInForce } from '../domain/citation.ts';
import type { IsoDate } from '../domain/directive.ts';
import type { Queryable } from '../store/database.ts';
import {
  type Candidate,
  corpusStatistics,
  findCandidates,
  findTerms,
  readPassageTexts,
} from '../store/passages.ts';
import { questionTerms } from './question.ts';
import { inverseDocumentFrequency, type Score, scoreCandidate, type WeightedTerm } from './score.ts';

/** Postings that one search may read: a question's rarest terms are taken until they are used up. */
const POSTINGS_BUDGET = 5_000;
/** How many candidates are scored exactly. */
const CANDIDATES = 200;

/** A passage that answers a question more or less. */
export type Hit = Candidate &
  Score & {
    readonly text: string;
    readonly inForce: boolean | null;
  };

export type SearchOptions = {
  /** How many hits at most. */
  readonly limit: number;
  /** The day on which a provision has to be in force to rank first. */
  readonly asOf: IsoDate;
  /** Only within these directives; `null` for all. */
  readonly directiveIds: readonly number[] | null;
};

/** Finds the passages that answer a question, best first: candidates in SQL under a budget, exact scoring here. */
export async function search(
  queryable: Queryable,
  question: string,
  options: SearchOptions,
): Promise<readonly Hit[]> {
  const asked = questionTerms(question);
  const known = new Map(
    (
      await findTerms(
        queryable,
        asked.map(({ term }) => term),
      )
    ).map((statistics) => [statistics.term, statistics]),
  );
  const corpus = await corpusStatistics(queryable);
  const terms = asked.map(({ term, weight, content }): WeightedTerm => {
    const statistics = known.get(term);
    return {
      term,
      termId: statistics?.id ?? null,
      weight: weight * inverseDocumentFrequency(corpus.passages, statistics?.passages ?? 0),
      content,
    };
  });
  const affordable = rarestWithin(
    terms.flatMap(({ term, termId, weight }) =>
      termId === null ? [] : [{ termId, weight, postings: known.get(term)?.passages ?? 0 }],
    ),
    POSTINGS_BUDGET,
  );
  const candidates = await findCandidates(queryable, affordable, CANDIDATES, options.directiveIds);
  const ranked = candidates
    .map((candidate) => {
      const inForce = isInForce(candidate.effective, options.asOf);
      return { ...candidate, inForce, ...scoreCandidate(candidate, terms, corpus, inForce) };
    })
    .sort((a, b) => b.score - a.score || a.passageId - b.passageId)
    .slice(0, options.limit);
  const texts = await readPassageTexts(
    queryable,
    ranked.map(({ passageId }) => passageId),
  );
  return ranked.map((hit) => ({ ...hit, text: texts.get(hit.passageId) ?? '' }));
}

type Affordable = { readonly termId: number; readonly weight: number; readonly postings: number };

/** The rarest terms whose postings together stay within the budget; always at least one. */
export function rarestWithin(terms: readonly Affordable[], budget: number): readonly Affordable[] {
  const rarestFirst = [...terms].sort((a, b) => a.postings - b.postings);
  const taken: Affordable[] = [];
  let spent = 0;
  for (const term of rarestFirst) {
    if (taken.length > 0 && spent + term.postings > budget) break;
    taken.push(term);
    spent += term.postings;
  }
  return taken;
}

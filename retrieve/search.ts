import { isInForce } from '../domain/citation.ts';
import type { IsoDate } from '../domain/directive.ts';
import type { Queryable } from '../store/database.ts';
import {
  type Candidate,
  findCandidates,
  readCandidates,
  readPassageTexts,
} from '../store/passages/candidates.ts';
import { explain } from './explain.ts';
import type { Explanation } from './explanation.ts';
import { contentWeights, type Looked, lookAtLines, rankByLines, rankByWords } from './rank.ts';
import { rarestWithin, type WeightedQuestion, weighQuestion } from './weigh.ts';
import { WEIGHTS } from './weights.ts';

/** Postings that one search may read: a question's rarest terms are taken until they are used up. */
const POSTINGS_BUDGET = 5_000;
/** How many candidates are scored exactly. */
export const CANDIDATES = 200;
/** How many of the best are looked at a second time, line by line. */
const SECOND_LOOK = 40;

/** A passage that answers a question more or less. */
export type Hit = Looked & { readonly explanation: Explanation };

export type SearchOptions = {
  /** How many hits at most. */
  readonly limit: number;
  /** The day on which a provision has to be in force to rank first. */
  readonly asOf: IsoDate;
  /** Only within these directives; `null` for all. */
  readonly directiveIds: readonly number[] | null;
};

/** Hits, best first, and the weights of the question's content terms by which they were judged. */
export type SearchResult = { readonly hits: readonly Hit[]; readonly weights: ReadonlyMap<string, number> };

/** Finds the passages that answer a question: candidates in SQL under a budget, exact scoring here, then a second look. */
export async function search(
  queryable: Queryable,
  text: string,
  options: SearchOptions,
): Promise<SearchResult> {
  const question = await weighQuestion(queryable, text, WEIGHTS);
  const candidates = await gather(queryable, question, options);
  const looked = await look(queryable, candidates, question, options);
  return { hits: explained(looked.slice(0, options.limit), question), weights: contentWeights(question) };
}

/** The given passages as hits of a question, best first: for what was found by other means than its words. */
export async function readHits(
  queryable: Queryable,
  text: string,
  passageIds: readonly number[],
  options: Pick<SearchOptions, 'asOf'>,
): Promise<readonly Hit[]> {
  const question = await weighQuestion(queryable, text, WEIGHTS);
  const candidates = await readCandidates(queryable, passageIds, termIds(question));
  return explained(
    await look(queryable, candidates, question, { ...options, limit: passageIds.length }),
    question,
  );
}

/** The passages that hold the question's rarest terms. */
export function gather(
  queryable: Queryable,
  question: WeightedQuestion,
  { directiveIds }: Pick<SearchOptions, 'directiveIds'>,
): Promise<readonly Candidate[]> {
  // Within a few directives every posting can be read; the counts of the whole corpus would starve them.
  const budget = directiveIds === null ? POSTINGS_BUDGET : Number.POSITIVE_INFINITY;
  const wanted = rarestWithin(question.terms, budget);
  return findCandidates(queryable, wanted, termIds(question), CANDIDATES, directiveIds);
}

async function look(
  queryable: Queryable,
  candidates: readonly Candidate[],
  question: WeightedQuestion,
  { asOf, limit }: Pick<SearchOptions, 'asOf' | 'limit'>,
): Promise<readonly Looked[]> {
  const dated = candidates.map((candidate) => ({
    ...candidate,
    inForce: isInForce(candidate.effective, asOf),
  }));
  const best = rankByWords(dated, question, WEIGHTS).slice(0, Math.max(SECOND_LOOK, limit));
  const texts = await readPassageTexts(
    queryable,
    best.map(({ passageId }) => passageId),
  );
  return rankByLines(best, lookAtLines(texts, question), WEIGHTS);
}

function explained(looked: readonly Looked[], question: WeightedQuestion): readonly Hit[] {
  return looked.map((passage, at) => ({
    ...passage,
    explanation: explain(passage, question, WEIGHTS, at + 1),
  }));
}

function termIds({ terms }: WeightedQuestion): readonly number[] {
  return terms.flatMap(({ termId }) => (termId === null ? [] : [termId]));
}

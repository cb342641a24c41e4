import type { IsoDate } from '../domain/day.ts';
import type { Validity } from '../domain/validity.ts';
import type { Queryable } from '../store/database.ts';
import {
  type Candidate,
  findCandidates,
  findTerms,
  readCandidates,
  readPassageTexts,
} from '../store/passages/candidates.ts';
import { readPassageValidity } from '../store/validity.ts';
import { explain } from './explain.ts';
import type { Explanation } from './explanation.ts';
import { worth } from './focus.ts';
import { contentWeights, type Looked, lookAtLines, rankByLines, rankByWords } from './rank.ts';
import { type Correction, correctQuestion, looksMistyped } from './typing/correctQuestion.ts';
import { rarestWithin, type WeightedQuestion, weighQuestion } from './weigh.ts';
import { WEIGHTS } from './weights.ts';

/** Postings that one search may read: a question's rarest terms are taken until they are used up. */
const POSTINGS_BUDGET = 5_000;
/** How many candidates are scored exactly: as good as more (measured), since headings help to choose them. */
const CANDIDATES = 150;
/** How much more a term says of a passage when its heading holds it, while candidates are chosen. */
const IN_HEADING = 1;
/** How many of the best are looked at a second time, line by line: more change nothing (measured) and cost the most. */
export const SECOND_LOOK = 16;

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

/** What a question finds. */
export type SearchResult = {
  /** Best first. */
  readonly hits: readonly Hit[];
  /** The question's content terms and the weights by which the hits were judged. */
  readonly weights: ReadonlyMap<string, number>;
  /** How the question was read where it seems mistyped; `null` where it was taken as it stands. */
  readonly corrected: Correction | null;
};

/** Where the best passage holds this much of a question, it needs no correction. */
const FOUND = 0.6;

/**
 * Finds the passages that answer a question: candidates in SQL under a budget, exact scoring here, then a second look.
 * A question that finds little and looks mistyped is read as it was probably meant, if that finds more.
 */
export async function search(
  queryable: Queryable,
  text: string,
  options: SearchOptions,
): Promise<SearchResult> {
  const asTyped = await searchOnce(queryable, text, options);
  const correction = await correctionOf(queryable, asTyped);
  if (correction === null) return result(asTyped, null, options);
  const asMeant = await searchOnce(queryable, correction.text, options);
  return held(asMeant) > held(asTyped)
    ? result(asMeant, correction, options)
    : result(asTyped, null, options);
}

type Searched = { readonly question: WeightedQuestion; readonly looked: readonly Looked[] };

async function searchOnce(queryable: Queryable, text: string, options: SearchOptions): Promise<Searched> {
  const question = await weighQuestion(queryable, text, WEIGHTS);
  const candidates = await gather(queryable, question, options);
  return { question, looked: await look(queryable, candidates, question, options) };
}

function result(
  { question, looked }: Searched,
  corrected: Correction | null,
  options: SearchOptions,
): SearchResult {
  return {
    hits: explained(looked.slice(0, options.limit), question),
    weights: contentWeights(question),
    corrected,
  };
}

/** How much of the question the best passage holds. */
function held({ looked }: Searched): number {
  const [best] = looked;
  return best === undefined ? 0 : worth(best.focus);
}

async function correctionOf(queryable: Queryable, searched: Searched): Promise<Correction | null> {
  if (held(searched) >= FOUND) return null;
  const { text, terms, corpus } = searched.question;
  const passages = new Map(terms.map((term) => [term.term, term.passages]));
  const frequencies = { of: (term: string) => passages.get(term) ?? 0, passages: corpus.passages };
  if (!looksMistyped(text, frequencies)) return null;
  return correctQuestion(text, async (wanted) => {
    const found = await findTerms(queryable, wanted);
    return new Map(found.map((term) => [term.term, term.passages]));
  });
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
  const wanted = rarestWithin(question.terms, budget).map((term) => ({
    ...term,
    headingWeight: term.weight * IN_HEADING,
  }));
  return findCandidates(queryable, wanted, termIds(question), CANDIDATES, directiveIds);
}

async function look(
  queryable: Queryable,
  candidates: readonly Candidate[],
  question: WeightedQuestion,
  { asOf, limit }: Pick<SearchOptions, 'asOf' | 'limit'>,
): Promise<readonly Looked[]> {
  const validity = await readPassageValidity(queryable, candidates, asOf);
  const dated = candidates.map((candidate, at) => ({ ...candidate, inForce: isInForce(validity[at]) }));
  const best = rankByWords(dated, question, WEIGHTS).slice(0, Math.max(SECOND_LOOK, limit));
  const texts = await readPassageTexts(
    queryable,
    best.map(({ passageId }) => passageId),
  );
  const looked = new Set(best.slice(0, SECOND_LOOK).map(({ passageId }) => passageId));
  return rankByLines(best, lookAtLines(texts, looked, question), WEIGHTS);
}

/** `null` where it is not known. */
function isInForce(validity: Validity | undefined): boolean | null {
  if (validity === undefined || validity.status === 'unknown') return null;
  return validity.status === 'in_force';
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

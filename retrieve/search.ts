import { isInForce } from '../domain/citation.ts';
import type { IsoDate } from '../domain/directive.ts';
import type { Queryable } from '../store/database.ts';
import {
  type Candidate,
  type CorpusStatistics,
  corpusStatistics,
  findCandidates,
  findTerms,
  readPassageTexts,
} from '../store/passages/candidates.ts';
import { type Expectation, expectationOf } from './expectation.ts';
import { type Focus, focusOf } from './focus.ts';
import { questionTerms } from './question.ts';
import { inverseDocumentFrequency, scoreCandidate, type WeightedTerm } from './score.ts';

/** Postings that one search may read: a question's rarest terms are taken until they are used up. */
const POSTINGS_BUDGET = 5_000;
/** How many candidates are scored exactly. */
const CANDIDATES = 200;

/** How many of the best are looked at a second time, line by line. */
const SECOND_LOOK = 30;
/** What the second look adds to a score, as a share of it, for a line that holds the whole question … */
const FOCUS_WEIGHT = 2;
/** … and for one that shows what was expected. */
const EXPECTED_WEIGHT: Readonly<Record<Focus['expected'], number>> = {
  no: 0,
  missing: 0,
  shown: 0.3,
  settled: 2,
};

/** A passage that answers a question more or less. */
export type Hit = Candidate & {
  /** Comparable only within one search. */
  readonly score: number;
  readonly text: string;
  readonly inForce: boolean | null;
  /** The line of the passage that holds most of the question. */
  readonly focus: Focus;
};

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
  question: string,
  options: SearchOptions,
): Promise<SearchResult> {
  const corpus = await corpusStatistics(queryable);
  // Within a few directives every posting can be read; the counts of the whole corpus would starve them.
  const budget = options.directiveIds === null ? POSTINGS_BUDGET : Number.POSITIVE_INFINITY;
  const { terms, affordable } = await weigh(queryable, question, corpus, budget);
  const weights = new Map(terms.flatMap(({ term, share, content }) => (content ? [[term, share]] : [])));
  const asked = terms.flatMap(({ termId }) => (termId === null ? [] : [termId]));
  const candidates = await findCandidates(queryable, affordable, asked, CANDIDATES, options.directiveIds);
  const ranked = candidates
    .map((candidate) => {
      const inForce = isInForce(candidate.effective, options.asOf);
      return { ...candidate, inForce, score: scoreCandidate(candidate, terms, corpus, inForce) };
    })
    .sort((a, b) => b.score - a.score || a.passageId - b.passageId);
  const expectation = expectationOf(question);
  const looked = Math.max(SECOND_LOOK, options.limit);
  const texts = await readPassageTexts(
    queryable,
    // A definition settles its question, and stands among many passages that only use the word.
    ranked.slice(0, expectation?.settles ? CANDIDATES : looked).map(({ passageId }) => passageId),
  );
  const hits = ranked
    .filter(({ passageId }, place) => place < looked || shows(expectation, texts.get(passageId)))
    .map((hit) => {
      const text = texts.get(hit.passageId) ?? '';
      const focus = focusOf({ ...hit, text }, weights, expectation);
      const score = hit.score * (1 + FOCUS_WEIGHT * focus.share + EXPECTED_WEIGHT[focus.expected]);
      return { ...hit, text, focus, score };
    })
    .sort((a, b) => b.score - a.score || a.passageId - b.passageId)
    .slice(0, options.limit);
  return { hits, weights };
}

function shows(expectation: Expectation | null, text: string | undefined): boolean {
  return expectation !== null && (text?.split('\n').some(expectation.shownBy) ?? false);
}

/** The question's terms as the corpus knows them, and those whose postings can be read within the budget. */
async function weigh(queryable: Queryable, question: string, corpus: CorpusStatistics, budget: number) {
  const asked = questionTerms(question);
  const found = await findTerms(
    queryable,
    asked.map(({ term }) => term),
  );
  const known = new Map(found.map((statistics) => [statistics.term, statistics]));
  const terms = asked.map(({ term, weight, content }): WeightedTerm => {
    const statistics = known.get(term);
    const rarity = inverseDocumentFrequency(corpus.passages, statistics?.passages ?? 0);
    return {
      term,
      termId: statistics?.id ?? null,
      weight: weight * rarity,
      // In a small corpus an everyday word that no document uses is as rare as a word of the trade: rarity is damped
      // where the question is to be held whole.
      share: weight * Math.sqrt(rarity),
      content,
    };
  });
  const affordable = rarestWithin(
    terms.flatMap(({ term, termId, weight }) =>
      termId === null ? [] : [{ termId, weight, postings: known.get(term)?.passages ?? 0 }],
    ),
    budget,
  );
  return { terms, affordable };
}

type Affordable = { readonly termId: number; readonly weight: number; readonly postings: number };

/** The rarest terms whose postings together stay within the budget; always at least one. */
function rarestWithin(terms: readonly Affordable[], budget: number): readonly Affordable[] {
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

import type { Queryable } from '../store/database.ts';
import { type CorpusStatistics, corpusAndTerms, type TermStatistics } from '../store/passages/candidates.ts';
import { type QuestionTerm, questionTerms, type TermKind } from './question.ts';
import type { Weights } from './weights.ts';

/** A term of the question as the corpus knows it. */
export type WeightedTerm = {
  readonly term: string;
  readonly kind: TermKind;
  /** `null`: stands nowhere in the corpus. */
  readonly termId: number | null;
  /** In how many passages it stands. */
  readonly passages: number;
  /** Rarity times the weight by kind. */
  readonly weight: number;
  /** What it counts when a passage is asked how much of the question it holds. */
  readonly share: number;
  readonly content: boolean;
  readonly part: number;
  readonly origin: QuestionTerm['origin'];
};

/** A question as the corpus knows it. */
export type WeightedQuestion = {
  readonly text: string;
  readonly terms: readonly WeightedTerm[];
  readonly corpus: CorpusStatistics;
};

/** What the corpus knows of a question's terms. */
export type KnownTerms = { readonly corpus: CorpusStatistics; readonly terms: readonly TermStatistics[] };

/** Looks up how rare the terms of a question are. */
export async function weighQuestion(
  queryable: Queryable,
  question: string,
  weights: Weights,
): Promise<WeightedQuestion> {
  const asked = questionTerms(question);
  const known = await corpusAndTerms(
    queryable,
    asked.map(({ term }) => term),
  );
  return weighTerms(question, asked, known, weights);
}

/** Weighs the terms of a question by how rare they are. */
export function weighTerms(
  question: string,
  asked: readonly QuestionTerm[],
  { corpus, terms: known }: KnownTerms,
  weights: Weights,
): WeightedQuestion {
  const statistics = new Map(known.map((term) => [term.term, term]));
  const terms = asked.map(({ term, kind, content, part, origin }): WeightedTerm => {
    const { id, passages } = statistics.get(term) ?? { id: null, passages: 0 };
    const rarity = inverseDocumentFrequency(corpus.passages, passages);
    const single = kind === 'single' ? weights.single : 1;
    const asks = !content && kind !== 'definition';
    const usual = single * (origin === 'synonym' ? weights.synonym : asks ? weights.asking : 1);
    return {
      term,
      kind,
      termId: id,
      passages,
      weight: usual * part * rarity,
      // In a small corpus an everyday word that no document uses is as rare as a word of the trade: rarity is damped
      // where the question is to be held whole.
      share: usual * part * Math.sqrt(rarity) * (kind === 'pair' && id === null ? weights.unknownPair : 1),
      content,
      part,
      origin,
    };
  });
  return { text: question, terms, corpus };
}

/** Rarity of a term that stands in `documentFrequency` of `passages` passages. */
function inverseDocumentFrequency(passages: number, documentFrequency: number): number {
  return Math.log(1 + (passages - documentFrequency + 0.5) / (documentFrequency + 0.5));
}

/** A term by which candidates are found. */
export type Affordable = { readonly termId: number; readonly weight: number };

/**
 * The rarest terms whose postings together stay within the budget; always at least one. The rarest say the most and
 * cost the least, so the cost of a search does not grow with the corpus.
 */
export function rarestWithin(terms: readonly WeightedTerm[], budget: number): readonly Affordable[] {
  const rarestFirst = terms
    .flatMap(({ termId, weight, passages }) => (termId === null ? [] : [{ termId, weight, passages }]))
    .sort((a, b) => a.passages - b.passages || a.termId - b.termId);
  const taken: Affordable[] = [];
  let spent = 0;
  for (const { termId, weight, passages } of rarestFirst) {
    if (taken.length > 0 && spent + passages > budget) break;
    taken.push({ termId, weight });
    spent += passages;
  }
  return taken;
}

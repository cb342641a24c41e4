import { type QuestionTerm, questionTerms } from '../../../retrieve/question.ts';
import { type LookedText, lookAtLines } from '../../../retrieve/rank.ts';
import { gather } from '../../../retrieve/search.ts';
import { type KnownTerms, weighTerms } from '../../../retrieve/weigh.ts';
import type { Weights } from '../../../retrieve/weights.ts';
import type { Database } from '../../../store/database.ts';
import { type Candidate, corpusAndTerms, readPassageTexts } from '../../../store/passages/candidates.ts';
import { type Article, type BenchQuestion, documentsOf } from '../corpus.ts';
import { indexArticles } from '../product.ts';

/** All that ranking one question needs, so that it can be ranked again and again with other weights. */
export type Material = {
  readonly question: string;
  readonly asked: readonly QuestionTerm[];
  readonly known: KnownTerms;
  readonly candidates: readonly (Candidate & { readonly inForce: null })[];
  readonly lines: ReadonlyMap<number, LookedText>;
  /** Ids of the articles, by passage. */
  readonly articles: ReadonlyMap<number, string>;
  readonly relevant: ReadonlySet<string>;
};

/** Stores the articles in an empty database and gathers what each question finds in it. */
export async function gatherMaterial(
  database: Database,
  articles: readonly Article[],
  questions: readonly BenchQuestion[],
  weights: Weights,
): Promise<readonly Material[]> {
  const { articleIds } = await indexArticles(database, documentsOf(articles));
  const gathered: Material[] = [];
  for (const { question, relevant } of questions) {
    const asked = questionTerms(question);
    const known = await corpusAndTerms(
      database,
      asked.map(({ term }) => term),
    );
    const weighed = weighTerms(question, asked, known, weights);
    const candidates = await gather(database, weighed, { directiveIds: null });
    const texts = await readPassageTexts(
      database,
      candidates.map(({ passageId }) => passageId),
    );
    gathered.push({
      question,
      asked,
      known,
      candidates: candidates.map((candidate) => ({ ...candidate, inForce: null })),
      lines: lookAtLines(texts, new Set(texts.keys()), weighed),
      articles: new Map(
        candidates.map(({ passageId, directiveId }) => [
          passageId,
          articleIds.get(directiveId)?.get(texts.get(passageId)?.start ?? -1) ?? '',
        ]),
      ),
      relevant: new Set(relevant),
    });
  }
  return gathered;
}

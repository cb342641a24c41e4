import type { EmbeddingSettings } from '../../config.ts';
import { KnownError } from '../../errors.ts';
import type { Queryable } from '../../store/database.ts';
import {
  countVectors,
  findModel,
  findNearest,
  readNearness,
  type VectorModel,
} from '../../store/passages/vectors.ts';
import { readHits, SECOND_LOOK, search } from '../search.ts';
import type { Searcher } from '../searcher.ts';
import { createBreaker } from './breaker.ts';
import { createEmbedder, type Embedder } from './embedder.ts';
import { fuse } from './fusion.ts';
import type { Vector } from './vector.ts';

/** Where it is told that vectors are left out of searches, and that they are back. No question is ever told. */
export type SearchLog = {
  readonly warn: (details: object, message: string) => void;
  readonly info: (details: object, message: string) => void;
};

export type HybridOptions = {
  readonly embedder: Embedder | null;
  readonly log?: SearchLog;
  /** What nearness may add to a score, as a share of the best score by words (`EMBEDDING_WEIGHT`). */
  readonly weight: number;
  /** How long a question may wait for its vector. */
  readonly budgetMs?: number;
  /** Failures in a row after which the service is left alone for a while. */
  readonly failures?: number;
  readonly now?: () => number;
};

const BUDGET_MS = 1500;
const NEAREST = 100;
/** Below this share of passages with vectors, the nearest of them say little about what is nearest of all. */
const LEAST_SHARE = 0.9;
/** How long it is remembered whether there are enough vectors. */
const REMEMBERED_MS = 30_000;
/** Vectors of questions that are kept: one question is often searched for twice. */
const QUESTIONS_KEPT = 200;

/** The search that the configuration asks for, and what computes its vectors; `null` where nothing does. */
export function configuredSearch(
  settings: EmbeddingSettings | null,
  options: Pick<HybridOptions, 'log' | 'failures'>,
): { readonly search: Searcher; readonly embedder: Embedder | null } {
  const embedder = settings === null ? null : createEmbedder(settings);
  return { embedder, search: createSearcher({ ...options, embedder, weight: settings?.weight ?? 0 }) };
}

/**
 * A search by words and vectors together. Without an embedder, without vectors for most passages, and whenever the service
 * fails or is slow, it is exactly the search by words.
 */
export function createSearcher(options: HybridOptions): Searcher {
  const { embedder, now = Date.now } = options;
  if (embedder === null) return search;
  const vectorOf = questionVectors(embedder, options);
  const servingModel = rememberedModel(embedder, now);
  return async (queryable, question, searched) => {
    // As many as are looked at line by line in any case: its first hits are those of a search for fewer.
    const limit = Math.max(searched.limit, SECOND_LOOK);
    const [vector, words] = await Promise.all([
      vectorOf(question),
      search(queryable, question, { ...searched, limit }),
    ]);
    const model = vector === null ? null : await servingModel(queryable, vector.length);
    if (vector === null || model === null) {
      return { ...words, hits: words.hits.slice(0, searched.limit) };
    }
    const nearest = await findNearest(queryable, model, vector, NEAREST, searched.directiveIds);
    const meant = words.corrected?.text ?? question;
    const byWords = new Set(words.hits.map(({ passageId }) => passageId));
    const near = new Set(nearest.map(({ passageId }) => passageId));
    const others = [...near].filter((id) => !byWords.has(id));
    const far = [...byWords].filter((id) => !near.has(id));
    const rankings = {
      byWords: words.hits,
      others: others.length === 0 ? [] : await readHits(queryable, meant, others, searched),
      nearest,
      further: far.length === 0 ? [] : await readNearness(queryable, model, vector, far),
    };
    const hits = fuse(rankings, options.weight);
    return { ...words, hits: hits.slice(0, searched.limit) };
  };
}

/** The vector of a question, or `null` where it is not to be had in time. */
function questionVectors(
  embedder: Embedder,
  { log, budgetMs = BUDGET_MS, failures, now = Date.now }: HybridOptions,
): (question: string) => Promise<Vector | null> {
  const breaker = createBreaker(
    {
      onRest: (error, restMs) =>
        log?.warn(
          { error, code: codeOf(error), restMs },
          'questions are searched by words alone for a while',
        ),
      onRecovery: () => log?.info({}, 'questions are searched by words and vectors again'),
    },
    { now, ...(failures === undefined ? {} : { failures }) },
  );
  const kept = new Map<string, Promise<Vector | null>>();
  return (question) => {
    const known = kept.get(question);
    if (known !== undefined) return known;
    const asking = breaker.attempt(() => embedder.embedQuestion(question, budgetMs));
    kept.set(question, asking);
    const [oldest] = kept.keys();
    if (kept.size > QUESTIONS_KEPT && oldest !== undefined) kept.delete(oldest);
    return asking.then((vector) => {
      if (vector === null) kept.delete(question);
      return vector;
    });
  };
}

function codeOf(error: unknown): string {
  return error instanceof KnownError ? error.code : 'unexpected';
}

/** The model whose vectors can be compared with a question's, or `null` while there are too few of them. */
function rememberedModel(
  embedder: Embedder,
  now: () => number,
): (queryable: Queryable, dimension: number) => Promise<VectorModel | null> {
  let remembered: { readonly until: number; readonly model: VectorModel | null } | null = null;
  return async (queryable, dimension) => {
    if (remembered === null || now() >= remembered.until) {
      remembered = { until: now() + REMEMBERED_MS, model: await wholeModel(queryable, embedder) };
    }
    // A model that begins to give other vectors than those that are stored.
    return remembered.model?.dimension === dimension ? remembered.model : null;
  };
}

async function wholeModel(queryable: Queryable, { space }: Embedder): Promise<VectorModel | null> {
  const model = await findModel(queryable, space);
  if (model === null) return null;
  const { passages, vectors } = await countVectors(queryable, model);
  return vectors > 0 && vectors >= LEAST_SHARE * passages ? model : null;
}

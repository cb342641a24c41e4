import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { databaseLocation } from '../config.ts';
import { indexPassages } from '../ingest/passageIndex.ts';
import { search } from '../retrieve/search.ts';
import type { Database } from '../store/database.ts';
import { saveDirective } from '../store/directives.ts';
import { openDatabase } from '../store/open.ts';
import { fold } from '../vietnamese/text.ts';
import {
  type Article,
  type BenchQuestion,
  readArticles,
  readBenchQuestions,
  toDirectives,
  withTwins,
} from './corpus.ts';
import { hitAt, mean, ndcgAt, percentile, reciprocalRankAt } from './measures.ts';

export type RetrievalOptions = {
  readonly articles: string;
  readonly questions: string;
  /** Folder or URL of an empty database; a temporary embedded one when absent. */
  readonly db?: string;
  readonly foldQuestions?: boolean;
};

/** Figures of one run; shares are 0–1, times milliseconds. */
export type RetrievalFigures = {
  readonly articles: number;
  readonly questions: number;
  readonly ndcg10: number;
  readonly mrr10: number;
  readonly recall: {
    readonly at1: number;
    readonly at5: number;
    readonly at10: number;
    readonly at50: number;
  };
  readonly latencyMs: { readonly p50: number; readonly p95: number };
  readonly indexing: { readonly seconds: number; readonly articlesPerSecond: number };
};

/** Stores the articles in the product's own way and asks every question of the product's own search. */
export async function measureRetrieval(options: RetrievalOptions): Promise<RetrievalFigures> {
  const articles = await readArticles(options.articles);
  const questions = withTwins(await readBenchQuestions(options.questions), articles);
  const temporary = options.db === undefined ? await mkdtemp(path.join(tmpdir(), 'dat-chuan-bench-')) : null;
  const database = await openDatabase(databaseLocation(options.db ?? path.join(temporary ?? '', 'db')));
  try {
    const begin = performance.now();
    const articleOf = await store(database, articles);
    const seconds = (performance.now() - begin) / 1000;
    const asked = options.foldQuestions === true ? questions.map(folded) : questions;
    return {
      ...(await ask(database, asked, articleOf)),
      articles: articles.length,
      indexing: rate(articles, seconds),
    };
  } finally {
    await database.close();
    if (temporary !== null) await rm(temporary, { recursive: true, force: true });
  }
}

/** Returns the article id of each stored passage, by directive and path. */
async function store(database: Database, articles: readonly Article[]): Promise<ReadonlyMap<string, string>> {
  const articleOf = new Map<string, string>();
  for (const [at, { parsed, ids }] of toDirectives(articles).entries()) {
    const fileName = `${at}.txt`;
    const original = Buffer.from(parsed.text);
    const { id } = await saveDirective(database, {
      hash: String(at),
      fileName,
      original,
      sample: false,
      parsed,
      index: indexPassages(parsed, fileName),
    });
    for (const [ordinal, passage] of parsed.passages.entries()) {
      articleOf.set(`${id}:${passage.start}`, ids[ordinal] ?? '');
    }
  }
  await database.query('analyze');
  return articleOf;
}

async function ask(
  database: Database,
  questions: readonly BenchQuestion[],
  articleOf: ReadonlyMap<string, string>,
): Promise<Omit<RetrievalFigures, 'articles' | 'indexing'>> {
  const asOf = '2026-11-22';
  const rankings: { readonly ranked: readonly string[]; readonly relevant: ReadonlySet<string> }[] = [];
  const times: number[] = [];
  for (const { question, relevant } of questions) {
    const begin = performance.now();
    const { hits } = await search(database, question, { limit: 50, asOf, directiveIds: null });
    times.push(performance.now() - begin);
    const ranked = hits.map((hit) => articleOf.get(`${hit.directiveId}:${hit.start}`) ?? '');
    rankings.push({ ranked, relevant: new Set(relevant) });
  }
  const over = (measure: (ranked: readonly string[], relevant: ReadonlySet<string>) => number) =>
    mean(rankings.map(({ ranked, relevant }) => measure(ranked, relevant)));
  const recallAt = (k: number) => over((ranked, relevant) => hitAt(k, ranked, relevant));
  return {
    questions: questions.length,
    ndcg10: over((ranked, relevant) => ndcgAt(10, ranked, relevant)),
    mrr10: over((ranked, relevant) => reciprocalRankAt(10, ranked, relevant)),
    recall: { at1: recallAt(1), at5: recallAt(5), at10: recallAt(10), at50: recallAt(50) },
    latencyMs: { p50: percentile(times, 0.5), p95: percentile(times, 0.95) },
  };
}

function folded({ question, relevant }: BenchQuestion): BenchQuestion {
  return { question: fold(question), relevant };
}

function rate(articles: readonly Article[], seconds: number): RetrievalFigures['indexing'] {
  return { seconds, articlesPerSecond: articles.length / seconds };
}

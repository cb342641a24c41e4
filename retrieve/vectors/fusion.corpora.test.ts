import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mean, ndcgAt } from '../../bench/measures.ts';
import {
  type Article,
  type BenchQuestion,
  documentsOf,
  readArticles,
  readBenchQuestions,
} from '../../bench/retrieval/corpus.ts';
import { openProduct } from '../../bench/retrieval/product.ts';
import { readConfig } from '../../config.ts';
import { openDatabase } from '../../store/open.ts';
import { type FakeEmbeddings, startFakeEmbeddings } from '../../testing/fakes/embeddings/server.ts';
import { leaveOut, need } from '../../testing/prerequisites.ts';
import { search } from '../search.ts';
import type { Searcher } from '../searcher.ts';
import { embedPassages } from './embedPassages.ts';
import { configuredSearch } from './hybridSearch.ts';

describe.skipIf(leaveOut('corpora'))('the articles and questions of ALQAC, by words and vectors', () => {
  let folder: string;
  let services: readonly FakeEmbeddings[] = [];
  let articles: readonly Article[];
  let questions: readonly BenchQuestion[];
  let words: number;

  const quality = async (searcher: Searcher): Promise<number> => {
    const product = await openProduct(folder, searcher);
    await product.index(documentsOf(articles));
    const gains: number[] = [];
    for (const { question, relevant } of questions) {
      gains.push(ndcgAt(10, await product.search(question, 10), new Set(relevant)));
    }
    await product.close();
    return mean(gains);
  };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'dat-chuan-alqac-'));
    articles = await readArticles(path.join(need('corpora'), 'alqac-2023', 'law.json'));
    questions = await readBenchQuestions(path.join(need('corpora'), 'alqac-2023', 'train.json'));
    words = await quality(search);
  }, 600_000);

  afterAll(async () => {
    for (const service of services) await service.close();
    await rm(folder, { recursive: true, force: true });
  });

  const fused = async (embed?: (text: string, dimension: number) => readonly number[]): Promise<number> => {
    const service = await startFakeEmbeddings(embed === undefined ? {} : { embed });
    services = [...services, service];
    const settings = readConfig({
      EMBEDDING_BASE_URL: service.baseUrl,
      EMBEDDING_MODEL: `thu-${services.length}`,
      EMBEDDING_BATCH: '256',
    }).embedding;
    const { search: searcher, embedder } = configuredSearch(settings, {});
    if (embedder === null) throw new Error('configured, and yet there is no embedder');
    const database = await openDatabase({ engine: 'pglite', folder });
    expect(await embedPassages(database, embedder, { buildIndex: true })).toMatchObject({ embedded: 2131 });
    await database.close();
    return quality(searcher);
  };

  it('are ranked no worse than by words alone with vectors of hashed words', {
    timeout: 600_000,
  }, async () => {
    expect(await fused()).toBeGreaterThanOrEqual(words);
  });

  it('lose next to nothing with vectors of pure chance', { timeout: 600_000 }, async () => {
    // Other vectors would say other things: what is held is that chance does not decide.
    expect(await fused(chance)).toBeGreaterThan(words - 0.005);
  });
});

/** Numbers that depend on the text, and say nothing of it. */
function chance(text: string, dimension: number): number[] {
  let state = 7;
  for (let at = 0; at < text.length; at += 1)
    state = Math.imul(state ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return Array.from({ length: dimension }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

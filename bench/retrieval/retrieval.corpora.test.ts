import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { leaveOut, need } from '../../testing/prerequisites.ts';
import { readArticles, readBenchQuestions, withTwins } from './corpus.ts';
import { measureRetrieval } from './retrieval.ts';

describe.skipIf(leaveOut('corpora'))('the real articles and questions', () => {
  const at = (...names: string[]) => path.join(need('corpora'), ...names);

  it('of Pháp điển are read whole, every question with an article that is there', async () => {
    const articles = await readArticles(at('phap-dien', 'articles.jsonl.gz'));
    const questions = withTwins(await readBenchQuestions(at('phap-dien', 'questions.jsonl')), articles);
    const ids = new Set(articles.map(({ id }) => id));
    expect([ids.size, questions.length]).toEqual([26_388, 33]);
    expect(questions.filter(({ relevant }) => !relevant.some((id) => ids.has(id)))).toEqual([]);
  });

  it('of ALQAC are found by the product among a few of its articles', { timeout: 300_000 }, async () => {
    const articles = at('alqac-2023', 'law.json');
    const questions = at('alqac-2023', 'train.json');
    const { systems, ...counts } = await measureRetrieval({ articles, questions, limit: 150 }, () => {});
    expect(counts).toEqual({ articles: 150, questions: 100, engine: 'pglite' });
    expect(systems[0]?.sets[0]?.recall.at10).toBeGreaterThan(0.95);
  });
});

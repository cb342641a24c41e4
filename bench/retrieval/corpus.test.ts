import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ARTICLES, jsonLines } from './corpus.testing.ts';
import { documentsOf, limitArticles, readArticles, readBenchQuestions, withTwins } from './corpus.ts';
import { toDirective } from './directive.ts';
import { enlarge, originalId } from './enlarge.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dat-chuan-bench-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(name: string, bytes: string | Uint8Array): Promise<string> {
  await writeFile(path.join(folder, name), bytes);
  return path.join(folder, name);
}

describe('the files', () => {
  it('of articles may be packed or not', async () => {
    const lines = jsonLines(ARTICLES);
    expect(await readArticles(await file('a.jsonl', lines))).toEqual(ARTICLES);
    expect(await readArticles(await file('a.jsonl.gz', gzipSync(lines)))).toEqual(ARTICLES);
  });

  it('may be those of ALQAC', async () => {
    const laws = [
      { id: '45/2019/QH14', articles: [{ id: '3', text: 'Giải thích từ ngữ\nNgười lao động là …' }] },
    ];
    const asked = [
      { text: 'Người lao động là ai?', relevant_articles: [{ law_id: '45/2019/QH14', article_id: '3' }] },
    ];
    const [article] = await readArticles(await file('law.json', JSON.stringify(laws)));
    expect(article).toMatchObject({
      heading: 'Giải thích từ ngữ',
      text: 'Người lao động là …',
      article: '3',
    });
    const [question] = await readBenchQuestions(await file('train.json', JSON.stringify(asked)));
    expect(question).toEqual({ question: 'Người lao động là ai?', relevant: [article?.id] });
  });
});

it('says which file is missing or not of these forms', async () => {
  const broken = await file('broken.jsonl', '{"id": 1}');
  await expect(readArticles(broken)).rejects.toMatchObject({ code: 'file_unreadable' });
  await expect(readBenchQuestions(`${broken}.none`)).rejects.toMatchObject({ code: 'file_missing' });
});

describe('the corpus', () => {
  it('counts every article with the text of a relevant one', () => {
    const twins = ARTICLES.flatMap((article) => (article.id === 'a2' ? [{ ...article, id: 'twin' }] : []));
    const [question] = withTwins([{ question: '?', relevant: ['a2'] }], [...ARTICLES, ...twins]);
    expect(new Set(question?.relevant)).toEqual(new Set(['a2', 'twin']));
  });

  it('can be cut to a few articles, of which those that are needed are never lost', () => {
    expect(limitArticles(ARTICLES, 3, new Set(['b2'])).map(({ id }) => id)).toEqual(['a1', 'a3', 'b2']);
    expect(limitArticles(ARTICLES, 1, new Set(['a2', 'b2'])).map(({ id }) => id)).toEqual(['a2', 'b2']);
    expect(limitArticles(ARTICLES, 100, new Set())).toEqual(ARTICLES);
  });

  it('makes a directive of each document, a passage of each article', () => {
    const [first, second] = documentsOf(ARTICLES).map(toDirective);
    expect(first?.header.number).toBe('12/2025/NQ-HĐND');
    expect(first?.passages.map(({ start, end }) => first.text.slice(start, end).trim())).toEqual(
      ARTICLES.slice(0, 3).map(({ text }) => text),
    );
    expect(second?.provisions.map(({ label }) => label)).toEqual(['Điều 1', 'Điều 2']);
  });
});

describe('the enlarged corpus', () => {
  const documents = documentsOf(ARTICLES);
  const large = [...enlarge(documents, 3)];

  it('begins with the corpus as it is', () => {
    expect([...enlarge(documents, 1)]).toEqual(documents);
    expect(large.slice(0, 2)).toEqual(documents);
  });

  it('has so many documents of other numbers and titles, and tells each copy from its original', () => {
    const headers = large.map(([article]) => `${article?.document.number} ${article?.document.title}`);
    expect(new Set(headers).size).toBe(6);
    const ids = large.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(15);
    expect(new Set(ids.map(originalId))).toEqual(new Set(ARTICLES.map(({ id }) => id)));
  });

  it('alters digits and leaves the length of numbers', () => {
    const copies = large.flat().filter(({ id }) => originalId(id) === 'a2');
    expect(copies.map(({ text }) => /\d+/.exec(text)?.[0])).toEqual(['05', '12', '19']);
  });
});

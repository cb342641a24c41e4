import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leaveOut, need } from '../../testing/prerequisites.ts';
import { ARTICLES, jsonLines } from './corpus.testing.ts';
import { measureRetrieval, type RetrievalFigures } from './retrieval.ts';
import { retrievalTable } from './retrievalTable.ts';
import { PEERS, SYSTEMS } from './systems.ts';

const PATIENCE = 300_000;
const QUESTIONS = [
  { question: 'Kế toán trưởng được hưởng phụ cấp trách nhiệm bao nhiêu?', relevant: ['b1'] },
  { question: 'Thời gian bồi dưỡng hằng năm là bao nhiêu ngày?', relevant: ['a2'] },
];

let folder = '';
let files = { articles: '', questions: '' };
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dat-chuan-bench-'));
  files = { articles: path.join(folder, 'articles.jsonl'), questions: path.join(folder, 'questions.jsonl') };
  await writeFile(files.articles, jsonLines(ARTICLES));
  await writeFile(files.questions, jsonLines(QUESTIONS));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the measurement of retrieval', () => {
  let figures: RetrievalFigures;
  let said: string[] = [];
  beforeAll(async () => {
    said = [];
    const options = { peers: true, foldQuestions: true, typos: true, keystrokes: ['telex', 'vni'] } as const;
    figures = await measureRetrieval({ ...files, ...options, scale: 3, repeat: 20 }, (line) =>
      said.push(line),
    );
  }, PATIENCE);

  it('measures the product, the product on a larger corpus, and every peer', () => {
    const measured = figures.systems.map(({ system, scale, articles }) => ({ system, scale, articles }));
    expect(measured).toEqual([
      { system: 'product', scale: 1, articles: 5 },
      { system: 'product', scale: 3, articles: 15 },
      ...PEERS.map((system) => ({ system, scale: 1, articles: 5 })),
    ]);
    expect(said.some((line) => line.startsWith('MiniSearch'))).toBe(true);
  });

  it('asks the product in every way of writing, and peers as typed and folded, often enough', () => {
    for (const { system, sets } of figures.systems) {
      const names = ['as typed', 'folded', ...(system === 'product' ? ['typos', 'telex', 'vni'] : [])];
      expect(sets.map(({ set }) => set)).toEqual(names);
      for (const { searches } of sets) expect(searches).toBeGreaterThanOrEqual(100);
    }
  });

  it('finds what stands in the text, in copies as well', () => {
    for (const { sets } of figures.systems) {
      const [typed] = sets;
      expect(typed?.recall.at50).toBe(1);
      expect(typed?.ndcg10).toBeGreaterThan(0.5);
    }
  });

  it('tells what the index and the process take', () => {
    for (const { system, indexing, indexBytes, rssBytes, peakRssBytes } of figures.systems) {
      expect(indexing?.articlesPerSecond).toBeGreaterThan(0);
      // Five articles are less than a heap moves by itself: only what stands on the disk can be told of them.
      const tooSmallToTell = SYSTEMS[system].keptIn === 'memory' && indexBytes === null;
      expect(tooSmallToTell || Number(indexBytes) > 0).toBe(true);
      expect(peakRssBytes).toBeGreaterThanOrEqual(rssBytes);
    }
    const [product, ...others] = figures.systems.map(({ repeated }) => repeated);
    expect(product?.searches).toBe(20);
    expect(others.every((repeated) => repeated === null)).toBe(true);
  });

  it('sets peers beside the product', () => {
    const [product] = figures.systems;
    const sqlite = figures.systems.find(({ system }) => system === 'sqlite');
    const [ours, theirs] = [product?.sets[0], sqlite?.sets[0]];
    expect(ours?.againstOurs).toBeNull();
    expect(theirs?.againstOurs?.ndcg10).toBeCloseTo((theirs?.ndcg10 ?? 0) / (ours?.ndcg10 ?? 1));
    expect(theirs?.againstOurs?.p50).toBeCloseTo((theirs?.latencyMs.p50 ?? 0) / (ours?.latencyMs.p50 ?? 1));
  });

  it('is printed as one table with a line for each system and way of writing', () => {
    const lines = retrievalTable(figures).split('\n');
    const from = lines.findIndex((line) => line.startsWith('system'));
    expect(lines[from]).toMatch(/nDCG@10 .*p95 ms .*articles\/s .*p50 ratio$/);
    expect(lines.slice(from + 2, lines.indexOf('', from))).toHaveLength(2 * 5 + PEERS.length * 2);
    expect(lines.join('\n')).toMatch(/Đạt Chuẩn, corpus ×3 +as typed/);
    expect(lines.join('\n')).toMatch(/before and after 20 further questions: \d+ → \d+ MB/);
  });

  it('is one JSON value without losing anything', () => {
    expect(JSON.parse(JSON.stringify(figures))).toEqual(figures);
  });
});

describe('where the index stands', () => {
  it('a folder is kept, and what it holds is not indexed again', { timeout: PATIENCE }, async () => {
    const db = path.join(folder, 'kept');
    const first = await measureRetrieval({ ...files, db }, () => {});
    const second = await measureRetrieval({ ...files, db }, () => {});
    expect(first.systems[0]?.indexing).not.toBeNull();
    expect(second.systems[0]?.indexing).toBeNull();
    expect(second.systems[0]?.sets[0]?.ndcg10).toBe(first.systems[0]?.sets[0]?.ndcg10);
    expect(retrievalTable(second)).toContain('kept');
  });

  it.skipIf(leaveOut('postgresUrl'))('a server is given back as it was', { timeout: PATIENCE }, async () => {
    const db = need('postgresUrl');
    const before = await databases(db);
    const figures = await measureRetrieval({ ...files, db }, () => {});
    expect(await databases(db)).toEqual(before);
    expect(figures.engine).toBe('postgres');
    expect(figures.systems[0]?.sets[0]?.recall.at50).toBe(1);
    expect(retrievalTable(figures)).toContain('the memory of the server is not in it');
  });
});

async function databases(url: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      "select datname from pg_database where datname like 'dat\\_chuan\\_bench\\_%'",
    );
    return rows;
  } finally {
    await client.end();
  }
}

describe('what cannot be measured', () => {
  it('articles without questions', async () => {
    await expect(measureRetrieval({ articles: files.articles }, () => {})).rejects.toThrow(/--questions/);
  });

  it('a file without a question', async () => {
    const questions = path.join(folder, 'none.jsonl');
    await writeFile(questions, '\n');
    await expect(measureRetrieval({ ...files, questions }, () => {})).rejects.toThrow(/không có câu hỏi/);
  });

  it('a database that is something else: the failure comes back from the measuring process', {
    timeout: PATIENCE,
  }, async () => {
    const failed = measureRetrieval({ ...files, db: files.articles }, () => {});
    await expect(failed).rejects.toThrow(/product could not be measured: .*/);
  });
});

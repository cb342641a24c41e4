import { describe, expect, it } from 'vitest';
import type { Database } from '../../store/database.ts';
import { saveDirective } from '../../store/directives.ts';
import { forEachEngine } from '../../store/testing.ts';
import { hashEmbedding } from '../../testing/hashEmbedding.ts';
import { sampleDirective } from '../../testing/sampleDirective.ts';
import { search } from '../search.ts';
import { embedPassages } from './embedPassages.ts';
import { createSearcher } from './hybridSearch.ts';
import { testServices } from './vectors.testing.ts';

const OPTIONS = { limit: 10, asOf: '2026-11-22', directiveIds: null } as const;
const QUESTION = 'kinh phí bồi dưỡng do ai trả';

/** Takes everyday words for the legal ones, as a model does that knows the language. */
const understanding = (text: string, dimension: number) =>
  hashEmbedding(/sinh con|thai sản/.test(text) ? 'nghỉ thai sản' : text, dimension);

/** What would be logged, without times. */
function listener() {
  const told: { readonly level: string; readonly details: object; readonly message: string }[] = [];
  return {
    told,
    log: {
      warn: (details: object, message: string) => void told.push({ level: 'warn', details, message }),
      info: (details: object, message: string) => void told.push({ level: 'info', details, message }),
    },
  };
}

forEachEngine((engine) => {
  describe('the search by words and vectors', () => {
    const service = testServices();

    async function stored(): Promise<Database> {
      const database = await engine.open();
      const regulation = sampleDirective(
        { number: '915/2026/QĐ-UBND', title: 'Quy định về bồi dưỡng công chức' },
        [
          { heading: 'Kinh phí', clauses: ['Kinh phí bồi dưỡng do ngân sách tỉnh bảo đảm.'] },
          {
            heading: 'Thời gian',
            clauses: ['Mỗi năm học ít nhất 40 tiết.', 'Người nghỉ thai sản được miễn số tiết.'],
          },
          { heading: 'Chế độ', clauses: ['Học viên được thanh toán tiền ăn, tiền đi lại.'] },
        ],
      );
      const other = sampleDirective({ number: '7/2026/QĐ-UBND', title: 'Quy chế thi đua' }, [
        { heading: 'Khen thưởng', clauses: ['Tập thể xuất sắc được khen thưởng.'] },
        ...Array.from({ length: 12 }, (_, at) => ({
          heading: `Danh hiệu ${at}`,
          clauses: [`Danh hiệu số ${at} được xét mỗi quý một lần.`],
        })),
      ]);
      await saveDirective(database, regulation);
      await saveDirective(database, other);
      return database;
    }

    it('without an embedder is the search by words itself', () => {
      expect(createSearcher({ embedder: null, weight: 1 })).toBe(search);
    });

    it('finds what the words alone do not, and says by which way', async () => {
      const database = await stored();
      const { embedder } = await service({ embed: understanding });
      await embedPassages(database, embedder, { buildIndex: false });
      const searcher = createSearcher({ embedder, weight: 1 });
      const question = 'vừa sinh con';
      const words = await search(database, question, OPTIONS);
      expect(words.hits[0]?.text ?? '').not.toContain('thai sản');
      const { hits, weights } = await searcher(database, question, OPTIONS);
      expect(hits[0]?.text).toContain('thai sản');
      expect(hits[0]?.explanation).toMatchObject({ vectorRank: 1 });
      expect(hits[0]?.score).toBe(hits[0]?.explanation.score);
      expect(weights).toEqual(words.weights);
      const within = { ...OPTIONS, directiveIds: [hits[0]?.directiveId ?? 0], limit: 2 };
      const inside = await searcher(database, 'khen thưởng', within);
      expect(inside.hits).toHaveLength(2);
      expect(inside.hits.map(({ directiveId }) => directiveId)).toEqual([
        within.directiveIds[0],
        within.directiveIds[0],
      ]);
    });

    it('asks the service once for a question that is searched for twice', async () => {
      const database = await stored();
      const { embedder, requests } = await service();
      await embedPassages(database, embedder, { buildIndex: false });
      const before = requests.length;
      const searcher = createSearcher({ embedder, weight: 0.05 });
      await Promise.all([searcher(database, QUESTION, OPTIONS), searcher(database, QUESTION, OPTIONS)]);
      await searcher(database, QUESTION, { ...OPTIONS, limit: 3 });
      expect(requests.length - before).toBe(1);
    });

    it('is exactly the search by words until nearly all passages have vectors', async () => {
      const database = await stored();
      const { embedder } = await service();
      let now = 0;
      const searcher = createSearcher({ embedder, weight: 0.9, now: () => now });
      const words = await search(database, QUESTION, OPTIONS);
      expect(await searcher(database, QUESTION, OPTIONS)).toEqual(words);
      await embedPassages(database, embedder, { buildIndex: false });
      expect(await searcher(database, QUESTION, OPTIONS)).toEqual(words);
      // What was found is looked at again after a while.
      now = 30_000;
      expect(await searcher(database, QUESTION, OPTIONS)).not.toEqual(words);
      await database.query(
        'delete from passage_vectors where passage_id in (select id from passages order by id limit 2)',
      );
      now = 60_000;
      expect(await searcher(database, QUESTION, OPTIONS)).toEqual(words);
    });

    it('does not compare vectors of two models or lengths', async () => {
      const database = await stored();
      const { embedder, setDimension } = await service();
      await embedPassages(database, embedder, { buildIndex: false });
      const words = await search(database, QUESTION, OPTIONS);
      const other = await service({}, { model: 'mo-hinh-khac' });
      expect(
        await createSearcher({ embedder: other.embedder, weight: 0.9 })(database, QUESTION, OPTIONS),
      ).toEqual(words);
      setDimension(64);
      expect(await createSearcher({ embedder, weight: 0.9 })(database, QUESTION, OPTIONS)).toEqual(words);
    });

    it.each([
      { kind: 'status', status: 500 },
      { kind: 'status', status: 401 },
      { kind: 'slow', ms: 10_000 },
      { kind: 'stall' },
      { kind: 'reset' },
      { kind: 'nan' },
      { kind: 'count', vectors: 2 },
    ] as const)('answers by words when the service fails: $kind', async (fault) => {
      const database = await stored();
      const { embedder, inject } = await service();
      await embedPassages(database, embedder, { buildIndex: false });
      inject({ ...fault, times: 1 });
      const searcher = createSearcher({ embedder, weight: 0.9, budgetMs: 200 });
      expect(await searcher(database, QUESTION, OPTIONS)).toEqual(await search(database, QUESTION, OPTIONS));
      expect(await searcher(database, QUESTION, OPTIONS)).not.toEqual(
        await search(database, QUESTION, OPTIONS),
      );
    });

    it('stops asking a service that keeps failing, tells it once without the question, and comes back', async () => {
      const database = await stored();
      const { embedder, inject, requests } = await service();
      await embedPassages(database, embedder, { buildIndex: false });
      const before = requests.length;
      const { told, log } = listener();
      let now = 0;
      const searcher = createSearcher({ embedder, weight: 0.9, log, now: () => now });
      inject({ kind: 'status', status: 503, times: 2 });
      for (let asked = 0; asked < 8; asked += 1) await searcher(database, QUESTION, OPTIONS);
      expect(requests.length - before).toBe(2);
      expect(told).toMatchObject([{ level: 'warn', details: { code: 'model_unreachable' } }]);
      expect(JSON.stringify(told)).not.toContain('kinh phí');
      now = 15_000;
      expect(await searcher(database, QUESTION, OPTIONS)).not.toEqual(
        await search(database, QUESTION, OPTIONS),
      );
      expect(told.map(({ level }) => level)).toEqual(['warn', 'info']);
    });
  });
});

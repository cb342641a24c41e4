import { describe, expect, it } from 'vitest';
import type { Database } from '../../store/database.ts';
import { saveDirective } from '../../store/directives.ts';
import { countVectors, findModel } from '../../store/passages/vectors.ts';
import { forEachEngine } from '../../store/testing.ts';
import { sampleDirective } from '../../testing/sampleDirective.ts';
import { embedPassages } from './embedPassages.ts';
import { testServices } from './vectors.testing.ts';

const usual = { buildIndex: true };

forEachEngine((engine) => {
  describe('computing vectors', () => {
    const service = testServices();

    const addDirective = (database: Database, number: number, passages: number) =>
      saveDirective(
        database,
        sampleDirective(
          { number: `${number}/2026/QĐ-UBND`, title: `Quyết định mẫu ${number}` },
          Array.from({ length: passages }, (_, at) => ({
            heading: `Lớp ${at}`,
            clauses: [`Lớp số ${at} của quyết định ${number}.`],
          })),
        ),
      );

    it('gives every passage one, in batches, and then finds nothing more to do', async () => {
      const database = await engine.open();
      await addDirective(database, 1, 10);
      const { embedder, requests, embedded } = await service();
      const progress: string[] = [];
      const onProgress = ({ done, total }: { done: number; total: number }) =>
        progress.push(`${done}/${total}`);
      expect(await embedPassages(database, embedder, { ...usual, onProgress })).toEqual({
        embedded: 10,
        indexed: false,
      });
      expect(progress).toEqual(['4/10', '8/10', '10/10']);
      expect(requests.map(({ texts }) => texts.length)).toEqual([4, 4, 2]);
      expect(requests[0]?.texts[0]).toMatch(
        /^1\/2026\/QĐ-UBND Quyết định mẫu 1\nĐiều 1 khoản 1 Lớp 0\n1. Lớp số 0/,
      );
      expect(await embedPassages(database, embedder, usual)).toMatchObject({ embedded: 0 });
      await addDirective(database, 2, 3);
      expect(await embedPassages(database, embedder, usual)).toMatchObject({ embedded: 3 });
      expect(embedded()).toBe(13);
    });

    it('keeps what was stored when it breaks off, and goes on from there', async () => {
      const database = await engine.open();
      await addDirective(database, 1, 10);
      const { embedder, inject, embedded } = await service();
      let batches = 0;
      const breaking = embedPassages(database, embedder, {
        ...usual,
        onProgress: () => {
          batches += 1;
          if (batches === 2) inject({ kind: 'status', status: 401, times: 1 });
        },
      });
      await expect(breaking).rejects.toMatchObject({ code: 'model_refused' });
      const model = await findModel(database, embedder.space);
      expect(await countVectors(database, model)).toEqual({ passages: 10, vectors: 8 });
      expect(await embedPassages(database, embedder, usual)).toMatchObject({ embedded: 2 });
      expect(embedded()).toBe(10);
    });

    it('stops when it is told to, and gives its turn back', async () => {
      const database = await engine.open();
      await addDirective(database, 1, 10);
      const { embedder } = await service();
      const stop = new AbortController();
      const stopping = embedPassages(database, embedder, {
        ...usual,
        signal: stop.signal,
        onProgress: () => stop.abort(new Error('dừng')),
      });
      await expect(stopping).rejects.toThrow('dừng');
      const model = await findModel(database, embedder.space);
      expect(await countVectors(database, model)).toMatchObject({ vectors: 4 });
      expect(await embedPassages(database, embedder, usual)).toMatchObject({ embedded: 6 });
    });

    it('by two processes at once is paid once', async () => {
      const database = await engine.open();
      await addDirective(database, 1, 20);
      const { embedder, embedded } = await service();
      let waiting = 0;
      const onWait = () => {
        waiting += 1;
      };
      const outcomes = await Promise.all(
        [1, 2].map(() => embedPassages(database, embedder, { ...usual, onWait, turnSeconds: 5 })),
      );
      expect(outcomes.map((outcome) => outcome.embedded).sort()).toEqual([0, 20]);
      expect(embedded()).toBe(20);
      expect(waiting).toBe(1);
    });

    it('takes over from a process that died', async () => {
      const database = await engine.open();
      await addDirective(database, 1, 3);
      const { embedder } = await service();
      await database.query(
        "update embedding_turn set worker = gen_random_uuid(), until = now() + interval '1 s'",
      );
      expect(await embedPassages(database, embedder, { ...usual, turnSeconds: 3 })).toMatchObject({
        embedded: 3,
      });
    });

    it('sees what is stored and deleted meanwhile', async () => {
      const database = await engine.open();
      const { id } = await addDirective(database, 1, 6);
      await addDirective(database, 2, 6);
      const { embedder } = await service();
      let batches = 0;
      const changes: Promise<unknown>[] = [];
      await embedPassages(database, embedder, {
        ...usual,
        onProgress: () => {
          batches += 1;
          if (batches !== 1) return;
          changes.push(
            database.query('delete from passages where directive_id = $1', [id]),
            addDirective(database, 3, 2),
          );
        },
      });
      await Promise.all(changes);
      await embedPassages(database, embedder, usual);
      const [row] = await database.query<{ missing: number; stored: number }>(
        `select count(*) filter (where v.passage_id is null)::integer as missing, count(v.passage_id)::integer as stored
           from passages p left join passage_vectors v on v.passage_id = p.id`,
      );
      expect(row).toEqual({ missing: 0, stored: 8 });
    });

    it('for another model keeps the old vectors until all new ones are there', async () => {
      const database = await engine.open();
      await addDirective(database, 1, 10);
      const old = await service();
      await embedPassages(database, old.embedder, usual);
      const oldModel = await findModel(database, old.embedder.space);
      const other = await service({ dimension: 32 }, { model: 'mo-hinh-khac' });
      const seen: number[] = [];
      const onProgress = () => void seen.push(other.embedded());
      other.inject({ kind: 'count', vectors: 1, times: 1 });
      await expect(embedPassages(database, other.embedder, { ...usual, onProgress })).rejects.toThrow();
      expect(await countVectors(database, oldModel)).toMatchObject({ vectors: 10 });
      await embedPassages(database, other.embedder, { ...usual, onProgress });
      expect(await countVectors(database, oldModel)).toMatchObject({ vectors: 0 });
      const model = await findModel(database, other.embedder.space);
      expect(model?.dimension).toBe(32);
      expect(await countVectors(database, model)).toEqual({ passages: 10, vectors: 10 });
      expect(await findModel(database, old.embedder.space)).toBeNull();
    });

    it('begins anew where a model gives vectors of another length than before', async () => {
      const database = await engine.open();
      await addDirective(database, 1, 10);
      const { embedder, setDimension, embedded } = await service({ dimension: 16 });
      await embedPassages(database, embedder, usual);
      await addDirective(database, 2, 2);
      setDimension(24);
      await embedPassages(database, embedder, usual);
      const rows = await database.query<{ dimension: number; count: number }>(
        'select vector_dims(embedding) as dimension, count(*)::integer as count from passage_vectors group by 1',
      );
      expect(rows).toEqual([{ dimension: 24, count: 12 }]);
      expect(embedded()).toBe(10 + 12);
    });

    it('of an empty corpus asks nothing of the service', async () => {
      const database = await engine.open();
      const { embedder, requests } = await service();
      expect(await embedPassages(database, embedder, usual)).toEqual({ embedded: 0, indexed: false });
      expect(requests).toEqual([]);
    });
  });
});

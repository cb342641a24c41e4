import { describe, expect, it, vi } from 'vitest';
import type { Database } from '../../store/database.ts';
import { saveDirective } from '../../store/directives.ts';
import { countVectors, findModel } from '../../store/passages/vectors.ts';
import { pgliteForTests } from '../../store/testing.ts';
import { sampleDirective } from '../../testing/sampleDirective.ts';
import { embedPassages } from './embedPassages.ts';
import { keepEmbedded } from './keepEmbedded.ts';
import { testServices } from './vectors.testing.ts';

const WAIT = { timeout: 20_000, interval: 20 };

describe('the vectors of a running product', () => {
  const engine = pgliteForTests();
  const service = testServices();

  const add = (database: Database, number: number) =>
    saveDirective(
      database,
      sampleDirective({ number: `${number}/2026/QĐ-UBND`, title: `Mẫu ${number}` }, [
        { heading: 'Một', clauses: [`Điều một của ${number}.`, `Điều hai của ${number}.`] },
      ]),
    );

  function listener() {
    const told: string[] = [];
    const note = (level: string) => (details: object, message: string) =>
      void told.push(`${level} ${message} ${JSON.stringify(details)}`);
    return { told, log: { warn: note('warn'), info: note('info') } };
  }

  it('are computed at once, and for what is added later', async () => {
    const database = await engine.open();
    await add(database, 1);
    const { embedder, requests } = await service();
    const { told, log } = listener();
    const keeping = keepEmbedded(database, embedder, { log, everyMs: 20 });
    await vi.waitFor(() => expect(told).toHaveLength(1), WAIT);
    await add(database, 2);
    await vi.waitFor(() => expect(told).toHaveLength(2), WAIT);
    await keeping.stop();
    expect(requests).toHaveLength(2);
    expect(await countVectors(database, await findModel(database, embedder.space))).toEqual({
      passages: 4,
      vectors: 4,
    });
  });

  it('are tried again when the service fails, which is told once', async () => {
    const database = await engine.open();
    await add(database, 1);
    const { embedder, inject, requests } = await service();
    inject({ kind: 'status', status: 401, times: 3 });
    const { told, log } = listener();
    const keeping = keepEmbedded(database, embedder, { log, everyMs: 20, restMs: 10 });
    await vi.waitFor(() => expect(told).toHaveLength(2), WAIT);
    await keeping.stop();
    expect(requests).toHaveLength(4);
    expect(told.map((line) => line.split(' ')[0])).toEqual(['warn', 'info']);
  });

  it('do not keep the product from stopping', async () => {
    const database = await engine.open();
    await add(database, 1);
    const { embedder, inject, requests } = await service();
    inject({ kind: 'stall', times: 9 });
    const { told, log } = listener();
    const keeping = keepEmbedded(database, embedder, { log });
    await vi.waitFor(() => expect(requests).toHaveLength(1), WAIT);
    await keeping.stop();
    expect(told).toEqual([]);
  });

  it('are left to another process that has gone over to another model', async () => {
    const database = await engine.open();
    await add(database, 1);
    const ours = await service();
    const { told, log } = listener();
    const keeping = keepEmbedded(database, ours.embedder, { log, everyMs: 20 });
    await vi.waitFor(() => expect(told).toHaveLength(1), WAIT);
    const theirs = await service({}, { model: 'mo-hinh-khac' });
    await embedPassages(database, theirs.embedder, { buildIndex: false });
    await vi.waitFor(() => expect(told).toHaveLength(2), WAIT);
    await add(database, 2);
    await keeping.stop();
    expect(told[1]).toContain('another model');
    expect(await findModel(database, ours.embedder.space)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { sampleDirective } from '../../testing/sampleDirective.ts';
import type { Database, Queryable } from '../database.ts';
import { saveDirective } from '../directives.ts';
import { forEachEngine } from '../testing.ts';
import { endTurn, takeTurn } from './embeddingTurn.ts';
import { buildVectorIndex, hasVectorIndex, isIndexWorthwhile } from './vectorIndex.ts';
import {
  countVectors,
  type EmbeddingSpace,
  ensureModel,
  findModel,
  findNearest,
  forgetOtherModels,
  passagesWithout,
  readNearness,
  saveVectors,
  type VectorModel,
} from './vectors.ts';

const SPACE: EmbeddingSpace = { model: 'mo-hinh-thu', recipe: '1' };

/** A vector of which every number depends on `seed` alone. */
function vectorOf(seed: number, dimension: number): number[] {
  return Array.from({ length: dimension }, (_, at) => Math.sin(seed * 12.9898 + at * 78.233));
}

function cosine(a: readonly number[], b: readonly number[]): number {
  const dot = a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
  return dot / (Math.hypot(...a) * Math.hypot(...b));
}

forEachEngine((engine) => {
  /** Stores so many passages in `directives` directives, and gives their ids. */
  async function withPassages(
    database: Database,
    directives: number,
    each: number,
  ): Promise<readonly number[]> {
    for (let one = 1; one <= directives; one += 1) {
      const articles = Array.from({ length: each }, (_, at) => ({
        heading: `Nội dung ${at}`,
        clauses: [`Lớp số ${at} của quyết định ${one}.`],
      }));
      const title = `Quyết định mẫu ${one}`;
      await saveDirective(database, sampleDirective({ number: `${one}/2026/QĐ-UBND`, title }, articles));
    }
    const rows = await database.query<{ id: number }>('select id from passages order by id');
    return rows.map(({ id }) => id);
  }

  /** Gives every passage the vector of its id. */
  async function fill(queryable: Queryable, model: VectorModel, ids: readonly number[]): Promise<void> {
    const vectors = ids.map((passageId) => ({ passageId, vector: vectorOf(passageId, model.dimension) }));
    await saveVectors(queryable, model, vectors);
  }

  const exactly = (ids: readonly number[], dimension: number, asked: readonly number[], limit: number) =>
    ids
      .map((passageId) => ({ passageId, similarity: cosine(vectorOf(passageId, dimension), asked) }))
      .sort((a, b) => b.similarity - a.similarity)
      .slice(0, limit);

  const close = (nearest: readonly { readonly passageId: number; readonly similarity: number }[]) =>
    nearest.map(({ passageId, similarity }) => ({ passageId, similarity: expect.closeTo(similarity, 2) }));

  describe('vectors of passages', () => {
    it('are missing until they are stored, and are handed out in pages', async () => {
      const database = await engine.open();
      const ids = await withPassages(database, 1, 6);
      expect(await findModel(database, SPACE)).toBeNull();
      const first = await passagesWithout(database, null, 0, 4);
      expect(first.map(({ id }) => id)).toEqual(ids.slice(0, 4));
      expect(first.at(-1)).toMatchObject({
        title: expect.stringContaining('1/2026/QĐ-UBND Quyết định mẫu 1'),
        heading: expect.stringContaining('Nội dung'),
        body: expect.stringContaining('Lớp số'),
      });
      const model = await ensureModel(database, SPACE, 8);
      expect(await ensureModel(database, SPACE, 8)).toEqual(model);
      expect(await findModel(database, SPACE)).toEqual(model);
      await fill(database, model, ids.slice(0, 4));
      // Told twice, as by two processes at once.
      await fill(database, model, ids.slice(0, 4));
      expect((await passagesWithout(database, model, 0, 99)).map(({ id }) => id)).toEqual(ids.slice(4));
      expect(await passagesWithout(database, model, ids.at(-1) ?? 0, 99)).toEqual([]);
      expect(await countVectors(database, model)).toEqual({ passages: ids.length, vectors: 4 });
    });

    it.each([3, 300, 2500, 4500])('of %i dimensions are compared by their angle', async (dimension) => {
      const database = await engine.open();
      const ids = await withPassages(database, 2, 5);
      const model = await ensureModel(database, SPACE, dimension);
      await fill(database, model, ids);
      const asked = vectorOf(ids[3] ?? 0, dimension).map((value) => value * 3);
      const wanted = exactly(ids, dimension, asked, 4);
      expect(await findNearest(database, model, asked, 4, null)).toEqual(close(wanted));
      expect(wanted[0]?.similarity).toBeCloseTo(1, 5);
      const nearness = await readNearness(database, model, asked, [...ids.slice(0, 2), 999_999]);
      const byId = [...nearness].sort((a, b) => a.passageId - b.passageId);
      expect(byId).toEqual(
        close(exactly(ids.slice(0, 2), dimension, asked, 2).sort((a, b) => a.passageId - b.passageId)),
      );
    });

    it('are looked for within some directives only, where these are given', async () => {
      const database = await engine.open();
      const ids = await withPassages(database, 3, 4);
      const model = await ensureModel(database, SPACE, 16);
      await fill(database, model, ids);
      const [second] = await database.query<{ id: number }>(
        'select id from directives order by id limit 1 offset 1',
      );
      const theirs = await database.query<{ id: number }>('select id from passages where directive_id = $1', [
        second?.id,
      ]);
      const asked = vectorOf(ids[0] ?? 0, 16);
      const found = await findNearest(database, model, asked, 3, [second?.id ?? 0]);
      expect(found).toEqual(
        close(
          exactly(
            theirs.map(({ id }) => id),
            16,
            asked,
            3,
          ),
        ),
      );
      expect(await findNearest(database, model, asked, 3, [])).toEqual([]);
    });

    it.each([64, 2500])(
      'of %i dimensions are found through an index where there is one',
      async (dimension) => {
        const database = await engine.open();
        const ids = await withPassages(database, 2, 45);
        const model = await ensureModel(database, SPACE, dimension);
        const other = await ensureModel(database, { ...SPACE, model: 'khac' }, 5);
        await fill(database, model, ids);
        await fill(database, other, ids);
        expect(await hasVectorIndex(database, model)).toBe(false);
        await buildVectorIndex(database, model);
        await buildVectorIndex(database, model);
        expect(await hasVectorIndex(database, model)).toBe(true);
        const asked = vectorOf(ids[30] ?? 0, dimension);
        const { found, scans } = await database.transaction(
          async (tx) => {
            const nearest = await findNearest(tx, model, asked, 60, null);
            const [row] = await tx.query<{ scans: number }>(
              "select pg_stat_get_xact_numscans(to_regclass('passage_vectors_of_' || $1::text)::oid) as scans",
              [String(model.id)],
            );
            return { found: nearest, scans: row?.scans };
          },
          { settings: { enable_seqscan: 'off', enable_sort: 'off' } },
        );
        expect(scans).toBeGreaterThan(0);
        // More than the index looks for by itself (40), and nearly all of them the right ones.
        expect(found).toHaveLength(60);
        const right = new Set(exactly(ids, dimension, asked, 60).map(({ passageId }) => passageId));
        expect(found.filter(({ passageId }) => right.has(passageId)).length).toBeGreaterThan(55);
        expect(found[0]).toEqual({ passageId: ids[30], similarity: expect.closeTo(1, 2) });
      },
    );

    it('of more than 4,000 dimensions get no index', async () => {
      const database = await engine.open();
      const model = await ensureModel(database, SPACE, 4001);
      expect(isIndexWorthwhile(1_000_000, model)).toBe(false);
      await buildVectorIndex(database, model);
      expect(await hasVectorIndex(database, model)).toBe(false);
    });

    it('of another model or dimension are kept apart, and forgotten together with their index', async () => {
      const database = await engine.open();
      const ids = await withPassages(database, 1, 5);
      const old = await ensureModel(database, SPACE, 8);
      await fill(database, old, ids);
      await buildVectorIndex(database, old);
      const wider = await ensureModel(database, SPACE, 12);
      expect(await findModel(database, SPACE)).toEqual(wider);
      expect(await findNearest(database, wider, vectorOf(1, 12), 5, null)).toEqual([]);
      await fill(database, wider, ids);
      expect(await findNearest(database, old, vectorOf(1, 8), 9, null)).toHaveLength(ids.length);
      expect(await findNearest(database, wider, vectorOf(1, 12), 9, null)).toHaveLength(ids.length);
      await buildVectorIndex(database, wider);
      await forgetOtherModels(database, wider);
      expect(await countVectors(database, old)).toMatchObject({ vectors: 0 });
      expect(await countVectors(database, wider)).toMatchObject({ vectors: ids.length });
      expect(await hasVectorIndex(database, old)).toBe(false);
      expect(await hasVectorIndex(database, wider)).toBe(true);
    });

    it('go with their passages', async () => {
      const database = await engine.open();
      const ids = await withPassages(database, 1, 3);
      const model = await ensureModel(database, SPACE, 4);
      await fill(database, model, ids);
      await database.query('delete from passages where id = $1', [ids[0]]);
      // A passage that was deleted while its vector was computed.
      await fill(database, model, ids);
      const kept = await database.query<{ passage_id: number }>('select passage_id from passage_vectors');
      expect(kept).toHaveLength(ids.length - 1);
    });

    it('are handled under the role that serves in production', async () => {
      const database = await engine.open();
      const ids = await withPassages(database, 1, 3);
      const model = await database.transaction(
        async (tx) => {
          const made = await ensureModel(tx, SPACE, 4);
          await fill(tx, made, ids);
          await tx.query('select app_index_vectors($1)', [made.id]);
          expect(await findNearest(tx, made, vectorOf(1, 4), 2, null)).toHaveLength(2);
          expect(await takeTurn(tx, '00000000-0000-4000-8000-000000000001', 60)).toBe(true);
          await tx.query('delete from embedding_models');
          await tx.query('select app_drop_vector_indexes()');
          return made;
        },
        { role: 'dat_chuan_app' },
      );
      expect(await hasVectorIndex(database, model)).toBe(false);
      expect(await countVectors(database, model)).toMatchObject({ vectors: 0 });
    });
  });

  describe('the turn to compute vectors', () => {
    const [one, two] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'];

    it('is one process’s until it ends it or falls silent', async () => {
      const database = await engine.open();
      expect(await takeTurn(database, one, 60)).toBe(true);
      expect(await takeTurn(database, two, 60)).toBe(false);
      expect(await takeTurn(database, one, 60)).toBe(true);
      await endTurn(database, two);
      expect(await takeTurn(database, two, 60)).toBe(false);
      await endTurn(database, one);
      expect(await takeTurn(database, two, 0)).toBe(true);
      expect(await takeTurn(database, one, 60)).toBe(true);
    });
  });
});

describe('an index', () => {
  it('is worth its building from 20,000 passages of 256 dimensions on, or fewer of more', () => {
    expect(isIndexWorthwhile(19_999, { id: 1, dimension: 256 })).toBe(false);
    expect(isIndexWorthwhile(20_000, { id: 1, dimension: 256 })).toBe(true);
    expect(isIndexWorthwhile(5_000, { id: 1, dimension: 1024 })).toBe(true);
  });
});

import { expect, it } from 'vitest';
import { search } from '../retrieve/search.ts';
import { CLAUSES, manyDirectives } from '../testing/manyDirectives.ts';
import { sampleDirective } from '../testing/sampleDirective.ts';
import type { Database } from './database.ts';
import { countStored, findByNumber, readDirective, saveDirective } from './directives.ts';
import { findTerms } from './passages/candidates.ts';
import { checkIndex } from './passages/checkIndex.ts';
import { removeDirective } from './removeDirective.ts';
import { forEachEngine } from './testing.ts';

const SOUND = { terms: [], passageIds: [], corpus: null };
const OPTIONS = { limit: 50, asOf: '2026-11-22', directiveIds: null };

const amending = sampleDirective(
  {
    number: '50/2026/QĐ-MAU',
    type: 'Quyết định',
    title: 'Sửa đổi Quyết định số 1/2026/QĐ-MAU',
    issued: '2026-05-01',
  },
  [{ heading: 'Sửa đổi', clauses: ['Bãi bỏ khoản 2 Điều 1 Quyết định số 1/2026/QĐ-MAU.'] }],
);

forEachEngine((engine) => {
  const found = async (database: Database, question: string) => {
    const { hits } = await search(database, question, OPTIONS);
    return hits.map(({ directiveId }) => directiveId);
  };

  it('takes a directive out whole: nothing finds it, and every count is as if it had never been there', async () => {
    const database = await engine.open();
    const [first, second] = manyDirectives(2);
    if (first === undefined || second === undefined) throw new Error('two directives were wanted');
    const { id: kept } = await saveDirective(database, second);
    const before = await counts(database);
    const { id } = await saveDirective(database, first);
    const { id: amendingId } = await saveDirective(database, amending);
    expect(await found(database, 'mã tuthu1')).toContain(id);

    expect(await removeDirective(database, amendingId)).toBe(true);
    expect(await removeDirective(database, id)).toBe(true);
    expect(await removeDirective(database, id)).toBe(false);

    expect(await found(database, 'mã tuthu1')).not.toContain(id);
    expect(await found(database, 'lớp bồi dưỡng')).toEqual(Array.from({ length: CLAUSES }, () => kept));
    expect(await findTerms(database, ['tuthu1', 'ke_toan'])).toEqual([]);
    expect(await readDirective(database, id)).toBeNull();
    expect(await findByNumber(database, '1/2026/QĐ-MAU')).toEqual([]);
    expect(await counts(database)).toEqual(before);
    expect(await checkIndex(database)).toEqual(SOUND);
  });

  it('can be undone by storing the same file again, under a new id', async () => {
    const database = await engine.open();
    const [directive] = manyDirectives(1);
    if (directive === undefined) throw new Error('a directive was wanted');
    const { id } = await saveDirective(database, directive);
    await removeDirective(database, id);
    const again = await saveDirective(database, directive);
    expect(again.stored).toBe(true);
    expect(again.id).not.toBe(id);
    expect(await found(database, 'mã tuthu1')).toEqual(Array.from({ length: CLAUSES }, () => again.id));
    expect(await checkIndex(database)).toEqual(SOUND);
  });

  it('takes back what the directive said of others, unless a copy of it still says so', async () => {
    const database = await engine.open();
    const [target] = manyDirectives(1);
    if (target === undefined) throw new Error('a directive was wanted');
    const copy = { ...amending, hash: `${amending.hash}-2`, fileName: 'ban-hai.txt' };
    const { id } = await saveDirective(database, target);
    const { id: first } = await saveDirective(database, amending);
    const { id: second } = await saveDirective(database, copy);
    const saidBy = async () =>
      (
        await database.query<{ by_directive: number }>(
          'select distinct by_directive from validity_facts where directive_id = $1',
          [id],
        )
      ).map((row) => row.by_directive);
    expect(await saidBy()).toEqual([first]);
    await removeDirective(database, first);
    expect(await saidBy()).toEqual([second]);
    await removeDirective(database, second);
    expect(await saidBy()).toEqual([]);
    await removeDirective(database, id);
    expect(await countStored(database)).toEqual({ directives: 0, provisions: 0, passages: 0 });
  });

  it('removes nothing when it fails half-way', async () => {
    const database = await engine.open();
    const [directive] = manyDirectives(1);
    if (directive === undefined) throw new Error('a directive was wanted');
    const { id } = await saveDirective(database, directive);
    await database.query(
      'create table holds_on (directive_id integer not null references directives on delete restrict)',
    );
    await database.query('insert into holds_on values ($1)', [id]);
    await expect(removeDirective(database, id)).rejects.toThrow();
    expect(await countStored(database)).toEqual({
      directives: 1,
      provisions: 1 + CLAUSES,
      passages: CLAUSES,
    });
    expect(await checkIndex(database)).toEqual(SOUND);
  });

  it('goes on beside searches, which see a directive whole or not at all', async () => {
    const database = await engine.open();
    const ids: number[] = [];
    for (const directive of manyDirectives(8)) ids.push((await saveDirective(database, directive)).id);
    const removing = (async () => {
      for (const id of ids) await removeDirective(database, id);
    })();
    const seen: (readonly number[])[] = [];
    let over = false;
    void removing.finally(() => {
      over = true;
    });
    while (!over) seen.push(await found(database, 'lớp bồi dưỡng'));
    await removing;
    for (const hits of seen) {
      for (const [, of] of Map.groupBy(hits, (id) => id)) expect(of).toHaveLength(CLAUSES);
    }
    expect(await found(database, 'lớp bồi dưỡng')).toEqual([]);
  });
});

/** How many rows each table has that a directive fills. Terms stay, at nought. */
async function counts(database: Database): Promise<unknown> {
  const rows = await database.query(
    `select (select count(*) from directives) as directives, (select count(*) from provisions) as provisions,
            (select count(*) from passages) as passages, (select count(*) from passage_lexemes) as lexemes,
            (select count(*) from relations) as relations, (select count(*) from provision_effects) as effects,
            (select sum(passages) from terms) as held, (select total_length from corpus) as length`,
  );
  return rows[0];
}

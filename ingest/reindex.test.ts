import { expect, it } from 'vitest';
import { search } from '../retrieve/search.ts';
import type { Database } from '../store/database.ts';
import { type NewDirective, saveDirective } from '../store/directives.ts';
import { checkIndex, recountIndex } from '../store/passages/checkIndex.ts';
import { countStale, replaceIndex } from '../store/passages/replaceIndex.ts';
import { removeDirective } from '../store/removeDirective.ts';
import { forEachEngine } from '../store/testing.ts';
import { CLAUSES, manyDirectives } from '../testing/manyDirectives.ts';
import { sampleDirective } from '../testing/sampleDirective.ts';
import { indexPassages, indexVersion } from './passageIndex.ts';
import { reindex } from './reindex.ts';

const SOUND = { terms: [], passageIds: [], corpus: null };
const OPTIONS = { limit: 200, asOf: '2026-11-22', directiveIds: null };

/** As a program of another time would have indexed it: every word it knew was "cu", and it knew nothing of validity. */
function fromBefore(directive: NewDirective): NewDirective {
  const passages = directive.index.passages.map(() => ({ heading: new Map(), body: new Map([['cu', 3]]) }));
  return {
    ...directive,
    parsed: { ...directive.parsed, relations: [], effects: [] },
    index: { version: 'before', title: ['cu'], passages },
  };
}

forEachEngine((engine) => {
  const storedBefore = async (directives: readonly NewDirective[]): Promise<Database> => {
    const database = await engine.open();
    for (const directive of directives) await saveDirective(database, fromBefore(directive));
    return database;
  };
  const found = async (database: Database, question: string) => {
    const { hits } = await search(database, question, OPTIONS);
    return hits.map(({ directiveId }) => directiveId);
  };

  it('makes stale indexes anew: searches find, counts are exact, and passages keep their ids', async () => {
    const database = await storedBefore(manyDirectives(3));
    const ids = () => database.query('select id, body from passages order by id');
    const before = await ids();
    expect(await found(database, 'lớp bồi dưỡng kế toán')).toEqual([]);
    expect(await countStale(database, indexVersion())).toBe(3);

    const steps: (readonly [number, number])[] = [];
    expect(await reindex(database, { onStep: (done, total) => steps.push([done, total]) })).toBe(3);
    expect(steps).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);

    expect(await found(database, 'mã tuthu2')).toHaveLength(3 * CLAUSES);
    expect(await found(database, 'cu')).toEqual([]);
    expect(await ids()).toEqual(before);
    expect(await countStale(database, indexVersion())).toBe(0);
    expect(await checkIndex(database)).toEqual(SOUND);
    expect(await reindex(database)).toBe(0);
  });

  it('leaves the same index that storing today makes', async () => {
    const directives = manyDirectives(4);
    const anew = await storedBefore(directives);
    await reindex(anew);
    const fresh = await engine.open();
    for (const directive of directives) await saveDirective(fresh, directive);
    const contents = (database: Database) =>
      database.query(
        `select p.directive_id, p.start_at, p.length, terms.term
           from passages p join passage_lexemes l on l.passage_id = p.id
           cross join lateral unnest(l.lexemes) as lexeme join terms on terms.id = lexeme order by 1, 2, 4`,
      );
    expect(await contents(anew)).toEqual(await contents(fresh));
    const ranking = async (database: Database) => {
      const { hits } = await search(database, 'lớp bồi dưỡng thanh tra khóa 2', OPTIONS);
      return hits.map(({ directiveId, start, score }) => [directiveId, start, score]);
    };
    expect(await ranking(anew)).toEqual(await ranking(fresh));
  });

  it('reads anew what directives say of validity', async () => {
    const repealing = sampleDirective(
      { number: '77/2026/QĐ-MAU', type: 'Quyết định', title: 'Bãi bỏ văn bản', issued: '2026-05-01' },
      [{ heading: 'Bãi bỏ', clauses: ['Bãi bỏ Quyết định số 1/2026/QĐ-MAU ngày 10 tháng 3 năm 2026.'] }],
    );
    const database = await storedBefore([repealing]);
    const relations = () => database.query('select kind, target_number from relations');
    expect(await relations()).toEqual([]);
    await reindex(database);
    expect(await relations()).toEqual([{ kind: 'repeals', target_number: '1/2026/QĐ-MAU' }]);
    await reindex(database, { all: true });
    expect(await relations()).toHaveLength(1);
  });

  it('goes on beside searches and other writers: a directive is seen by its old index or by its new one', async () => {
    const all = manyDirectives(24);
    const database = await storedBefore(all.slice(0, 16));
    let over = false;
    const work = Promise.all([
      reindex(database),
      (async () => {
        for (const directive of all.slice(16)) await saveDirective(database, directive);
      })(),
    ]).finally(() => {
      over = true;
    });
    const seen: number[] = [];
    while (!over) {
      const hits = await found(database, 'lớp bồi dưỡng');
      for (const [, of] of Map.groupBy(hits, (id) => id)) expect(of).toHaveLength(CLAUSES);
      seen.push(hits.length);
    }
    await work;
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(await countStale(database, indexVersion())).toBe(0);
    expect(await checkIndex(database)).toEqual(SOUND);
  });

  it('is shared by two that run at once, and taken up again where it was broken off', async () => {
    const database = await storedBefore(manyDirectives(6));
    const breaking = new AbortController();
    const first = await reindex(database, { signal: breaking.signal, onStep: () => breaking.abort() });
    expect(first).toBe(1);
    expect(await countStale(database, indexVersion())).toBe(5);
    await Promise.all([reindex(database), reindex(database)]);
    expect(await countStale(database, indexVersion())).toBe(0);
    expect(await checkIndex(database)).toEqual(SOUND);
  });

  it('does not touch the passages whose index comes out the same', async () => {
    const database = await engine.open();
    for (const directive of manyDirectives(2)) await saveDirective(database, directive);
    const versions = () =>
      database.query(
        `select p.xmin::text, l.xmin::text as lexemes from passages p join passage_lexemes l on l.passage_id = p.id order by p.id`,
      );
    const before = await versions();
    expect(await reindex(database, { all: true })).toBe(2);
    expect(await versions()).toEqual(before);
  });

  it('mends a damaged index when all are made anew', async () => {
    const database = await engine.open();
    for (const directive of manyDirectives(2)) await saveDirective(database, directive);
    await database.query('delete from passage_lexemes where passage_id = (select min(id) from passages)');
    await database.query(
      "update passages set terms = '\\x', length = 0 where id = (select max(id) from passages)",
    );
    expect((await checkIndex(database)).passageIds).toHaveLength(2);
    await reindex(database, { all: true });
    expect((await checkIndex(database)).passageIds).toEqual([]);
  });

  it('is allowed to the role under which the program serves in production, as storing and removing are', async () => {
    const database = await engine.open();
    const role = 'dat_chuan_app';
    const serving: Database = {
      ...database,
      // The embedded database is tidied by its owner.
      engine: 'postgres',
      query: (sql, parameters) => database.transaction((tx) => tx.query(sql, parameters), { role }),
      transaction: (work, options) => database.transaction(work, { ...options, role }),
    };
    const ids: number[] = [];
    for (const directive of manyDirectives(2)) {
      ids.push((await saveDirective(serving, fromBefore(directive))).id);
    }
    expect(await reindex(serving)).toBe(2);
    await reindex(serving, { all: true });
    await recountIndex(serving);
    for (const id of ids) expect(await removeDirective(serving, id)).toBe(true);
    expect(await checkIndex(serving)).toEqual(SOUND);
  });

  it('leaves alone what was removed meanwhile', async () => {
    const [directive] = manyDirectives(1);
    if (directive === undefined) throw new Error('a directive was wanted');
    const database = await storedBefore([directive]);
    const rows = await database.query<{ id: number; directive_id: number }>(
      'select id, directive_id from passages order by id',
    );
    const id = rows[0]?.directive_id ?? 0;
    const index = indexPassages(directive.parsed, directive.fileName);
    await removeDirective(database, id);
    const passageIds = rows.map((row) => row.id);
    expect(await replaceIndex(database, id, passageIds, index, async () => undefined)).toBe(false);
    expect(await checkIndex(database)).toEqual(SOUND);
  });
});

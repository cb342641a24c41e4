import { afterEach, describe, expect, it } from 'vitest';

import { type DatabaseLocation, readConfig } from '../../config.ts';
import type { Database } from '../../store/database.ts';
import { listDirectives, saveDirective } from '../../store/directives.ts';
import { openDatabase } from '../../store/open.ts';
import { forEachEngine } from '../../store/testing.ts';
import { manyDirectives } from '../../testing/manyDirectives.ts';
import { removeCommand } from '../documents/remove.ts';
import type { Io } from '../io.ts';
import { runCli } from '../run.testing.ts';
import { checkSearchIndex } from './indexChecks.ts';
import { reindexCommand } from './reindex.ts';

const said: string[] = [];
const io: Io = { out: (text) => said.push(text), say: () => undefined, config: () => readConfig({}) };
afterEach(() => said.splice(0));

forEachEngine((engine) => {
  const inside = async <T>(
    location: DatabaseLocation,
    work: (database: Database) => Promise<T>,
  ): Promise<T> => {
    const database = await openDatabase(location);
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  };
  /** A database with three directives, the third with the number of the second. */
  const stored = async () => {
    const location = await engine.migrated();
    await inside(location, async (database) => {
      const [first, second] = manyDirectives(2);
      if (first === undefined || second === undefined) throw new Error('two directives were wanted');
      const copy = { ...second, hash: `${second.hash}-2`, fileName: 'ban-hai.txt' };
      for (const directive of [first, second, copy]) await saveDirective(database, directive);
      const rule = { reference: { document: '1/2026/QĐ-MAU', path: ['Điều 1'], quote: 'học' } };
      await database.query(
        "insert into rules (kind, id, status, definition) values ('requirement', 'r', 'sample', $1)",
        [JSON.stringify(rule)],
      );
    });
    return { location, db: location.engine === 'pglite' ? location.folder : location.url };
  };
  const ids = (location: DatabaseLocation) =>
    inside(location, async (database) => (await listDirectives(database)).map(({ id }) => id));

  describe('removing a document', () => {
    it('removes nothing where nobody agrees, or where it is not clear which one is meant', async () => {
      const { location, db } = await stored();
      const refused = (asked: string, yes: boolean) =>
        removeCommand(io, asked, { db, yes }).then(
          () => 'removed',
          (error: { code: string; sentence: string }) => `${error.code}: ${error.sentence}`,
        );
      expect(await refused('1/2026/QĐ-MAU', false)).toMatch(/^bad_input: .*--yes/);
      const twice = await refused('2/2026/QĐ-MAU', true);
      expect(twice).toContain('ban-hai.txt');
      expect(await refused('4242/2026/QĐ-MAU', true)).toMatch(/^not_found: /);
      expect(await refused('99', true)).toMatch(/^not_found: /);
      expect(await ids(location)).toHaveLength(3);
    });

    it('removes by number in another spelling and by id, and says which rules quote it', async () => {
      const { location, db } = await stored();
      expect(await removeCommand(io, '01/2026/qđ-mau', { db, yes: true, json: true })).toBe(0);
      expect(JSON.parse(said.join(''))).toMatchObject({ removed: { id: 1 }, quotedByRules: 1 });
      expect(await removeCommand(io, '3', { db, yes: true })).toBe(0);
      expect(said.at(-1)).toContain('Đã xóa');
      expect(await ids(location)).toEqual([2]);
      expect(await inside(location, checkSearchIndex)).toMatchObject({ state: 'ok' });
    });
  });

  describe('making the index anew', () => {
    it('does what an earlier version left, once', async () => {
      const { location, db } = await stored();
      const change = "update directives set index_version = 'before' where id < 3";
      await inside(location, (database) => database.query(change));
      expect(await inside(location, checkSearchIndex)).toMatchObject({ state: 'note' });
      await reindexCommand(io, { db, json: true });
      await reindexCommand(io, { db, json: true });
      expect(said).toEqual(['{"reindexed":2}', '{"reindexed":0}']);
      expect(await inside(location, checkSearchIndex)).toMatchObject({ state: 'ok', todo: null });
    });

    it('mends a damaged index with --all, as the doctor advises', async () => {
      const { location, db } = await stored();
      await inside(location, async (database) => {
        await database.query('update terms set passages = passages + 7');
        await database.query('update corpus set passages = 1');
        await database.query('delete from passage_lexemes where passage_id < 4');
        const faulty = await checkSearchIndex(database);
        expect(faulty).toMatchObject({ state: 'bad', says: expect.stringContaining('3 đoạn sai') });
        expect(faulty.todo).toContain('reindex --all');
      });
      expect(await reindexCommand(io, { db, all: true })).toBe(0);
      expect(await inside(location, checkSearchIndex)).toMatchObject({ state: 'ok' });
    });
  });
});

it('has help for both commands', async () => {
  for (const [name, option] of [
    ['remove', '--yes'],
    ['reindex', '--all'],
  ] as const) {
    expect(await runCli('/', [name, '--help'])).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining(option),
    });
  }
});

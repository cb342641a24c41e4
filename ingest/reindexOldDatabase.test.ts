import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { search } from '../retrieve/search.ts';
import { MIGRATIONS_FOLDER, readMigrations } from '../store/migrate.ts';
import { openDatabase } from '../store/open.ts';
import { checkIndex } from '../store/passages/checkIndex.ts';
import { forEachEngine } from '../store/testing.ts';
import { reindex } from './reindex.ts';

/** The last step before indexes had versions and numbers. */
const BEFORE = 6;
const TEXT = 'Điều 1. Kinh phí\nNgân sách tỉnh bảo đảm.\n';

let earlier: string;

beforeAll(async () => {
  earlier = await mkdtemp(path.join(tmpdir(), 'dat-chuan-earlier-'));
  for (const { number, name } of await readMigrations()) {
    const file = `${name}.sql`;
    if (number <= BEFORE) await cp(path.join(MIGRATIONS_FOLDER, file), path.join(earlier, file));
  }
});
afterAll(() => rm(earlier, { recursive: true, force: true }));

forEachEngine((engine) => {
  it('brings a database of an earlier version up to this one, with all that it held', async () => {
    const location = await engine.untouched();
    const before = await openDatabase(location, { migrations: earlier });
    await before.query(
      `insert into directives (hash, file_name, format, kind, number, number_key, title, body, original, title_terms)
       values ('h', 'a.txt', 'txt', 'issued', '1/2026/QĐ-MAU', '1/2026/QD-MAU', 'Quy định mẫu', $1, '', '{7}')`,
      [TEXT],
    );
    await before.query(
      `insert into provisions (directive_id, ordinal, kind, label, path, heading, start_at, end_at)
       values (1, 0, 'dieu', 'Điều 1', '{Điều 1}', 'Kinh phí', 0, $1)`,
      [TEXT.length],
    );
    await before.query(
      "insert into terms (term, passages) select 'word' || n, 1 from generate_series(1, 9) as n",
    );
    await before.query(
      `insert into passages (directive_id, provision_id, path, heading, start_at, end_at, body, terms, length)
       values (1, 1, '{Điều 1}', 'Kinh phí', 0, $1, $2, $3, 4)`,
      [TEXT.length, TEXT, new Uint8Array([0, 0, 0, 9, 0, 4])],
    );
    await before.query("insert into passage_lexemes values (1, 1, array_to_tsvector(array['7', '9']))");
    await before.query('update corpus set passages = 1, total_length = 4');
    await before.query('update terms set passages = 0 where id not in (7, 9)');
    await before.close();

    const database = await openDatabase(location);
    try {
      expect(await database.query('select lexemes from passage_lexemes')).toEqual([{ lexemes: [7, 9] }]);
      expect(await checkIndex(database)).toEqual({ terms: [], passageIds: [], corpus: null });
      expect(await reindex(database)).toBe(1);
      expect(await checkIndex(database)).toEqual({ terms: [], passageIds: [], corpus: null });
      const options = { limit: 5, asOf: '2026-11-22', directiveIds: null };
      const { hits } = await search(database, 'kinh phí do ngân sách nào', options);
      expect(hits.map(({ passageId, text }) => [passageId, text])).toEqual([[1, TEXT]]);
    } finally {
      await database.close();
    }
  });
});

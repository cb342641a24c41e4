import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DatabaseLocation } from '../config.ts';
import { leaveOut } from '../testing/prerequisites.ts';
import { MIGRATIONS_FOLDER, readMigrations } from './migrate.ts';
import { migrationState, openDatabase } from './open.ts';
import { forEachEngine, postgresForTests } from './testing.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dat-chuan-migrations-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const step = (name: string, sql: string) => writeFile(path.join(folder, name), sql);

describe('the files of migrations', () => {
  it('are read in the order of their numbers, with line ends made one', async () => {
    await step('0002_more.sql', 'select 2;\r\n');
    await step('0001_first.sql', 'select 1;\n');
    const read = await readMigrations(folder);
    expect(read.map(({ number, name, sql }) => [number, name, sql])).toEqual([
      [1, '0001_first', 'select 1;\n'],
      [2, '0002_more', 'select 2;\n'],
    ]);
  });

  it.each(['0003_gap.sql', '0001_twice.sql', 'no_number.sql'])(
    'are refused when out of order: %s',
    async (name) => {
      await step('0001_first.sql', 'select 1;');
      await step(name, 'select 2;');
      await expect(readMigrations(folder)).rejects.toThrow('must be numbered');
    },
  );
});

forEachEngine((engine) => {
  const openWith = (location: DatabaseLocation) => openDatabase(location, { migrations: folder });

  it('a fresh database gets all steps of the product', async () => {
    const database = await openDatabase(await engine.untouched());
    try {
      const all = (await readMigrations()).map(({ name }) => name);
      expect(await migrationState(database)).toEqual({ applied: all, pending: [] });
      expect(await database.query('select count(*) as n from directives')).toEqual([{ n: 0 }]);
    } finally {
      await database.close();
    }
  });

  it('a later version adds its steps and keeps what is stored', async () => {
    const location = await engine.untouched();
    await step('0001_first.sql', 'create table notes (words text);');
    const before = await openWith(location);
    await before.query("insert into notes values ('còn')");
    await before.close();

    await step(
      '0002_tags.sql',
      'alter table notes add column tag text; create index notes_tag on notes (tag);',
    );
    const after = await openWith(location);
    expect(await after.query('select words, tag from notes')).toEqual([{ words: 'còn', tag: null }]);
    await after.close();

    const again = await openWith(location);
    expect(await again.query('select number from schema_migrations')).toEqual([{ number: 1 }, { number: 2 }]);
    await again.close();
  });

  it('a step that fails leaves nothing half done and those before it in force', async () => {
    const location = await engine.untouched();
    await step('0001_first.sql', 'create table notes (words text);');
    await step('0002_broken.sql', 'create table half (words text); select * from nowhere;');
    await expect(openWith(location)).rejects.toMatchObject({
      code: 'database_unsuitable',
      sentence: expect.stringContaining('0002_broken'),
    });
    await step('0002_broken.sql', 'create table whole (words text);');
    const repaired = await openWith(location);
    expect(
      await repaired.query(
        "select to_regclass('notes') is not null as notes, to_regclass('half') is null as no_half, to_regclass('whole') is not null as whole",
      ),
    ).toEqual([{ notes: true, no_half: true, whole: true }]);
    await repaired.close();
  });

  it('an edited step is refused, with its name', async () => {
    const location = await engine.untouched();
    await step('0001_first.sql', 'create table notes (words text);');
    await (await openWith(location)).close();
    await step('0001_first.sql', 'create table notes (words text, tag text);');
    await expect(openWith(location)).rejects.toMatchObject({
      code: 'database_unsuitable',
      message: expect.stringContaining('0001_first was edited'),
    });
  });

  it('a database of a newer version is refused and left as it is', async () => {
    const location = await engine.untouched();
    await step('0001_first.sql', 'create table notes (words text);');
    await step('0002_later.sql', 'create table later (words text);');
    await (await openWith(location)).close();
    await rm(path.join(folder, '0002_later.sql'));
    await expect(openWith(location)).rejects.toMatchObject({
      code: 'database_unsuitable',
      message: expect.stringContaining('newer'),
      sentence: expect.stringContaining('0002_later'),
    });
  });

  it('looking without creating runs no step', async () => {
    const location = await engine.untouched();
    await step('0001_first.sql', 'create table notes (words text);');
    await expect(openDatabase(location, { create: false, migrations: folder })).rejects.toMatchObject({
      code: 'not_found',
    });
    await (await openWith(location)).close();
    await step('0002_more.sql', 'create table more (words text);');
    const looking = await openDatabase(location, { create: false, migrations: folder });
    expect(await looking.query("select to_regclass('more') is null as untouched")).toEqual([
      { untouched: true },
    ]);
    await looking.close();
  });
});

describe.skipIf(leaveOut('postgresUrl'))('on a server that several processes share', () => {
  const engine = postgresForTests();

  it('six that start at once run each step once', async () => {
    const location = await engine.untouched();
    await cp(MIGRATIONS_FOLDER, folder, { recursive: true });
    const count = (await readMigrations(folder)).length;
    // A step that would fail or double its row if it ran a second time.
    const next = String(count + 1).padStart(4, '0');
    await step(
      `${next}_once.sql`,
      'create table once (n integer); insert into once values (1); select pg_sleep(0.2);',
    );
    const databases = await Promise.all(
      Array.from({ length: 6 }, () => openDatabase(location, { migrations: folder })),
    );
    expect(await databases[0]?.query('select n from once')).toEqual([{ n: 1 }]);
    for (const database of databases) await database.close();
  });
});

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatabaseLocation } from '../../config.ts';
import { leaveOut } from '../../testing/prerequisites.ts';
import { sampleDirective } from '../../testing/sampleDirective.ts';
import type { Database, Row } from '../database.ts';
import { saveDirective } from '../directives.ts';
import { migrate, readMigrations } from '../migrate.ts';
import { migrationState, openDatabase, openForRestore } from '../open.ts';
import { fillRecords } from '../records/records.testing.ts';
import { removeDirective } from '../removeDirective.ts';
import { pgliteForTests, postgresForTests, type TestEngine } from '../testing.ts';
import { fillUploads } from '../uploads/uploadGuards.testing.ts';
import { checkBackup } from './readBackup.ts';
import { type Restored, restoreBackup } from './restoreBackup.ts';
import { writeBackup } from './writeBackup.ts';

const KEY = 'một khóa dài để kiểm thử';
const NOW = new Date('2026-07-01T00:00:00Z');

/** Something of every kind of column, and what no plain text survives. */
async function fill(database: Database): Promise<void> {
  await fillRecords(database);
  await fillUploads(database);
  const article = { heading: 'Thời lượng', clauses: ['Mỗi năm học 05 ngày.'] };
  const ids: number[] = [];
  for (const number of ['01/QĐ-MAU', '02/QĐ-MAU', '03/QĐ-MAU']) {
    const stored = await saveDirective(database, sampleDirective({ number }, [article]));
    ids.push(stored.id);
  }
  const [first = 0, second = 0, third = 0] = ids;
  await removeDirective(database, third);
  await database.query('update directives set replaced_by = $2, original = $3, warnings = $4 where id = $1', [
    first,
    second,
    Uint8Array.from({ length: 70_000 }, (_, at) => (at * 7) % 256),
    ['"dấu" \\ và {ngoặc}', '', 'NULL', 'xuống\ndòng'],
  ]);
  await database.query(
    "insert into embedding_models (model, recipe, dimension) values ('mẫu', '1', 3), ('khác', '1', 2)",
  );
  await database.query("insert into passage_vectors select id, 1, '[0.1,-2.5e-8,3]'::vector from passages");
  await database.query('select app_index_vectors(1)');
  await database.query("insert into link_tries (channel, key) values ('web', 'a'), ('web', 'a')");
}

const CATALOGUE = {
  policies: `select tablename, policyname, permissive, roles::text, cmd, qual, with_check from pg_policies order by 1, 2`,
  grants: `select t.relname, a.attname, coalesce(a.attacl, t.relacl)::text ~ 'dat_chuan_app' as known,
                  array(select privilege_type || is_grantable::text from aclexplode(coalesce(a.attacl, t.relacl)) x
                         where x.grantee = 'dat_chuan_app'::regrole order by 1) as rights
             from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0
            where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' order by 1, 2`,
  functions: `select proname, prosecdef, coalesce(proconfig::text, '') as settings,
                     has_function_privilege('dat_chuan_app', oid, 'execute') as may
                from pg_proc where pronamespace = 'public'::regnamespace and proname ~ '^(app|inner)_' order by 1`,
  protection: `select relname, relrowsecurity, relforcerowsecurity from pg_class
                where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  constraints: `select conrelid::regclass::text as table, conname, pg_get_constraintdef(oid) as definition from pg_constraint
                 where connamespace = 'public'::regnamespace and contype <> 'n' order by 1, 2`,
  triggers: `select tgrelid::regclass::text as table, tgname, tgenabled from pg_trigger where not tgisinternal order by 1, 2`,
  indexes: `select indexname, indexdef from pg_indexes where schemaname = 'public' order by 1`,
} as const;

async function catalogue(database: Database): Promise<Record<string, readonly Row[]>> {
  const read: Record<string, readonly Row[]> = {};
  for (const [name, sql] of Object.entries(CATALOGUE)) read[name] = await database.query(sql);
  return read;
}

async function restore(
  location: DatabaseLocation,
  file: string,
  key: string | null = null,
): Promise<Restored> {
  const database = await openForRestore(location);
  try {
    return await restoreBackup(database, await readMigrations(), file, key);
  } finally {
    await database.close();
  }
}

async function opened<T>(location: DatabaseLocation, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(location);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dat-chuan-backup-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What two backups of the same rows share. */
const rowsOf = async (file: string, key: string | null = null) => {
  const { tables, counters, vectorIndexes } = await checkBackup(file, key);
  return { tables, counters, vectorIndexes };
};

function movesWhole(from: () => TestEngine, to: () => TestEngine, key: string | null): void {
  it(`gives equal rows, ids, policies, grants and indexes back ${key === null ? 'in the clear' : 'encrypted'}`, async () => {
    const database = await from().open();
    await fill(database);
    const name = `whole-${from().name}-${to().name}`;
    const [file, again] = [path.join(folder, name), path.join(folder, `${name}-again`)];
    const written = await writeBackup(database, file, key, NOW);
    expect(written.tables.filter(({ rows }) => rows > 0).length).toBeGreaterThan(15);
    expect((await readFile(file)).includes('link_tries')).toBe(false);

    const target = await to().untouched();
    expect((await restore(target, file, key)).tables).toEqual(written.tables);
    await opened(target, async (restored) => {
      await writeBackup(restored, again, key, NOW);
      expect(await rowsOf(again, key)).toEqual(await rowsOf(file, key));
      if (from().name === to().name) expect(await catalogue(restored)).toEqual(await catalogue(database));
      // Ids go on where they stood, and a directive that is removed is remembered as before.
      const stored = await saveDirective(restored, sampleDirective({ number: '04/QĐ-MAU' }, []));
      expect(stored.id).toBe(4);
      await removeDirective(restored, stored.id);
      expect(await restored.query('select id from removed_directives order by id')).toEqual([
        { id: 3 },
        { id: 4 },
      ]);
    });
    await expect(restore(target, file, key)).rejects.toMatchObject({
      code: 'database_unsuitable',
      sentence: expect.stringContaining('đã có dữ liệu'),
    });
  });
}

describe('a backup of the embedded database, restored into another', () => {
  const engine = pgliteForTests();
  movesWhole(
    () => engine,
    () => engine,
    KEY,
  );
});

describe.skipIf(leaveOut('postgresUrl'))('with PostgreSQL', () => {
  const [embedded, postgres] = [pgliteForTests(), postgresForTests()];
  describe('a backup of it, restored into another database', () => {
    movesWhole(
      () => postgres,
      () => postgres,
      null,
    );
  });
  describe('a backup of the embedded database, restored into it', () => {
    movesWhole(
      () => embedded,
      () => postgres,
      null,
    );
  });
  describe('a backup of it, restored into an embedded database', () => {
    movesWhole(
      () => postgres,
      () => embedded,
      KEY,
    );
  });

  it('an older backup is brought up to this version', async () => {
    const migrations = await readMigrations();
    const [location, file] = [await postgres.untouched(), path.join(folder, 'older')];
    const older = await openForRestore(location);
    await migrate(older, migrations.slice(0, 4));
    await older.query("insert into link_tries (channel, key) values ('web', 'a')");
    await writeBackup(older, file, null, NOW);
    await older.close();
    const target = await postgres.untouched();
    await restore(target, file);
    await opened(target, async (restored) => {
      expect(await migrationState(restored)).toEqual({
        applied: migrations.map(({ name }) => name),
        pending: [],
      });
      expect(await restored.query('select key from link_tries')).toEqual([{ key: 'a' }]);
    });
    await expect(restore(await postgres.migrated(), file)).rejects.toMatchObject({
      sentence: expect.stringContaining('mới hơn bản sao lưu'),
    });
  });

  it('a target that somebody is connected to is refused', async () => {
    const source = await postgres.open();
    const file = path.join(folder, 'in-use');
    await writeBackup(source, file, null, NOW);
    const location = await postgres.migrated();
    const other = await openDatabase(location);
    await other.query('select 1');
    const isInUse = { code: 'database_locked', sentence: expect.stringContaining('kết nối khác') };
    await expect(restore(location, file)).rejects.toMatchObject(isInUse);
    // To whom the server tells little of other logins.
    const owner = await openForRestore(location);
    await owner.query('set role dat_chuan_app');
    await expect(restoreBackup(owner, await readMigrations(), file, null)).rejects.toMatchObject(isInUse);
    await owner.close();
    await other.close();
    await restore(location, file);
  });

  it('what is written while it is made is not in it, and no file is overwritten', async () => {
    const location = await postgres.migrated();
    const [database, other] = [await openDatabase(location), await openDatabase(location)];
    const leave = () => other.query("insert into link_tries (channel, key) values ('web', 'a')");
    await leave();
    let tables = 0;
    const disturbed: Database = {
      ...database,
      transaction: (work) =>
        database.transaction((tx) =>
          work({
            ...tx,
            async query(sql, parameters) {
              if (sql.startsWith('declare')) {
                tables += 1;
                await leave();
              }
              return tx.query(sql, parameters);
            },
          }),
        ),
    };
    const file = path.join(folder, 'moment');
    const written = await writeBackup(disturbed, file, null, NOW);
    expect(tables).toBe(written.tables.length);
    expect(written.tables.find(({ name }) => name === 'link_tries')?.rows).toBe(1);
    await expect(writeBackup(database, file, null, NOW)).rejects.toMatchObject({ code: 'bad_input' });
    await database.close();
    await other.close();
  });

  it('a login that row-level security holds for makes none', async () => {
    const location = await postgres.migrated();
    const owner = await openDatabase(location);
    await fillRecords(owner);
    const file = path.join(folder, 'hidden');
    // Nothing of the login but its role matters here.
    const asServer: Database = {
      ...owner,
      transaction: (work) =>
        owner.transaction(async (tx) => {
          await tx.query('set transaction isolation level repeatable read');
          await tx.query('set local role dat_chuan_app');
          return work(tx);
        }),
    };
    await expect(writeBackup(asServer, file, null, NOW)).rejects.toMatchObject({
      code: 'database_unsuitable',
      sentence: expect.stringContaining('không được xem hết'),
    });
    expect((await readdir(folder)).filter((name) => name.startsWith('hidden'))).toEqual([]);
    await owner.close();
  });
});

describe('a file that is not what was written', () => {
  const engine = pgliteForTests();
  let database: Database;
  let whole: Buffer;
  beforeAll(async () => {
    database = await engine.open();
    await fill(database);
    await writeBackup(database, path.join(folder, 'sealed'), KEY, NOW);
    whole = await readFile(path.join(folder, 'sealed'));
  });
  const refused = async (bytes: Buffer, key: string | null) => {
    const file = path.join(folder, 'broken');
    await writeFile(file, bytes);
    return checkBackup(file, key).catch((thrown: unknown) => thrown);
  };
  const altered = (at: number) => {
    const bytes = Buffer.from(whole);
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    return bytes;
  };

  it('is refused wherever it was altered, and nothing is written', async () => {
    for (const at of [12, 30, 34, 60, Math.floor(whole.length / 2), whole.length - 1]) {
      expect(await refused(altered(at), KEY), `byte ${at}`).toMatchObject({ code: 'file_unreadable' });
    }
    const target = await engine.migrated();
    await refused(whole.subarray(0, whole.length - 1), KEY);
    await expect(restore(target, path.join(folder, 'broken'), KEY)).rejects.toMatchObject({
      code: 'file_unreadable',
    });
    await opened(target, async (restored) => {
      expect(await restored.query('select count(*) as n from directives')).toEqual([{ n: 0 }]);
    });
  });

  it('is refused where it is cut off or goes on', async () => {
    for (const bytes of [
      whole.subarray(0, 20),
      whole.subarray(0, 33),
      whole.subarray(0, whole.length - 1),
      Buffer.concat([whole, Buffer.from('x')]),
      Buffer.alloc(0),
    ]) {
      expect(await refused(bytes, KEY)).toMatchObject({ code: 'file_unreadable' });
    }
  });

  it('is not even looked at for an embedded database that a program has open', async () => {
    const location = await engine.migrated();
    const open = await openDatabase(location);
    await expect(openForRestore(location)).rejects.toMatchObject({ code: 'database_locked' });
    await open.close();
  });

  it('is refused by the name of the step where a newer version wrote it', async () => {
    const migrations = await readMigrations();
    const location = await engine.untouched();
    const older = await openForRestore(location);
    const restoring = restoreBackup(older, migrations.slice(0, -1), path.join(folder, 'sealed'), KEY);
    await expect(restoring).rejects.toMatchObject({
      code: 'database_unsuitable',
      sentence: expect.stringContaining(migrations.at(-1)?.name ?? ''),
    });
    expect(await older.query("select to_regclass('schema_migrations') as t")).toEqual([{ t: null }]);
    await older.close();
  });

  it('is refused under another key, without one, and in the clear where a key is set', async () => {
    expect(await refused(whole, 'một khóa khác hẳn')).toMatchObject({
      code: 'file_unreadable',
      sentence: expect.stringContaining('BACKUP_KEY không đúng'),
    });
    expect(await refused(whole, null)).toMatchObject({ code: 'bad_config' });
    const clear = path.join(folder, 'clear');
    await writeBackup(database, clear, null, NOW);
    const bytes = await readFile(clear);
    expect(await refused(bytes, KEY)).toMatchObject({ code: 'bad_config' });
    bytes.writeUInt8(bytes.readUInt8(5000) ^ 1, 5000);
    expect(await refused(bytes, null)).toMatchObject({ code: 'file_unreadable' });
  });
});

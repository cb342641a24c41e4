import { createHash, randomUUID } from 'node:crypto';
import { constants, cpSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, describe } from 'vitest';
import type { DatabaseLocation } from '../config.ts';
import { leaveOut, need } from '../testing/prerequisites.ts';
import type { Database } from './database.ts';
import { readMigrations } from './migrate.ts';
import { openDatabase } from './open.ts';
import { openPglite } from './pglite/engine.ts';

/** Gives a test databases of its own on one engine; all of them are closed and removed after the test file's block. */
export type TestEngine = {
  readonly name: Database['engine'];
  /** A fresh database with all migrations. */
  open(): Promise<Database>;
  /** Where a fresh database with all migrations stands, for a test that opens it by itself or in another process. */
  migrated(): Promise<DatabaseLocation>;
  /** An empty database, on which no migration has run. */
  untouched(): Promise<DatabaseLocation>;
};

/**
 * Runs the same tests on the embedded database and on PostgreSQL. Where there is no PostgreSQL that half is left out (the
 * reason is printed once a run); with `CI=true` that is an error.
 */
export function forEachEngine(define: (engine: TestEngine) => void): void {
  describe('on the embedded database', () => define(pgliteForTests()));
  describe.skipIf(leaveOut('postgresUrl'))('on PostgreSQL', () => define(postgresForTests()));
}

/** For tests that need one engine only. Call it inside `describe`. */
export function pgliteForTests(): TestEngine {
  return testEngine('pglite', {
    migrated: () => copyTemplate('migrated'),
    untouched: () => copyTemplate('empty'),
    async remove(location) {
      if (location.engine !== 'pglite') return;
      await rm(path.dirname(location.folder), { recursive: true, force: true });
    },
  });
}

/** For tests that need PostgreSQL only. Call it inside a `describe` that `leaveOut('postgresUrl')` guards. */
export function postgresForTests(): TestEngine {
  const untouched = async (): Promise<DatabaseLocation> => {
    const name = `dat_chuan_test_${randomUUID().replaceAll('-', '')}`;
    await onServer(`create database ${name} encoding 'UTF8' template template0`);
    return { engine: 'postgres', url: urlOf(name) };
  };
  return testEngine('postgres', {
    untouched,
    async migrated() {
      const location = await untouched();
      await (await openDatabase(location)).close();
      return location;
    },
    async remove(location) {
      if (location.engine !== 'postgres') return;
      await onServer(`drop database if exists ${new URL(location.url).pathname.slice(1)} with (force)`);
    },
  });
}

type Places = Pick<TestEngine, 'migrated' | 'untouched'> & {
  remove(location: DatabaseLocation): Promise<void>;
};

function testEngine(name: TestEngine['name'], places: Places): TestEngine {
  const locations: DatabaseLocation[] = [];
  const opened: Database[] = [];
  const remember = (location: DatabaseLocation): DatabaseLocation => {
    locations.push(location);
    return location;
  };
  afterAll(async () => {
    for (const database of opened) await database.close();
    for (const location of locations) await places.remove(location);
  });
  return {
    name,
    migrated: async () => remember(await places.migrated()),
    untouched: async () => remember(await places.untouched()),
    async open() {
      const database = await openDatabase(remember(await places.migrated()));
      opened.push(database);
      return database;
    },
  };
}

/** The server of `DATABASE_URL` with another database: the one that is named there is never touched. */
function urlOf(name: string): string {
  const url = new URL(need('postgresUrl'));
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: need('postgresUrl') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

const MODULES = path.join(import.meta.dirname, '..', 'node_modules');

type TemplateKind = 'empty' | 'migrated';
const templates = new Map<TemplateKind, Promise<string>>();

/** Creating an embedded database takes seconds, copying one a fraction: so one is kept for each state of the schema. */
async function copyTemplate(kind: TemplateKind): Promise<DatabaseLocation> {
  const template = templates.get(kind) ?? buildTemplate(kind);
  templates.set(kind, template);
  const folder = path.join(await mkdtemp(path.join(tmpdir(), 'dat-chuan-')), 'data');
  // A test waits for it anyway, and at once it takes a fifth of the time.
  cpSync(await template, folder, { recursive: true, mode: constants.COPYFILE_FICLONE });
  return { engine: 'pglite', folder };
}

async function buildTemplate(kind: TemplateKind): Promise<string> {
  const version = await readFile(path.join(MODULES, '@electric-sql', 'pglite', 'package.json'), 'utf8');
  const key = createHash('sha256').update(kind).update(version);
  if (kind === 'migrated') {
    for (const { checksum } of await readMigrations()) key.update(checksum);
  }
  const cache = path.join(MODULES, '.cache', 'dat-chuan');
  const folder = path.join(cache, `database-${key.digest('hex').slice(0, 16)}`);
  if (await exists(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(path.join(cache, 'draft-'));
  try {
    const database =
      kind === 'empty'
        ? await openPglite(draft, true)
        : await openDatabase({ engine: 'pglite', folder: draft });
    await database.close();
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another test process was faster.
    if (!(await exists(folder))) throw error;
  }
  return folder;
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { KnownError } from '../errors.ts';
import type { Database, Queryable, Transaction } from './database.ts';
import {
  migrationEdited,
  migrationFailed,
  schemaForbidden,
  schemaNewer,
  schemaUnreadable,
  vectorForbidden,
} from './problems.ts';
import { roleForbidden } from './records/recordTexts.ts';
import { SqlError } from './sqlError.ts';

/** One numbered step. A step that has been released is never edited; a new one corrects it. */
export type Migration = {
  readonly number: number;
  /** File name without its ending: `0001_directives`. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the text, hexadecimal. */
  readonly checksum: string;
};

export const MIGRATIONS_FOLDER = path.join(import.meta.dirname, 'migrations');

/** Reads `NNNN_name.sql` in order. Throws when a number is missing or stands twice: a fault of the program. */
export async function readMigrations(folder: string = MIGRATIONS_FOLDER): Promise<readonly Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (file, index) => {
      const number = Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(file)?.[1]);
      if (number !== index + 1)
        throw new Error(`migrations must be numbered 0001, 0002 …: ${file} does not fit`);
      // Git may turn line ends on Windows; that is no edit.
      const sql = (await readFile(path.join(folder, file), 'utf8')).replaceAll('\r\n', '\n');
      const checksum = createHash('sha256').update(sql).digest('hex');
      return { number, name: file.slice(0, -'.sql'.length), sql, checksum };
    }),
  );
}

/** A step that a database has behind it. */
export type Applied = Pick<Migration, 'number' | 'name' | 'checksum'>;

/** The steps that have run, in order; none where there are no tables. Throws `database_unsuitable` where the login may not see. */
export async function readApplied(queryable: Queryable): Promise<readonly Applied[]> {
  const [table] = await queryable.query<{ there: boolean }>(
    "select to_regclass('schema_migrations') is not null as there",
  );
  if (table?.there !== true) return [];
  try {
    return await queryable.query<Applied>(
      'select number, name, checksum from schema_migrations order by number',
    );
  } catch (error) {
    // A step that failed before the one that grants rights leaves the table to its owner alone.
    throw error instanceof SqlError && error.code === '42501' ? schemaUnreadable(error) : error;
  }
}

function findPending(migrations: readonly Migration[], applied: readonly Applied[]): readonly Migration[] {
  for (const step of applied) {
    const known = migrations.find(({ number }) => number === step.number);
    if (known === undefined) throw schemaNewer(step.name);
    if (known.checksum !== step.checksum) throw migrationEdited(known.name);
  }
  return migrations.filter(({ number }) => !applied.some((step) => step.number === number));
}

/** What a database has behind and before it. */
export type MigrationState = {
  /** Names of the steps that have run. */
  readonly applied: readonly string[];
  /** Names of the steps of this version that have not. */
  readonly pending: readonly string[];
};

/**
 * Looks without touching. Throws `database_unsuitable` where the database is newer than this version, or a step that
 * has run was edited since.
 */
export async function readMigrationState(
  queryable: Queryable,
  migrations: readonly Migration[],
): Promise<MigrationState> {
  const applied = await readApplied(queryable);
  const pending = findPending(migrations, applied);
  return { applied: applied.map(({ name }) => name), pending: pending.map(({ name }) => name) };
}

/** A step may rewrite a large table, and wait for another process that runs the same step. In milliseconds. */
const PATIENCE = { lock_timeout: '600000', statement_timeout: '3600000' } as const;

/**
 * Brings the database up to this version, each step in its own transaction together with its record. Safe when two
 * processes start at once: the second one waits, sees the record and goes on. A step that fails leaves nothing behind.
 */
export async function migrate(engine: Database, migrations: readonly Migration[]): Promise<void> {
  const pending = findPending(migrations, await readApplied(engine));
  for (const migration of pending) {
    try {
      await engine.transaction((tx) => applyOnce(tx, migration, migrations), { settings: PATIENCE });
    } catch (error) {
      throw explain(error, migration);
    }
  }
}

async function applyOnce(
  tx: Transaction,
  migration: Migration,
  migrations: readonly Migration[],
): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtext('dat-chuan: migrations'))");
  await tx.query(
    `create table if not exists schema_migrations (
       number integer primary key,
       name text not null,
       checksum text not null,
       applied_at timestamptz not null default now()
     )`,
  );
  // Read again under the lock: another process may have been faster.
  const pending = findPending(migrations, await readApplied(tx));
  if (!pending.includes(migration)) return;
  await tx.script(migration.sql);
  await tx.query('insert into schema_migrations (number, name, checksum) values ($1, $2, $3)', [
    migration.number,
    migration.name,
    migration.checksum,
  ]);
}

function explain(error: unknown, migration: Migration): unknown {
  if (error instanceof KnownError) return error;
  if (error instanceof SqlError && error.code === '42501') {
    const [, statements] = /^the role dat_chuan_app is not to be had: (.*)$/.exec(error.message) ?? [];
    if (statements !== undefined) return roleForbidden(statements, error);
    return error.message.includes('extension') ? vectorForbidden(error) : schemaForbidden(error);
  }
  return migrationFailed(migration.name, error);
}

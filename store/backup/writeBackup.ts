import { randomUUID } from 'node:crypto';
import { link, open, rename, rm, stat } from 'node:fs/promises';
import { APP_ROLE } from '../access/identity.ts';
import type { Database, Queryable } from '../database.ts';
import { readApplied } from '../migrate.ts';
import { backupExists, backupNotWritten, rowsHidden } from './backupTexts.ts';
import { createDigest } from './digest.ts';
import { type BackupContent, checkBackup } from './readBackup.ts';
import { type BackupHead, type BackupRecord, packRecords } from './records.ts';
import {
  NO_HURRY,
  readCounters,
  readRows,
  readTables,
  setLocally,
  type TableShape,
  TEXT_FORM,
} from './tables.ts';

/**
 * Writes all that is remembered – every row with the originals in it, where the numbering of ids stands, which logins may serve –
 * as one moment saw it into one new file, encrypted where there is a key, and reads that file once more. Nothing is ever written
 * unencrypted where a key is given; a file that did not become whole is removed.
 *
 * For the owner of the tables: throws `database_unsuitable` where the login does not see all rows, `bad_input` where the file
 * exists or cannot be written.
 */
export async function writeBackup(
  database: Database,
  file: string,
  key: string | null,
  now: Date,
): Promise<BackupContent> {
  if (await exists(file)) throw backupExists(file);
  const unfinished = `${file}.${randomUUID().slice(0, 8)}.unfinished`;
  try {
    await database.transaction(async (tx) => {
      await tx.query('set transaction isolation level repeatable read read only');
      // Rows that a policy hides become an error instead of missing.
      await setLocally(tx, { ...TEXT_FORM, ...NO_HURRY, row_security: 'off' });
      await writeFrames(unfinished, packRecords(recordsOf(tx, database.engine, now), key));
    });
    const content = await checkBackup(unfinished, key);
    await moveToNewFile(unfinished, file);
    return content;
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function* recordsOf(
  tx: Queryable,
  engine: Database['engine'],
  now: Date,
): AsyncGenerator<BackupRecord> {
  const tables = await readTables(tx);
  await checkAllSeen(tx, tables);
  yield { kind: 'head', engine, at: now.toISOString(), ...(await readHead(tx)) };
  for (const table of tables) {
    yield { kind: 'table', name: table.name, columns: table.columns.map(({ name }) => name) };
    const digest = createDigest();
    for await (const rows of readRows(tx, table)) {
      for (const row of rows) {
        digest.add(row);
        yield row;
      }
    }
    yield { kind: 'tableEnd', rows: digest.rows(), digest: digest.value() };
  }
  yield { kind: 'end', tables: tables.length };
}

async function readHead(tx: Queryable): Promise<Omit<BackupHead, 'kind' | 'engine' | 'at'>> {
  const schema = await readApplied(tx);
  const logins = await tx.query<{ name: string }>(
    `select r.rolname::text as name
       from pg_auth_members m join pg_roles r on r.oid = m.member join pg_roles g on g.oid = m.roleid
      where g.rolname = $1 and r.rolcanlogin and not r.rolsuper and r.rolname <> current_user order by 1`,
    [APP_ROLE],
  );
  const indexes = await tx.query<{ id: number }>(
    `select substring(indexname from '[0-9]+$')::integer as id from pg_indexes
      where schemaname = current_schema() and indexname ~ '^passage_vectors_of_[0-9]+$' order by 1`,
  );
  return {
    schema: [...schema],
    servingLogins: [...new Set(logins.map(({ name }) => name))],
    counters: [...(await readCounters(tx))],
    vectorIndexes: indexes.map(({ id }) => id),
  };
}

async function checkAllSeen(tx: Queryable, tables: readonly TableShape[]): Promise<void> {
  const rows = await tx.query<{ name: string; login: string }>(
    `select t.name, current_user::text as login from unnest($1::text[]) as t (name)
      where row_security_active(quote_ident(t.name)::regclass)
         or not has_table_privilege(quote_ident(t.name)::regclass, 'select')
      order by 1`,
    [tables.map(({ name }) => name)],
  );
  const [first] = rows;
  if (first !== undefined) {
    throw rowsHidden(
      first.login,
      rows.map(({ name }) => name),
    );
  }
}

async function writeFrames(file: string, frames: AsyncIterable<Uint8Array>): Promise<void> {
  const handle = await open(file, 'wx', 0o600).catch((error: unknown) => {
    throw backupNotWritten(file, error);
  });
  try {
    for await (const bytes of frames) {
      await handle.writeFile(bytes).catch((error: unknown) => {
        throw backupNotWritten(file, error);
      });
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Never over a file that came into being meanwhile. */
async function moveToNewFile(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (await exists(to)) throw backupExists(to);
    // A file system without hard links.
    await rename(from, to).catch(() => {
      throw backupNotWritten(to, error);
    });
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

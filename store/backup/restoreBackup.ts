import { setTimeout as delay } from 'node:timers/promises';
import { APP_ROLE, OPERATOR } from '../access/identity.ts';
import type { Database, Queryable } from '../database.ts';
import { holdRestored } from '../messages/holdRestored.ts';
import { type Migration, migrate, readApplied } from '../migrate.ts';
import { migrationEdited } from '../problems.ts';
import { prepareQueue, QUEUE_SCHEMA } from '../queue/queueSchema.ts';
import {
  backupNewer,
  rowsDiffer,
  tableUnknown,
  targetInUse,
  targetNewer,
  targetNotEmpty,
} from './backupTexts.ts';
import { createDigest } from './digest.ts';
import { fillTables, inOrder } from './fillTables.ts';
import { type BackupContent, checkBackup } from './readBackup.ts';
import { NO_HURRY, quote, readRows, readTables, setLocally, type TableShape, TEXT_FORM } from './tables.ts';

/** Rows that stand in a database to which nothing was ever added: the migrations put them there. */
const SEEDS: Readonly<Partial<Record<string, string>>> = {
  corpus: 'passages = 0',
  embedding_turn: 'true',
  model_secret: 'true',
  accounts: `id = '${OPERATOR.accountId}'`,
};

/** What a restored database still needs from whoever looks after the server. */
export type Restored = BackupContent & {
  /** Logins that served before, and may not yet serve here: `grant dat_chuan_app to …`. */
  readonly ungranted: readonly string[];
};

/**
 * Fills an empty database with what a backup holds, all or nothing: the file is read to its end first, and before anything is kept
 * the rows are read again and compared. The schema is brought to the step of the backup, which has policies and grants in it, and
 * when the rows are there to that of this version. Uploads that were not read to the end are taken up when the program starts;
 * messages that waited are not sent (`holdRestored`).
 *
 * `database` is one with a single connection that was opened for this (`openForRestore`). Throws what `checkBackup` throws, and
 * `database_unsuitable` (newer than this version, not empty) or `database_locked` (in use by others), having written no row.
 */
export async function restoreBackup(
  database: Database,
  migrations: readonly Migration[],
  file: string,
  key: string | null,
): Promise<Restored> {
  const content = await checkBackup(file, key);
  const steps = await stepsOf(database, migrations, content);
  await checkAlone(database);
  await migrate(database, steps);
  await database.transaction(async (tx) => {
    await setLocally(tx, { ...TEXT_FORM, ...NO_HURRY, lock_timeout: '10000', row_security: 'off' });
    const tables = await readTables(tx);
    await lockEmpty(tx, tables);
    await fillTables(tx, tables, file, key);
    await compare(tx, tables, content);
  });
  await migrate(database, migrations);
  await emptyQueue(database);
  await holdRestored(database);
  await prepareQueue(database);
  const rows = await database.query<{ name: string }>(
    `select name from unnest($1::text[]) as name
      where not coalesce((select pg_has_role(r.oid, $2, 'member') from pg_roles r where r.rolname = name), false)`,
    [content.servingLogins, APP_ROLE],
  );
  return { ...content, ungranted: rows.map(({ name }) => name) };
}

/** The steps that the backup had. Throws where they are not ours, or the target is beyond them. */
async function stepsOf(
  database: Database,
  migrations: readonly Migration[],
  { schema }: BackupContent,
): Promise<readonly Migration[]> {
  for (const step of schema) {
    const ours = migrations.find(({ number }) => number === step.number);
    if (ours === undefined) throw backupNewer(step.name);
    if (ours.checksum !== step.checksum) throw migrationEdited(ours.name);
  }
  const beyond = (await readApplied(database)).find(({ number }) => number > schema.length);
  if (beyond !== undefined) throw targetNewer(beyond.name);
  return migrations.slice(0, schema.length);
}

/**
 * Nobody else may be at it, whoever they are logged in as: of the connections of other logins an owner sees no kind, only whose they
 * are, and the server's own are nobody's. The look before opening may still be on its way out, so it is given a moment.
 */
async function checkAlone(queryable: Queryable): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const [row] = await queryable.query<{ others: number }>(
      `select count(*) as others from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()
          and coalesce(backend_type = 'client backend', usesysid is not null)`,
    );
    const others = row?.others ?? 0;
    if (others === 0) return;
    if (tries === 10) throw targetInUse(others);
    await delay(100);
  }
}

/** Whoever comes from here on waits until the rows are there. */
async function lockEmpty(tx: Queryable, tables: readonly TableShape[]): Promise<void> {
  const names = tables.map(({ name }) => quote(name)).join(', ');
  await tx.query(`lock table ${names} in access exclusive mode`);
  for (const { name } of tables) {
    const seed = SEEDS[name] ?? 'false';
    const [row] = await tx.query(`select 1 from ${quote(name)} where not (${seed}) limit 1`);
    if (row !== undefined) throw targetNotEmpty(name);
  }
  await tx.query(`truncate ${names}`);
}

/** Reads the rows once more, as they would be backed up. */
async function compare(tx: Queryable, tables: readonly TableShape[], content: BackupContent): Promise<void> {
  for (const { name, columns, digest: expected } of content.tables) {
    const table = tables.find((each) => each.name === name);
    if (table === undefined) throw tableUnknown(name);
    const digest = createDigest();
    for await (const rows of readRows(tx, inOrder(table, columns))) {
      for (const row of rows) digest.add(row);
    }
    if (digest.value() !== expected) throw rowsDiffer(name);
  }
}

/** Jobs of whatever stood here before would speak of other uploads. */
async function emptyQueue(database: Database): Promise<void> {
  const [table] = await database.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
    `${QUEUE_SCHEMA}.job`,
  ]);
  if (table?.there === true) await database.query(`delete from ${QUEUE_SCHEMA}.job`);
}

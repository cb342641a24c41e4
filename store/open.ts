import type { DatabaseLocation } from '../config.ts';
import { checkUnprivileged } from './access/production.ts';
import type { Database } from './database.ts';
import {
  type Migration,
  type MigrationState,
  migrate,
  readMigrationState,
  readMigrations,
} from './migrate.ts';
import { openPglite } from './pglite/engine.ts';
import { openPostgres } from './postgres.ts';
import { databaseMissing } from './problems.ts';
import { isQueueReady, prepareQueue } from './queue/queueSchema.ts';
import { migrationsPending } from './records/recordTexts.ts';

export type OpenOptions = {
  /**
   * `false` looks without touching: nothing is created and no migration runs; a place without a database is `not_found`.
   * (An embedded database is still locked while it is open.)
   */
  readonly create?: boolean;
  /**
   * Real people's records are kept here: on PostgreSQL the login must be one that row-level security holds for
   * (`checkUnprivileged`), and as such a login cannot migrate, a database behind this version is refused
   * (`database_unsuitable`). The embedded database knows one login only, a superuser; but its worker thread serves nobody else
   * than this program, and every statement about records runs under the unprivileged role, so it is opened as always.
   */
  readonly production?: boolean;
  /** Folder of `NNNN_name.sql`; the product's own unless a test says otherwise. */
  readonly migrations?: string;
};

/**
 * Opens the database, checks that it can serve, and brings it up to this version. Throws a `KnownError`:
 * `database_locked`, `database_unreachable`, `database_unsuitable`, `disk_full`, `bad_config` or `not_found`, each
 * saying what to do.
 */
export async function openDatabase(location: DatabaseLocation, options: OpenOptions = {}): Promise<Database> {
  const create = options.create ?? true;
  const migrations = await readMigrations(options.migrations);
  const engine = await openEngine(location, create);
  try {
    if (options.production === true && engine.engine === 'postgres') {
      await checkUnprivileged(engine);
      const { pending } = await stateOf(engine, migrations);
      if (pending.length > 0) throw migrationsPending(pending);
    } else if (create) {
      await migrate(engine, migrations);
      if (options.migrations === undefined) await prepareQueue(engine);
    } else {
      const { applied } = await readMigrationState(engine, migrations);
      if (applied.length === 0) throw databaseMissing(describe(location));
    }
    return engine;
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/**
 * Opens a database that is to be filled from a backup, on one connection: it is made where it is missing, and no step of the
 * schema runs. Throws as `openDatabase` does.
 */
export async function openForRestore(location: DatabaseLocation): Promise<Database> {
  return location.engine === 'pglite'
    ? openPglite(location.folder, true)
    : openPostgres(location.url, { connections: 1 });
}

function openEngine(location: DatabaseLocation, create: boolean): Promise<Database> {
  return location.engine === 'pglite' ? openPglite(location.folder, create) : openPostgres(location.url);
}

function describe(location: DatabaseLocation): string {
  return location.engine === 'pglite' ? location.folder : 'máy chủ trong DATABASE_URL';
}

/** Which steps of the schema the database has and which this version would still add; for diagnosis. */
export async function migrationState(database: Database): Promise<MigrationState> {
  return stateOf(database, await readMigrations());
}

/** The steps of the schema, and the tables of the queue, which have steps of their own. */
async function stateOf(database: Database, migrations: readonly Migration[]): Promise<MigrationState> {
  const { applied, pending } = await readMigrationState(database, migrations);
  const queue = pending.length > 0 || (await isQueueReady(database)) ? [] : ['queue'];
  return { applied, pending: [...pending, ...queue] };
}

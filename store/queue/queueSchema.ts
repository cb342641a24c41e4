import { KnownError } from '../../errors.ts';
import type { Database, Queryable } from '../database.ts';
import { SqlError } from '../sqlError.ts';

/** The tables of the queue stand apart from ours. */
export const QUEUE_SCHEMA = 'dat_chuan_queue';

/**
 * The number that pg-boss gives its tables (`pgboss.schema` in its package.json). Kept here so that a database that is up to
 * date is opened without loading it.
 */
export const QUEUE_VERSION = 43;

/** Whether the tables of the queue are there and of this version. Touches nothing. */
export async function isQueueReady(queryable: Queryable): Promise<boolean> {
  return (await readVersion(queryable)) === QUEUE_VERSION;
}

/**
 * Makes the tables of the queue, or brings them up to this version, in one transaction: for the owner of the database. What
 * serves needs no more than the rights of dat_chuan_app. Safe when two processes start at once. Throws `database_unsuitable`.
 */
export async function prepareQueue(database: Database): Promise<void> {
  if (await isQueueReady(database)) return;
  const { getConstructionPlans, getMigrationPlans } = await import('pg-boss');
  try {
    await database.transaction(async (tx) => {
      await tx.query("select pg_advisory_xact_lock(hashtext('dat-chuan: migrations'))");
      const version = await readVersion(tx);
      if (version === QUEUE_VERSION) return;
      if (version !== null && version > QUEUE_VERSION) throw queueNewer(version);
      const [schema] = await tx.query('select 1 from pg_namespace where nspname = $1', [QUEUE_SCHEMA]);
      const plan =
        version === null
          ? getConstructionPlans(QUEUE_SCHEMA, { createSchema: schema === undefined })
          : getMigrationPlans(QUEUE_SCHEMA, version);
      await tx.script(withoutTransaction(plan));
      await tx.script(
        `grant usage on schema ${QUEUE_SCHEMA} to dat_chuan_app;
         grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to dat_chuan_app;`,
      );
    });
  } catch (error) {
    throw error instanceof SqlError && error.code === '42501' ? queueForbidden(error) : error;
  }
}

/** The plan comes as a transaction of its own; ours goes on until the rights are given. */
export function withoutTransaction(script: string): string {
  return script.replace(/^\s*BEGIN;/i, '').replace(/COMMIT;?\s*$/i, '');
}

async function readVersion(queryable: Queryable): Promise<number | null> {
  const [table] = await queryable.query<{ there: boolean }>(
    `select exists (select from pg_tables where schemaname = $1 and tablename = 'version') as there`,
    [QUEUE_SCHEMA],
  );
  if (table?.there !== true) return null;
  const [row] = await queryable.query<{ version: number }>(`select version from ${QUEUE_SCHEMA}.version`);
  return row?.version ?? null;
}

function queueForbidden(cause: unknown): KnownError {
  return new KnownError(
    'database_unsuitable',
    `Tài khoản trong DATABASE_URL không được phép tạo schema ${QUEUE_SCHEMA}, là nơi giữ hàng đợi tệp tải lên. Hãy nhờ quản trị máy chủ PostgreSQL chạy một lần: create schema ${QUEUE_SCHEMA} authorization TÀI_KHOẢN;`,
    { message: 'the login may not make the schema of the queue', cause },
  );
}

function queueNewer(version: number): KnownError {
  return new KnownError(
    'database_unsuitable',
    'Cơ sở dữ liệu đã được một phiên bản mới hơn của Đạt Chuẩn nâng cấp (hàng đợi tệp tải lên). Hãy dùng phiên bản mới đó.',
    { message: `the tables of the queue have version ${version}, newer than ${QUEUE_VERSION}` },
  );
}

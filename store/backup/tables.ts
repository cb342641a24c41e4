import type { Queryable } from '../database.ts';
import type { BackupRow } from './records.ts';

/** A table as the catalogue describes it. */
export type TableShape = {
  readonly name: string;
  /** Those that hold values of their own, in order, with the SQL type of each. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
};

/** An identifier as SQL writes it. */
export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** So that values have one text form on every engine. */
export const TEXT_FORM = {
  timezone: 'UTC',
  datestyle: 'ISO, YMD',
  intervalstyle: 'postgres',
  bytea_output: 'hex',
  extra_float_digits: '3',
} as const;

/** Reading and writing all there is takes as long as it takes. */
export const NO_HURRY = {
  statement_timeout: '0',
  idle_in_transaction_session_timeout: '0',
} as const;

/** Sets what holds until the end of the transaction. */
export async function setLocally(tx: Queryable, settings: Readonly<Record<string, string>>): Promise<void> {
  await tx.query(
    'select set_config(name, value, true) from unnest($1::text[], $2::text[]) as setting (name, value)',
    [Object.keys(settings), Object.values(settings)],
  );
}

/**
 * The tables of the product: those beside `schema_migrations` that belong to its owner, without itself, what an extension made, and
 * the queue's, which has a schema of its own.
 */
export async function readTables(queryable: Queryable): Promise<readonly TableShape[]> {
  const rows = await queryable.query<{ name: string; columns: string[]; types: string[] }>(
    `select t.relname::text as name,
            array_agg(a.attname::text order by a.attnum) as columns,
            array_agg(format_type(a.atttypid, a.atttypmod) order by a.attnum) as types
       from pg_class t
       join pg_class m on m.oid = 'schema_migrations'::regclass
                      and m.relnamespace = t.relnamespace and m.relowner = t.relowner and m.oid <> t.oid
       join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where t.relkind = 'r'
        and not exists (select from pg_depend d
                         where d.classid = 'pg_class'::regclass and d.objid = t.oid and d.deptype = 'e')
      group by t.relname order by t.relname`,
  );
  return rows.map(({ name, columns, types }) => ({
    name,
    columns: columns.map((column, at) => ({ name: column, type: types[at] ?? 'text' })),
  }));
}

/** How much of a table is held in memory at once, in bytes of its binary columns. */
const MOST_AT_ONCE = 16 * 1024 * 1024;
const MOST_ROWS = 500;

/** All rows of a table, in no order, some at a time. */
export async function* readRows(
  tx: Queryable,
  { name, columns }: TableShape,
): AsyncGenerator<readonly BackupRow[]> {
  const count = await rowsAtOnce(tx, { name, columns });
  const selected = columns.map((column, at) => `${quote(column.name)}::text as c${at}`).join(', ');
  await tx.query(`declare backup_rows no scroll cursor for select ${selected} from only ${quote(name)}`);
  for (;;) {
    const rows = await tx.query<Record<string, string | null>>(`fetch forward ${count} from backup_rows`);
    if (rows.length === 0) break;
    yield rows.map((row) => columns.map((_, at) => row[`c${at}`] ?? null));
  }
  await tx.query('close backup_rows');
}

async function rowsAtOnce(tx: Queryable, { name, columns }: TableShape): Promise<number> {
  const binary = columns.filter(({ type }) => type === 'bytea');
  if (binary.length === 0) return MOST_ROWS;
  const sizes = binary.map((column) => `coalesce(octet_length(${quote(column.name)}), 0)`).join(' + ');
  const [row] = await tx.query<{ largest: number }>(
    `select coalesce(max((${sizes})::bigint), 0) as largest from only ${quote(name)}`,
  );
  return Math.max(1, Math.min(MOST_ROWS, Math.floor(MOST_AT_ONCE / Math.max(1, row?.largest ?? 0))));
}

/** Where the numbering of identity columns stands. */
export async function readCounters(
  tx: Queryable,
): Promise<readonly { table: string; column: string; value: string; used: boolean }[]> {
  const columns = await tx.query<{ table: string; column: string; sequence: string }>(
    `select t.relname::text as table, a.attname::text as column,
            pg_get_serial_sequence(quote_ident(t.relname), a.attname) as sequence
       from pg_attribute a
       join pg_class t on t.oid = a.attrelid
      where t.relnamespace = (select relnamespace from pg_class where oid = 'schema_migrations'::regclass)
        and t.relkind = 'r' and a.attidentity <> '' and not a.attisdropped
      order by 1, 2`,
  );
  const counters = [];
  for (const { table, column, sequence } of columns) {
    const [row] = await tx.query<{ value: string; used: boolean }>(
      `select last_value::text as value, is_called as used from ${sequence}`,
    );
    if (row !== undefined) counters.push({ table, column, ...row });
  }
  return counters;
}

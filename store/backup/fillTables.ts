import type { Queryable } from '../database.ts';
import { tableUnknown } from './backupTexts.ts';
import { checkBackup } from './readBackup.ts';
import type { BackupRow } from './records.ts';
import { quote, type TableShape } from './tables.ts';

/** What goes to the database in one statement at most. */
const MOST_ROWS = 500;
const MOST_CHARACTERS = 4 * 1024 * 1024;

/**
 * Puts the rows of a backup into empty tables, as its statements would have left them: nothing that watches the tables is woken,
 * and references are checked when all rows are there. The caller's transaction has to end with the error where this throws.
 */
export async function fillTables(
  tx: Queryable,
  tables: readonly TableShape[],
  file: string,
  key: string | null,
): Promise<void> {
  const references = await takeReferencesOff(tx, tables);
  for (const { name } of tables) await tx.query(`alter table ${quote(name)} disable trigger user`);
  let loader: Loader | null = null;
  const { counters, vectorIndexes } = await checkBackup(file, key, {
    table: async (name, columns) => {
      const table = tables.find((each) => each.name === name);
      if (table === undefined) throw tableUnknown(name);
      loader = createLoader(tx, inOrder(table, columns));
    },
    row: (row) => loader?.add(row),
    tableEnd: async () => loader?.flush(),
  });
  for (const { table, column, value, used } of counters) {
    await tx.query('select setval(pg_get_serial_sequence($1, $2), $3::bigint, $4)', [
      quote(table),
      column,
      value,
      used,
    ]);
  }
  for (const statement of references) await tx.query(statement);
  for (const { name } of tables) await tx.query(`alter table ${quote(name)} enable trigger user`);
  for (const id of vectorIndexes) await tx.query('select app_index_vectors($1)', [id]);
}

/** The table with its columns as a backup lists them. Throws `database_unsuitable` where one of them is missing here. */
export function inOrder({ name, columns }: TableShape, order: readonly string[]): TableShape {
  return {
    name,
    columns: order.map((wanted) => {
      const column = columns.find((each) => each.name === wanted);
      if (column === undefined) throw tableUnknown(`${name}.${wanted}`);
      return column;
    }),
  };
}

type Loader = {
  /** A promise where rows went to the database. */
  readonly add: (row: BackupRow) => Promise<void> | undefined;
  readonly flush: () => Promise<void>;
};

function createLoader(tx: Queryable, { name, columns }: TableShape): Loader {
  const into = columns.map((column) => quote(column.name)).join(', ');
  const values = columns.map(({ type }, at) => `c${at}::${type}`).join(', ');
  const lists = columns.map((_, at) => `$${at + 1}::text[]`).join(', ');
  const names = columns.map((_, at) => `c${at}`).join(', ');
  const insert = `insert into ${quote(name)} (${into}) overriding system value
                  select ${values} from unnest(${lists}) as r (${names})`;
  let rows: BackupRow[] = [];
  let characters = 0;
  const flush = async () => {
    if (rows.length === 0) return;
    const batch = rows;
    rows = [];
    characters = 0;
    await tx.query(
      insert,
      columns.map((_, at) => batch.map((row) => row[at] ?? null)),
    );
  };
  return {
    add(row) {
      rows.push(row);
      for (const value of row) characters += value?.length ?? 0;
      return rows.length >= MOST_ROWS || characters >= MOST_CHARACTERS ? flush() : undefined;
    },
    flush,
  };
}

/**
 * Takes foreign keys off, so that rows may come in any order; the statements that put them back check all rows at once.
 */
async function takeReferencesOff(tx: Queryable, tables: readonly TableShape[]): Promise<readonly string[]> {
  const constraints = await tx.query<{ table: string; name: string; definition: string }>(
    `select t.relname::text as table, c.conname::text as name, pg_get_constraintdef(c.oid) as definition
       from pg_constraint c join pg_class t on t.oid = c.conrelid
      where c.contype = 'f' and c.connamespace = (select relnamespace from pg_class where oid = 'schema_migrations'::regclass)
        and t.relname = any ($1::text[])
      order by c.oid`,
    [tables.map(({ name }) => name)],
  );
  for (const { table, name } of constraints) {
    await tx.query(`alter table ${quote(table)} drop constraint ${quote(name)}`);
  }
  return constraints.map(
    ({ table, name, definition }) =>
      `alter table ${quote(table)} add constraint ${quote(name)} ${definition}`,
  );
}

import type { Queryable } from '../../store/database.ts';

/** What the tables of a database take on disk with their indexes: the same figure on a server and embedded. */
export async function tableBytes(queryable: Queryable): Promise<number> {
  const [row] = await queryable.query<{ bytes: number }>(
    `select coalesce(sum(pg_total_relation_size(oid)), 0)::bigint as bytes
       from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );
  return row?.bytes ?? 0;
}

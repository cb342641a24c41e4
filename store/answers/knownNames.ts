import type { Database } from '../database.ts';

/** Of these words, those that are the name (folded, lower case, single spaces) or the code of somebody on record. */
export async function findKnownNames(
  database: Database,
  keys: readonly string[],
): Promise<readonly string[]> {
  if (keys.length === 0) return [];
  const [row] = await database.query<{ names: readonly string[] }>('select app_known_names($1) as names', [
    [...keys],
  ]);
  return row?.names ?? [];
}

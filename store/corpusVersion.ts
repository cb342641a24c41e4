import type { Queryable } from './database.ts';

export const CORPUS_VERSION = 'select version from corpus';

/** A number that grows with every change of the documents, their index and their validity, in the transaction that changes them. */
export async function corpusVersion(queryable: Queryable): Promise<number> {
  const [row] = await queryable.query<{ version: number }>(CORPUS_VERSION);
  if (row === undefined) throw new Error('corpusVersion: the corpus has no row');
  return row.version;
}

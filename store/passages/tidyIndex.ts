import type { Database } from '../database.ts';

/**
 * Frees what rows that were changed or removed have left behind. A PostgreSQL server does so by itself; the embedded
 * database never does, and would grow. To be called after many changes, outside of transactions: searches wait meanwhile.
 */
export async function tidyIndex(database: Database): Promise<void> {
  if (database.engine !== 'pglite') return;
  for (const table of ['terms', 'passages', 'passage_lexemes', 'provisions', 'directives', 'corpus']) {
    await database.query(`vacuum ${table}`);
  }
}

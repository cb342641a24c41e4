import type { SearchSystem } from './searchSystem.ts';

/** The product and its peers, each with its own defaults. */
export const SYSTEMS = {
  product: { label: 'Đạt Chuẩn', keptIn: 'database' },
  sqlite: { label: 'SQLite FTS5', keptIn: 'folder' },
  sqliteHeading: { label: 'FTS5 heading ×5', keptIn: 'folder' },
  sqliteFolding: { label: 'FTS5 remove_diacritics 2', keptIn: 'folder' },
  postgres: { label: 'PostgreSQL ts_rank_cd', keptIn: 'database' },
  miniSearch: { label: 'MiniSearch', keptIn: 'memory' },
  langChain: { label: 'LangChain BM25', keptIn: 'memory' },
} as const satisfies Record<
  string,
  { readonly label: string; readonly keptIn: 'database' | 'folder' | 'memory' }
>;

export type SystemName = keyof typeof SYSTEMS;

export const PEERS: readonly Exclude<SystemName, 'product'>[] = [
  'sqlite',
  'sqliteHeading',
  'sqliteFolding',
  'postgres',
  'miniSearch',
  'langChain',
];

/**
 * Opens a system; `at` is a URL or path where an empty one can be made. Only its own packages are loaded, so that the memory
 * of the process is its own.
 */
export async function openSystem(name: SystemName, at: string): Promise<SearchSystem> {
  switch (name) {
    case 'product':
      return (await import('./product.ts')).openProduct(at);
    case 'sqlite':
      return (await import('./peers/sqlite.ts')).openSqlite(at);
    case 'sqliteHeading':
      return (await import('./peers/sqlite.ts')).openSqlite(at, { headingWeight: 5 });
    case 'sqliteFolding':
      return (await import('./peers/sqlite.ts')).openSqlite(at, { foldAll: true });
    case 'postgres':
      return (await import('./peers/postgres.ts')).openPostgresSearch(at);
    case 'miniSearch':
      return (await import('./peers/miniSearch.ts')).openMiniSearch();
    case 'langChain':
      return (await import('./peers/langChain.ts')).openLangChain();
  }
}

import type { Database, Queryable } from '../database.ts';
import type { VectorModel } from './vectors.ts';

/**
 * From so many numbers on, passages times dimensions, an exact scan takes longer than a person should wait (20,000
 * passages of 256 dimensions).
 */
const WORTHWHILE = 20_000 * 256;
/** pgvector indexes no longer vectors. */
const MOST_INDEXED = 4000;

/** Building may take minutes, and keeps its graph in memory as long as it fits there. */
const PATIENCE = {
  statement_timeout: '3600000',
  lock_timeout: '60000',
  maintenance_work_mem: '512MB',
  // Helpers take their memory at once, and in a container there is often too little of the shared kind.
  max_parallel_maintenance_workers: '0',
} as const;

/** Whether so many vectors are found faster through an index. */
export function isIndexWorthwhile(vectors: number, { dimension }: VectorModel): boolean {
  return dimension <= MOST_INDEXED && vectors * dimension >= WORTHWHILE;
}

export async function hasVectorIndex(queryable: Queryable, model: VectorModel): Promise<boolean> {
  const [row] = await queryable.query<{ there: boolean }>(
    "select to_regclass('passage_vectors_of_' || $1::text) is not null as there",
    [String(model.id)],
  );
  return row?.there ?? false;
}

/** Builds the index where it is not there. Meanwhile vectors cannot be stored, nor directives with vectors deleted. */
export async function buildVectorIndex(database: Database, model: VectorModel): Promise<void> {
  await database.transaction((tx) => tx.query('select app_index_vectors($1)', [model.id]), {
    settings: PATIENCE,
  });
}

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Queryable } from '../../store/database.ts';
import { endTurn, takeTurn } from '../../store/passages/embeddingTurn.ts';
import { buildVectorIndex, hasVectorIndex, isIndexWorthwhile } from '../../store/passages/vectorIndex.ts';
import {
  countVectors,
  ensureModel,
  findModel,
  forgetOtherModels,
  type PassageWords,
  passagesWithout,
  saveVectors,
  type VectorModel,
} from '../../store/passages/vectors.ts';
import { SqlError } from '../../store/sqlError.ts';
import type { Embedder } from './embedder.ts';
import { passageText } from './passageText.ts';

/** How far the work has come, in passages of the whole corpus. */
export type EmbeddingProgress = { readonly done: number; readonly total: number };

export type EmbeddingOptions = {
  readonly signal?: AbortSignal;
  /** Told after each batch. */
  readonly onProgress?: (progress: EmbeddingProgress) => void;
  /** Told once while another process computes vectors: its turn is waited for. */
  readonly onWait?: () => void;
  /**
   * Builds the index when there are enough vectors. On the embedded database nobody is answered meanwhile, and it can
   * take minutes.
   */
  readonly buildIndex: boolean;
  /** After so many seconds of silence a process has lost its turn. */
  readonly turnSeconds?: number;
};

export type EmbeddingOutcome = { readonly embedded: number; readonly indexed: boolean };

const TURN_SECONDS = 60;
/** How often a batch is stored anew because one of its passages was deleted in that moment. */
const SAVING_TRIES = 5;

/**
 * Computes the vectors that are missing, batch by batch, each stored by itself: whoever stops or kills it loses one batch
 * at most. One process works at a time. When every passage has a vector of the present model, those of other models are
 * forgotten. Throws what the embedder throws; what was stored till then stays.
 */
export async function embedPassages(
  database: Database,
  embedder: Embedder,
  options: EmbeddingOptions,
): Promise<EmbeddingOutcome> {
  const worker = randomUUID();
  const seconds = options.turnSeconds ?? TURN_SECONDS;
  let waited = false;
  for (;;) {
    options.signal?.throwIfAborted();
    if (await takeTurn(database, worker, seconds)) break;
    if (!waited) options.onWait?.();
    waited = true;
    await sleep((seconds * 1000) / 30, undefined, signalOf(options));
  }
  // A request may take longer than a turn lasts. A failure shows in the next statement of the work itself.
  const renewing = setInterval(
    () => void takeTurn(database, worker, seconds).catch(() => false),
    (seconds * 1000) / 4,
  );
  try {
    return await embedMissing(database, embedder, options);
  } finally {
    clearInterval(renewing);
    await endTurn(database, worker);
  }
}

async function embedMissing(
  database: Database,
  embedder: Embedder,
  options: EmbeddingOptions,
): Promise<EmbeddingOutcome> {
  let model = await findModel(database, embedder.space);
  let embedded = 0;
  let after = 0;
  let passed = 0;
  let { passages: total, vectors: done } = await countVectors(database, model);
  for (;;) {
    options.signal?.throwIfAborted();
    const batch = await passagesWithout(database, model, after, embedder.batch);
    const last = batch.at(-1);
    if (last === undefined) {
      // Passages that were stored meanwhile may have got smaller numbers than those that were seen.
      if (passed === 0) break;
      [after, passed] = [0, 0];
      continue;
    }
    const vectors = await embedder.embedPassages(batch.map(passageText), options.signal);
    const dimension = vectors[0]?.length ?? 0;
    if (model === null || model.dimension !== dimension) {
      // The model is new, or gives other vectors than it did: all passages are to do again.
      model = await ensureModel(database, embedder.space, dimension);
      after = 0;
      ({ passages: total, vectors: done } = await countVectors(database, model));
    } else {
      after = last.id;
    }
    await store(database, model, batch, vectors);
    embedded += batch.length;
    passed += batch.length;
    done += batch.length;
    options.onProgress?.({ done: Math.min(done, total), total: Math.max(done, total) });
  }
  if (model === null) return { embedded, indexed: false };
  await forgetOtherModels(database, model);
  return { embedded, indexed: await index(database, model, options.buildIndex) };
}

async function store(
  queryable: Queryable,
  model: VectorModel,
  batch: readonly PassageWords[],
  vectors: readonly (readonly number[])[],
): Promise<void> {
  const rows = batch.map(({ id }, at) => ({ passageId: id, vector: vectors[at] ?? [] }));
  for (let tries = 1; ; tries += 1) {
    try {
      await saveVectors(queryable, model, rows);
      return;
    } catch (error) {
      const deleted = error instanceof SqlError && error.code === '23503';
      if (!deleted || tries === SAVING_TRIES) throw error;
    }
  }
}

async function index(database: Database, model: VectorModel, build: boolean): Promise<boolean> {
  if (await hasVectorIndex(database, model)) return true;
  const { vectors } = await countVectors(database, model);
  if (!build || !isIndexWorthwhile(vectors, model)) return false;
  await buildVectorIndex(database, model);
  return true;
}

function signalOf({ signal }: EmbeddingOptions): { signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}

import type { EmbeddingSettings } from '../../config.ts';
import { KnownError } from '../../errors.ts';
import { createEmbedder } from '../../retrieve/vectors/embedder.ts';
import type { Queryable } from '../../store/database.ts';
import { hasVectorIndex } from '../../store/passages/vectorIndex.ts';
import { countVectors, findModel } from '../../store/passages/vectors.ts';
import type { Io } from '../io.ts';
import type { Check } from '../upkeep/check.ts';
import { doctorTexts as texts } from '../upkeep/doctorTexts.ts';

const PATIENCE_MS = 10_000;

/** Whether a service for vectors is configured and answers. Without it everything works, by words alone. */
export async function checkEmbedding(settings: EmbeddingSettings | null): Promise<Check> {
  const name = texts.meaning;
  if (settings === null) return { name, state: 'note', says: texts.meaningOff, todo: texts.meaningLost };
  try {
    const { length } = await createEmbedder(settings).embedQuestion(texts.meaning, PATIENCE_MS);
    return { name, state: 'ok', says: texts.meaningOn(settings.model, length), todo: null };
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return { name, state: 'note', says: texts.meaningFails(error.sentence), todo: null };
  }
}

/** How many passages have vectors, where a service is configured. */
export async function checkVectors(io: Pick<Io, 'config'>, queryable: Queryable): Promise<readonly Check[]> {
  const settings = embeddingOf(io);
  if (settings === null) return [];
  const model = await findModel(queryable, createEmbedder(settings).space);
  const { passages, vectors } = await countVectors(queryable, model);
  const indexed = model !== null && (await hasVectorIndex(queryable, model));
  const whole = vectors >= passages;
  return [
    {
      name: texts.vectors,
      state: whole ? 'ok' : 'note',
      says: texts.vectorsStored(vectors, passages, indexed),
      todo: whole ? null : texts.vectorsMissing,
    },
  ];
}

function embeddingOf(io: Pick<Io, 'config'>): EmbeddingSettings | null {
  try {
    return io.config().embedding;
  } catch {
    // What is wrong with the configuration has a line of its own.
    return null;
  }
}

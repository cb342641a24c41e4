import { z } from 'zod';
import { KnownError } from '../../errors.ts';
import { texts } from './texts.ts';
import type { Vector } from './vector.ts';

/** pgvector stores no longer ones. */
const MOST_DIMENSIONS = 16_000;

const answer = z.object({
  data: z.array(z.object({ index: z.number().int().nonnegative(), embedding: z.array(z.unknown()) })),
});

/**
 * The vectors of an answer in the order of what was asked. Throws `model_refused` where it holds another number of them,
 * vectors of several lengths, anything that is no number, or a vector of zeros, which points nowhere.
 */
export function checkVectors(given: unknown, wanted: number, host: string): readonly Vector[] {
  const parsed = answer.safeParse(given);
  if (!parsed.success) throw wrong(texts.unreadable(host), 'the answer is none of embeddings');
  const byIndex = new Map(parsed.data.data.map(({ index, embedding }) => [index, embedding]));
  const vectors = Array.from({ length: wanted }, (_, index) => byIndex.get(index));
  const count = parsed.data.data.length;
  if (count !== wanted || vectors.includes(undefined)) {
    throw wrong(texts.wrongCount(host, wanted, count), `${count} vectors for ${wanted} texts`);
  }
  const checked = vectors.map((vector) => numbersOf(vector ?? [], host));
  const dimensions = new Set(checked.map(({ length }) => length));
  if (dimensions.size > 1) {
    throw wrong(texts.mixedDimensions(host), `dimensions ${[...dimensions].join(', ')} in one answer`);
  }
  const [dimension = 0] = dimensions;
  if (dimension > MOST_DIMENSIONS) {
    throw wrong(texts.tooManyDimensions(host, dimension, MOST_DIMENSIONS), `${dimension} dimensions`);
  }
  return checked;
}

function numbersOf(vector: readonly unknown[], host: string): Vector {
  const numbers = vector.filter((value): value is number => Number.isFinite(value));
  if (numbers.length === vector.length && numbers.some((value) => value !== 0)) return numbers;
  throw wrong(texts.badNumbers(host), 'a vector is empty, zero or holds what is no number');
}

function wrong(sentence: string, what: string): KnownError {
  return new KnownError('model_refused', sentence, { message: `embeddings: ${what}` });
}

import { toSql } from 'pgvector';
import type { Database, Queryable } from '../database.ts';

/** Of what a passage's vector depends besides its words and the number of dimensions, which only the model tells. */
export type EmbeddingSpace = {
  readonly model: string;
  /** How a passage is written for the model. */
  readonly recipe: string;
};

/** A space with the dimension that its model has: vectors of two of them are never compared. */
export type VectorModel = { readonly id: number; readonly dimension: number };

/** A passage as far as a model reads it. */
export type PassageWords = {
  readonly id: number;
  /** Type, number and title of its directive. */
  readonly title: string;
  readonly path: readonly string[];
  readonly heading: string;
  readonly body: string;
};

/** How near a passage's vector is to another: the cosine of the angle between them, −1 to 1. */
export type Nearness = { readonly passageId: number; readonly similarity: number };

/** The newest model of a space, or `null` where no vector of it was ever stored. */
export async function findModel(queryable: Queryable, space: EmbeddingSpace): Promise<VectorModel | null> {
  const [row] = await queryable.query<VectorModel>(
    'select id, dimension from embedding_models where model = $1 and recipe = $2 order by id desc limit 1',
    [space.model, space.recipe],
  );
  return row ?? null;
}

/** The model of a space with this dimension, made where it is not there yet. */
export async function ensureModel(
  queryable: Queryable,
  { model, recipe }: EmbeddingSpace,
  dimension: number,
): Promise<VectorModel> {
  const key = [model, recipe, dimension];
  await queryable.query(
    'insert into embedding_models (model, recipe, dimension) values ($1, $2, $3) on conflict do nothing',
    key,
  );
  const [row] = await queryable.query<VectorModel>(
    'select id, dimension from embedding_models where model = $1 and recipe = $2 and dimension = $3',
    key,
  );
  if (row === undefined) throw new Error(`ensureModel: the model "${model}" vanished`);
  return row;
}

/** Passages without a vector of the model, by id, beyond `after`; all of them where there is no model yet. */
export async function passagesWithout(
  queryable: Queryable,
  model: VectorModel | null,
  after: number,
  limit: number,
): Promise<readonly PassageWords[]> {
  return queryable.query<PassageWords>(
    `select p.id, concat_ws(' ', d.type, d.number, d.title) as title, p.path, p.heading, p.body
       from passages p join directives d on d.id = p.directive_id
      where p.id > $2
        and not exists (select from passage_vectors v where v.passage_id = p.id and v.model_id = $1)
      order by p.id limit $3`,
    [model?.id ?? null, after, limit],
  );
}

/** How many passages there are, and how many of them have a vector of the model. */
export async function countVectors(
  queryable: Queryable,
  model: VectorModel | null,
): Promise<{ readonly passages: number; readonly vectors: number }> {
  const [row] = await queryable.query<{ passages: number; vectors: number }>(
    `select (select passages from corpus) as passages,
            (select count(*)::integer from passage_vectors where model_id = $1) as vectors`,
    [model?.id ?? null],
  );
  return row ?? { passages: 0, vectors: 0 };
}

/**
 * Stores vectors; of passages that were deleted meanwhile, and of those that have one, nothing. Where a passage is deleted
 * in this very moment the statement is refused (SQLSTATE 23503) and can be tried again.
 */
export async function saveVectors(
  queryable: Queryable,
  model: VectorModel,
  vectors: readonly { readonly passageId: number; readonly vector: readonly number[] }[],
): Promise<void> {
  await queryable.query(
    `insert into passage_vectors (passage_id, model_id, embedding)
     select p.id, $1, added.embedding::vector
       from unnest($2::integer[], $3::text[]) as added (passage_id, embedding)
       join passages p on p.id = added.passage_id
     on conflict do nothing`,
    [model.id, vectors.map(({ passageId }) => passageId), vectors.map(({ vector }) => toSql([...vector]))],
  );
}

/** Forgets the vectors of every other model, with their indexes, in one transaction. */
export async function forgetOtherModels(database: Database, model: VectorModel): Promise<void> {
  await database.transaction(async (tx) => {
    const others = await tx.query('delete from embedding_models where id <> $1 returning id', [model.id]);
    if (others.length > 0) await tx.query('select app_drop_vector_indexes()');
  });
}

/**
 * The passages whose vectors are nearest, nearest first. Among all passages it takes the index where there is one, which
 * may miss a few; within some directives it compares with each of theirs.
 * @param directiveIds only passages of these directives; `null` for all
 */
export async function findNearest(
  queryable: Queryable,
  model: VectorModel,
  vector: readonly number[],
  limit: number,
  directiveIds: readonly number[] | null,
): Promise<readonly Nearness[]> {
  const { column, parameter } = typed(model);
  const nearest =
    directiveIds === null
      ? // The index gives no more than it was told to look for; the setting ends with the statement.
        `with told as materialized (select set_config('hnsw.ef_search', $3, true) as value)
         select near.id as "passageId", 1 - near.distance as similarity
           from told cross join lateral (
             select passage_id as id, ${column} <=> ${parameter} as distance from passage_vectors
              where model_id = ${model.id} and told.value is not null
              order by ${column} <=> ${parameter} limit $2
           ) as near
          order by near.distance, near.id`
      : // An index would look among all passages first, and find few or none of these.
        `with theirs as materialized (
           select v.passage_id as id, v.embedding from passages p join passage_vectors v on v.passage_id = p.id
            where p.directive_id = any($3::integer[]) and v.model_id = ${model.id}
         )
         select id as "passageId", 1 - (${column} <=> ${parameter}) as similarity
           from theirs order by ${column} <=> ${parameter}, id limit $2`;
  return queryable.query<Nearness>(nearest, [
    toSql([...vector]),
    limit,
    directiveIds === null ? String(Math.min(1000, Math.max(100, 2 * limit))) : [...directiveIds],
  ]);
}

/** How near the vectors of these passages are; those without one are left out. */
export async function readNearness(
  queryable: Queryable,
  model: VectorModel,
  vector: readonly number[],
  passageIds: readonly number[],
): Promise<readonly Nearness[]> {
  const { column, parameter } = typed(model);
  return queryable.query<Nearness>(
    `select passage_id as "passageId", 1 - (${column} <=> ${parameter}) as similarity
       from passage_vectors where model_id = ${model.id} and passage_id = any($2::integer[])`,
    [toSql([...vector]), [...passageIds]],
  );
}

/**
 * The expressions that the index is made of (migration 0006). An index is found only where model and type stand in the
 * statement itself: both are numbers that the database gave.
 */
function typed({ dimension }: VectorModel): { readonly column: string; readonly parameter: string } {
  const type = `${dimension > 2000 && dimension <= 4000 ? 'halfvec' : 'vector'}(${dimension})`;
  return { column: `embedding::${type}`, parameter: `$1::${type}` };
}

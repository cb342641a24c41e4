import type { Database, Queryable } from './database.ts';
import { lowerFrequencies } from './passages/termFrequencies.ts';
import { lockDirectives } from './passages/writeLock.ts';
import { saveValidity } from './validity/saveValidity.ts';

/**
 * Removes a directive with its provisions, passages, index, vectors and what it says of others, in one transaction: no
 * search finds it any more. Rules that quote it stay; they name it by its number. That it was there is remembered
 * (`readStanding`).
 * @returns `false` where there is no directive with this id
 */
export function removeDirective(database: Database, id: number): Promise<boolean> {
  return database.transaction((tx) => takeAway(tx, id));
}

/** As `removeDirective`, in a transaction that does more than this. */
export async function takeAway(tx: Queryable, id: number): Promise<boolean> {
  await silence(tx, id);
  const removed = await tx.query('delete from directives where id = $1 returning id', [id]);
  return removed.length > 0;
}

/**
 * Takes from search whatever a directive is found by, and from others what it says of them. Its words and provisions stay:
 * what once was cited can still be opened.
 */
export async function silence(tx: Queryable, id: number): Promise<void> {
  await lockDirectives(tx);
  await lowerFrequencies(tx, id);
  // What others are known by is worked out without it: another copy may say the same.
  await saveValidity(tx, id, { relations: [], effects: [], provisions: [] }, []);
  await tx.query(
    `update corpus set passages = corpus.passages - gone.passages, total_length = total_length - gone.length
       from (select count(*)::integer as passages, coalesce(sum(length), 0)::bigint as length
               from passages where directive_id = $1) as gone`,
    [id],
  );
  await tx.query('delete from passages where directive_id = $1', [id]);
}

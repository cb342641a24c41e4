import type { Database } from './database.ts';
import { lowerFrequencies } from './passages/termFrequencies.ts';
import { lockDirectives } from './passages/writeLock.ts';
import { saveValidity } from './validity/saveValidity.ts';

/**
 * Removes a directive with its provisions, passages, index, vectors and what it says of others, in one transaction: no
 * search finds it any more. Rules that quote it stay; they name it by its number.
 * @returns `false` where there is no directive with this id
 */
export async function removeDirective(database: Database, id: number): Promise<boolean> {
  return database.transaction(async (tx) => {
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
    const removed = await tx.query('delete from directives where id = $1 returning id', [id]);
    return removed.length > 0;
  });
}

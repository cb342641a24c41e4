import { asAccount, OPERATOR } from '../access/identity.ts';
import type { Database, Queryable } from '../database.ts';
import { abandonedQueue } from '../queue/queue.ts';
import { QUEUE_SCHEMA } from '../queue/queueSchema.ts';

/**
 * Queues again what was not read to its end and has no work waiting for it: a backup has the files and not the queue. Two processes
 * that start at once queue it once.
 */
export async function queueForgotten(
  database: Database,
  queue: string,
  send: (tx: Queryable, upload: { readonly uploadId: number; readonly fileName: string }) => Promise<void>,
): Promise<number> {
  return asAccount(database, OPERATOR, async (tx) => {
    await tx.query("select pg_advisory_xact_lock(hashtext('dat-chuan: forgotten uploads'))");
    const rows = await tx.query<{ id: number; file_name: string }>(
      `select u.id, u.file_name from uploads u
        where u.stage in ('waiting', 'reading')
          and not exists (select from ${QUEUE_SCHEMA}.job j
                           where j.name = any ($1::text[]) and j.state in ('created', 'retry', 'active')
                             and (j.data ->> 'uploadId')::integer = u.id)
        order by u.id`,
      [[queue, abandonedQueue(queue)]],
    );
    for (const { id, file_name: fileName } of rows) await send(tx, { uploadId: id, fileName });
    return rows.length;
  });
}

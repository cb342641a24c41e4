import type { Database } from '../database.ts';

/**
 * Keeps everything that waited when a backup was made from being answered or sent: it may have been since, and what is old would
 * come as a surprise. Whoever runs the product sees it and can replay it. For the owner of the tables, after a restore.
 */
export async function holdRestored(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.query(
      `update outbox set state = 'unsure', failure = $1, ended_at = now() where state in ('waiting', 'sending')`,
      [WHY],
    );
    await tx.query(
      `update inbox set state = 'parked', failure = $1, ended_at = now() where state = 'waiting'`,
      [WHY],
    );
    await tx.query('update chats set worker = null, has_work = false where worker is not null or has_work');
    await tx.query('delete from duties');
    await tx.query('delete from workers');
  });
}

const WHY = 'it waited when the backup was made';

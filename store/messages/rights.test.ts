import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { forEachEngine } from '../testing.ts';
import { keepNote } from './chatNotes.ts';
import { acceptUpdates } from './inbox.ts';
import { queueMessages } from './steps.ts';
import { workerSeen } from './workers.ts';

const TABLES = ['workers', 'chats', 'inbox', 'outbox', 'send_times', 'duties', 'chat_notes', 'shared_files'];

forEachEngine((engine) => {
  it('the words of chats are reached by the program by its functions only, whoever asks', async () => {
    const database = await engine.open();
    const place = { channel: 'telegram', chat: 'lan' };
    const role = 'dat_chuan_app';
    await database.transaction(
      async (tx) => {
        await tx.query('select app_worker_seen($1, false)', [randomUUID()]);
      },
      { role },
    );
    await workerSeen(database, randomUUID());
    await acceptUpdates(database, 'telegram', [{ key: '1', chat: 'lan', content: '"riêng"' }]);
    await queueMessages(database, place, ['riêng']);
    await keepNote(database, place, 'choices', ['riêng'], 60);
    for (const table of TABLES) {
      for (const statement of [`select * from ${table}`, `delete from ${table}`, `truncate ${table}`]) {
        await expect(
          database.transaction((tx) => tx.query(statement), { role }),
          statement,
        ).rejects.toMatchObject({ code: '42501' });
      }
    }
    // Steps within steps are for the functions alone.
    await expect(
      database.transaction((tx) => tx.query("select inner_wake('telegram', 'lan')"), { role }),
    ).rejects.toMatchObject({ code: '42501' });
    // Row-level security stands behind the missing grants.
    const [open] = await database.query<{ tables: string[] | null }>(
      `select array_agg(relname::text) as tables from pg_class
        where relname = any ($1) and relkind = 'r' and not relrowsecurity`,
      [TABLES],
    );
    expect(open?.tables ?? null).toBeNull();
    const listed = await database.transaction(
      (tx) => tx.query("select * from app_list_messages(array['waiting'], 10)"),
      { role },
    );
    expect(listed).toEqual([]);
  });
});

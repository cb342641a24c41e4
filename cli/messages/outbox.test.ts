import { describe, expect, it } from 'vitest';
import { setAside } from '../../bot/delivery/refused.ts';
import { readConfig } from '../../config.ts';
import { acceptUpdates } from '../../store/messages/inbox.ts';
import { claimChats, endSend, finishUpdate, nextStep, queueMessages } from '../../store/messages/steps.ts';
import { workerSeen } from '../../store/messages/workers.ts';
import { openDatabase } from '../../store/open.ts';
import { pgliteForTests } from '../../store/testing.ts';
import type { Io } from '../io.ts';
import { outboxCommand, replayCommand } from './outbox.ts';
import { checkRefused } from './refusedCheck.ts';

const WORKER = '00000000-0000-4000-8000-000000000001';
const wide = { messages: 100, perSeconds: 1 };

describe('messages that did not arrive', () => {
  const engine = pgliteForTests();

  it('are listed without their words, and replayed one by one or all', async () => {
    const location = await engine.migrated();
    if (location.engine !== 'pglite') throw new Error('an embedded database');
    const database = await openDatabase(location);
    await workerSeen(database, WORKER);
    await acceptUpdates(database, 'telegram', [{ key: '1', chat: '880001234', content: '"câu riêng"' }]);
    await queueMessages(database, { channel: 'zalo-bot', chat: 'zalo-5678' }, ['lời riêng']);
    for (const held of await claimChats(database, WORKER, ['telegram', 'zalo-bot'], 5)) {
      const step = await nextStep(database, held, { channel: wide, chat: wide, mostAttempts: 3 });
      if (step.kind === 'work')
        await finishUpdate(database, held, step.id, [], 'begun too often without an end');
      if (step.kind === 'send')
        await endSend(database, held, step.id, { state: 'unsure', failure: 'ECONNRESET' });
    }
    await database.close();

    const out: string[] = [];
    const io: Io = { out: (text) => out.push(text), say: () => {}, config: () => readConfig({}) };
    const options = { db: location.folder };
    await outboxCommand(io, options);
    expect(out[0]).toMatch(/in-\d+ {2}telegram …1234: không trả lời được/);
    expect(out[0]).toMatch(/out-\d+ {2}zalo-bot …5678: không chắc đã đến.*ECONNRESET/);
    expect(out[0]).not.toMatch(/riêng|88000/);
    expect(out[0]).toContain('làm dở nhiều lần');
    const [id = ''] = /out-\d+/.exec(out[0] ?? '') ?? [];

    await expect(replayCommand(io, 'out-x', options)).rejects.toMatchObject({ code: 'bad_input' });
    await expect(replayCommand(io, undefined, options)).rejects.toMatchObject({ code: 'bad_input' });
    await expect(outboxCommand(io, { ...options, state: ['lạ'] })).rejects.toMatchObject({
      code: 'bad_input',
    });
    await replayCommand(io, id, options);
    await expect(replayCommand(io, id, options)).rejects.toMatchObject({ code: 'not_found' });
    await replayCommand(io, undefined, { ...options, all: true, json: true });
    expect(JSON.parse(out.at(-1) ?? '')).toEqual({ replayed: 1 });
    await outboxCommand(io, { ...options, state: ['waiting'], json: true });
    // Said again by the will of whoever runs the product: no answer that was doubled.
    const asked = expect.objectContaining({ again: false, attempts: 0 });
    expect(JSON.parse(out.at(-1) ?? '').messages).toEqual([asked, asked]);

    const old = await openDatabase(location);
    // Older than what the list shows: newer ones that nobody can send any more must not hide it.
    await old.query(
      `update outbox set state = 'unsure', attempts = 1, ended_at = now(), created_at = now() - interval '1 day'`,
    );
    await old.query(
      `insert into outbox (channel, chat, state, ended_at)
       select 'telegram', n::text, 'gone', now() from generate_series(1, 201) as n`,
    );
    await old.close();
    await outboxCommand(io, options);
    expect(out.at(-1)).toContain('200 tin mới nhất');
    await replayCommand(io, undefined, { ...options, all: true, json: true });
    expect(JSON.parse(out.at(-1) ?? '')).toEqual({ replayed: 1 });

    expect(checkRefused(io, options)).toEqual([]);
    setAside(`${location.folder}/inbox.jsonl`, { update: 'câu riêng' });
    expect(checkRefused(io, options)).toMatchObject([
      { state: 'note', says: expect.stringMatching(/^1 tin/) },
    ]);
  });
});

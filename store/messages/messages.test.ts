import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { recallTurns } from '../answers/turns.ts';
import type { Database } from '../database.ts';
import { forEachEngine } from '../testing.ts';
import { holdRestored } from './holdRestored.ts';
import { acceptUpdates } from './inbox.ts';
import { forgetMessages, listMessages, messageFigures, replayMessage } from './overview.ts';
import {
  claimChats,
  endAndGoOn,
  endSend,
  finishAndGoOn,
  finishUpdate,
  giveBack,
  type HeldChat,
  nextStep,
  queueMessages,
  retryUpdate,
} from './steps.ts';
import { workerSeen } from './workers.ts';

const wide = {
  channel: { messages: 1000, perSeconds: 1 },
  chat: { messages: 1000, perSeconds: 1 },
  mostAttempts: 3,
};
const saying = (...messages: readonly string[]) => ({ messages, turn: null });

forEachEngine((engine) => {
  let opened: Promise<Database> | undefined;
  const open = async () => {
    opened ??= engine.open();
    const database = await opened;
    await database.query(
      'truncate workers, chats, inbox, outbox, send_times, duties, chat_notes, shared_files restart identity',
    );
    const worker = randomUUID();
    await workerSeen(database, worker);
    return { database, worker };
  };
  const tell = (database: Database, chat: string, ...keys: string[]) =>
    acceptUpdates(
      database,
      'telegram',
      keys.map((key) => ({ key, chat, content: JSON.stringify({ key }) })),
    );
  const claim = async (database: Database, worker: string): Promise<HeldChat> => {
    const [held] = await claimChats(database, worker, ['telegram'], 1);
    if (held === undefined) throw new Error('no chat is free');
    return held;
  };
  const next = (database: Database, held: HeldChat) => nextStep(database, held, wide);
  const dies = (database: Database, worker: string) =>
    database.query("update workers set seen_at = now() - interval '11 seconds' where id = $1", [worker]);

  describe('updates of messengers', () => {
    it('are stored once, whoever tells of them how often', async () => {
      const { database, worker } = await open();
      expect(await tell(database, 'lan', '1', '2')).toBe(2);
      expect(await tell(database, 'lan', '1', '2', '3', '3')).toBe(1);
      const held = await claim(database, worker);
      const keys = [];
      for (;;) {
        const step = await next(database, held);
        if (step.kind !== 'work') break;
        keys.push(step.key);
        await finishUpdate(database, held, step.id, []);
      }
      expect(keys).toEqual(['1', '2', '3']);
      expect(await tell(database, 'lan', '2')).toBe(0);
      expect(await claimChats(database, worker, ['telegram'], 5)).toEqual([]);
    });

    it('are worked on by one process a chat at a time, and by another when that one is dead', async () => {
      const { database, worker } = await open();
      const other = randomUUID();
      await tell(database, 'lan', '1');
      await tell(database, 'minh', '2');
      const held = await claim(database, worker);
      expect(held.chat).toBe('lan');
      expect(await next(database, held)).toMatchObject({ kind: 'work', key: '1', attempt: 1 });
      // Alone: on the embedded database another process is only ever a later one.
      if (database.engine === 'postgres') {
        await workerSeen(database, other);
        expect(await claimChats(database, other, ['telegram'], 5)).toMatchObject([{ chat: 'minh' }]);
        expect(await claimChats(database, other, ['telegram'], 5)).toEqual([]);
        await dies(database, worker);
      } else {
        await workerSeen(database, other);
      }
      const taken = (await claimChats(database, other, ['telegram'], 5)).find(({ chat }) => chat === 'lan');
      if (taken === undefined) throw new Error('the chat of a dead process is free');
      expect(await next(database, taken)).toMatchObject({ kind: 'work', key: '1', attempt: 2 });
      expect(await finishUpdate(database, held, 1, [{ text: 'từ cõi chết' }])).toBe(false);
      expect((await next(database, held)).kind).toBe('lost');
      expect(await finishUpdate(database, taken, 1, [{ text: 'một' }])).toBe(true);
      expect(await finishUpdate(database, taken, 1, [{ text: 'một lần nữa' }])).toBe(false);
    });

    it('that end their process again and again are given up, those that fail are tried again after a wait', async () => {
      const { database, worker } = await open();
      await tell(database, 'lan', 'xấu', 'tốt');
      for (const attempt of [1, 2, 3]) {
        const held = await claim(database, worker);
        const step = await next(database, held);
        expect(step).toMatchObject({ kind: 'work', key: 'xấu', attempt });
        if (step.kind !== 'work') continue;
        await retryUpdate(database, held, step.id, 'không đọc được', attempt === 1 ? 60 : 0);
        if (attempt > 1) continue;
        expect(await claimChats(database, worker, ['telegram'], 5)).toEqual([]);
        await database.query('update chats set due_at = now()');
      }
      const held = await claim(database, worker);
      const poison = await next(database, held);
      expect(poison).toMatchObject({ kind: 'poison', key: 'xấu' });
      if (poison.kind !== 'poison') return;
      await finishUpdate(database, held, poison.id, [{ text: 'xin lỗi' }], 'không đọc được');
      expect(await next(database, held)).toMatchObject({ kind: 'send', content: { text: 'xin lỗi' } });
      const [line] = await listMessages(database, ['parked'], 10);
      expect(line).toMatchObject({
        box: 'inbox',
        state: 'parked',
        failure: 'không đọc được',
        canReplay: true,
      });
      expect(JSON.stringify(line)).not.toContain('xấu');
      expect(await replayMessage(database, 'inbox', line?.id ?? 0)).toBe(true);
    });

    it('given back are as if they had not been begun', async () => {
      const { database, worker } = await open();
      await tell(database, 'lan', '1');
      const held = await claim(database, worker);
      const step = await next(database, held);
      if (step.kind !== 'work') throw new Error('there is work');
      await giveBack(database, held, step.id);
      expect(await next(database, await claim(database, worker))).toMatchObject({ kind: 'work', attempt: 1 });
    });

    it('hold any text that people can write', async () => {
      const { database, worker } = await open();
      const written = 'NUL \0 \\u0000 \\\\u0000 \ud800 😀 Đ';
      await acceptUpdates(database, 'telegram', [
        { key: 'k\0', chat: 'lan', content: JSON.stringify({ written }) },
      ]);
      const step = await next(database, await claim(database, worker));
      expect(step).toMatchObject({ content: { written: 'NUL  \\u0000 \\\\u0000 \ud800 😀 Đ' } });
    });
  });

  describe('answers', () => {
    it('are stored, sent and done in one statement each, together with what comes next', async () => {
      const { database, worker } = await open();
      await tell(database, 'lan', '1', '2');
      const held = await claim(database, worker);
      const work = await next(database, held);
      if (work.kind !== 'work') throw new Error('there is work');
      const send = await finishAndGoOn(database, held, work.id, saying('một'), wide);
      expect(send).toMatchObject({ kind: 'send', content: 'một' });
      if (send.kind !== 'send') return;
      const more = await endAndGoOn(database, held, send.id, { state: 'sent', externalId: '1' }, wide);
      expect(more).toMatchObject({ kind: 'work', key: '2' });
      if (more.kind !== 'work') return;
      expect(await finishAndGoOn(database, held, more.id, saying(), wide)).toEqual({ kind: 'none' });
      expect(await finishAndGoOn(database, held, more.id, saying('muộn'), wide)).toEqual({ kind: 'lost' });
      expect(await messageFigures(database)).toEqual([]);
    });

    it('are stored with what was asked, both or neither, whatever characters it holds', async () => {
      const { database, worker } = await open();
      await tell(database, 'lan', '1');
      const held = await claim(database, worker);
      const work = await next(database, held);
      if (work.kind !== 'work') throw new Error('there is work');
      const turn = { question: 'còn\0 “ấy” \u{d83d} 😀 \\u0000?', citations: [], sender: '9007199254740993' };
      const send = await finishAndGoOn(database, held, work.id, { messages: [turn.question], turn }, wide);
      expect(send).toMatchObject({ content: expect.stringMatching(/^còn “ấy” .* 😀 \\u0000/u) });
      await finishAndGoOn(database, held, work.id, { messages: ['muộn'], turn }, wide);
      const [question, ...more] = (await recallTurns(database, held)).map((kept) => kept.question);
      expect([question, more]).toEqual(['còn “ấy” \u{fffd} 😀 \\u0000?', []]);
    });

    it('leave in order, those said in the place of a refused one before what follows it', async () => {
      const { database, worker } = await open();
      await tell(database, 'lan', '1');
      const held = await claim(database, worker);
      const work = await next(database, held);
      if (work.kind !== 'work') throw new Error('there is work');
      await finishUpdate(database, held, work.id, ['một', 'hai', 'ba']);
      const said = [];
      for (;;) {
        const step = await next(database, held);
        if (step.kind !== 'send') break;
        said.push(step.content);
        const refused = step.content === 'hai';
        await endSend(
          database,
          held,
          step.id,
          refused
            ? { state: 'refused', failure: 'không nhận', instead: ['hai a', 'hai b'] }
            : { state: 'sent', externalId: `m${step.id}` },
        );
      }
      expect(said).toEqual(['một', 'hai', 'hai a', 'hai b', 'ba']);
      expect(await messageFigures(database)).toMatchObject([{ box: 'outbox', state: 'refused', rows: 1 }]);
      const rows = await database.query(
        "select content from outbox where state = 'sent' and content is not null",
      );
      expect(rows).toEqual([]);
    });

    it('that were being sent when their process died are sent again, and told apart', async () => {
      const { database, worker } = await open();
      await queueMessages(database, { channel: 'telegram', chat: 'lan' }, ['một', 'hai']);
      expect(await next(database, await claim(database, worker))).toMatchObject({
        content: 'một',
        again: false,
      });
      await dies(database, worker);
      const heir = randomUUID();
      await workerSeen(database, heir);
      const held = await claim(database, heir);
      const step = await next(database, held);
      expect(step).toMatchObject({ kind: 'send', content: 'một', again: true, attempt: 2 });
      if (step.kind !== 'send') return;
      await endSend(database, held, step.id, { state: 'unsure', failure: 'ECONNRESET' });
      expect(await next(database, held)).toMatchObject({ content: 'hai', again: false });
    });

    it('wait as long as the messenger asks, in one chat or in all', async () => {
      const { database, worker } = await open();
      for (const chat of ['lan', 'minh']) await queueMessages(database, { channel: 'telegram', chat }, ['x']);
      const held = await claim(database, worker);
      const step = await next(database, held);
      if (step.kind !== 'send') throw new Error('there is something to send');
      await endSend(database, held, step.id, {
        state: 'waiting',
        seconds: 30,
        whom: 'channel',
        failure: '429',
      });
      expect(await next(database, await claim(database, worker))).toMatchObject({ kind: 'wait' });
      expect(await claimChats(database, worker, ['telegram'], 5)).toEqual([]);
      const [due] = await database.query<{ seconds: number }>(
        'select min(extract(epoch from due_at - now()))::float8 as seconds from chats',
      );
      expect(due?.seconds).toBeGreaterThan(25);
    });

    it('keep to the allowances of a chat and of the channel, by a moving window', async () => {
      const { database, worker } = await open();
      const bounds = {
        channel: { messages: 3, perSeconds: 60 },
        chat: { messages: 2, perSeconds: 60 },
        mostAttempts: 3,
      };
      for (const chat of ['a', 'b']) await queueMessages(database, { channel: 'telegram', chat }, [1, 2, 3]);
      const sent: Record<string, number> = { a: 0, b: 0 };
      for (const held of await claimChats(database, worker, ['telegram'], 5)) {
        for (;;) {
          const step = await nextStep(database, held, bounds);
          if (step.kind !== 'send') break;
          sent[held.chat] = (sent[held.chat] ?? 0) + 1;
          await endSend(database, held, step.id, { state: 'sent', externalId: null });
        }
      }
      expect(sent).toEqual({ a: 2, b: 1 });
    });

    it('of a chat that is gone are kept from being sent, and can be replayed', async () => {
      const { database, worker } = await open();
      await queueMessages(database, { channel: 'telegram', chat: 'lan' }, ['một', 'hai']);
      const held = await claim(database, worker);
      const step = await next(database, held);
      if (step.kind !== 'send') throw new Error('there is something to send');
      await endSend(database, held, step.id, { state: 'gone', failure: '403' });
      expect((await next(database, held)).kind).toBe('none');
      const lines = await listMessages(database, ['gone'], 10);
      expect(lines).toHaveLength(2);
      for (const { box, id } of lines) expect(await replayMessage(database, box, id)).toBe(true);
      // Said again by the will of whoever runs the product: no answer that was doubled.
      expect(await next(database, await claim(database, worker))).toMatchObject({
        content: 'một',
        again: false,
        attempt: 1,
      });
    });

    it('follow a group that has become a supergroup', async () => {
      const { database, worker } = await open();
      await tell(database, '-1', '1');
      await queueMessages(database, { channel: 'telegram', chat: '-1' }, ['một', 'hai']);
      const held = await claim(database, worker);
      const step = await next(database, held);
      if (step.kind !== 'send') throw new Error('there is something to send');
      await endSend(database, held, step.id, { state: 'sent', externalId: '7', movedTo: '-1001' });
      expect((await next(database, held)).kind).toBe('none');
      const moved = await claim(database, worker);
      expect(moved.chat).toBe('-1001');
      expect(await next(database, moved)).toMatchObject({ kind: 'send', content: 'hai' });
    });

    it('with a key are queued once', async () => {
      const { database } = await open();
      const to = { channel: 'telegram', chat: 'lan' };
      expect(await queueMessages(database, to, ['nhắc', 'lịch'], 'notice 1')).toBe(true);
      expect(await queueMessages(database, to, ['nhắc', 'lịch'], 'notice 1')).toBe(false);
      expect(await queueMessages(database, to, ['nhắc'], 'notice 2')).toBe(true);
    });
  });

  it('what waited when a backup was made is neither answered nor sent after a restore, and can be replayed', async () => {
    const { database, worker } = await open();
    await tell(database, 'lan', '1');
    await queueMessages(database, { channel: 'telegram', chat: 'minh' }, ['một', 'hai']);
    const minh = (await claimChats(database, worker, ['telegram'], 5)).find(({ chat }) => chat === 'minh');
    if (minh === undefined) throw new Error('there is something to send');
    await next(database, minh);
    await holdRestored(database);
    await workerSeen(database, worker);
    expect(await claimChats(database, worker, ['telegram'], 5)).toEqual([]);
    const held = await listMessages(database, ['parked', 'unsure'], 10);
    expect(held).toHaveLength(3);
    for (const { box, id } of held) expect(await replayMessage(database, box, id)).toBe(true);
    expect(await claimChats(database, worker, ['telegram'], 5)).toHaveLength(2);
  });

  it('what is old is forgotten, words first', async () => {
    const { database, worker } = await open();
    await tell(database, 'lan', '1');
    const held = await claim(database, worker);
    const work = await next(database, held);
    if (work.kind !== 'work') throw new Error('there is work');
    await finishUpdate(database, held, work.id, ['một']);
    const step = await next(database, held);
    if (step.kind !== 'send') throw new Error('there is something to send');
    await endSend(database, held, step.id, { state: 'unsure', failure: 'ECONNRESET' });
    expect(await forgetMessages(database)).toBe(0);
    await database.query("update outbox set ended_at = now() - interval '8 days'");
    await database.query("update inbox set ended_at = now() - interval '8 days'");
    expect(await forgetMessages(database)).toBe(1);
    expect(await listMessages(database, ['unsure'], 10)).toMatchObject([{ canReplay: false }]);
    await database.query("update outbox set ended_at = now() - interval '31 days'");
    await forgetMessages(database);
    expect(await listMessages(database, ['unsure'], 10)).toEqual([]);
  });
});

import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { OPERATOR } from '../access/identity.ts';
import { linkTo } from '../access/linking.testing.ts';
import { endLinks } from '../access/linking.ts';
import type { Database } from '../database.ts';
import { fillRecords, type TestPeople } from '../records/records.testing.ts';
import { forEachEngine } from '../testing.ts';
import { keepNote, readNote } from './chatNotes.ts';
import { acceptUpdates } from './inbox.ts';
import { claimChats, endSend, finishUpdate, nextStep, queueMessages } from './steps.ts';
import { workerSeen } from './workers.ts';

const bounds = {
  channel: { messages: 1000, perSeconds: 1 },
  chat: { messages: 1000, perSeconds: 1 },
  mostAttempts: 3,
};

forEachEngine((engine) => {
  let database: Database;
  let people: TestPeople;

  beforeAll(async () => {
    database = await engine.open();
    people = await fillRecords(database);
  });

  /** A chat of An's in which an answer waits, its messenger having asked for patience, and numbered choices are remembered. */
  const waiting = async () => {
    const place = { channel: 'telegram', chat: randomUUID() };
    await linkTo(database, { channel: 'telegram', key: place.chat }, { account: people.an.accountId });
    const worker = randomUUID();
    await workerSeen(database, worker);
    await acceptUpdates(database, 'telegram', [{ key: randomUUID(), chat: place.chat, content: '{}' }]);
    const [held] = await claimChats(database, worker, ['telegram'], 1);
    if (held === undefined) throw new Error('no chat is free');
    const update = await nextStep(database, held, bounds);
    if (update.kind !== 'work') throw new Error('there is no update');
    await finishUpdate(database, held, update.id, ['hồ sơ của An', 'phần hai']);
    const sending = await nextStep(database, held, bounds);
    if (sending.kind !== 'send') throw new Error('there is no answer');
    await endSend(database, held, sending.id, {
      state: 'waiting',
      seconds: 0,
      whom: null,
      failure: 'asked to wait',
    });
    await queueMessages(database, place, ['thông báo']);
    await keepNote(database, place, 'choices', ['/xemhoso An'], 60);
    return { place, worker };
  };
  const said = async (worker: string, chat: string) => {
    const contents: unknown[] = [];
    const [held] = await claimChats(database, worker, ['telegram'], 1);
    if (held === undefined) return contents;
    for (let step = await nextStep(database, held, bounds); step.kind === 'send'; ) {
      contents.push(step.content);
      await endSend(database, held, step.id, { state: 'sent', externalId: null });
      step = await nextStep(database, held, bounds);
    }
    return [held.chat === chat, ...contents];
  };

  it('an answer that waits is said where the chat is still the same person’s', async () => {
    const { place, worker } = await waiting();
    expect(await said(worker, place.chat)).toEqual([true, 'hồ sơ của An', 'phần hai', 'thông báo']);
  });

  it('an answer that waits in a chat whose link ends elsewhere is not said any more', async () => {
    const { place, worker } = await waiting();
    await endLinks(database, OPERATOR, people.an.accountId);
    expect(await said(worker, place.chat)).toEqual([true, 'thông báo']);
    expect(await readNote(database, place, 'choices')).toBeNull();
  });

  it('an answer that waits in a chat that becomes another person’s is not said to them', async () => {
    const { place, worker } = await waiting();
    await linkTo(
      database,
      { channel: 'telegram', key: place.chat },
      { account: people.staffOfWard.accountId },
    );
    expect(await said(worker, place.chat)).toEqual([true, 'thông báo']);
    expect(await readNote(database, place, 'choices')).toBeNull();
    const [left] = await database.query<{ words: number }>(
      'select count(content)::integer as words from outbox where chat = $1',
      [place.chat],
    );
    expect(left?.words).toBe(0);
  });
});

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { saveAccount } from '../../store/access/accounts.ts';
import { OPERATOR } from '../../store/access/identity.ts';
import { linkTo } from '../../store/access/linking.testing.ts';
import { endLinks } from '../../store/access/linking.ts';
import type { Database } from '../../store/database.ts';
import { messageFigures } from '../../store/messages/overview.ts';
import { SqlError } from '../../store/sqlError.ts';
import { forEachEngine } from '../../store/testing.ts';
import { forgetAllMessages, quickPace, wideLimits } from './delivery.testing.ts';
import { type Delivery, type DeliveryOptions, startDelivery } from './delivery.ts';
import type { Json, Messenger, ReceivedUpdate, SendOutcome } from './messenger.ts';

type Words = { readonly text: string };
const wordsOf = (message: Json) => (message as Words).text;
const update = (chat: string, text: string, key = randomUUID()): ReceivedUpdate => ({
  key,
  chat,
  update: { text },
});
const sent: SendOutcome = { kind: 'sent', externalId: null };

/** A messenger whose server takes what it is given, unless a test says otherwise. */
function fakeMessenger() {
  const said: string[] = [];
  const composed: string[] = [];
  const state = {
    said,
    composed,
    compose: async (text: string): Promise<readonly Json[]> => [{ text: `về ${text}` }],
    send: async (_chat: string, _text: string): Promise<SendOutcome> => sent,
  };
  const messenger: Messenger = {
    name: 'telegram',
    async compose({ update: told }) {
      composed.push(wordsOf(told));
      return state.compose(wordsOf(told));
    },
    apology: () => [{ text: 'xin lỗi' }],
    say: (text) => [{ text }],
    async send(chat, message) {
      const outcome = await state.send(chat, wordsOf(message));
      if (outcome.kind === 'sent') said.push(`${chat}: ${wordsOf(message)}`);
      return outcome;
    },
    limits: wideLimits,
    isGroup: () => false,
  };
  return { ...state, state, messenger };
}

forEachEngine((engine) => {
  let database: Database;
  beforeAll(async () => {
    database = await engine.open();
  });
  const running: Delivery[] = [];
  const logged: string[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map((delivery) => delivery.stop()));
    logged.length = 0;
  });
  const open = async () => {
    await forgetAllMessages(database);
    return database;
  };
  const begin = async (database: Database, messenger: Messenger, options: Partial<DeliveryOptions> = {}) => {
    const note = (fields: object, message: string) => logged.push(JSON.stringify({ ...fields, message }));
    const delivery = await startDelivery({
      database,
      messengers: [messenger],
      log: { info: note, warn: note, error: note },
      ...options,
      pace: { ...quickPace, ...options.pace },
    });
    running.push(delivery);
    return delivery;
  };
  const until = (condition: () => boolean) =>
    vi.waitFor(() => expect(condition()).toBe(true), { timeout: 8000, interval: 10 });
  const figures = async (database: Database) =>
    (await messageFigures(database)).map(({ box, state, rows }) => `${box} ${state} ${rows}`);

  it('answers a chat in order and others meanwhile, each update once however often it is told', async () => {
    const database = await open();
    const { messenger, state, said, composed } = fakeMessenger();
    const gate = Promise.withResolvers<void>();
    state.compose = async (text) => {
      if (text === 'chậm') await gate.promise;
      return [{ text: `về ${text}` }, { text: `hết ${text}` }];
    };
    const delivery = await begin(database, messenger);
    const slow = update('lan', 'chậm');
    await delivery.accept('telegram', [slow, update('lan', 'hai')]);
    for (let again = 0; again < 5; again += 1) await delivery.accept('telegram', [slow]);
    await delivery.accept('telegram', [update('minh', 'nhanh')]);
    await until(() => said.length === 2);
    expect(said).toEqual(['minh: về nhanh', 'minh: hết nhanh']);
    gate.resolve();
    await until(() => said.length === 6);
    expect(said.slice(2)).toEqual(['lan: về chậm', 'lan: hết chậm', 'lan: về hai', 'lan: hết hai']);
    expect(composed).toHaveLength(3);
    await vi.waitFor(async () => expect(await figures(database)).toEqual([]));
  });

  it('says what speaks of a record as long as its person is linked, and what the link outlives no more', async () => {
    const database = await open();
    const { messenger, state, said } = fakeMessenger();
    const account = await saveAccount(database, OPERATOR, {
      name: 'Cán bộ mẫu',
      cadre: null,
      staffOf: [],
      admin: true,
    });
    await linkTo(database, { channel: 'telegram', key: 'lan' }, { account: account.id });
    const compose: Messenger['compose'] = async (received, { speaksOf }) => {
      speaksOf?.({ account: account.id, key: 'lan' });
      if (wordsOf(received.update) === 'hai') await endLinks(database, OPERATOR, account.id);
      return [{ text: `về ${wordsOf(received.update)}` }];
    };
    const refused: SendOutcome = { kind: 'refused', failure: 'no', instead: [{ text: 'lời thay' }] };
    state.send = async (_, text) => (text === 'về một' ? refused : sent);
    const delivery = await begin(database, { ...messenger, compose });
    await delivery.accept(
      'telegram',
      ['một', 'hai', 'ba'].map((text) => update('lan', text)),
    );
    await until(() => logged.filter((line) => line.includes('kept back')).length === 2);
    expect(said).toEqual(['lan: lời thay']);
    const [left] = await database.query<{ words: number }>(
      "select count(content)::integer as words from outbox where state = 'gone'",
    );
    expect(left?.words).toBe(0);
  });

  it('gives up what fails at every try, with an apology, and goes on with its chat', async () => {
    const database = await open();
    const { messenger, state, said, composed } = fakeMessenger();
    const parked = vi.fn();
    state.compose = async (text) => {
      if (text === 'hỏng') throw new Error('câu riêng tư');
      return [{ text }];
    };
    const events = { accepted: vi.fn(), sent: vi.fn(), failed: parked };
    const delivery = await begin(database, messenger, { events });
    await delivery.accept('telegram', [update('lan', 'hỏng'), update('lan', 'hai')]);
    await until(() => said.length === 2);
    expect(said).toEqual(['lan: xin lỗi', 'lan: hai']);
    expect(composed).toEqual(['hỏng', 'hỏng', 'hỏng', 'hai']);
    expect(parked.mock.calls.map(([, how]) => how)).toEqual(['retried', 'retried', 'parked']);
    await vi.waitFor(async () => expect(await figures(database)).toEqual(['inbox parked 1']));
    expect(logged.join()).not.toContain('riêng tư');
  });

  it('sends again what did not arrive, says something else for what is refused, and never repeats what may have arrived', async () => {
    const database = await open();
    const { messenger, state, said } = fakeMessenger();
    state.compose = async () => ['một', 'hai', 'ba', 'bốn'].map((text) => ({ text }));
    const tries = new Map<string, number>();
    state.send = async (_, text) => {
      const count = (tries.get(text) ?? 0) + 1;
      tries.set(text, count);
      if (text === 'một' && count < 3) return { kind: 'unreached', failure: 'ECONNREFUSED' };
      if (text === 'hai') return { kind: 'unsure', failure: 'ECONNRESET' };
      if (text === 'ba') return { kind: 'refused', failure: '400', instead: [{ text: 'thay cho ba' }] };
      return sent;
    };
    const delivery = await begin(database, messenger);
    await delivery.accept('telegram', [update('lan', 'hỏi')]);
    await until(() => said.length === 3);
    expect(said).toEqual(['lan: một', 'lan: thay cho ba', 'lan: bốn']);
    expect(Object.fromEntries(tries)).toMatchObject({ một: 3, hai: 1, ba: 1 });
    await vi.waitFor(async () =>
      expect((await figures(database)).sort()).toEqual(['outbox refused 1', 'outbox unsure 1']),
    );
  });

  it('gives up a message that its server fails at so often as the messenger says, so that others of the chat follow', async () => {
    const database = await open();
    const { messenger, state, said } = fakeMessenger();
    let tries = 0;
    state.send = async (_, text) => {
      if (text !== 'về một') return sent;
      tries += 1;
      return { kind: 'unreached', failure: '-200', mostTries: 3 };
    };
    const delivery = await begin(database, messenger);
    await delivery.accept('telegram', [update('lan', 'một'), update('lan', 'hai')]);
    await until(() => said.length === 1);
    expect([said, tries]).toEqual([['lan: về hai'], 3]);
    expect(await figures(database)).toContain('outbox refused 1');
  });

  it('leaves a messenger alone for as long as it asks, in all its chats', async () => {
    const database = await open();
    const { messenger, state, said } = fakeMessenger();
    const times: number[] = [];
    let asked = 0;
    state.send = async () => {
      times.push(performance.now());
      if (times.length > 1) return sent;
      asked = performance.now();
      return { kind: 'wait', seconds: 0.7, whom: 'channel' };
    };
    const delivery = await begin(database, messenger, { pace: { sendsAtOnce: 1 } });
    await delivery.accept('telegram', [update('lan', 'một')]);
    await until(() => times.length === 1);
    await delivery.accept('telegram', [update('minh', 'hai')]);
    await until(() => said.length === 2);
    expect(Math.min(...times.slice(1)) - asked).toBeGreaterThanOrEqual(690);
    expect(times).toHaveLength(3);
  });

  it('sends no more than the messenger allows', async () => {
    const database = await open();
    const { messenger, state, said } = fakeMessenger();
    state.compose = async () => Array.from({ length: 5 }, (_, at) => ({ text: String(at) }));
    const times: number[] = [];
    state.send = async () => {
      times.push(performance.now());
      return sent;
    };
    const limits = { ...wideLimits, chat: { messages: 2, perSeconds: 0.5 } };
    const delivery = await begin(database, { ...messenger, limits });
    await delivery.accept('telegram', [update('lan', 'hỏi')]);
    await until(() => said.length === 5);
    expect(said.map((line) => line.at(-1))).toEqual(['0', '1', '2', '3', '4']);
    const windows = times.slice(2).map((time, at) => time - (times[at] ?? 0));
    expect(Math.min(...windows)).toBeGreaterThan(450);
  });

  it('finishes what it can when it stops, and leaves the rest to the next one', async () => {
    const database = await open();
    const { messenger, state, said, composed } = fakeMessenger();
    const gate = Promise.withResolvers<void>();
    state.compose = async (text) => {
      if (text === 'chậm') await gate.promise;
      if (text === 'mãi' && composed.length < 4) await new Promise(() => undefined);
      return [{ text: `về ${text}` }];
    };
    const delivery = await begin(database, messenger, { pace: { graceMs: 300 } });
    await delivery.accept('telegram', [update('lan', 'chậm'), update('lan', 'sau'), update('minh', 'mãi')]);
    await until(() => composed.length === 2);
    const stopped = delivery.stop();
    gate.resolve();
    await stopped;
    expect(said).toEqual(['lan: về chậm']);
    await expect(delivery.accept('telegram', [update('lan', 'muộn')])).rejects.toThrow();
    await begin(database, messenger);
    await until(() => said.length === 3);
    expect(said.slice(1).sort()).toEqual(['lan: về sau', 'minh: về mãi']);
    const attempts = await database.query('select max(attempts)::int as most from inbox');
    expect(attempts).toEqual([{ most: 1 }]);
  });

  it('takes over from a process that died, in order, and tells apart what it may say for the second time', async () => {
    const database = await open();
    const { messenger, state, said } = fakeMessenger();
    const never = new Promise<never>(() => undefined);
    state.compose = async (text) => [{ text: `${text} a` }, { text: `${text} b` }];
    state.send = async (_, text) => {
      if (text === 'một b') said.push('lan: một b (và chết)');
      return text === 'một b' ? never : sent;
    };
    const dying = await begin(database, messenger, {
      pace: { graceMs: 1, sendGraceMs: 1, heartbeatMs: 60_000 },
    });
    await dying.accept('telegram', [update('lan', 'một'), update('lan', 'hai')]);
    await until(() => said.length === 2);
    await database.query("update workers set seen_at = now() - interval '11 seconds'");
    const heir = fakeMessenger();
    heir.state.compose = state.compose;
    const counted = vi.fn();
    await begin(database, heir.messenger, { events: { accepted: vi.fn(), failed: vi.fn(), sent: counted } });
    await until(() => heir.said.length === 3);
    expect(heir.said).toEqual(['lan: một b', 'lan: hai a', 'lan: hai b']);
    expect(counted.mock.calls.map(([, , again]) => again)).toEqual([true, false, false]);
    expect(logged.filter((line) => line.includes('"again":true'))).toHaveLength(1);
  });

  it('outlives a database that is away, and says so once', async () => {
    const database = await open();
    const { messenger, said } = fakeMessenger();
    let away = false;
    const flaky: Database = {
      ...database,
      query: (sql, parameters) =>
        away
          ? Promise.reject(new SqlError({ message: 'shutting down', code: '57P01' }))
          : database.query(sql, parameters),
    };
    const delivery = await begin(flaky, messenger);
    away = true;
    await expect(delivery.accept('telegram', [update('lan', 'mất')])).rejects.toThrow();
    expect(await delivery.takeDuty('poll')).toBe(false);
    await sleep(400);
    away = false;
    await delivery.accept('telegram', [update('lan', 'một')]);
    await until(() => said.length === 1);
    expect(logged.filter((line) => line.includes('is away'))).toHaveLength(1);
    expect(logged.filter((line) => line.includes('is back'))).toHaveLength(1);
  });

  it('is told in a process that serves the web, and answers in one that works', async () => {
    const database = await open();
    const { messenger, said } = fakeMessenger();
    const web = await begin(database, messenger, { works: false });
    await web.accept('telegram', [update('lan', 'một')]);
    expect(await web.queue('telegram', 'lan', [{ text: 'nhắc' }])).toBe(true);
    expect(await web.takeDuty('poll')).toBe(false);
    await sleep(3 * quickPace.lookEveryMs);
    expect(said).toEqual([]);
    await begin(database, messenger);
    await until(() => said.length === 2);
  });

  it('queues what answers nothing, once under a key', async () => {
    const database = await open();
    const { messenger, said } = fakeMessenger();
    const delivery = await begin(database, messenger);
    expect(await delivery.queue('telegram', 'lan', [{ text: 'nhắc' }], 'nhắc 1')).toBe(true);
    expect(await delivery.queue('telegram', 'lan', [{ text: 'nhắc' }], 'nhắc 1')).toBe(false);
    await until(() => said.length === 1);
  });
});

import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { linkTo } from '../../store/access/linking.testing.ts';
import { leaveNotice, takeNotices } from '../../store/access/notices.ts';
import type { Database } from '../../store/database.ts';
import { acceptUpdates } from '../../store/messages/inbox.ts';
import { listNotices } from '../../store/notices/overview.ts';
import { queueNotice } from '../../store/notices/queueNotice.ts';
import { fillRecords, type TestPeople } from '../../store/records/records.testing.ts';
import { pgliteForTests } from '../../store/testing.ts';
import { quickPace, wideLimits } from '../delivery/delivery.testing.ts';
import { startDelivery } from '../delivery/delivery.ts';
import type { Json, Messenger } from '../delivery/messenger.ts';
import { dispatchNotices, MONTHLY_MESSAGES, type NoticeMessenger, startNotices } from './startNotices.ts';

const NOON = new Date('2026-11-23T12:00:00+07:00');
const HOUR = 3_600_000;

describe('the dispatcher of notices', () => {
  const engine = pgliteForTests();
  let database: Database;
  let people: TestPeople;
  const telegram: NoticeMessenger = {
    name: 'telegram',
    say: (text) => [{ text }],
    isGroup: (chat) => chat.startsWith('-'),
  };
  const zaloOa: NoticeMessenger = {
    name: 'zalo-oa',
    say: (text) => [{ text }],
    isGroup: () => false,
    openUntil: (last) => (last === null ? null : new Date(last.getTime() + 48 * HOUR)),
  };
  const zaloBot: NoticeMessenger = { name: 'zalo-bot', say: (text) => [{ text }], isGroup: () => false };

  beforeAll(async () => {
    database = await engine.open();
    people = await fillRecords(database);
  });
  beforeEach(async () => {
    await database.query('delete from channel_accounts');
    await database.query('truncate notices, chats, inbox, outbox, send_times');
  });

  const link = (channel: string, key: string, who: 'an' | 'em' = 'an') =>
    linkTo(database, { channel, key }, { account: people[who].accountId });
  const tell = (text: string) =>
    queueNotice(database, { account: people.an.accountId, kind: 'reminder', text, notBefore: new Date(0) });
  const dispatch = (messengers: readonly NoticeMessenger[], now = NOON) =>
    dispatchNotices({ database, messengers, now: () => now });
  const outbox = async () =>
    (
      await database.query<{ channel: string; chat: string; content: { text: string } }>(
        'select channel, chat, content from outbox order by id',
      )
    ).map(({ channel, chat, content }) => [channel, chat, content.text]);
  /** Not before its queueing: notices of the fake noon were made now. */
  const dueAtNoon = () => database.query(`update notices set not_before = '2026-11-01'`);

  it('sends nothing at night; at seven all that came becomes one message to the private chat', async () => {
    await link('telegram', '7');
    await link('web', 'w');
    for (const text of ['Một.', 'Hai.']) await tell(text);
    await leaveNotice(database, { channel: 'telegram', key: '7' }, 'Ba.');
    await dueAtNoon();
    expect(await dispatch([telegram], new Date('2026-11-22T23:30:00+07:00'))).toBe(0);
    expect(await dispatch([telegram], new Date('2026-11-23T07:00:00+07:00'))).toBe(1);
    const [[channel, chat, text] = []] = await outbox();
    expect([channel, chat]).toEqual(['telegram', '7']);
    expect(text).toMatch(/3 tin[\s\S]*1\. Ba\.[\s\S]*2\. Một\.[\s\S]*3\. Hai\./);
    expect(await dispatch([telegram])).toBe(0);
    expect(await outbox()).toHaveLength(1);
    // It could not be sent all day.
    await dispatch([telegram], new Date('2026-11-23T21:00:00+07:00'));
    expect(await outbox()).toEqual([]);
    expect(await dispatch([telegram], new Date('2026-11-24T07:00:00+07:00'))).toBe(1);
  });

  it('keeps to the window of a messenger, and goes to another channel of the person meanwhile', async () => {
    await link('zalo-oa', 'oa');
    await tell('Nhắc.');
    await dueAtNoon();
    expect(await dispatch([zaloOa])).toBe(0);
    await acceptUpdates(database, 'zalo-oa', [{ key: '1', chat: 'oa', content: '{}' }]);
    await database.query('update chats set received_at = $1', [new Date(NOON.getTime() - 49 * HOUR)]);
    expect(await dispatch([zaloOa])).toBe(0);
    await link('telegram', '7');
    expect(await dispatch([{ ...telegram, isReady: () => false }, zaloOa])).toBe(0);
    expect(await dispatch([telegram, zaloOa])).toBe(1);
    await tell('Nữa.');
    await dueAtNoon();
    await database.query(`update notices set queued_at = '2026-11-01'`);
    await database.query('update chats set received_at = $1 where channel = $2', [
      new Date(NOON.getTime() - HOUR),
      'zalo-oa',
    ]);
    expect(await dispatch([telegram, zaloOa])).toBe(1);
    expect((await outbox()).map(([channel]) => channel)).toEqual(['telegram', 'zalo-oa']);
  });

  it('leaves a channel alone whose quota is used up, by its own word or by the bound of the month', async () => {
    await link('zalo-bot', 'z');
    await tell('Nhắc.');
    await dueAtNoon();
    const block = (until: Date) =>
      database.query(
        `insert into send_times as s (channel, chat, blocked_until) values ('zalo-bot', '', $1)
         on conflict (channel, chat) do update set blocked_until = excluded.blocked_until`,
        [until],
      );
    await block(new Date(NOON.getTime() + HOUR));
    expect(await dispatch([zaloBot])).toBe(0);
    await block(new Date(NOON.getTime() - HOUR));
    await database.query(
      `insert into notices (account, recipient, kind, state, digest, queued_at, via)
       select $1, 'x', 'reminder', 'sent', gen_random_uuid(), $2, 'zalo-bot' from generate_series(1, $3::integer)`,
      [people.em.accountId, NOON, MONTHLY_MESSAGES['zalo-bot']],
    );
    expect(await dispatch([zaloBot])).toBe(0);
    expect(await dispatch([zaloBot], new Date('2026-12-01T08:00:00+07:00'))).toBe(1);
  });

  it('says nothing to groups, strangers and other people, and what could not leave with the next answer', async () => {
    await link('telegram', '-100');
    await link('telegram', '8', 'em');
    await tell('Anh còn thiếu chứng chỉ.');
    await dueAtNoon();
    expect(await dispatch([telegram])).toBe(0);
    expect(await takeNotices(database, { channel: 'telegram', key: '8' })).toEqual([]);
    expect(await takeNotices(database, { channel: 'telegram', key: 'stranger' })).toEqual([]);
    expect(await takeNotices(database, { channel: 'telegram', key: '-100' })).toEqual([
      'Anh còn thiếu chứng chỉ.',
    ]);
  });

  it('reaches every one of many recipients', async () => {
    await database.query(
      `insert into notices (recipient, channel, key, kind, words, not_before)
       select 'telegram ' || n, 'telegram', n::text, 'security', 'Tin.', '2026-11-01' from generate_series(1, 205) as n`,
    );
    expect(await dispatch([telegram])).toBe(205);
    expect(new Set((await outbox()).map(([, chat]) => chat)).size).toBe(205);
  });

  it('hands over to the delivery, which says it once, and the state follows', async () => {
    await link('telegram', '7');
    await tell('Nhắc.');
    await dueAtNoon();
    const said: Json[] = [];
    const messenger: Messenger = {
      ...telegram,
      compose: async () => [],
      apology: () => [],
      say: telegram.say,
      send: async (_chat, message) => {
        said.push(message);
        return { kind: 'sent', externalId: '1' };
      },
      limits: wideLimits,
    };
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const delivery = await startDelivery({ database, messengers: [messenger], log, pace: quickPace });
    const notices = startNotices({
      database,
      messengers: [messenger],
      mayDispatch: () => delivery.takeDuty('notices'),
      queued: delivery.wake,
      onError: () => undefined,
      now: () => NOON,
      everyMs: 20,
    });
    const state = async () => (await listNotices(database, people.an, 'own', 5)).map((one) => one.state);
    await vi.waitFor(async () => expect(await state()).toEqual(['sent']), { timeout: 8000, interval: 50 });
    await notices.stop();
    await delivery.stop();
    expect(said).toEqual([{ text: expect.stringContaining('Nhắc.') }]);
  });

  it('works where it has the duty, tells of a failure and goes on', async () => {
    await link('telegram', '7');
    await tell('Nhắc.');
    await dueAtNoon();
    const failure = new Error('the database was away');
    const errors: unknown[] = [];
    const queued = Promise.withResolvers<void>();
    let asked = 0;
    const mayDispatch = async () => {
      asked += 1;
      if (asked === 1) throw failure;
      return asked > 2;
    };
    const notices = startNotices({
      database,
      messengers: [telegram],
      mayDispatch,
      queued: queued.resolve,
      onError: (error) => errors.push(error),
      now: () => NOON,
      everyMs: 5,
    });
    await queued.promise;
    await notices.stop();
    expect(errors).toEqual([failure]);
    expect(asked).toBeGreaterThan(2);
    expect(await outbox()).toHaveLength(1);
  });
});

import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelKey } from '../../domain/account.ts';
import { OPERATOR } from '../access/identity.ts';
import { linkTo } from '../access/linking.testing.ts';
import { endLinks } from '../access/linking.ts';
import { leaveNotice, takeNotices } from '../access/notices.ts';
import type { Database } from '../database.ts';
import { acceptUpdates } from '../messages/inbox.ts';
import { claimChats, endSend, nextStep, queueMessages, type SendEnd } from '../messages/steps.ts';
import { workerSeen } from '../messages/workers.ts';
import { erasePersonalData } from '../records/personalData.ts';
import { fillRecords, type TestPeople } from '../records/records.testing.ts';
import { forEachEngine } from '../testing.ts';
import { dueNotices, followNotices, queueDigest, retractNotices } from './dispatch.ts';
import { countNotices, listNotices } from './overview.ts';
import { mutedKinds, muteKinds, queueNotice } from './queueNotice.ts';

const wide = { channel: { messages: 1000, perSeconds: 1 }, chat: { messages: 1000, perSeconds: 1 } };
const PHONE: ChannelKey = { channel: 'telegram', key: 'an-telegram' };
const ZALO: ChannelKey = { channel: 'zalo-bot', key: 'an-zalo' };

forEachEngine((engine) => {
  let database: Database;
  let people: TestPeople;
  const worker = randomUUID();

  beforeAll(async () => {
    database = await engine.open();
    people = await fillRecords(database);
    await workerSeen(database, worker);
  });
  beforeEach(async () => {
    await database.query('delete from channel_accounts');
    await database.query('truncate notices, notice_mutes, chats, inbox, outbox, send_times');
    for (const by of [PHONE, ZALO]) await linkTo(database, by, { account: people.an.accountId });
  });

  const tellAn = (text: string, kind: 'reminder' | 'answer' = 'reminder') =>
    queueNotice(database, { account: people.an.accountId, kind, text });
  // The database's clock is finer than a `Date`: what was queued within the same millisecond is due at the next.
  const due = async () =>
    (await dueNotices(database, new Date(Date.now() + 1), '', 10)).flatMap(({ notices }) => notices);
  const hand = async (to: ChannelKey, words = 'bản tin') =>
    queueDigest(database, {
      id: randomUUID(),
      notices: (await due()).map(({ id }) => id),
      to: { channel: to.channel, chat: to.key },
      messages: [{ words }, { words: 'trang hai' }],
    });
  /** Sends what waits in a chat as it ends; gives what was said. */
  const send = async (to: ChannelKey, end: SendEnd): Promise<unknown[]> => {
    const said: unknown[] = [];
    await database.query('update chats set due_at = now()');
    const held = (await claimChats(database, worker, [to.channel], 5)).find(({ chat }) => chat === to.key);
    if (held === undefined) return said;
    for (;;) {
      const step = await nextStep(database, held, { ...wide, mostAttempts: 3 });
      if (step.kind !== 'send') return said;
      said.push(step.content);
      await endSend(database, held, step.id, end);
    }
  };
  const sent: SendEnd = { state: 'sent', externalId: 'm' };
  const stateOf = async () =>
    (await listNotices(database, people.an, 'own', 10)).map(({ state, failure }) => [state, failure]);
  const stored = async () =>
    JSON.stringify([
      await database.query('select words from notices'),
      await database.query('select content from outbox'),
    ]);

  describe('a notice', () => {
    it('is for every place of its account, goes out once however often it is handed over, and follows its message', async () => {
      expect(await tellAn('Lớp mở ngày 1.')).toBe('waiting');
      const [notice] = await due();
      expect(notice?.places.map(({ channel, chat }) => [channel, chat]).sort()).toEqual([
        ['telegram', 'an-telegram'],
        ['zalo-bot', 'an-zalo'],
      ]);
      const ids = [notice?.id ?? 0];
      const to = { channel: 'telegram', chat: 'an-telegram' };
      const hands = await Promise.all(
        [1, 2, 3].map(() =>
          queueDigest(database, { id: randomUUID(), notices: ids, to, messages: ['một', 'hai'] }),
        ),
      );
      expect(hands.filter((done) => done)).toHaveLength(1);
      await followNotices(database);
      expect(await stateOf()).toEqual([['queued', null]]);
      expect(await takeNotices(database, PHONE)).toEqual([]);
      expect(await send(PHONE, sent)).toEqual(['một', 'hai']);
      await followNotices(database);
      expect(await stateOf()).toEqual([['sent', null]]);
      expect(await stored()).not.toContain('Lớp mở');
    });

    it('with a key is said once, before its time not at all', async () => {
      const at = { account: people.an.accountId, kind: 'reminder', text: 'x', dedupeKey: 'k' } as const;
      const later = new Date(Date.now() + 3_600_000);
      expect(await queueNotice(database, { ...at, notBefore: later })).toBe('waiting');
      expect(await queueNotice(database, at)).toBe('known');
      expect(await due()).toEqual([]);
      expect(await takeNotices(database, PHONE)).toEqual([]);
      expect(await dueNotices(database, new Date(later.getTime() + 1000), '', 10)).toHaveLength(1);
    });

    it('to somebody who is linked nowhere keeps no words', async () => {
      const em = { account: people.em.accountId, kind: 'reminder', text: 'Anh còn thiếu chứng chỉ' } as const;
      expect(await queueNotice(database, em)).toBe('unlinked');
      const stranger = { channel: 'telegram', key: 'stranger' };
      expect(await queueNotice(database, { channelKey: stranger, kind: 'reminder', text: 'thiếu' })).toBe(
        'unlinked',
      );
      expect(await stored()).not.toContain('thiếu');
      await linkTo(database, { channel: 'telegram', key: 'em' }, { account: people.em.accountId });
      expect(await due()).toEqual([]);
    });

    it('of a blocked chat goes to another one, and else is shown when the person writes', async () => {
      await tellAn('tin');
      await hand(PHONE);
      await send(PHONE, { state: 'gone', failure: '403' });
      await followNotices(database);
      expect((await due())[0]?.places.map(({ channel }) => channel)).toEqual(['zalo-bot']);
      await hand(ZALO);
      await send(ZALO, { state: 'refused', failure: 'x', instead: [] });
      await followNotices(database);
      expect(await stateOf()).toEqual([['failed', 'refused']]);
      expect(await due()).toEqual([]);
      expect(await takeNotices(database, ZALO)).toEqual(['tin']);
      expect(await takeNotices(database, PHONE)).toEqual([]);
      expect(await stateOf()).toEqual([['told', null]]);
    });

    it('that was shown with an answer is not handed over any more', async () => {
      await tellAn('một');
      await tellAn('hai');
      const ids = (await due()).map(({ id }) => id);
      expect(await takeNotices(database, PHONE)).toEqual(['một', 'hai']);
      const to = { channel: 'telegram', chat: PHONE.key };
      expect(await queueDigest(database, { id: randomUUID(), notices: ids, to, messages: ['x'] })).toBe(
        false,
      );
      expect(await database.query('select 1 from outbox')).toEqual([]);
    });

    it('told with an answer that a dying process never stored is told again, and only then', async () => {
      await tellAn('tin');
      await acceptUpdates(database, PHONE.channel, [{ key: 'u', chat: PHONE.key, content: '{}' }]);
      expect(await takeNotices(database, PHONE)).toEqual(['tin']);
      await followNotices(database);
      expect(await takeNotices(database, ZALO)).toEqual([]);
      expect(await takeNotices(database, PHONE)).toEqual(['tin']);
      await queueMessages(database, { channel: PHONE.channel, chat: PHONE.key }, ['câu trả lời']);
      expect(await takeNotices(database, PHONE)).toEqual([]);
      await followNotices(database);
      expect(await stored()).not.toContain('tin');
    });

    it('is taken back in the evening where nothing of its message has left, and not where something may have', async () => {
      await tellAn('tin');
      await hand(PHONE);
      await queueMessages(database, { channel: PHONE.channel, chat: PHONE.key }, ['câu trả lời']);
      expect(await retractNotices(database)).toBe(1);
      expect(await stateOf()).toEqual([['waiting', null]]);
      expect(await send(PHONE, sent)).toEqual(['câu trả lời']);
      await hand(ZALO);
      await database.query(
        `update outbox set state = 'sending' where id = (select min(id) from outbox where key is not null)`,
      );
      expect(await retractNotices(database)).toBe(0);
      await database.query(`update outbox set state = 'waiting', again = true where state = 'sending'`);
      expect(await retractNotices(database)).toBe(0);
    });

    it('is forgotten: unsaid after 14 days, all of it after 90', async () => {
      await tellAn('cũ');
      await database.query(
        `update notices set made_at = now() - interval '15 days', not_before = now() - interval '15 days'`,
      );
      await followNotices(database);
      expect(await stateOf()).toEqual([['expired', null]]);
      expect(await stored()).not.toContain('cũ');
      await database.query(`update notices set ended_at = now() - interval '91 days'`);
      await followNotices(database);
      expect(await stateOf()).toEqual([]);
    });
  });

  describe('whoever does not want notices', () => {
    it('gets none of those kinds, not even what waited, but those about the safety of the account', async () => {
      await tellAn('trước');
      await muteKinds(database, people.an, ['reminder'], true);
      expect(await mutedKinds(database, people.an)).toEqual(['reminder']);
      expect(await tellAn('sau')).toBe('muted');
      expect(await tellAn('kết quả', 'answer')).toBe('waiting');
      await leaveNotice(database, PHONE, 'liên kết mới');
      expect(await takeNotices(database, PHONE)).toEqual(['kết quả', 'liên kết mới']);
      expect(await stored()).not.toMatch(/trước|sau/);
      await muteKinds(database, people.an, ['reminder'], false);
      expect(await tellAn('lại')).toBe('waiting');
    });
  });

  describe('the end of a link', () => {
    const personal = 'Anh còn thiếu trung cấp';
    it('takes back what waits to be sent there; it goes to another place of the account', async () => {
      await tellAn(personal);
      await hand(PHONE, personal);
      await database.query('delete from channel_accounts where key = $1', [PHONE.key]);
      expect(await send(PHONE, sent)).toEqual([]);
      expect((await due())[0]?.places.map(({ channel }) => channel)).toEqual(['zalo-bot']);
      expect(await hand(PHONE, personal)).toBe(false);
    });

    it('the last one, or erasure, leaves no words at all', async () => {
      await tellAn(personal);
      await hand(PHONE, personal);
      await tellAn(personal);
      await endLinks(database, OPERATOR, people.an.accountId);
      expect(await stored()).not.toContain(personal);
      await linkTo(database, PHONE, { account: people.an.accountId });
      expect(await takeNotices(database, PHONE)).toEqual([]);
      await tellAn(personal);
      await hand(PHONE, personal);
      await tellAn(personal);
      await muteKinds(database, people.an, ['news'], true);
      await erasePersonalData(database, people.an);
      expect(await stored()).not.toContain(personal);
      expect(await mutedKinds(database, people.an)).toEqual([]);
    });

    it('by another link of the same messenger leaves what waits for the account', async () => {
      await database.query('delete from channel_accounts where key = $1', [ZALO.key]);
      await tellAn(personal);
      const other = { channel: 'telegram', key: 'an-new-phone' };
      await linkTo(database, other, { account: people.an.accountId });
      expect(await takeNotices(database, PHONE)).toEqual([]);
      expect(await takeNotices(database, other)).toEqual([personal]);
    });

    it('to another account gives that one nothing of the first', async () => {
      await queueNotice(database, { channelKey: PHONE, kind: 'reminder', text: personal });
      await tellAn(personal);
      await hand(PHONE, personal);
      await linkTo(database, PHONE, { account: people.em.accountId });
      expect(await send(PHONE, sent)).toEqual([]);
      expect(await takeNotices(database, PHONE)).toEqual([]);
      expect((await due()).flatMap(({ places }) => places.map(({ chat }) => chat))).toEqual([ZALO.key]);
    });
  });

  describe('how notices stand', () => {
    it('is seen by staff of the unit and by admins, with the words of what they caused themselves', async () => {
      await queueNotice(
        database,
        { account: people.an.accountId, kind: 'answer', text: 'do chị Bình' },
        people.staffOfWard,
      );
      await tellAn('nhắc riêng');
      await leaveNotice(database, PHONE, 'an toàn');
      const seen = async (who: keyof TestPeople) =>
        (await listNotices(database, people[who], 'ofOthers', 10)).map(({ cadre, words }) => [cadre, words]);
      expect(await seen('staffOfWard')).toEqual([
        ['MAU-901', null],
        ['MAU-901', 'do chị Bình'],
      ]);
      expect(await seen('staffOfProvince')).toEqual([
        ['MAU-901', null],
        ['MAU-901', null],
      ]);
      for (const who of ['an', 'em', 'staffOfOther', 'staffOfFormer'] as const)
        expect(await seen(who)).toEqual([]);
      expect(await seen('admin')).toEqual([
        [null, null],
        [null, null],
        [null, null],
      ]);
      expect(await countNotices(database, people.admin)).toEqual([
        { state: 'waiting', failure: null, notices: 3 },
      ]);
      expect(await countNotices(database, people.staffOfOther)).toEqual([]);
      expect(await listNotices(database, people.em, 'own', 10)).toEqual([]);
    });
  });
});

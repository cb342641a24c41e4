import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ChannelKey } from '../../domain/account.ts';
import type { Database } from '../database.ts';
import { forgetOldAccess, listAccess } from '../records/accessLog.ts';
import { fillRecords, type TestPeople } from '../records/records.testing.ts';
import { forEachEngine } from '../testing.ts';
import { findAccount } from './accounts.ts';
import { OPERATOR } from './identity.ts';
import { agreeTo } from './linking.testing.ts';
import { createLinkCode, endLinks, type LinkFor, listLinks, offerByPhone, unlink } from './linking.ts';

const HOUR = 3_600_000;

forEachEngine((engine) => {
  let database: Database;
  let people: TestPeople;

  beforeAll(async () => {
    database = await engine.open();
    people = await fillRecords(database);
  });

  const sender = (channel = 'telegram'): ChannelKey => ({ channel, key: randomUUID() });
  const make = async (target: LinkFor) => {
    const hash = randomUUID();
    await createLinkCode(database, OPERATOR, { hash, for: target, expires: new Date(Date.now() + HOUR) });
    return { hash };
  };
  const agree = (by: ChannelKey, hash: string) => agreeTo(database, by, hash);

  describe('links are ended by hand', () => {
    it('by the operator, on every channel at once, the codes too; by nobody else', async () => {
      const [phone, page] = [sender(), sender('web')];
      const target: LinkFor = { account: people.an.accountId };
      for (const by of [phone, page]) await agree(by, (await make(target)).hash);
      const unused = await make(target);
      for (const identity of [people.staffOfProvince, people.an]) {
        await expect(endLinks(database, identity, people.an.accountId)).rejects.toThrow();
      }
      expect(await findAccount(database, phone)).not.toBeNull();
      await endLinks(database, OPERATOR, people.an.accountId);
      expect([await findAccount(database, phone), await findAccount(database, page)]).toEqual([null, null]);
      expect((await agree(sender(), unused.hash)).state).toBe('refused');
      await expect(endLinks(database, OPERATOR, randomUUID())).rejects.toMatchObject({ code: 'not_found' });
      await expect(endLinks(database, OPERATOR, 'no id')).rejects.toMatchObject({ code: 'not_found' });
    });
  });

  describe('whoever becomes a person leaves a trace', () => {
    it('in the log of the record: that a code was made, by whom, and that it was used, where', async () => {
      const fresh = await engine.open();
      const others = await fillRecords(fresh);
      const expires = new Date(Date.now() + HOUR);
      const targets: readonly LinkFor[] = [{ cadre: 'MAU-901' }, { account: others.an.accountId }];
      for (const target of targets) {
        await createLinkCode(fresh, others.staffOfProvince, { hash: 'h', for: target, expires });
      }
      await agreeTo(fresh, { channel: 'telegram', key: 'k' }, 'h');
      const made = {
        by: 'Phạm Anh Dũng',
        own: false,
        channel: 'mã',
        reason: 'staff',
        purpose: 'cấp mã liên kết',
      };
      const entries = await listAccess(fresh, others.an, 10);
      expect(entries.map(({ at, ...entry }) => entry)).toEqual([
        {
          by: 'Nguyễn Văn An',
          own: true,
          channel: 'telegram',
          reason: 'own',
          purpose: 'liên kết tài khoản',
        },
        made,
        made,
      ]);
    });

    it('by a phone number too; refused codes and accounts without a record leave none', async () => {
      const fresh = await engine.open();
      const others = await fillRecords(fresh);
      const expires = new Date(Date.now() + HOUR);
      await offerByPhone(fresh, '84900000901', { hash: 'phone', expires });
      await agreeTo(fresh, sender(), 'phone');
      await agreeTo(fresh, sender(), 'wrong');
      await createLinkCode(fresh, OPERATOR, { hash: 'a', for: { account: others.admin.accountId }, expires });
      await agreeTo(fresh, sender(), 'a');
      expect(await fresh.query('select cadre, purpose from access_log')).toEqual([
        { cadre: 'MAU-901', purpose: 'liên kết tài khoản' },
      ]);
    });
  });

  describe('linking again', () => {
    it('on a messenger unlinks the older person and tells who it was', async () => {
      const [first, second] = [sender(), sender()];
      await agree(first, (await make({ account: people.em.accountId })).hash);
      const again = await agree(second, (await make({ account: people.em.accountId })).hash);
      expect(again).toMatchObject({ state: 'linked', before: [first] });
      expect(await findAccount(database, first)).toBeNull();
      expect(await findAccount(database, second)).toMatchObject({ id: people.em.accountId });
    });

    it('tells the links of every other channel, which stay', async () => {
      const target = { account: people.staffOfFormer.accountId };
      const links = [sender('web'), sender('terminal'), sender('telegram'), sender('web')];
      for (const [at, by] of links.entries()) {
        expect(await agree(by, (await make(target)).hash)).toMatchObject({ before: links.slice(0, at) });
      }
      const by = sender('telegram');
      expect(await agree(by, (await make(target)).hash)).toMatchObject({ before: links });
      const left = (await listLinks(database, people.staffOfFormer)).map(({ channel, key }) => ({
        channel,
        key,
      }));
      expect(left).toEqual([...links.filter(({ channel }) => channel !== 'telegram'), by]);
      // The link itself, made anew, is no other.
      expect(await agree(by, (await make(target)).hash)).toMatchObject({ before: left.slice(0, -1) });
    });

    it.each(['web', 'terminal'])('on the %s leaves the other sessions, and tells them', async (channel) => {
      const [first, second] = [sender(channel), sender(channel)];
      await agree(first, (await make({ account: people.staffOfOther.accountId })).hash);
      const again = await agree(second, (await make({ account: people.staffOfOther.accountId })).hash);
      expect(again.state === 'linked' && again.before).toContainEqual(first);
      expect(await findAccount(database, first)).not.toBeNull();
      expect(await findAccount(database, second)).not.toBeNull();
    });

    it('a sender who was linked to another account belongs to the new one only', async () => {
      const by = sender();
      await agree(by, (await make({ account: people.an.accountId })).hash);
      expect(await agree(by, (await make({ account: people.admin.accountId })).hash)).toMatchObject({
        name: 'Quản trị',
        before: [],
      });
      expect(await findAccount(database, by)).toMatchObject({ id: people.admin.accountId, admin: true });
      expect(await listLinks(database, people.an)).not.toContainEqual(expect.objectContaining(by));
    });
  });

  it('a link is listed with its consent for its own account, and can be taken away once', async () => {
    const by = sender('web');
    const begin = Date.now() - 60_000;
    await agree(by, (await make({ account: people.staffOfProvince.accountId })).hash);
    const links = await listLinks(database, people.staffOfProvince);
    const [link] = links.filter(({ key }) => key === by.key);
    expect(link).toMatchObject({ ...by, consent: 'v1' });
    expect(link?.linkedAt.getTime()).toBeGreaterThan(begin);
    expect(await listLinks(database, people.staffOfWard)).not.toContainEqual(expect.objectContaining(by));
    expect(await unlink(database, by)).toBe(true);
    expect(await unlink(database, by)).toBe(false);
    expect(await findAccount(database, by)).toBeNull();
  });

  it('a web session ends after 30 days, is forgotten then, and others stay', async () => {
    const [web, young, telegram] = [sender('web'), sender('web'), sender()];
    const target = { account: people.staffOfWard.accountId };
    for (const by of [web, young, telegram]) await agree(by, (await make(target)).hash);
    await database.query(
      `update channel_accounts set linked_at = now() - interval '30 days' - interval '1 minute'
        where key = any ($1::text[])`,
      [[web.key, telegram.key]],
    );
    await database.query(
      `update channel_accounts set linked_at = now() - interval '30 days' + interval '1 hour' where key = $1`,
      [young.key],
    );
    expect(await findAccount(database, web)).toBeNull();
    expect(await findAccount(database, young)).not.toBeNull();
    expect(await findAccount(database, telegram)).not.toBeNull();
    expect(await forgetOldAccess(database)).toBe(0);
    expect(await unlink(database, web)).toBe(false);
    expect(await unlink(database, young)).toBe(true);
    expect(await unlink(database, telegram)).toBe(true);
  });
});

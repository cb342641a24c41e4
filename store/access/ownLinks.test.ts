import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import type { ChannelKey } from '../../domain/account.ts';
import type { Database } from '../database.ts';
import { listAccess } from '../records/accessLog.ts';
import { fillRecords, type TestPeople } from '../records/records.testing.ts';
import { forEachEngine } from '../testing.ts';
import { findAccount } from './accounts.ts';
import { agreeTo, linkTo } from './linking.testing.ts';
import { listLinks } from './linking.ts';
import { createOwnCode, removeLinks } from './ownLinks.ts';

forEachEngine((engine) => {
  let database: Database;
  let people: TestPeople;
  const [anPhone, anWeb, emPhone] = [
    { channel: 'telegram', key: 'an' },
    { channel: 'web', key: 'an' },
    { channel: 'telegram', key: 'em' },
  ] as const;

  beforeAll(async () => {
    database = await engine.open();
    people = await fillRecords(database);
    for (const by of [anPhone, anWeb]) await linkTo(database, by, { account: people.an.accountId });
    await linkTo(database, emPhone, { account: people.em.accountId });
  });

  const keysOf = async (who: 'an' | 'em') =>
    (await listLinks(database, people[who])).map(({ channel, key }): ChannelKey => ({ channel, key }));

  /** Runs `work` while a function stands without its guard. */
  const without = async (name: string, guard: string, work: () => Promise<void>) => {
    const [found] = await database.query<{ definition: string }>(
      'select pg_get_functiondef(p.oid) as definition from pg_proc p where p.proname = $1',
      [name],
    );
    const definition = found?.definition ?? '';
    expect(definition).toContain(guard);
    await database.query(definition.replace(guard, 'true'));
    try {
      await work();
    } finally {
      await database.query(definition);
    }
  };

  it('links of others can be neither listed nor removed, because the database says so', async () => {
    expect(await keysOf('em')).toEqual([emPhone]);
    expect(await removeLinks(database, people.em, [anPhone, anWeb])).toEqual([]);
    expect(await findAccount(database, anPhone)).not.toBeNull();
    // Admins and the operator too have no such right: they end the links of an account as a whole.
    for (const who of [people.admin, people.operator, people.staffOfWard]) {
      expect(await removeLinks(database, who, [anPhone, anWeb, emPhone])).toEqual([]);
    }
    await without('app_remove_links', 'l.account = app_account()', async () => {
      expect(await removeLinks(database, people.em, [anWeb])).toEqual([anWeb]);
    });
    await linkTo(database, anWeb, { account: people.an.accountId });
    await database.query('alter policy channel_accounts_select on channel_accounts using (true)');
    expect(await keysOf('em')).toHaveLength(3);
    await database.query(
      'alter policy channel_accounts_select on channel_accounts using (account = (select app_account()))',
    );
    expect(await keysOf('em')).toEqual([emPhone]);
  });

  it('one’s own are removed one by one, and the log of the record says so', async () => {
    expect(await removeLinks(database, people.an, [anWeb, emPhone, anWeb])).toEqual([anWeb]);
    expect(await keysOf('an')).toEqual([anPhone]);
    expect(await findAccount(database, emPhone)).not.toBeNull();
    expect((await listAccess(database, people.an, 1))[0]).toMatchObject({
      own: true,
      channel: 'web',
      purpose: 'gỡ liên kết',
    });
  });

  it('a code for another channel of one’s own is good for ten minutes, once, after its consent', async () => {
    const far = new Date(Date.now() + 24 * 3_600_000);
    const hash = randomUUID();
    expect(await createOwnCode(database, people.an, { hash, expires: far })).toBe(true);
    const [row] = await database.query<{ minutes: number }>(
      'select extract(epoch from expires - now())::float8 / 60 as minutes from link_codes where hash = $1',
      [hash],
    );
    expect(row?.minutes).toBeLessThanOrEqual(10);
    const zalo = { channel: 'zalo-bot', key: 'an' };
    expect(await agreeTo(database, zalo, hash)).toMatchObject({ state: 'linked', before: [anPhone] });
    expect(await agreeTo(database, { channel: 'zalo-bot', key: 'thief' }, hash)).toMatchObject({
      state: 'refused',
    });
    expect(await keysOf('an')).toEqual([anPhone, zalo]);
    const purposes = (await listAccess(database, people.an, 10)).map(({ purpose }) => purpose);
    expect(purposes).toContain('tự tạo mã liên kết');
    // Whoever is linked nowhere has no chat from which to ask.
    for (const who of [people.admin, people.operator]) {
      expect(await createOwnCode(database, who, { hash: randomUUID(), expires: far })).toBe(false);
    }
  });
});

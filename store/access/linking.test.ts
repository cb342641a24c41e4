import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ChannelKey } from '../../domain/account.ts';
import type { Database } from '../database.ts';
import { fillRecords, type TestPeople } from '../records/records.testing.ts';
import { forEachEngine } from '../testing.ts';
import { findAccount, saveAccount } from './accounts.ts';
import { type Identity, OPERATOR } from './identity.ts';
import { agreeTo } from './linking.testing.ts';
import {
  burnLinkCode,
  checkLinkCode,
  createLinkCode,
  type LinkFor,
  nationalPhone,
  offerByPhone,
  useLinkCode,
} from './linking.ts';

const HOUR = 3_600_000;

describe('a phone number', () => {
  it.each([
    ['84912345678', '0912345678'],
    ['+84 912 345 678', '0912345678'],
    ['0912.345.678', '0912345678'],
    ['841', '841'],
  ])('%s is %s', (given, digits) => {
    expect(nationalPhone(given)).toBe(digits);
  });
});

forEachEngine((engine) => {
  let database: Database;
  let people: TestPeople;

  beforeAll(async () => {
    database = await engine.open();
    people = await fillRecords(database);
  });

  /** Somebody new, so that tests do not count each other's tries. */
  const sender = (channel = 'telegram'): ChannelKey => ({ channel, key: randomUUID() });
  const make = async (target: LinkFor, by: Identity = OPERATOR, expires = Date.now() + HOUR) => {
    const hash = randomUUID();
    const { name } = await createLinkCode(database, by, { hash, for: target, expires: new Date(expires) });
    return { hash, name };
  };
  /** As people do: look at the code first. */
  const agree = (by: ChannelKey, hash: string) => agreeTo(database, by, hash);
  const use = (by: ChannelKey, hash: string) => useLinkCode(database, by, { hash, consent: 'v1' });
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => null,
      (error: { code: string; sentence: string }) => [error.code, error.sentence],
    );

  describe('a link code', () => {
    it('links the sender to the account of the cadre, which is made where there is none', async () => {
      const by = sender();
      expect(await findAccount(database, by)).toBeNull();
      const { hash, name } = await make({ cadre: 'MAU-903' });
      expect(name).toBe('Lê Thu Cúc');
      expect(await checkLinkCode(database, by, hash)).toEqual({ state: 'valid', name });
      const linked = await use(by, hash);
      expect(linked).toMatchObject({ state: 'linked', name, before: [] });
      expect(await findAccount(database, by)).toEqual({
        id: linked.state === 'linked' ? linked.account : '',
        name,
        cadre: 'MAU-903',
        staffOf: [],
        admin: false,
      });
    });

    it('works once; used, expired, replaced and unknown ones are refused alike', async () => {
      const used = (await make({ cadre: 'MAU-901' })).hash;
      await agree(sender(), used);
      const replaced = (await make({ cadre: 'MAU-901' })).hash;
      const current = (await make({ cadre: 'MAU-901' })).hash;
      const expired = (await make({ cadre: 'MAU-902' }, OPERATOR, Date.now() - HOUR)).hash;
      for (const hash of [used, replaced, expired, randomUUID()]) {
        expect(await checkLinkCode(database, sender(), hash)).toEqual({ state: 'refused', triesLeft: 4 });
        expect(await use(sender(), hash)).toEqual({ state: 'refused', triesLeft: 4 });
      }
      expect(await checkLinkCode(database, sender(), current)).toMatchObject({ state: 'valid' });
    });

    it('lives 24 hours at most, whatever is asked for', async () => {
      const { hash } = await make({ cadre: 'MAU-901' }, OPERATOR, Date.now() + 1000 * HOUR);
      expect(
        await database.query(
          `select expires <= now() + interval '24 hours' as short from link_codes where hash = $1`,
          [hash],
        ),
      ).toEqual([{ short: true }]);
    });

    it('is given to exactly one of two senders who use it at once', async () => {
      for (let round = 0; round < 10; round += 1) {
        const { hash } = await make({ cadre: 'MAU-904' });
        const results = await Promise.all(
          [sender('web'), sender('web'), sender('web')].map((by) => agree(by, hash)),
        );
        expect(results.map(({ state }) => state).sort()).toEqual(['linked', 'refused', 'refused']);
      }
    });
  });

  describe('a code is used by nobody who was not shown whose it is', () => {
    it('neither by who never looked nor by who looked at the one before; each counts as a wrong code', async () => {
      const [stranger, looked] = [sender(), sender()];
      const before = await make({ cadre: 'MAU-901' });
      await checkLinkCode(database, looked, before.hash);
      const { hash } = await make({ cadre: 'MAU-901' });
      for (const by of [stranger, looked, { ...stranger, channel: 'web' }]) {
        expect(await use(by, hash)).toEqual({ state: 'refused', triesLeft: 4 });
        expect(await findAccount(database, by)).toBeNull();
      }
      // Not used up by that.
      expect(await checkLinkCode(database, stranger, hash)).toMatchObject({ state: 'valid' });
      expect(await use({ ...stranger, channel: 'web' }, hash)).toEqual({ state: 'refused', triesLeft: 3 });
      expect(await use(stranger, hash)).toMatchObject({ state: 'linked' });
    });

    it('is not confused by keys with spaces', async () => {
      const { hash } = await make({ cadre: 'MAU-901' });
      await checkLinkCode(database, { channel: 'web', key: 'a b' }, hash);
      expect(await use({ channel: 'web', key: 'b' }, hash)).toMatchObject({ state: 'refused' });
    });
  });

  it('a code that was burnt is refused, and burning tells nothing', async () => {
    const by = sender();
    const { hash } = await make({ cadre: 'MAU-901' });
    await checkLinkCode(database, by, hash);
    expect(await burnLinkCode(database, 'another')).toBeUndefined();
    expect(await checkLinkCode(database, by, hash)).toMatchObject({ state: 'valid' });
    expect(await burnLinkCode(database, hash)).toBeUndefined();
    expect(await use(by, hash)).toMatchObject({ state: 'refused' });
  });

  describe('wrong codes', () => {
    it('block a sender after five within 24 hours, for right codes too, and nobody else', async () => {
      const by = sender();
      const { hash } = await make({ cadre: 'MAU-902' });
      const answers = [];
      for (let time = 0; time < 5; time += 1) answers.push(await checkLinkCode(database, by, 'wrong'));
      expect(answers).toEqual([
        ...[4, 3, 2, 1].map((triesLeft) => ({ state: 'refused', triesLeft })),
        { state: 'blocked' },
      ]);
      expect(await checkLinkCode(database, by, hash)).toEqual({ state: 'blocked' });
      expect(await use(by, hash)).toEqual({ state: 'blocked' });
      const sameKey = { channel: 'web', key: by.key };
      expect(await agree(sameKey, hash)).toMatchObject({ state: 'linked' });
    });

    it('count no more after 24 hours', async () => {
      const by = sender();
      for (let time = 0; time < 5; time += 1) await use(by, 'wrong');
      await database.query(`update link_tries set tried_at = tried_at - interval '24 hours' where key = $1`, [
        by.key,
      ]);
      expect(await checkLinkCode(database, by, 'wrong')).toEqual({ state: 'refused', triesLeft: 4 });
      expect(await database.query('select 1 from link_tries where key = $1', [by.key])).toHaveLength(1);
    });

    it('sent all at once are counted all', async () => {
      const by = sender();
      const answers = await Promise.all(
        Array.from({ length: 12 }, () => checkLinkCode(database, by, 'wrong')),
      );
      expect(answers.filter(({ state }) => state === 'refused')).toHaveLength(4);
      expect(answers.filter(({ state }) => state === 'blocked')).toHaveLength(8);
    });
  });

  describe('who may have a code made for whom', () => {
    it('staff for people whom they see, admins for accounts, the operator for all', async () => {
      expect((await make({ cadre: 'MAU-901' }, people.staffOfWard)).name).toBe('Nguyễn Văn An');
      expect((await make({ account: people.em.accountId }, people.admin)).name).toBe('Hoàng Văn Em');
      expect((await make({ account: people.an.accountId }, people.staffOfProvince)).name).toBe(
        'Nguyễn Văn An',
      );
      expect((await make({ cadre: 'MAU-906' })).name).toBe('Đỗ Hà Giang');
    });

    it('is refused in the same words for hidden people, missing people and missing accounts', async () => {
      const refusals = await Promise.all(
        [
          make({ cadre: 'MAU-905' }, people.staffOfWard),
          make({ cadre: 'MAU-000' }, people.staffOfWard),
          make({ cadre: 'MAU-905' }, people.an),
          make({ cadre: 'MAU-901' }, people.an),
          make({ cadre: 'MAU-901' }, people.admin),
          make({ account: people.em.accountId }, people.staffOfWard),
          make({ account: randomUUID() }, people.staffOfWard),
          make({ account: 'không phải mã' }, people.admin),
          make({ account: OPERATOR.accountId }, people.admin),
          make({ account: OPERATOR.accountId }, OPERATOR),
        ].map(refusal),
      );
      expect(refusals[0]?.[0]).toBe('not_found');
      expect(new Set(refusals.map(String)).size).toBe(1);
    });

    it('leaves no account behind for people whom the asker may not see', async () => {
      await refusal(make({ cadre: 'MAU-906' }, people.staffOfWard));
      const fresh = await engine.open();
      const others = await fillRecords(fresh);
      const expires = new Date(Date.now() + HOUR);
      await refusal(
        createLinkCode(fresh, others.staffOfWard, { hash: 'h', for: { cadre: 'MAU-906' }, expires }),
      );
      expect(await fresh.query(`select 1 from accounts where cadre = 'MAU-906'`)).toEqual([]);
    });

    it('is refused where the code would lend more than the asker has', async () => {
      // The province's staff has a record in a unit of its own scope; the ward's staff must not become it.
      const account = await saveAccount(database, OPERATOR, {
        name: 'Lê Thu Cúc',
        cadre: 'MAU-903',
        staffOf: ['LG-NL'],
        admin: true,
        ...(await accountOf('MAU-903')),
      });
      expect(await refusal(make({ account: account.id }, people.staffOfProvince))).toMatchObject([
        'not_found',
        {},
      ]);
      await saveAccount(database, OPERATOR, { ...account, admin: false });
      expect((await make({ account: account.id }, people.staffOfProvince)).name).toBe('Lê Thu Cúc');
      await saveAccount(database, OPERATOR, { ...account, admin: false, staffOf: ['HS'] });
      expect(await refusal(make({ cadre: 'MAU-903' }, people.staffOfProvince))).toMatchObject([
        'not_found',
        {},
      ]);
      expect((await make({ cadre: 'MAU-903' })).name).toBe('Lê Thu Cúc');
    });

    const accountOf = async (cadre: string): Promise<{ readonly id?: string }> => {
      const [row] = await database.query<{ id: string }>('select id from accounts where cadre = $1', [cadre]);
      return row ?? {};
    };
  });

  it('the operator can be linked to no channel, even past the functions', async () => {
    await expect(
      database.query(
        `insert into channel_accounts (channel, key, account, consent) values ('web', 'x', $1, 'x')`,
        [OPERATOR.accountId],
      ),
    ).rejects.toMatchObject({ code: '23514' });
  });

  describe('a phone number', () => {
    const offer = (phone: string) =>
      offerByPhone(database, phone, { hash: randomUUID(), expires: new Date(Date.now() + HOUR) });

    it('of one record offers a code for it', async () => {
      const hash = randomUUID();
      const expires = new Date(Date.now() + HOUR);
      expect(await offerByPhone(database, '84900000901', { hash, expires })).toEqual({
        name: 'Nguyễn Văn An',
      });
      expect(await agree(sender(), hash)).toMatchObject({ state: 'linked', account: people.an.accountId });
    });

    it('of nobody, of several people, of staff or of an admin offers nothing', async () => {
      expect(await offer('84900000000')).toBeNull();
      expect(await offer('')).toBeNull();
      await database.query(`update cadres set phone = '0900000901' where code = 'MAU-904'`);
      expect(await offer('84900000901')).toBeNull();
      await database.query(`update cadres set phone = '0900000904' where code = 'MAU-904'`);
      expect(await offer('84900000904')).toBeNull();
      await saveAccount(database, OPERATOR, {
        id: people.em.accountId,
        name: 'Hoàng Văn Em',
        cadre: 'MAU-905',
        staffOf: [],
        admin: true,
      });
      expect(await offer('84900000905')).toBeNull();
    });
  });
});

import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../database.ts';
import { readCadres, saveRoster } from '../records/cadres.ts';
import { exportPersonalData } from '../records/personalData.ts';
import { fillRecords, type TestPeople, testCadre } from '../records/records.testing.ts';
import { forEachEngine } from '../testing.ts';
import { findAccount, listAccounts, readAccount, saveAccount } from './accounts.ts';
import { OPERATOR } from './identity.ts';
import { linkTo } from './linking.testing.ts';
import { checkLinkCode, createLinkCode } from './linking.ts';

forEachEngine((engine) => {
  let database: Database;
  let people: TestPeople;

  beforeAll(async () => {
    database = await engine.open();
    people = await fillRecords(database);
  });

  const plain = { name: 'Người mới', cadre: null, staffOf: [], admin: false };

  it('an admin makes, changes and lists accounts, and sees no record by that', async () => {
    const made = await saveAccount(database, people.admin, {
      ...plain,
      cadre: 'MAU-906',
      staffOf: ['LG', 'HS', 'LG'],
    });
    expect(made).toEqual({
      ...plain,
      id: made.id,
      name: 'Đỗ Hà Giang',
      cadre: 'MAU-906',
      staffOf: ['HS', 'LG'],
    });
    const changed = { ...made, name: 'Tên khác', cadre: null, staffOf: ['HS-TX', 'HS'] };
    expect(await saveAccount(database, people.admin, changed)).toEqual({
      ...changed,
      staffOf: ['HS', 'HS-TX'],
    });
    expect(await readAccount(database, { accountId: made.id })).toEqual({
      ...changed,
      staffOf: ['HS', 'HS-TX'],
    });
    expect((await listAccounts(database, people.admin)).map(({ id }) => id)).toContain(made.id);
    expect(await readCadres(database, people.admin, null)).toEqual([]);
  });

  describe.each(['an', 'staffOfProvince'] as const)('%s, who is no admin,', (who) => {
    it('may neither make, change nor list accounts', async () => {
      for (const work of [
        () => saveAccount(database, people[who], plain),
        () => saveAccount(database, people[who], { ...plain, id: people[who].accountId, admin: true }),
        () => listAccounts(database, people[who]),
      ]) {
        await expect(work()).rejects.toMatchObject({ code: 'bad_input' });
      }
    });

    it('sees the own account', async () => {
      expect((await readAccount(database, people[who])).id).toBe(people[who].accountId);
    });
  });

  it('an account that is gone, and the operator’s, are not found to be changed', async () => {
    await expect(readAccount(database, { accountId: randomUUID() })).rejects.toMatchObject({
      code: 'not_found',
    });
    for (const id of [randomUUID(), OPERATOR.accountId]) {
      await expect(saveAccount(database, OPERATOR, { ...plain, id })).rejects.toMatchObject({
        code: 'not_found',
      });
    }
  });

  it('units that are not there and a record that has an account are refused, and nothing is stored', async () => {
    const before = await listAccounts(database, OPERATOR);
    await expect(saveAccount(database, people.admin, { ...plain, staffOf: ['KHONG'] })).rejects.toMatchObject(
      {
        code: 'bad_input',
        sentence: expect.stringContaining('KHONG'),
      },
    );
    await expect(saveAccount(database, people.admin, { ...plain, cadre: 'MAU-901' })).rejects.toMatchObject({
      code: 'bad_input',
      sentence: expect.stringContaining('tài khoản khác'),
    });
    expect(await listAccounts(database, OPERATOR)).toEqual(before);
  });

  it('a record that is not there is refused in words, and nothing is stored', async () => {
    const before = await listAccounts(database, OPERATOR);
    const id = people.staffOfOther.accountId;
    for (const wanted of [plain, { ...plain, id }]) {
      await expect(
        saveAccount(database, people.admin, { ...wanted, cadre: 'MAU-000' }),
      ).rejects.toMatchObject({ code: 'bad_input', sentence: expect.stringContaining('hồ sơ') });
    }
    expect(await listAccounts(database, OPERATOR)).toEqual(before);
  });

  describe('an account with a record', () => {
    let fresh: Database;
    let others: TestPeople;
    const AT = { channel: 'telegram', key: 'an' };
    const hash = 'unused';

    beforeEach(async () => {
      fresh = await engine.open();
      others = await fillRecords(fresh);
      await linkTo(fresh, AT, { account: others.an.accountId });
      await createLinkCode(fresh, OPERATOR, {
        hash,
        for: { account: others.an.accountId },
        expires: new Date(Date.now() + 60_000),
      });
    });

    const names = async () => [
      (await findAccount(fresh, AT))?.name,
      (await readAccount(fresh, others.an)).name,
      (await listAccounts(fresh, others.admin)).find(({ id }) => id === others.an.accountId)?.name,
      (await exportPersonalData(fresh, others.an)).account,
      (await checkLinkCode(fresh, { channel: 'web', key: 'x' }, hash)).state === 'valid' &&
        (
          await createLinkCode(fresh, OPERATOR, {
            hash,
            for: { cadre: 'MAU-901' },
            expires: new Date(Date.now() + 60_000),
          })
        ).name,
    ];
    const rename = (name: string) =>
      saveRoster(
        fresh,
        OPERATOR,
        { units: [], cadres: [testCadre({ code: 'MAU-901', unit: 'LG-NL', name })] },
        { dryRun: false },
      );

    it('is called as the record is, whatever else it was to be called, and wherever its name is read', async () => {
      const saved = await saveAccount(fresh, others.admin, {
        id: others.an.accountId,
        name: 'Chủ tịch',
        cadre: 'MAU-901',
        staffOf: [],
        admin: false,
      });
      expect(saved.name).toBe('Nguyễn Văn An');
      expect(new Set(await names())).toEqual(new Set(['Nguyễn Văn An']));
      await rename('Nguyễn Văn Ân');
      expect(new Set(await names())).toEqual(new Set(['Nguyễn Văn Ân']));
    });

    it('keeps links and codes while the person is the same', async () => {
      await saveAccount(fresh, others.admin, {
        ...(await readAccount(fresh, others.an)),
        admin: true,
      });
      expect(await findAccount(fresh, AT)).toMatchObject({ id: others.an.accountId, admin: true });
      expect(await checkLinkCode(fresh, AT, hash)).toMatchObject({ state: 'valid' });
    });

    it.each([null, 'MAU-906'])('that gets the record %s loses links and codes', async (cadre) => {
      await saveAccount(fresh, others.admin, { ...(await readAccount(fresh, others.an)), cadre });
      expect(await findAccount(fresh, AT)).toBeNull();
      expect(await checkLinkCode(fresh, AT, hash)).toMatchObject({ state: 'refused' });
    });

    it('loses links and codes, and nobody else does, when another person stands under its code', async () => {
      const em = { channel: 'web', key: 'em' };
      await linkTo(fresh, em, { account: others.em.accountId });
      await rename('Lý Văn Khác');
      expect(await findAccount(fresh, AT)).toBeNull();
      expect(await checkLinkCode(fresh, AT, hash)).toMatchObject({ state: 'refused' });
      expect(await findAccount(fresh, em)).not.toBeNull();
      expect((await readAccount(fresh, others.an)).name).toBe('Lý Văn Khác');
    });
  });
});

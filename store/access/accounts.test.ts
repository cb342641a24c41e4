import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../database.ts';
import { readCadres } from '../records/cadres.ts';
import { fillRecords, type TestPeople } from '../records/records.testing.ts';
import { forEachEngine } from '../testing.ts';
import { listAccounts, readAccount, saveAccount } from './accounts.ts';
import { OPERATOR } from './identity.ts';

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
    expect(made).toEqual({ ...plain, id: made.id, cadre: 'MAU-906', staffOf: ['HS', 'LG'] });
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
    });
    expect(await listAccounts(database, OPERATOR)).toEqual(before);
  });

  it('whether a record exists is not for an admin to find out by making accounts', async () => {
    const { id } = await saveAccount(database, people.admin, { ...plain, cadre: 'MAU-000' });
    expect(await readAccount(database, { accountId: id })).toMatchObject({ cadre: 'MAU-000' });
    expect(await readCadres(database, { accountId: id }, null)).toEqual([]);
  });
});

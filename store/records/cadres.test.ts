import { beforeAll, describe, expect, it } from 'vitest';
import type { AccessPurpose } from '../../domain/account.ts';
import { saveAccount } from '../access/accounts.ts';
import { asAccount, type Identity, OPERATOR } from '../access/identity.ts';
import type { Database } from '../database.ts';
import { forEachEngine } from '../testing.ts';
import { listAccess } from './accessLog.ts';
import { countCadres, findCadres, logShown, readCadre, readCadres, readUnits, saveRoster } from './cadres.ts';
import { fillRecords, type TestPeople, testCadre, testRoster, testUnit } from './records.testing.ts';

const PURPOSE: AccessPurpose = { channel: 'web', reason: 'own', purpose: 'thử' };

forEachEngine((engine) => {
  let database: Database;
  let people: TestPeople;

  beforeAll(async () => {
    database = await engine.open();
    people = await fillRecords(database);
  });

  describe('who sees which records', () => {
    it.each<[keyof TestPeople, readonly number[]]>([
      ['an', [901]],
      ['em', [905]],
      ['staffOfWard', [901, 902]],
      ['staffOfProvince', [901, 902, 903, 904]],
      ['staffOfOther', [905, 906]],
      // What took over from their unit is not theirs by that.
      ['staffOfFormer', []],
      ['admin', []],
      ['operator', [901, 902, 903, 904, 905, 906]],
    ])('%s', async (who, numbers) => {
      const codes = numbers.map((number) => `MAU-${number}`);
      const seen = await readCadres(database, people[who], null);
      expect(seen.map(({ code }) => code)).toEqual(codes);
      for (const { code } of testRoster.cadres) {
        const record = await readCadre(database, people[who], code, PURPOSE);
        expect(record?.code ?? null).toBe(codes.includes(code) ? code : null);
      }
      const found = await Promise.all(
        testRoster.cadres.map(({ name }) => findCadres(database, people[who], name, 5)),
      );
      expect(found.flat().map(({ code }) => code)).toEqual(codes);
    });
  });

  it('a record is read as it was stored, without its phone number', async () => {
    const [stored] = testRoster.cadres;
    expect(await readCadre(database, people.an, 'MAU-901', PURPOSE)).toEqual({ ...stored, phone: null });
  });

  it('the people of a unit are those of the units below it too, and only those one may see', async () => {
    const codes = async (identity: Identity, unit: string) =>
      (await readCadres(database, identity, unit)).map(({ code }) => code);
    expect(await codes(OPERATOR, 'HS')).toEqual(['MAU-905', 'MAU-906']);
    expect(await codes(people.staffOfProvince, 'LG-NL')).toEqual(['MAU-901', 'MAU-902']);
    expect(await codes(people.staffOfProvince, 'HS')).toEqual([]);
    expect(await codes(people.staffOfProvince, 'KHONG-CO')).toEqual([]);
  });

  it('units and the number of records are known to all', async () => {
    expect(await readUnits(database)).toEqual(
      [...testRoster.units].sort((one, other) => (one.code < other.code ? -1 : 1)),
    );
    expect(await countCadres(database)).toBe(6);
  });

  describe('a person is found by name', () => {
    const find = async (name: string, limit = 10) =>
      (await findCadres(database, OPERATOR, name, limit)).map(({ code }) => code);

    it('by the whole name or its end, without diacritics, in any case and spacing', async () => {
      expect(await find('nguyen van an')).toEqual(['MAU-901']);
      expect(await find('  VĂN   an ')).toEqual(['MAU-901']);
      expect(await find('Dũng')).toEqual(['MAU-904']);
      expect(await find('do ha giang')).toEqual(['MAU-906']);
    });

    it('but not by a part of a word, by its beginning, or by wildcards', async () => {
      for (const name of ['n', 'uyen van an', 'nguyen', '%', '_n', '', ' '])
        expect(await find(name)).toEqual([]);
    });

    it('at most as many as asked for, with their names and units', async () => {
      expect(await find('em', 0)).toEqual([]);
      expect(await findCadres(database, people.an, 'an', 5)).toEqual([
        { code: 'MAU-901', name: 'Nguyễn Văn An', unit: 'LG-NL' },
      ]);
    });
  });

  describe('somebody hidden and somebody who is not there', () => {
    it('are one and the same to who may not see them', async () => {
      for (const who of [people.an, people.staffOfWard, people.admin]) {
        for (const code of ['MAU-905', 'MAU-000']) {
          expect(await readCadre(database, who, code, PURPOSE)).toBeNull();
        }
        for (const name of ['Hoàng Văn Em', 'Hoàng Văn Không']) {
          expect(await findCadres(database, who, name, 5)).toEqual([]);
        }
      }
    });

    it('leave the same in the access log: nothing', async () => {
      const entries = () => database.query('select cadre from access_log order by id');
      const before = await entries();
      await readCadre(database, people.an, 'MAU-905', PURPOSE);
      await readCadre(database, people.an, 'MAU-000', PURPOSE);
      await logShown(database, people.an, ['MAU-905', 'MAU-000'], PURPOSE);
      expect(await entries()).toEqual(before);
    });
  });

  describe('the access log', () => {
    it('tells a person who looked, when, where from and why; newest first, and nobody else', async () => {
      const log = await engine.open();
      const asking = await fillRecords(log);
      const begin = Date.now();
      await readCadre(log, asking.an, 'MAU-901', PURPOSE);
      await readCadre(log, asking.staffOfWard, 'MAU-901', {
        channel: 'telegram',
        reason: 'staff',
        purpose: 'còn thiếu gì',
      });
      await logShown(log, asking.staffOfProvince, ['MAU-901', 'MAU-903', 'MAU-905'], {
        channel: 'terminal',
        reason: 'export',
        purpose: 'xuất danh sách',
      });
      const seen = await listAccess(log, asking.an, 10);
      expect(seen.map(({ at, ...entry }) => entry)).toEqual([
        {
          by: 'Phạm Anh Dũng',
          own: false,
          channel: 'terminal',
          reason: 'export',
          purpose: 'xuất danh sách',
        },
        {
          by: 'Trần Thị Bình',
          own: false,
          channel: 'telegram',
          reason: 'staff',
          purpose: 'còn thiếu gì',
        },
        { by: 'Nguyễn Văn An', own: true, channel: 'web', reason: 'own', purpose: 'thử' },
      ]);
      for (const { at } of seen) expect(at.getTime()).toBeGreaterThan(begin - 60_000);
      expect(await listAccess(log, asking.an, 1)).toHaveLength(1);
      expect(await listAccess(log, asking.em, 10)).toEqual([]);
      expect(await listAccess(log, asking.staffOfOther, 10)).toEqual([]);
    });

    it('does not keep a look whose transaction failed', async () => {
      const before = await listAccess(database, people.em, 100);
      await expect(
        asAccount(database, people.em, async (tx) => {
          await tx.query(
            `insert into access_log (cadre, channel, reason, purpose) values ('MAU-905', 'web', 'own', 'x')`,
          );
          throw new Error('broken off');
        }),
      ).rejects.toThrow('broken off');
      expect(await listAccess(database, people.em, 100)).toEqual(before);
    });
  });

  it('reading one record, and the few of a unit, goes by an index among many', async () => {
    const many = await engine.open();
    const units = Array.from({ length: 100 }, (_, at) => testUnit({ code: `U${at}` }));
    const cadres = Array.from({ length: 5000 }, (_, at) =>
      testCadre({ code: `C${at}`, unit: `U${at % 100}` }),
    );
    await saveRoster(many, OPERATOR, { units, cadres }, { dryRun: false });
    await many.query('analyze cadres');
    const own = await saveAccount(many, OPERATOR, { name: 'x', cadre: 'C7', staffOf: [], admin: false });
    const staff = await saveAccount(many, OPERATOR, {
      name: 'x',
      cadre: null,
      staffOf: ['U7'],
      admin: false,
    });
    for (const { id } of [own, staff]) {
      for (const statement of ["select record from cadres where code = 'C7'", 'select record from cadres']) {
        const plan = await asAccount(many, { accountId: id }, (tx) =>
          tx.query<{ 'QUERY PLAN': string }>(`explain ${statement}`),
        );
        const lines = plan.map((row) => row['QUERY PLAN']).join('\n');
        expect(lines).toContain('cadres_pkey');
        expect(lines).not.toContain('Seq Scan on cadres');
      }
    }
  });
});

import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CadreRecord, Roster, Unit } from '../../domain/record.ts';
import { type Identity, OPERATOR } from '../access/identity.ts';
import { offerByPhone } from '../access/linking.ts';
import type { Database } from '../database.ts';
import { forEachEngine } from '../testing.ts';
import { readCadre, readCadres, readUnits, saveRoster } from './cadres.ts';
import {
  fillRecords,
  type TestPeople,
  testCadre,
  testQualification,
  testRoster,
  testUnit,
} from './records.testing.ts';
import { OTHER_PERSON_LINE } from './rosterChange.ts';

const NOTHING = { added: [], changed: [] };
const [AN] = testRoster.cadres;

forEachEngine((engine) => {
  let database: Database;
  let people: TestPeople;

  const fill = async () => {
    database = await engine.open();
    people = await fillRecords(database);
  };

  const save = (
    identity: Identity,
    roster: { readonly units?: readonly Unit[]; readonly cadres?: readonly CadreRecord[] },
    dryRun = false,
  ) => saveRoster(database, identity, { units: [], cadres: [], ...roster }, { dryRun });
  const everything = async () => [await readUnits(database), await readCadres(database, OPERATOR, null)];
  const changedAn = (changes: Partial<CadreRecord>): CadreRecord => {
    if (AN === undefined) throw new Error('the test roster is empty');
    return { ...AN, ...changes };
  };

  describe('storing a roster', () => {
    beforeEach(fill);

    it('a second time changes nothing', async () => {
      const before = await everything();
      expect(await saveRoster(database, OPERATOR, testRoster, { dryRun: false })).toEqual({
        units: NOTHING,
        cadres: { added: [], unchanged: 6, changed: [] },
      });
      expect(await everything()).toEqual(before);
    });

    it('tells the same in a dry run, which writes nothing', async () => {
      const roster = {
        units: [testUnit({ code: 'LG-MOI', parent: 'LG' })],
        cadres: [
          testCadre({ code: 'MAU-907', unit: 'LG-MOI' }),
          changedAn({
            qualifications: [testQualification({ kind: 'degree', level: 'thac_si', field: 'Luật' })],
          }),
        ],
      };
      const before = await everything();
      const told = await save(OPERATOR, roster, true);
      expect(told).toEqual({
        units: { added: ['LG-MOI'], changed: [] },
        cadres: {
          added: ['MAU-907'],
          unchanged: 0,
          changed: [
            {
              code: 'MAU-901',
              lines: ['Bằng cấp, chứng chỉ: bỏ “Đại học Luật”', 'Bằng cấp, chứng chỉ: thêm “Thạc sĩ Luật”'],
            },
          ],
        },
      });
      expect(await everything()).toEqual(before);
      expect(await save(OPERATOR, roster)).toEqual(told);
      expect(await save(OPERATOR, roster)).toMatchObject({ cadres: { unchanged: 2 } });
    });

    it('leaves who is not named, and the phone number where none is named', async () => {
      const code = { hash: 'h', expires: new Date(Date.now() + 1000) };
      expect(await save(OPERATOR, { cadres: [changedAn({ phone: null })] })).toMatchObject({
        cadres: { unchanged: 1 },
      });
      expect(await offerByPhone(database, '+84 900 000 901', code)).toEqual({ name: 'Nguyễn Văn An' });
      expect(await save(OPERATOR, { cadres: [changedAn({ phone: '0900 000 999' })] })).toMatchObject({
        cadres: { changed: [{ code: 'MAU-901', lines: ['Số điện thoại: thay đổi'] }] },
      });
      expect(await offerByPhone(database, '84900000901', code)).toBeNull();
      expect(await offerByPhone(database, '84900000999', code)).toEqual({ name: 'Nguyễn Văn An' });
      expect(await readCadres(database, OPERATOR, null)).toHaveLength(6);
    });

    it('tells, in a dry run too, that another name ends the links; another writing of the same does not', async () => {
      const lines = async (name: string) =>
        (await save(OPERATOR, { cadres: [changedAn({ name })] }, true)).cadres.changed.flatMap(
          (change) => change.lines,
        );
      expect(await lines('Nguyễn  Văn ÂN')).toEqual(['Họ tên: “Nguyễn Văn An” → “Nguyễn  Văn ÂN”']);
      expect(await lines('Lý Văn Khác')).toEqual([
        'Họ tên: “Nguyễn Văn An” → “Lý Văn Khác”',
        OTHER_PERSON_LINE,
      ]);
    });

    it('of many people takes a few statements, and all are there', async () => {
      const cadres = Array.from({ length: 12_000 }, (_, at) =>
        testCadre({ code: `C-${String(at).padStart(5, '0')}`, unit: 'LG-NL' }),
      );
      const change = await save(OPERATOR, { cadres });
      expect(change.cadres.added).toHaveLength(12_000);
      expect(await readCadres(database, people.staffOfWard, null)).toHaveLength(12_002);
    });

    it('is all or nothing', async () => {
      const before = await everything();
      const broken = testCadre({ code: 'MAU-908', unit: 'LG', name: 'NUL \u0000' });
      await expect(
        save(OPERATOR, {
          units: [testUnit({ code: 'LG-MOI', parent: 'LG' })],
          cadres: [changedAn({ name: 'Tên khác' }), broken],
        }),
      ).rejects.toThrow();
      expect(await everything()).toEqual(before);
    });

    it('of two at once, both count', async () => {
      const [one, other] = await Promise.all(
        [1, 2].map(() => save(OPERATOR, { cadres: [testCadre({ code: 'MAU-909', unit: 'LG' })] })),
      );
      expect([one?.cadres, other?.cadres].map((cadres) => cadres?.added.length).sort()).toEqual([0, 1]);
    });
  });

  describe('a roster is refused whole', () => {
    beforeAll(fill);

    it.each<[string, Partial<Roster>, string]>([
      ['without the unit of a person', { cadres: [testCadre({ code: 'X', unit: 'KHONG' })] }, '“X”'],
      [
        'with a person twice',
        { cadres: [testCadre({ code: 'X', unit: 'LG' }), testCadre({ code: 'X', unit: 'HS' })] },
        '“X”',
      ],
      ['with a unit twice', { units: [testUnit({ code: 'X' }), testUnit({ code: 'X' })] }, '“X”'],
      ['with a parent that is not there', { units: [testUnit({ code: 'X', parent: 'KHONG' })] }, '“KHONG”'],
      [
        'with a successor that is not there',
        { units: [testUnit({ code: 'X', successors: ['KHONG'] })] },
        '“KHONG”',
      ],
      ['with a unit above itself', { units: [testUnit({ code: 'X', parent: 'X' })] }, '“X”'],
      [
        'with units in a circle',
        { units: [testUnit({ code: 'LG', tier: 'province', parent: 'LG-NL' })] },
        '“LG”',
      ],
    ])('%s', async (_, roster, named) => {
      const before = await everything();
      for (const dryRun of [true, false]) {
        await expect(save(OPERATOR, roster, dryRun)).rejects.toMatchObject({
          code: 'bad_input',
          sentence: expect.stringContaining(named),
        });
      }
      expect(await everything()).toEqual(before);
    });
  });

  describe('staff', () => {
    beforeAll(fill);

    it('may hand in the units as they are', async () => {
      expect(await save(people.staffOfWard, { units: testRoster.units })).toMatchObject({ units: NOTHING });
    });

    it.each<[string, { readonly units?: readonly Unit[]; readonly cadres?: readonly CadreRecord[] }]>([
      ['a person into a unit that is not theirs', { cadres: [testCadre({ code: 'MAU-911', unit: 'HS' })] }],
      ['their own people out to another', { cadres: [testCadre({ code: 'MAU-902', unit: 'LG-MLD' })] }],
      ['somebody else’s people in', { cadres: [testCadre({ code: 'MAU-905', unit: 'LG-NL' })] }],
      ['a unit of others', { units: [testUnit({ code: 'HS-MOI', parent: 'HS' })] }],
      ['a unit without parent', { units: [testUnit({ code: 'MOI' })] }],
      [
        'a unit that hands over to another',
        {
          units: [testUnit({ code: 'MOI', parent: 'LG-NL', until: '2020-01-01', successors: ['HS-TX'] })],
        },
      ],
      [
        'their own unit, to reach further',
        {
          units: [
            testUnit({
              code: 'LG-NL',
              name: 'Phường Nam Lam',
              parent: 'LG',
              until: '2020-01-01',
              successors: ['HS'],
            }),
          ],
        },
      ],
    ])('may not store %s', async (_, roster) => {
      const before = await everything();
      for (const dryRun of [true, false]) {
        await expect(save(people.staffOfWard, roster, dryRun)).rejects.toMatchObject({ code: 'bad_input' });
      }
      expect(await everything()).toEqual(before);
    });

    it('are told the same of a code of hidden people and of a unit that is not theirs', async () => {
      const sentence = (cadre: CadreRecord) =>
        save(people.staffOfWard, { cadres: [cadre] }).then(
          () => null,
          (error: { sentence: string }) => error.sentence.replace(cadre.code, ''),
        );
      const hidden = await sentence(testCadre({ code: 'MAU-905', unit: 'LG-NL' }));
      expect(hidden).toBe(await sentence(testCadre({ code: 'MAU-000', unit: 'HS' })));
      expect(hidden).not.toBeNull();
    });

    it('cadres and admins store nobody', async () => {
      for (const who of [people.an, people.admin]) {
        await expect(save(who, { cadres: [changedAn({ name: 'Tên khác' })] })).rejects.toMatchObject({
          code: 'bad_input',
        });
      }
    });

    it('store people of their units and below, and add units below', async () => {
      const roster = {
        units: [testUnit({ code: 'LG-A', parent: 'LG' }), testUnit({ code: 'LG-A-1', parent: 'LG-A' })],
        cadres: [testCadre({ code: 'MAU-910', unit: 'LG-A-1' }), changedAn({ unit: 'LG-MLD' })],
      };
      const told = await save(people.staffOfProvince, roster, true);
      expect(await save(people.staffOfProvince, roster)).toEqual(told);
      expect(told.cadres.added).toEqual(['MAU-910']);
      expect(
        await readCadre(database, people.staffOfProvince, 'MAU-910', {
          channel: 'web',
          reason: 'staff',
          purpose: 'thử',
        }),
      ).not.toBeNull();
    });
  });
});

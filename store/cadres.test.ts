import { beforeAll, expect, it } from 'vitest';
import { countCadres, findCadres, readCadre, readCadres, readUnits } from './cadres.ts';
import type { Database } from './database.ts';
import { fillRecords, type TestPeople, testRoster } from './records.testing.ts';
import { forEachEngine } from './testing.ts';

forEachEngine((engine) => {
  let database: Database;
  let people: TestPeople;
  beforeAll(async () => {
    database = await engine.open();
    people = await fillRecords(database);
  });
  it('smoke', async () => {
    const codes = async (who: keyof TestPeople) =>
      (await readCadres(database, people[who], null)).map(({ code }) => code);
    expect(await codes('an')).toEqual(['MAU-901']);
    expect(await codes('staffOfWard')).toEqual(['MAU-901', 'MAU-902']);
    expect(await codes('staffOfProvince')).toEqual(['MAU-901', 'MAU-902', 'MAU-903', 'MAU-904']);
    expect(await codes('staffOfFormer')).toEqual(['MAU-903']);
    expect(await codes('admin')).toEqual([]);
    expect(await codes('operator')).toHaveLength(6);
    expect(await readUnits(database)).toEqual(
      [...testRoster.units].sort((a, b) => (a.code < b.code ? -1 : 1)),
    );
    expect(await countCadres(database)).toBe(6);
    expect(
      await readCadre(database, people.an, 'MAU-901', { channel: 'x', reason: 'own', purpose: 'x' }),
    ).toEqual({ ...testRoster.cadres[0], phone: null });
    expect(
      await readCadre(database, people.an, 'MAU-902', { channel: 'x', reason: 'own', purpose: 'x' }),
    ).toBe(null);
    expect(await findCadres(database, people.operator, 'AN', 9)).toHaveLength(1);
  });
});

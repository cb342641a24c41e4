import { beforeAll, describe, expect, it } from 'vitest';
import { sampleDirective } from '../../testing/sampleDirective.ts';
import { asAccount } from '../access/identity.ts';
import type { Database } from '../database.ts';
import { saveDirective } from '../directives.ts';
import { fillRecords, type TestPeople } from '../records/records.testing.ts';
import { retireDirective } from '../standing.ts';
import { forEachEngine } from '../testing.ts';
import { listManaged, readDraftFile, readOriginal } from './console.ts';
import { fillUploads } from './uploadGuards.testing.ts';

forEachEngine((engine) => {
  let database: Database;
  let people: TestPeople;
  const ids: number[] = [];

  beforeAll(async () => {
    database = await engine.open();
    people = await fillRecords(database);
    for (const number of ['851/2026/QĐ-UBND', '852/2026/QĐ-UBND', '853/2026/QĐ-UBND']) {
      const directive = sampleDirective({ number }, [
        { heading: 'Thời lượng', clauses: [`Theo ${number}.`] },
      ]);
      ids.push((await saveDirective(database, directive)).id);
    }
    const [older = 0, newer = 0, withdrawn = 0] = ids;
    await fillUploads(database);
    await asAccount(database, people.admin, async (tx) => {
      await retireDirective(tx, older, newer);
      await retireDirective(tx, withdrawn, null);
      await tx.query('update drafts set directive = $1', [newer]);
    });
  });

  describe('the list of an admin', () => {
    it('holds what is answered from and what was taken back, with who sent it, and no older versions', async () => {
      const list = await listManaged(database, people.admin);
      expect(list.map(({ id, standing, by }) => [id, standing, by])).toEqual([
        [ids[2], 'withdrawn', null],
        [ids[1], 'live', 'Người vận hành'],
      ]);
      expect(list[0]?.storedAt).toBeInstanceOf(Date);
    });

    it('and the files behind it are for admins alone', async () => {
      const [, live = 0] = ids;
      expect((await readOriginal(database, people.admin, live))?.bytes.length).toBeGreaterThan(0);
      expect(await readOriginal(database, people.admin, 99_999)).toBeNull();
      expect((await readDraftFile(database, people.admin, 1))?.bytes.length).toBe(1);
      for (const attempt of [
        () => listManaged(database, people.staffOfProvince),
        () => readOriginal(database, people.an, live),
        () => readDraftFile(database, people.an, 1),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ code: 'bad_input' });
      }
    });
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { OPERATOR } from '../access/identity.ts';
import { linkTo } from '../access/linking.testing.ts';
import { leaveNotice, takeNotices } from '../access/notices.ts';
import type { Database } from '../database.ts';
import { forEachEngine } from '../testing.ts';
import { closeCorrection, listCorrections, openCorrection } from './corrections.ts';
import { fillRecords, type TestPeople } from './records.testing.ts';

const REQUEST = { line: 'Đại học Luật, cấp 2008', says: 'Tôi tốt nghiệp năm 2007' };
const ACCEPTED = { state: 'accepted', answer: 'Đã sửa theo bằng gốc' } as const;

forEachEngine((engine) => {
  let database: Database;
  let people: TestPeople;

  beforeEach(async () => {
    database = await engine.open();
    people = await fillRecords(database);
  });

  it('a request goes to the staff of the unit, is answered once, and the person is told everywhere', async () => {
    const places = ['telegram', 'web'].map((channel) => ({ channel, key: 'an' }));
    for (const place of places) await linkTo(database, place, { account: people.an.accountId });
    const opened = await openCorrection(database, people.an, REQUEST);
    expect(opened).toMatchObject({
      ...REQUEST,
      cadre: 'MAU-901',
      name: 'Nguyễn Văn An',
      state: 'open',
      answer: null,
    });
    expect(await listCorrections(database, people.an, 'own')).toEqual([opened]);
    for (const staff of [people.staffOfWard, people.staffOfProvince, OPERATOR]) {
      expect(await listCorrections(database, staff, 'ofUnits')).toEqual([opened]);
    }
    for (const other of [people.an, people.em, people.staffOfOther, people.admin]) {
      expect(await listCorrections(database, other, 'ofUnits')).toEqual([]);
    }

    await closeCorrection(database, people.staffOfWard, opened.id, ACCEPTED);
    expect(await listCorrections(database, people.staffOfProvince, 'ofUnits')).toEqual([]);
    expect(await listCorrections(database, people.an, 'own')).toEqual([{ ...opened, ...ACCEPTED }]);
    for (const place of places) {
      const [notice, ...more] = await takeNotices(database, place);
      expect(more).toEqual([]);
      expect(notice).toContain('đã trả lời');
      // It may be shown in a group.
      expect(notice).not.toContain('Luật');
      expect(notice).not.toContain('bằng gốc');
    }
    await expect(
      closeCorrection(database, people.staffOfProvince, opened.id, ACCEPTED),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('a request of hidden people and one that is not there are not found alike', async () => {
    const { id } = await openCorrection(database, people.em, REQUEST);
    const refusals: unknown[] = [];
    for (const [who, wanted] of [
      [people.staffOfWard, id],
      [people.staffOfWard, id + 1],
      [people.staffOfWard, Number.NaN],
      [people.staffOfWard, 1e30],
      [people.em, id],
      [people.admin, id],
    ] as const) {
      await closeCorrection(database, who, wanted, ACCEPTED).catch((error: { sentence: string }) =>
        refusals.push(error.sentence),
      );
    }
    expect(refusals).toHaveLength(6);
    expect(new Set(refusals).size).toBe(1);
    expect(await listCorrections(database, people.em, 'own')).toMatchObject([{ state: 'open' }]);
  });

  it('one’s own request is for others to answer, for staff too', async () => {
    const own = await openCorrection(database, people.staffOfWard, REQUEST);
    expect(await listCorrections(database, people.staffOfWard, 'ofUnits')).toEqual([]);
    await expect(closeCorrection(database, people.staffOfWard, own.id, ACCEPTED)).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await listCorrections(database, people.staffOfWard, 'own')).toEqual([own]);
    await closeCorrection(database, people.staffOfProvince, own.id, ACCEPTED);
    expect(await listCorrections(database, people.staffOfWard, 'own')).toMatchObject([{ state: 'accepted' }]);
  });

  it('twenty open ones are the most, also when they come at once; an answered one makes room', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 25 }, () => openCorrection(database, people.an, REQUEST)),
    );
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(5);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'limit_exceeded' });
    const [first] = await listCorrections(database, people.an, 'own');
    await closeCorrection(database, people.staffOfWard, first?.id ?? 0, ACCEPTED);
    await openCorrection(database, people.an, REQUEST);
    await openCorrection(database, people.em, REQUEST);
  });

  it('somebody without a record opens none', async () => {
    for (const who of [people.admin, people.staffOfOther]) {
      await expect(openCorrection(database, who, REQUEST)).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  it('an id that was drawn before is drawn anew, and nobody sees that it was', async () => {
    const { id } = await openCorrection(database, people.em, REQUEST);
    // The first draw hits the id of somebody else, the next does not.
    await database.query('create sequence draws');
    await database.query(`alter table corrections alter column id set default ${id} + nextval('draws') - 1`);
    await database.query('grant usage on sequence draws to dat_chuan_app');
    expect((await openCorrection(database, people.an, REQUEST)).id).toBe(id + 1);
  });

  describe('a notice', () => {
    it('is handed out once, to its person only, in order', async () => {
      const an = { channel: 'web', key: 'k' };
      await leaveNotice(database, an, 'một');
      await leaveNotice(database, an, 'hai');
      expect(await takeNotices(database, { channel: 'telegram', key: 'k' })).toEqual([]);
      const taken = await Promise.all([takeNotices(database, an), takeNotices(database, an)]);
      expect(taken.flat()).toEqual(['một', 'hai']);
    });
  });
});

import { beforeEach, expect, it } from 'vitest';
import type { AccessPurpose, ChannelKey } from '../../domain/account.ts';
import { findAccount } from '../access/accounts.ts';
import { OPERATOR } from '../access/identity.ts';
import { agreeTo } from '../access/linking.testing.ts';
import { checkLinkCode, createLinkCode, listLinks } from '../access/linking.ts';
import { leaveNotice, takeNotices } from '../access/notices.ts';
import type { Database } from '../database.ts';
import { forEachEngine } from '../testing.ts';
import { forgetOldAccess, KEPT_MONTHS, listAccess } from './accessLog.ts';
import { readCadre } from './cadres.ts';
import { openCorrection } from './corrections.ts';
import { erasePersonalData, exportPersonalData } from './personalData.ts';
import { fillRecords, type TestPeople, testRoster } from './records.testing.ts';

const OWN: AccessPurpose = { channel: 'web', reason: 'own', purpose: 'thử' };
const STAFF: AccessPurpose = { channel: 'web', reason: 'staff', purpose: 'thử' };
const AT: ChannelKey = { channel: 'telegram', key: 'an' };

forEachEngine((engine) => {
  let database: Database;
  let people: TestPeople;

  beforeEach(async () => {
    database = await engine.open();
    people = await fillRecords(database);
    const expires = new Date(Date.now() + 60_000);
    await createLinkCode(database, OPERATOR, { hash: 'h1', for: { cadre: 'MAU-901' }, expires });
    await agreeTo(database, AT, 'h1');
    await createLinkCode(database, OPERATOR, { hash: 'unused', for: { cadre: 'MAU-901' }, expires });
    await leaveNotice(database, AT, 'lời nhắn');
    await readCadre(database, people.an, 'MAU-901', OWN);
    await readCadre(database, people.staffOfWard, 'MAU-901', STAFF);
    await openCorrection(database, people.an, { line: 'x', says: 'y' });
    await openCorrection(database, people.em, { line: 'x', says: 'y' });
  });

  it('one’s own data are exported whole: record with phone, links, requests, looks', async () => {
    const data = await exportPersonalData(database, people.an);
    expect(data.account).toBe('Nguyễn Văn An');
    expect(data.record).toEqual(testRoster.cadres[0]);
    expect(data.links).toMatchObject([{ ...AT, consent: 'v1' }]);
    expect(data.corrections).toMatchObject([{ cadre: 'MAU-901' }]);
    expect(data.notices).toMatchObject([{ kind: 'security', state: 'waiting', words: 'lời nhắn' }]);
    expect(data.access.map(({ by }) => by)).toEqual([
      'Trần Thị Bình',
      'Nguyễn Văn An',
      'Người vận hành',
      'Nguyễn Văn An',
      'Người vận hành',
    ]);
  });

  it('an account without a record exports what there is, one that is gone is not found', async () => {
    expect(await exportPersonalData(database, people.admin)).toEqual({
      account: 'Quản trị',
      record: null,
      links: [],
      corrections: [],
      notices: [],
      access: [],
    });
    await expect(
      exportPersonalData(database, { accountId: '00000000-0000-4000-8000-00000000dead' }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('erasing takes links, codes, requests and old own traces, and leaves record and others’ looks', async () => {
    await database.query(`update access_log set at = at - interval '30 days' - interval '1 minute'`);
    expect(await erasePersonalData(database, people.an)).toEqual({
      links: 1,
      traces: 2,
      requests: 1,
      keptMonths: KEPT_MONTHS,
    });
    expect(await findAccount(database, AT)).toBeNull();
    expect(await listLinks(database, people.an)).toEqual([]);
    expect(await checkLinkCode(database, AT, 'unused')).toMatchObject({ state: 'refused' });
    expect(await exportPersonalData(database, people.an)).toMatchObject({
      record: { code: 'MAU-901' },
      corrections: [],
      access: [{ by: 'Trần Thị Bình' }, { by: 'Người vận hành' }, { by: 'Người vận hành' }],
    });
    expect((await exportPersonalData(database, people.em)).corrections).toHaveLength(1);
    expect(await erasePersonalData(database, people.an)).toMatchObject({ links: 0, traces: 0, requests: 0 });
  });

  it('erasing covers nothing up: what happened in the last 30 days stays in the log, and notices wait', async () => {
    await database.query(`update access_log set at = at - interval '30 days' + interval '1 hour'`);
    expect((await erasePersonalData(database, people.an)).traces).toBe(0);
    expect(await listAccess(database, people.an, 10)).toHaveLength(5);
    expect(await takeNotices(database, AT)).toEqual(['lời nhắn']);
  });

  it('staff who erase their own data do not erase that they looked at others', async () => {
    await database.query(`update access_log set at = at - interval '31 days'`);
    expect((await erasePersonalData(database, people.staffOfWard)).traces).toBe(0);
    expect(await listAccess(database, people.an, 10)).toHaveLength(5);
  });

  it('entries are forgotten after the months that are promised, and not before', async () => {
    await database.query(
      `update access_log set at = now() - make_interval(months => $1) + interval '1 hour' where by_name like 'Trần%'`,
      [KEPT_MONTHS],
    );
    expect(await forgetOldAccess(database)).toBe(0);
    await database.query(`update access_log set at = at - interval '2 hours' where by_name like 'Trần%'`);
    expect(await forgetOldAccess(database)).toBe(1);
    expect((await listAccess(database, people.an, 10)).map(({ by }) => by)).not.toContain('Trần Thị Bình');
  });
});

import { expect, it } from 'vitest';
import { leaveNotice } from '../../store/access/notices.ts';
import { pgliteForTests } from '../../store/testing.ts';
import { tellNotices } from './notices.ts';
import { noticeTexts } from './noticeTexts.ts';

const engine = pgliteForTests();

it('notices are listed with how they stand, without their words and without the key of a person', async () => {
  const database = await engine.open();
  const lines: string[] = [];
  const io = { out: (text: string) => void lines.push(text) };
  await tellNotices(io, database, {});
  expect(lines.splice(0)).toEqual([noticeTexts.none]);
  await leaveNotice(database, { channel: 'telegram', key: '100200300' }, 'Lời riêng.');
  await tellNotices(io, database, {});
  expect(lines).toEqual(['đang chờ: 1', expect.stringContaining('an toàn tài khoản: đang chờ')]);
  const [shown] = lines.splice(0).slice(1);
  await tellNotices(io, database, { json: true });
  expect(JSON.parse(lines.join(''))).toMatchObject({
    counts: [{ state: 'waiting', failure: null, notices: 1 }],
    notices: [{ cadre: null, kind: 'security', state: 'waiting', via: null }],
  });
  expect(`${shown}${lines}`).not.toMatch(/Lời riêng|100200300/);
});

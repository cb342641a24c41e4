import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { search } from '../../../retrieve/search.ts';
import { linkTo } from '../../../store/access/linking.testing.ts';
import type { Database } from '../../../store/database.ts';
import { queueNotice } from '../../../store/notices/queueNotice.ts';
import { listAccess } from '../../../store/records/accessLog.ts';
import { fillRecords, type TestPeople } from '../../../store/records/records.testing.ts';
import { pgliteForTests } from '../../../store/testing.ts';
import { createRespond } from '../../core.ts';
import { type Block, collectReply, type Reply } from '../../message.ts';
import { texts as staffTexts } from '../staff/noticesTexts.ts';
import { texts } from './noticesSettingsTexts.ts';

describe('notices, for whom they are and who looks after them', () => {
  const engine = pgliteForTests();
  let database: Database;
  let people: TestPeople;

  beforeAll(async () => {
    database = await engine.open();
    people = await fillRecords(database);
    for (const who of ['an', 'staffOfWard', 'staffOfOther', 'admin'] as const) {
      await linkTo(database, { channel: 'telegram', key: who }, { account: people[who].accountId });
    }
  });
  beforeEach(() => database.query('truncate notices, notice_mutes'));

  const send = (text: string, sender: string): Promise<Reply> =>
    collectReply(
      createRespond(
        { database, search, today: () => '2026-11-22', now: () => new Date(), tell: async () => undefined },
        ({ error }) => {
          throw error;
        },
      )({ channel: 'telegram', conversation: '1', sender, isPrivate: true, text }),
    );
  const tellAn = (kind: 'reminder' | 'answer', text: string) =>
    queueNotice(database, { account: people.an.accountId, kind, text });

  it('one that waits is told before the next answer, whatever was asked, and listed then without its words', async () => {
    await tellAn('reminder', 'Lớp QPAN mở ngày 01/12.');
    const [first, ...others] = (await send('/trogiup', 'an')).blocks;
    expect(first).toEqual({ kind: 'text', text: 'Lớp QPAN mở ngày 01/12.', tone: 'warning' });
    expect(others.length).toBeGreaterThan(0);
    const shown = words(await send('/thongbao', 'an'));
    expect(shown).toContain('nhắc hạn, nhắc lớp: đã báo khi người nhận nhắn tới');
    expect(shown).not.toContain('Lớp QPAN');
    expect(shown).not.toContain(staffTexts.titleOfUnits);
  });

  it('are refused in a sentence, but for answers to one’s own requests; then these too; and taken again', async () => {
    const reply = await send('dung nhac toi nua', 'an');
    expect(words(reply)).toBe(texts.muted);
    expect(await tellAn('reminder', 'x')).toBe('muted');
    expect(await tellAn('answer', 'y')).toBe('waiting');
    const [, all] = reply.choices;
    expect(words(await send(all?.send ?? '', 'an'))).toBe(`y\n${texts.mutedAll}`);
    expect(await tellAn('answer', 'z')).toBe('muted');
    expect(words(await send('/thongbao', 'an'))).toContain('Đã tắt: kết quả đề nghị của anh/chị;');
    expect(words(await send('/batthongbao', 'an'))).toBe(texts.unmuted);
    expect(words(await send('/tatthongbao nhac', 'an'))).toBe(texts.mutedOne('nhắc hạn, nhắc lớp'));
    expect(await tellAn('answer', 'w')).toBe('waiting');
    expect(words(await send('/tatthongbao gì đó', 'an'))).toContain('traloi');
  });

  it('are counted for staff of the unit and for admins, with no word of what a person was reminded of', async () => {
    await tellAn('reminder', 'Anh còn thiếu trung cấp LLCT.');
    const shown = words(await send('/thongbao', 'staffOfWard'));
    expect(shown).toContain(staffTexts.titleOfUnits);
    expect(shown).toContain('đang chờ 1');
    expect(shown).toContain('Nguyễn Văn An (MAU-901) – nhắc hạn, nhắc lớp: đang chờ');
    expect(shown).not.toContain('trung cấp');
    expect((await listAccess(database, people.an, 1))[0]).toMatchObject({
      by: 'Trần Thị Bình',
      purpose: staffTexts.purpose,
    });
    expect(words(await send('/thongbao', 'admin'))).toContain('Nguyễn Văn An – nhắc hạn, nhắc lớp: đang chờ');
    expect(words(await send('/thongbao', 'staffOfOther'))).toContain(staffTexts.none);
    expect(words(await send('/thongbao', 'stranger'))).toBe(texts.strangers);
  });
});

function words({ blocks }: Reply): string {
  return blocks.map(wordsOf).join('\n');
}

function wordsOf(block: Block): string {
  if (block.kind === 'text') return block.text;
  if (block.kind === 'table') return block.rows.map((row) => row.join(' ')).join('\n');
  return block.kind === 'list' ? block.items.join('\n') : '';
}

import { beforeAll, describe, expect, it } from 'vitest';
import { search } from '../../retrieve/search.ts';
import { linkTo } from '../../store/access/linking.testing.ts';
import type { Database } from '../../store/database.ts';
import { saveDirective } from '../../store/directives.ts';
import { fillRecords } from '../../store/records/records.testing.ts';
import { forEachEngine } from '../../store/testing.ts';
import { sampleDirective } from '../../testing/sampleDirective.ts';
import { createRespond } from '../core.ts';
import { collectReply, type Message, type Reply } from '../message.ts';
import { texts as coreTexts } from '../texts.ts';
import { feedbackTexts } from './feedbackTexts.ts';
import { approvedTexts } from './staff/approvedTexts.ts';

const ASKED = 'công chức học thạc sĩ được hỗ trợ bao nhiêu tiền';
const MISSING = 'nuôi ong mật trên sân thượng cơ quan có được không';

forEachEngine((engine) => {
  describe('answers in the chat', () => {
    const failures: unknown[] = [];
    let database: Database;

    beforeAll(async () => {
      database = await engine.open();
      const people = await fillRecords(database);
      for (const who of ['an', 'admin', 'staffOfWard'] as const) {
        await linkTo(database, { channel: 'telegram', key: who }, { account: people[who].accountId });
      }
      await saveDirective(
        database,
        sampleDirective({ number: '88/2026/QĐ-UBND', type: 'Quyết định', effective: '2026-01-01' }, [
          { heading: 'Hỗ trợ', clauses: ['Công chức học thạc sĩ được hỗ trợ 40 triệu đồng.'] },
          { heading: 'Thời gian', clauses: ['Thời gian học không quá 24 tháng.'] },
        ]),
      );
    });

    const send = (sender: string, text: string, more: Partial<Message> = {}): Promise<Reply> =>
      collectReply(
        createRespond(
          {
            database,
            search,
            feedback: true,
            today: () => '2026-11-22',
            now: () => new Date(),
            tell: async () => undefined,
          },
          (failure) => failures.push(failure),
        )({ channel: 'telegram', conversation: sender, sender, isPrivate: true, text, ...more }),
      );
    const said = ({ blocks }: Reply) => blocks.map((block) => ('text' in block ? block.text : '')).join('\n');
    const listed = ({ blocks }: Reply) =>
      blocks.flatMap((block) => (block.kind === 'list' ? block.items : [])).join('\n');
    const press = (reply: Reply, label: string) =>
      reply.choices.find((choice) => choice.label === label)?.send ?? `no choice “${label}”`;

    it('can be called good or bad, with a reason or in own words, and bad ones are listed without anybody’s name', async () => {
      const answer = await send('an', ASKED);
      const votes = answer.choices.slice(-2);
      expect(votes).toMatchObject([{ label: '👍' }, { label: '👎', beside: true }]);
      expect(votes.every(({ send }) => Buffer.byteLength(send) <= 64)).toBe(true);
      expect(said(await send('an', press(answer, '👍')))).toBe(feedbackTexts.thanks);
      const why = await send('an', press(answer, '👎'));
      expect(why.choices.map(({ label }) => label)).toEqual(Object.values(feedbackTexts.reasons));
      await send('an', press(why, feedbackTexts.reasons.outdated));
      expect(said(await send('an', press(why, feedbackTexts.reasons.other)))).toBe(feedbackTexts.ownWords);
      expect(said(await send('an', 'Trả lời sai cho Trần Thị Bình, 0900000902'))).toBe(feedbackTexts.noted);
      const list = listed(await send('staffOfWard', '/chuatraloi'));
      expect(list).toMatch(/👎 1\b/);
      expect(list).not.toMatch(/binh|0900/i);
      expect(said(await send('an', '/gopy 999999 tot'))).toBe(feedbackTexts.forgotten);
    });

    it('that were not found have nothing to vote on, and a question after “own words” is answered as one', async () => {
      const missing = await send('an', MISSING);
      expect(missing.outcome).toBe('not_found');
      expect(missing.choices.filter(({ send }) => send.startsWith('/gopy'))).toEqual([]);
      const why = await send('an', press(await send('an', ASKED), '👎'));
      await send('an', press(why, feedbackTexts.reasons.other));
      expect((await send('an', ASKED)).outcome).toBe('quoted');
    });

    it('are written by staff and approved by admins, in private, before they are given', async () => {
      const list = await send('staffOfWard', '/chuatraloi');
      const id = /Số (\d+) – “nuoi ong/.exec(listed(list))?.[1] ?? '0';
      expect(said(await send('an', '/chuatraloi'))).toBe(coreTexts.onlyForOffice);
      expect(said(await send('admin', '/duyetcauhoi', { isPrivate: false }))).toBe(
        coreTexts.documentsOnlyInPrivate,
      );
      expect(said(await send('staffOfWard', `/duyetcauhoi cau ${id}`))).toBe(
        approvedTexts.howToWrite(Number(id)),
      );
      const proposed = await send(
        'staffOfWard',
        `/duyetcauhoi cau ${id} khoản 1 điều 2 quyết định 88/2026: Không có quy định riêng.`,
      );
      const own = /số (\d+)/.exec(said(proposed))?.[1] ?? '0';
      expect(said(await send('staffOfWard', `/duyetcauhoi ${own} duyet`))).toBe(
        approvedTexts.onlyAdminsDecide,
      );
      expect((await send('an', MISSING)).outcome).toBe('not_found');
      expect(said(await send('admin', `/duyetcauhoi ${own} duyệt Trưởng phòng Tổ chức`))).toContain(
        'đang dùng',
      );
      const given = await send('an', 'NUOI ONG MAT tren san thuong co quan co duoc khong a');
      expect(said(given)).toContain('người duyệt: Quản trị (Trưởng phòng Tổ chức)');
      expect(said(given)).toContain('Không có quy định riêng.');
      expect(given.blocks).toContainEqual(expect.objectContaining({ kind: 'quote' }));
      expect(given.choices.map(({ label }) => label)).toContain('👎');
      await send('admin', `/duyetcauhoi ${own} go`);
      expect((await send('an', MISSING)).outcome).toBe('not_found');
    });

    it('are turned into approved ones from under an answer, and edited in the chat', async () => {
      const answer = await send('admin', ASKED);
      const proposed = await send('admin', press(answer, feedbackTexts.approveThis));
      const id = /số (\d+)/.exec(said(proposed))?.[1] ?? '0';
      await send('admin', `/duyetcauhoi ${id} loi Được 40 triệu đồng một lần.`);
      await send('admin', `/duyetcauhoi ${id} hoi mức hỗ trợ công chức học thạc sĩ là bao nhiêu`);
      await send('admin', `/duyetcauhoi ${id} han 31/12/2026`);
      await send('admin', `/duyetcauhoi ${id} duyet`);
      expect(said(await send('an', ASKED))).toContain('Được 40 triệu đồng một lần.');
      expect(said(await send('an', 'muc ho tro cong chuc hoc cao hoc bao nhieu'))).toContain('Được 40 triệu');
      expect(listed(await send('admin', '/duyetcauhoi'))).toContain('(đang dùng)');
      expect(failures).toEqual([]);
    });
  });
});

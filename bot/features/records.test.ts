import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSampleRoster } from '../../data/roster/readSampleRoster.ts';
import type { ChannelKey } from '../../domain/account.ts';
import { readRuleBookFrom, SAMPLE_RULES } from '../../personnel/ruleFiles.ts';
import { search } from '../../retrieve/search.ts';
import { findAccount, saveAccount } from '../../store/access/accounts.ts';
import { OPERATOR } from '../../store/access/identity.ts';
import { createLinkCode, unlink } from '../../store/access/linking.ts';
import type { Database } from '../../store/database.ts';
import { saveRoster } from '../../store/records/cadres.ts';
import { saveRules } from '../../store/rules/rules.ts';
import { pgliteForTests } from '../../store/testing.ts';
import { createRespond } from '../core.ts';
import { refusedOf, setAside } from '../delivery/refused.ts';
import { type Block, collectReply, type Message, type Reply, type ReplyPart } from '../message.ts';
import { forgetRefusedOf } from '../start/forgetRefusedOf.ts';
import { whileLinked } from '../whileLinked.ts';
import { hashLinkCode, linkCodeEnd, newLinkCode } from './own/linkCode.ts';
import { texts } from './own/texts.ts';

/** A cadre of phường Nam Lam, who looks after it, and who looks after the whole province. */
const CADRE = 'MAU-017';
const COMMUNE_STAFF = 'MAU-002';
const PROVINCE_STAFF = 'MAU-001';

describe('records in chat', () => {
  const engine = pgliteForTests();
  let database: Database;
  const failures: unknown[] = [];
  const folder = mkdtempSync(path.join(tmpdir(), 'dat-chuan-records-'));
  const journal = path.join(folder, 'inbox.jsonl');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const told: { readonly to: ChannelKey; readonly text: string }[] = [];

  beforeAll(async () => {
    database = await engine.open();
    await saveRules(database, OPERATOR, await readRuleBookFrom([SAMPLE_RULES]));
    await saveRoster(database, OPERATOR, await readSampleRoster(), { dryRun: false });
    for (const [cadre, unit] of [
      [COMMUNE_STAFF, 'LG-NL'],
      [PROVINCE_STAFF, 'LG'],
    ] as const) {
      await saveAccount(database, OPERATOR, { name: cadre, cadre, staffOf: [unit], admin: false });
    }
  });

  const send = (text: string, sender: string | null, more: Partial<Message> = {}): Promise<Reply> =>
    collectReply(
      createRespond(
        {
          database,
          search,
          today: () => '2026-11-22',
          now: () => new Date(),
          tell: async (to, words) => {
            told.push({ to, text: words });
          },
          forgetRefused: (person) => forgetRefusedOf(journal, person),
        },
        (failure) => failures.push(failure),
      )({ channel: 'telegram', conversation: '1', sender, isPrivate: true, text, ...more }),
    );

  const codeFor = async (cadre: string): Promise<string> => {
    const code = newLinkCode();
    await createLinkCode(database, OPERATOR, {
      hash: hashLinkCode(code),
      for: { cadre },
      expires: linkCodeEnd(new Date()),
    });
    return code;
  };
  /** A sender who is linked to that person's record. */
  const signIn = async (cadre: string, sender: string): Promise<string> => {
    const code = await codeFor(cadre);
    const asked = await send(`/lienket ${code}`, sender);
    const agree = asked.choices.find(({ label }) => label === texts.agree);
    const linked = await send(agree?.send ?? '', sender);
    expect(words(linked)).toContain('Đã liên kết');
    return sender;
  };

  describe('for a stranger', () => {
    it.each(['tôi còn thiếu gì', 'hồ sơ của tôi', 'anh Nam còn thiếu gì', 'ai đã xem hồ sơ của tôi'])(
      'opens nothing: “%s”',
      async (text) => {
        expect(words(await send(text, 'stranger'))).toBe(texts.strangers);
      },
    );

    it('links nobody without the consent, and uses the code up with it', async () => {
      const code = await codeFor('MAU-030');
      const asked = await send(`/lienket ${code.toLowerCase().replace('-', ' ')}`, 'thirty');
      expect(asked.choices.map(({ label }) => label)).toEqual([texts.agree, texts.disagree]);
      expect(words(await send('tôi còn thiếu gì', 'thirty'))).toBe(texts.strangers);
      expect(words(await send(`/dongy ${code}`, 'thirty'))).toContain('Đã liên kết');
      expect(words(await send(`/dongy ${code}`, 'another'))).toContain('Mã không đúng');
    });

    it('takes no more codes after five wrong ones, the right one included', async () => {
      for (let tries = 0; tries < 5; tries += 1) await send('/lienket ABCD-2345', 'guesser');
      const code = await codeFor('MAU-031');
      expect(words(await send(`/lienket ${code}`, 'guesser'))).toBe(texts.codeBlocked);
    });

    it('burns a code that is posted in a group', async () => {
      const code = await codeFor('MAU-034');
      const inGroup = await send(`/lienket ${code}`, 'chatterer', { isPrivate: false, conversation: '-7' });
      expect(words(inGroup)).toContain('hủy mã');
      expect(words(await send(`/lienket ${code}`, 'listener'))).toContain('Mã không đúng');
    });

    it('links by a phone number that the channel vouches for, and by no other', async () => {
      expect(words(await send('/chiasesodienthoai', 'caller'))).toBe(texts.phoneNotShared);
      expect(words(await send('/chiasesodienthoai', 'caller', { ownPhone: '84911111111' }))).toBe(
        texts.phoneUnknown,
      );
      const asked = await send('/chiasesodienthoai', 'caller', { ownPhone: '84900000033' });
      await send(asked.choices[0]?.send ?? '', 'caller');
      expect(words(await send('hồ sơ của tôi', 'caller'))).toContain('MAU-033');
    });
  });

  describe('for a cadre', () => {
    beforeAll(() => signIn(CADRE, 'cadre'));

    it('says first how much is met, then each gap with its provision, then what to do', async () => {
      const reply = await send('toi con thieu gi', 'cadre');
      expect(reply).toMatchObject({ outcome: 'record', personal: true, account: expect.any(String) });
      const kinds = reply.blocks.map((block) => block.kind);
      expect(kinds.indexOf('picture')).toBeGreaterThan(0);
      expect(kinds.indexOf('finding')).toBeGreaterThan(kinds.indexOf('picture'));
      expect(words(reply)).toMatch(/Đạt \d+\/\d+ yêu cầu/);
      const findings = reply.blocks.filter((block) => block.kind === 'finding');
      expect(findings.length).toBeGreaterThan(2);
      for (const { quote, label, mark } of findings) {
        expect(quote.length).toBeGreaterThan(20);
        expect(label).toMatch(/(Quyết định|Hướng dẫn|Thông tư|Chương trình|\d)/);
        expect(mark).toContain(texts.marks.sample);
      }
    });

    it('says what a post would ask', async () => {
      const reply = await send('nếu tôi làm chủ tịch UBND phường thì thiếu gì', 'cadre');
      expect(words(reply)).toContain('Giả sử');
      const titles = reply.blocks.flatMap((block) => (block.kind === 'finding' ? [block.title] : []));
      expect(titles).toContain(
        'Bồi dưỡng quốc phòng và an ninh đối tượng 2 trong 18 tháng từ khi nhận chức vụ',
      );
    });

    it('says when the assumed post is one that no rule knows', async () => {
      expect(words(await send('nếu tôi làm giám đốc sở vũ trụ thì thiếu gì', 'cadre'))).toContain(
        'chưa có chức danh',
      );
    });

    it('refuses another’s record in the same words whether there is such a person or not', async () => {
      const existing = await send('anh Nguyễn Văn Nam còn thiếu gì', 'cadre');
      const invented = await send('anh Nguyễn Không Ai còn thiếu gì', 'cadre');
      const byCode = await send('hồ sơ của MAU-018', 'cadre');
      expect(words(existing)).toBe(texts.notYours);
      expect(existing).toEqual(invented);
      expect(existing).toEqual(byCode);
    });

    it('shows nothing of a record whose link ends while the answer is worked out', async () => {
      await signIn('MAU-040', 'leaving');
      const key = { channel: 'telegram', key: 'leaving' } as const;
      const account = await findAccount(database, key);
      const message: Message = { ...key, conversation: '1', sender: key.key, isPrivate: true, text: '' };
      async function* slow(): AsyncGenerator<ReplyPart> {
        yield { kind: 'block', block: { kind: 'text', text: 'hồ sơ', tone: 'plain' } };
        await unlink(database, key);
        yield { kind: 'done', outcome: 'record', personal: true, choices: [] };
      }
      const reply = await collectReply(
        whileLinked(slow(), account?.id ?? '', { database, message, isHeld: true }),
      );
      expect(words(reply)).toContain('vừa được gỡ');
      expect(reply.blocks).toHaveLength(1);
    });

    it('shows nothing personal in a group', async () => {
      const reply = await send('tôi còn thiếu gì', 'cadre', { isPrivate: false, conversation: '-5' });
      expect(words(reply)).toContain('không trả lời trong nhóm');
      expect(reply.blocks).toHaveLength(1);
    });

    it('has no staff features: the command is refused, the sentence is a question', async () => {
      expect(words(await send('/chitieu', 'cadre'))).toContain('dành cho cán bộ tổ chức');
      expect((await send('thống kê theo độ tuổi', 'cadre')).outcome).not.toBe('record');
    });

    it('hands out everything that is stored of the person', async () => {
      const reply = await send('dữ liệu của tôi', 'cadre');
      const file = reply.blocks.find((block) => block.kind === 'file');
      const data = JSON.parse(Buffer.from(file?.base64 ?? '', 'base64').toString());
      expect(data).toMatchObject({ record: { code: CADRE }, links: [{ channel: 'telegram', key: 'cadre' }] });
    });

    it('sends a correction with the line it is about, and brings the answer back', async () => {
      await signIn(COMMUNE_STAFF, 'staff-for-corrections');
      await send('bằng thạc sĩ của tôi sai, cấp năm 2020', 'cadre');
      const open = await send('/denghi', 'staff-for-corrections');
      expect(words(open)).toContain('Thạc sĩ Quản lý công');
      await send(open.choices[0]?.send ?? '', 'staff-for-corrections');
      expect(words(await send('/trogiup', 'cadre'))).toMatch(/đã trả lời/);
      expect(words(await send('/baosai', 'cadre'))).toContain(texts.states.accepted);
    });
  });

  describe('for staff', () => {
    beforeAll(async () => {
      await signIn(COMMUNE_STAFF, 'commune');
      await signIn(PROVINCE_STAFF, 'province');
    });

    it('opens a record of their unit, and the person sees that it was opened', async () => {
      await signIn('MAU-018', 'eighteen');
      const reply = await send('/thieu MAU-018', 'commune');
      expect(words(reply)).toMatch(/Đạt \d+\/\d+/);
      expect(words(await send('ai đã xem hồ sơ của tôi', 'eighteen'))).toContain('Lê Thị Hồng Gấm xem');
    });

    it('lets them choose among namesakes, of their own units only', async () => {
      const inCommune = await send('anh Nam còn thiếu gì', 'commune');
      const inProvince = await send('anh Nam còn thiếu gì', 'province');
      expect(inCommune.choices.length).toBeGreaterThan(1);
      expect(inProvince.choices.length).toBeGreaterThan(inCommune.choices.length);
    });

    it('treats people of other units as if they were not there', async () => {
      const elsewhere = (await readSampleRoster()).cadres.find(({ unit }) => unit === 'LG-SN');
      expect(words(await send(`/thieu ${elsewhere?.code}`, 'commune'))).toBe(
        texts.nobody(elsewhere?.code ?? ''),
      );
      expect(words(await send('/thieu MAU-999', 'commune'))).toBe(texts.nobody('MAU-999'));
      expect(words(await send(`/thieu ${elsewhere?.code}`, 'province'))).toMatch(
        /Đạt \d+\/\d+|chưa có yêu cầu/,
      );
    });

    it('shows the target board with a picture, and the people behind a figure', async () => {
      const board = await send('bảng chỉ tiêu', 'commune');
      expect(board.blocks.some((block) => block.kind === 'picture')).toBe(true);
      const behind = board.choices.find(({ label }) => label.startsWith('Ai còn thiếu'));
      const people = await send(behind?.send ?? '', 'commune');
      expect(tableOf(people)?.rows.length).toBeGreaterThan(0);
    });

    it.each(['/chitieu xlsx', '/chitieu docx', '/aithieu xlsx', '/thongke docx'])(
      'hands out a report: %s',
      async (text) => {
        const reply = await send(text, 'commune');
        const file = reply.blocks.find((block) => block.kind === 'file');
        // Both formats are ZIP archives.
        expect(
          Buffer.from(file?.base64 ?? '', 'base64')
            .subarray(0, 2)
            .toString(),
        ).toBe('PK');
      },
    );

    it('counts people in parts that sum to the whole', async () => {
      const rows = tableOf(await send('thống kê theo độ tuổi', 'commune'))?.rows ?? [];
      const figures = rows.map((row) => Number(row[1]));
      expect(figures.slice(0, -1).reduce((sum, one) => sum + one, 0)).toBe(figures.at(-1));
    });

    it.each([
      'ai còn thiếu trung cấp LLCT',
      '/cuhoc Cao cấp lý luận chính trị, hệ tập trung',
      '/kecan Chủ tịch UBND phường',
      '/luothoc 2026',
      '/mangthieu',
    ])('answers with a table: %s', async (text) => {
      const table = tableOf(await send(text, 'commune'));
      expect(table?.rows.length).toBeGreaterThan(0);
      for (const row of table?.rows ?? []) expect(row).toHaveLength(table?.columns.length ?? 0);
    });

    it('recomputes a percentage that is put before them', async () => {
      expect(words(await send('104/298 người, tỷ lệ 35,01% có đúng không', 'commune'))).toContain('34,90%');
    });

    it('makes a code only for people of their units', async () => {
      expect(words(await send('/capma MAU-020', 'commune'))).toMatch(/[A-Z2-9]{4}-[A-Z2-9]{4}/);
      expect(words(await send('/capma Người Không Có', 'commune'))).toBe(texts.nobody('Người Không Có'));
    });
  });

  describe('when a person changes their mind or their telephone', () => {
    it('tells the old account that another was linked, and the old one opens nothing any more', async () => {
      await signIn('MAU-022', 'old-phone');
      await signIn('MAU-022', 'new-phone');
      expect(told.map(({ to }) => to)).toContainEqual({ channel: 'telegram', key: 'old-phone' });
      expect(words(await send('hồ sơ của tôi', 'old-phone'))).toBe(texts.strangers);
    });

    it('unlinks', async () => {
      await signIn('MAU-023', 'leaver');
      expect(words(await send('bỏ liên kết', 'leaver'))).toBe(texts.unlinked);
      expect(words(await send('hồ sơ của tôi', 'leaver'))).toBe(texts.strangers);
    });

    it('erases only when asked twice', async () => {
      await signIn('MAU-024', 'eraser');
      const first = await send('xóa dữ liệu của tôi', 'eraser');
      expect(words(await send(first.choices[1]?.send ?? '', 'eraser'))).toBe(texts.kept);
      const second = await send(first.choices[0]?.send ?? '', 'eraser');
      expect(words(await send('hồ sơ của tôi', 'eraser'))).toContain('MAU-024');
      for (const chat of ['eraser', 'somebody'])
        setAside(journal, { channel: 'telegram', chat, update: 'câu' });
      expect(words(await send(second.choices[0]?.send ?? '', 'eraser'))).toContain('Đã xóa');
      expect(readFileSync(refusedOf(journal), 'utf8')).toMatch(/^[^\n]*somebody[^\n]*\n$/);
      expect(words(await send('hồ sơ của tôi', 'eraser'))).toBe(texts.strangers);
    });
  });

  it('never failed on the way', () => {
    expect(failures).toEqual([]);
  });
});

function words({ blocks }: Reply): string {
  return blocks.map(blockText).join('\n');
}

function blockText(block: Block): string {
  if (block.kind === 'text') return block.text;
  if (block.kind === 'list') return block.items.join('\n');
  return block.kind === 'table' ? block.rows.map((row) => row.join(' ')).join('\n') : '';
}

function tableOf({ blocks }: Reply) {
  return blocks.find((block) => block.kind === 'table');
}

import { beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../config.ts';
import { ingestFile } from '../../../ingest/ingest.ts';
import { readSamples } from '../../../ingest/samples.ts';
import { readRuleBookFrom, SAMPLE_RULES } from '../../../personnel/ruleFiles.ts';
import { search } from '../../../retrieve/search.ts';
import { OPERATOR } from '../../../store/access/identity.ts';
import type { Database } from '../../../store/database.ts';
import { saveRules } from '../../../store/rules/rules.ts';
import { pgliteForTests } from '../../../store/testing.ts';
import { createRespond } from '../../core.ts';
import { collectReply, type Reply } from '../../message.ts';
import { replyText } from '../../plainText.ts';

describe('tasks over the sample documents', () => {
  const engine = pgliteForTests();
  let database: Database;
  const failures: unknown[] = [];

  beforeAll(async () => {
    database = await engine.open();
    await saveRules(database, OPERATOR, await readRuleBookFrom([SAMPLE_RULES]));
    const { ingest } = readConfig({});
    for (const sample of await readSamples()) {
      if (/^(?:915|958|912)/.test(sample.fileName)) await ingestFile(database, sample, ingest);
    }
  });

  const send = (text: string): Promise<Reply> =>
    collectReply(
      createRespond(
        {
          database,
          search,
          today: () => '2026-11-22',
          now: () => new Date('2026-11-22T03:00:00Z'),
          tell: async () => undefined,
        },
        (failure) => failures.push(failure),
      )({ channel: 'telegram', conversation: '1', sender: 'stranger', isPrivate: true, text }),
    );

  it.each(['/tomtat 915', 'tóm tắt Quyết định 915/2026/QĐ-UBND', 'tom tat giup toi quyet dinh 915'])(
    'sums a document up by its structure, each line with its place: %s',
    async (text) => {
      const reply = await send(text);
      const words = replyText(reply);
      expect(words).toContain('Ủy ban nhân dân tỉnh Lam Giang ban hành ngày 20/3/2026');
      expect(words).toContain('Hiệu lực từ 01/4/2026');
      expect(words).toContain('áp dụng đối với: a) Cán bộ, công chức trong cơ quan nhà nước cấp tỉnh');
      expect(words).toContain('Chương II. NỘI DUNG VÀ CHƯƠNG TRÌNH: Điều 7 đến Điều 15 (9 điều)');
      expect(words).toContain('Trung cấp lý luận chính trị trở lên (khoản 2 Điều 8)');
      expect(words).toContain('Bãi bỏ 874/2021/QĐ-UBND (khoản 2 Điều 35)');
      expect(words).toContain('trước ngày 30 tháng 9 (khoản 1 Điều 29)');
      expect(words).toMatch(/được sửa đổi, bổ sung hoặc bãi bỏ bởi Quyết định 958/);
      expect(words.length).toBeLessThan(3_800);
      const dates = reply.choices.find(({ label }) => label.startsWith('Mốc thời gian'));
      const part = await send(dates?.send ?? '');
      expect(replyText(part)).toContain('trước ngày 31 tháng 8 hằng năm (khoản 2 Điều 13)');
      expect(failures).toEqual([]);
    },
  );

  it('says which document is not there, and asks for one where none is named', async () => {
    expect(replyText(await send('tóm tắt quyết định 7777/2026/QĐ-UBND'))).toContain('Tôi chưa thấy văn bản');
    expect(replyText(await send('/tomtat'))).toContain('/tomtat 915');
  });

  it('compares a document with the one that amends it by provision, with the clause that does it', async () => {
    const reply = await send('so sánh Quyết định 915/2026/QĐ-UBND với 958/2026/QĐ-UBND');
    const words = replyText(reply);
    expect(words).toContain('khoản 1 Điều 12 (theo khoản 2 Điều 1)');
    expect(words).toMatch(/tối thiểu 05 ngày[\s\S]*tối thiểu 07 ngày/);
    expect(words).toContain('(không có)');
    expect(replyText(await send('so sánh quyết định 915 với 958'))).toBe(words);
    const topic = await send('so sanh quyet dinh 915 voi 958 ve so ngay boi duong chuyen nganh');
    expect(topic.blocks.find(({ kind }) => kind === 'table')).toMatchObject({ rows: { length: 1 } });
    for (const { send: again } of [...reply.choices, ...topic.choices]) {
      expect(Buffer.byteLength(again)).toBeLessThanOrEqual(64);
    }
  });

  it('puts what two documents say of a topic side by side, with the figures that differ, and as files', async () => {
    const reply = await send('so sánh quyết định 915 với kế hoạch 912 về kinh phí');
    const words = replyText(reply);
    expect(words).toContain('Điều 28 Quyết định 915/2026/QĐ-UBND (hiệu lực từ 01/4/2026)');
    expect(words).toContain('286 triệu đồng; 178 triệu đồng');
    for (const [label, beginning] of [
      ['Tải Word', 'PK'],
      ['Tải Excel', 'PK'],
    ] as const) {
      const choice = reply.choices.find((one) => one.label === label);
      const [file] = (await send(choice?.send ?? '')).blocks;
      expect(file?.kind === 'file' ? Buffer.from(file.base64, 'base64').toString('latin1', 0, 2) : '').toBe(
        beginning,
      );
    }
    expect(replyText(await send('so sánh quyết định 915 với kế hoạch 912 về tàu ngầm hạt nhân'))).toContain(
      'không thấy hai văn bản quy định',
    );
    expect(failures).toEqual([]);
  });
});

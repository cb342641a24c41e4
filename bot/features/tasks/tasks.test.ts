import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseDirective } from '../../../ingest/parseDirective.ts';
import { indexPassages } from '../../../ingest/passageIndex.ts';
import { readDocument } from '../../../ingest/read/readDocument.ts';
import { readSamples } from '../../../ingest/samples.ts';
import { readRuleBookFrom, SAMPLE_RULES } from '../../../personnel/ruleFiles.ts';
import { search } from '../../../retrieve/search.ts';
import { saveAccount } from '../../../store/access/accounts.ts';
import { OPERATOR } from '../../../store/access/identity.ts';
import { linkTo } from '../../../store/access/linking.testing.ts';
import type { Database } from '../../../store/database.ts';
import { saveDirective } from '../../../store/directives.ts';
import { fillRecords } from '../../../store/records/records.testing.ts';
import { saveRules } from '../../../store/rules/rules.ts';
import { pgliteForTests } from '../../../store/testing.ts';
import { createRespond } from '../../core.ts';
import { collectReply, type Reply } from '../../message.ts';
import { replyText } from '../../reply/plainText.ts';

describe('tasks over the sample documents', () => {
  const engine = pgliteForTests();
  let database: Database;
  const failures: unknown[] = [];

  beforeAll(async () => {
    database = await engine.open();
    await saveRules(database, OPERATOR, await readRuleBookFrom([SAMPLE_RULES]));
    for (const { bytes, fileName } of await readSamples()) {
      if (!/^(?:915|958|912)/.test(fileName)) continue;
      const parsed = parseDirective(await readDocument(bytes, fileName), { fileName });
      const index = indexPassages(parsed, fileName);
      await saveDirective(database, {
        hash: fileName,
        fileName,
        original: bytes,
        sample: true,
        parsed,
        index,
      });
    }
  });

  const send = (text: string, sender = 'stranger'): Promise<Reply> =>
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
      )({ channel: 'telegram', conversation: sender, sender, isPrivate: true, text }),
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
    const matter = await send('tóm tắt quy định về đền bù chi phí đào tạo');
    expect(matter.outcome).toBe('quoted');
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

  it('explains a provision without a model by the abbreviations and definitions of its words', async () => {
    const reply = await send('giai thich de hieu khoan 2 dieu 14 quyet dinh 915');
    const words = replyText(reply);
    expect(words).toContain('Giải thích khoản 2 Điều 14 Quyết định 915/2026/QĐ-UBND');
    expect(words).toContain('Kỹ năng số cơ bản là nội dung bắt buộc');
    const other = replyText(await send('giải thích khoản 4 Điều 9 Quyết định 915'));
    expect(other).toMatch(/Cập nhật kiến thức là khóa bồi dưỡng ngắn.*\(khoản 4 Điều 3 Quyết định 915/);
    expect(failures).toEqual([]);
  });

  describe('a draft of an official reply', () => {
    beforeAll(async () => {
      await fillRecords(database);
      const account = await saveAccount(database, OPERATOR, {
        name: 'Cán bộ mẫu',
        cadre: null,
        staffOf: ['LG-NL'],
        admin: false,
      });
      await linkTo(database, { channel: 'telegram', key: 'staff' }, { account: account.id });
    });

    it('is in the form of official letters, of quotes with citations, blanks for what is not known, and no name on record', async () => {
      const reply = await send(
        '/duthao Nguyễn Văn An hỏi công chức bồi dưỡng chuyên ngành tối thiểu bao nhiêu ngày mỗi năm',
        'staff',
      );
      expect(failures).toEqual([]);
      const file = reply.blocks.find(({ kind }) => kind === 'file');
      if (file?.kind !== 'file') throw new Error('no file');
      const zip = await JSZip.loadAsync(Buffer.from(file.base64, 'base64'));
      const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
      const words = [...xml.matchAll(/<w:t[^>]*>([^<]*)<|<w:br\/>|<\/w:p>/g)]
        .map(([, text]) => text ?? '\n')
        .join('');
      for (const part of [
        'DỰ THẢO',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Độc lập - Tự do - Hạnh phúc',
        'PHƯỜNG NAM LAM',
        'Kính gửi: …',
        'V/v trả lời về',
        'Căn cứ Quyết định số 915/2026/QĐ-UBND ngày 20/3/2026 của',
        'tối thiểu 05 ngày',
        'khoản 1 Điều 12',
        'Nơi nhận:',
        'Như trên',
      ]) {
        expect(words).toContain(part);
      }
      expect(words).not.toMatch(/Nguyễn|Văn An|Minh Họa/);
      // The same from the question before, and nothing for what the documents do not answer.
      expect(replyText(await send('/duthao', 'staff'))).toContain('gõ /duthao');
      expect(replyText(await send('/duthao giá vé tàu ngầm hạt nhân', 'staff'))).toContain(
        'không soạn dự thảo',
      );
    });

    it('is for staff and admins only', async () => {
      expect(replyText(await send('/duthao kinh phí bồi dưỡng'))).not.toContain('DỰ THẢO');
    });
  });
});

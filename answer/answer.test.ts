import { describe, expect, it } from 'vitest';
import { parseDirective } from '../ingest/parseDirective.ts';
import { indexPassages } from '../ingest/passageIndex.ts';
import type { Database } from '../store/database.ts';
import { saveDirective } from '../store/directives.ts';
import { forEachEngine } from '../store/testing.ts';
import { rawText } from '../testing/rawText.ts';
import { type SampleArticle, sampleDirective } from '../testing/sampleDirective.ts';
import { type Answer, answerQuestion } from './answer.ts';
import { findPassages } from './findPassages.ts';

const AS_OF = '2026-11-22';

const training: readonly SampleArticle[] = [
  { heading: 'Phạm vi điều chỉnh', clauses: ['Quyết định này quy định việc mở lớp bồi dưỡng của tỉnh.'] },
  {
    heading: 'Thời gian bồi dưỡng',
    clauses: ['Mỗi năm học ít nhất 40 tiết.', 'Người nghỉ thai sản được miễn số tiết tối thiểu.'],
  },
  { heading: 'Kinh phí', clauses: ['Kinh phí bồi dưỡng do ngân sách tỉnh bảo đảm.'] },
];

const regulation = sampleDirective(
  {
    number: '915/2026/QĐ-UBND',
    type: 'Quyết định',
    title: 'Quy định về bồi dưỡng công chức',
    issued: '2026-03-10',
    effective: '2026-04-01',
  },
  training,
);
const amending = sampleDirective(
  {
    number: '958/2026/QĐ-UBND',
    type: 'Quyết định',
    title: 'Sửa đổi, bổ sung một số điều của Quyết định số 915/2026/QĐ-UBND',
    issued: '2026-11-05',
    effective: '2027-01-01',
  },
  [{ heading: 'Sửa đổi', clauses: ['Sửa đổi khoản 1 Điều 2 như sau: “Mỗi năm học ít nhất 48 tiết.”'] }],
);
const press = sampleDirective(
  { title: 'Lớp học buổi tối ở xã miền núi' },
  [
    {
      heading: 'Chuyện lớp học',
      clauses: ['Lớp xóa mù chữ số buổi tối thu hút hơn ba mươi người cao tuổi.'],
    },
  ],
  'press',
);

const paths = (answer: Answer) =>
  answer.kind === 'quoted' ? answer.citations.map(({ path }) => path.join(' ')) : answer.kind;

const row = '1 | Kỹ năng số cơ bản | 6 | 300 | Công chức cấp xã';
const plan = [
  ...['ỦY BAN NHÂN DÂN TỈNH LAM GIANG', 'Số: 41/KH-UBND', 'Lam Giang, ngày 12 tháng 3 năm 2026', 'KẾ HOẠCH'],
  ...['Đào tạo, bồi dưỡng năm 2026', 'I. MỤC TIÊU', '1. Nâng cao năng lực đội ngũ.', '2. Mở lớp cho cán bộ.'],
  ...['II. TỔ CHỨC THỰC HIỆN', '1. Sở Nội vụ chủ trì.', '2. Các xã, phường báo cáo kết quả.'],
  ...['PHỤ LỤC I', 'CHỈ TIÊU CÁC LỚP BỒI DƯỠNG CỦA TỈNH TRONG NĂM 2026'],
  '(Kèm theo Kế hoạch số 41/KH-UBND ngày 12 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh Lam Giang)',
  ...['STT | Nội dung bồi dưỡng | Số lớp | Số lượt người | Đối tượng', row],
  ...['2 | Lãnh đạo, quản lý | 4 | 200 | Cấp phòng', '3 | Quốc phòng, an ninh | 2 | 100 | Cấp tỉnh'],
  '| Tổng cộng | 12 | 600 |',
].join('\n');

forEachEngine((engine) => {
  const ask = async (database: Database, question: string, asOf = AS_OF) =>
    answerQuestion(database, question, asOf);
  it('quotes a row of a table that is shorter than the heading of its annex', async () => {
    const database = await engine.open();
    const fileName = 'ke-hoach.txt';
    const parsed = parseDirective(rawText(plan, { role: 'paragraph' }), { fileName });
    const index = indexPassages(parsed, fileName);
    await saveDirective(database, regulation);
    await saveDirective(database, { ...regulation, hash: 'a'.repeat(64), fileName, parsed, index });
    const answer = await ask(database, 'lớp kỹ năng số cơ bản cho công chức cấp xã');
    expect(answer.kind === 'quoted' ? answer.citations[0]?.quote : answer.kind).toBe(row);
  });

  const stored = async () => {
    const database = await engine.open();
    for (const directive of [regulation, amending, press]) await saveDirective(database, directive);
    return database;
  };

  describe('a named provision', () => {
    it('is quoted whole and exactly, with and without the document’s full number', async () => {
      const database = await stored();
      for (const question of [
        'khoản 2 điều 2 quyết định 915/2026/QĐ-UBND',
        'k2 đ2 qd 915',
        'khoan 2 dieu 2 915/2026',
      ]) {
        const answer = await ask(database, question);
        expect(answer).toMatchObject({ kind: 'quoted', sureness: 'exact', missing: [] });
        expect(paths(answer)).toEqual(['Điều 2 khoản 2']);
      }
    });

    it('may be several, and those the document does not have are named', async () => {
      const answer = await ask(await stored(), 'điều 1, 3 và 9 quyết định 915');
      expect(paths(answer)).toEqual(['Điều 1', 'Điều 3']);
      expect(answer).toMatchObject({ missing: ['điều 9'] });
    });

    it('of a law that is not stored is never taken from another document', async () => {
      const database = await stored();
      for (const question of [
        'Điều 2 Luật Cán bộ, công chức',
        'bộ luật lao động điều 2',
        'điều 2 hiến pháp 2013',
        'khoản 2 điều 2 luật 915',
        'điều 2 nghị định 171/2025',
      ]) {
        expect(await ask(database, question)).toMatchObject({
          kind: 'not_found',
          reason: { why: 'document_missing' },
        });
      }
    });

    it('that stands in several documents is asked back, not guessed', async () => {
      const answer = await ask(await stored(), 'điều 1');
      expect(answer).toMatchObject({ kind: 'not_found', reason: { why: 'which_document' } });
      expect(answer.kind === 'not_found' ? answer.near.length : 0).toBe(2);
    });

    it('that stands in one document only is quoted', async () => {
      expect(paths(await ask(await stored(), 'điều 3 quy định gì'))).toEqual(['Điều 3']);
    });

    it('that the named document does not have is said to be missing', async () => {
      expect(await ask(await stored(), 'điều 40 quyết định 915')).toMatchObject({
        kind: 'not_found',
        reason: { why: 'provision_missing', written: 'điều 40' },
      });
    });
  });

  describe('a named document', () => {
    it('is shown by its outline, also when its date and issuer are named', async () => {
      const database = await stored();
      for (const question of [
        '915/2026',
        'quyết định 915 quy định gì',
        'Quyết định số 915/2026/QĐ-UBND ngày 10 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh',
      ]) {
        expect(await ask(database, question)).toMatchObject({
          kind: 'document',
          document: { header: { number: '915/2026/QĐ-UBND' } },
        });
      }
    });

    it('is asked back when several share its number', async () => {
      const database = await stored();
      const header = { ...regulation.parsed.header, number: '915/2024/QĐ-UBND', issued: '2024-03-10' };
      await saveDirective(database, sampleDirective(header, training.slice(0, 1)));
      expect(await ask(database, 'quyết định 915')).toMatchObject({
        kind: 'not_found',
        reason: { why: 'which_document', documents: [{}, {}] },
      });
      expect(await ask(database, 'quyết định 915/2024')).toMatchObject({ kind: 'document' });
    });

    it('keeps a question within itself', async () => {
      const answer = await ask(await stored(), 'quyết định 958 sửa khoản 1 điều 2 thế nào');
      expect(answer).toMatchObject({
        kind: 'quoted',
        citations: [{ document: 'Quyết định 958/2026/QĐ-UBND' }],
      });
    });
  });

  it('tells what became of a document that is not stored where a stored one says so', async () => {
    const database = await engine.open();
    const repeal = 'Quyết định số 33/2019/QĐ-UBND hết hiệu lực kể từ ngày Quyết định này có hiệu lực.';
    const header = { ...regulation.parsed.header, title: 'Quy định về bồi dưỡng' };
    const effect = { heading: 'Hiệu lực thi hành', clauses: [repeal] };
    await saveDirective(database, sampleDirective(header, [...training, effect]));
    expect(await ask(database, 'quyết định 33/2019 còn hiệu lực không')).toMatchObject({
      kind: 'quoted',
      sureness: 'likely',
      citations: [{ path: ['Điều 4', 'khoản 1'] }],
    });
    expect(await ask(database, 'quyết định 34/2019 còn hiệu lực không')).toMatchObject({
      reason: { why: 'document_missing' },
    });
  });

  describe('a question', () => {
    it('is answered with the words that say it, and with what amends them', async () => {
      const answer = await ask(await stored(), 'kinh phi boi duong do ai bao dam');
      expect(answer).toMatchObject({
        kind: 'quoted',
        citations: [
          { quote: '1. Kinh phí bồi dưỡng do ngân sách tỉnh bảo đảm.', inForce: true, kind: 'issued' },
        ],
        amendedBy: [{ header: { number: '958/2026/QĐ-UBND' } }],
      });
    });

    it('is judged by the day it is asked for', async () => {
      const database = await stored();
      const inForce = async (asOf: string) => {
        const answer = await ask(database, 'kinh phí bồi dưỡng do ai bảo đảm', asOf);
        return answer.kind === 'quoted' ? answer.citations[0]?.inForce : null;
      };
      expect(await inForce('2026-03-31')).toBe(false);
      expect(await inForce('2026-04-01')).toBe(true);
    });

    it('that only a newspaper answers is answered as from a newspaper', async () => {
      expect(
        await ask(await stored(), 'lớp xóa mù chữ số buổi tối thu hút bao nhiêu người cao tuổi'),
      ).toMatchObject({
        kind: 'quoted',
        citations: [{ kind: 'press', inForce: null }],
      });
    });

    it('that nothing answers is not answered', async () => {
      const database = await stored();
      for (const question of ['giá xăng hôm nay', 'thủ tục ly hôn', 'tên gì', 'asdfgh']) {
        expect(await ask(database, question)).toMatchObject({ kind: 'not_found', near: [] });
      }
    });

    it('to an empty store says that nothing is stored', async () => {
      expect(await ask(await engine.open(), 'kinh phí')).toMatchObject({ reason: { why: 'no_documents' } });
    });

    it.each([
      ['nothing', '   '],
      ['no letter', '🙂 …'],
      ['too much', 'học '.repeat(600)],
      ['control characters', '\u0000\u0007'],
    ])('of %s is refused with a sentence', async (_what, question) => {
      await expect(ask(await engine.open(), question)).rejects.toMatchObject({ code: 'bad_input' });
    });
  });

  it('finds a provision named in a question before what resembles it', async () => {
    const { passages: found } = await findPassages(await stored(), 'khoản 2 điều 2 quyết định 915', {
      limit: 3,
      asOf: AS_OF,
    });
    expect(found[0]?.citation.path).toEqual(['Điều 2', 'khoản 2']);
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a));
  });
});

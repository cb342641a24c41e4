import { describe, expect, it } from 'vitest';
import { readGolden } from '../../data/golden/readGolden.ts';
import { standAlone } from './followUp.ts';

const CITED = { document: 'Quyết định 915/2026/QĐ-UBND', path: ['Chương II', 'Điều 12', 'khoản 1'] };
const turn = (question: string, citations = [CITED]) => [{ question, citations }];

describe('a follow-up', () => {
  it.each([
    [
      'Công chức phải bồi dưỡng bao nhiêu ngày mỗi năm?',
      'thế còn viên chức thì sao?',
      'Viên chức phải bồi dưỡng bao nhiêu ngày mỗi năm?',
    ],
    ['cong chuc phai boi duong may ngay', 'con vien chuc thi sao', 'vien chuc phai boi duong may ngay'],
    ['lớp chuyên viên học mấy tuần', 'còn chuyên viên chính?', 'lớp chuyên viên chính học mấy tuần'],
    ['Chuyên viên cần chứng chỉ gì', 'nếu là chủ tịch UBND xã thì sao', 'Chủ tịch UBND xã cần chứng chỉ gì'],
    ['ai được cử đi học cao cấp chính trị', 'trung cấp thì sao?', 'ai được cử đi học trung cấp'],
    ['đối tượng 2 học mấy ngày', 'thế đối tượng 3 thì sao', 'đối tượng 3 học mấy ngày'],
    ['học phí do ai trả', 'còn viên chức?', 'học phí do ai trả đối với viên chức'],
    ['học phí do ai trả', 'còn cán bộ cấp xã thì sao?', 'học phí do ai trả đối với cán bộ cấp xã'],
    ['Mức hỗ trợ là bao nhiêu', 'năm 2025 thì sao?', 'năm 2025 thì mức hỗ trợ là bao nhiêu'],
    ['số ngày bồi dưỡng', 'còn khoản 3?', 'khoản 3 Điều 12 Quyết định 915/2026/QĐ-UBND'],
    ['số ngày bồi dưỡng', 'khoản 2 nói gì', 'khoản 2 Điều 12 Quyết định 915/2026/QĐ-UBND'],
    ['số ngày bồi dưỡng', 'điểm b thì sao', 'điểm b khoản 1 Điều 12 Quyết định 915/2026/QĐ-UBND'],
    ['số ngày bồi dưỡng', 'thế còn điều 14?', 'điều 14 Quyết định 915/2026/QĐ-UBND'],
    [
      'số ngày bồi dưỡng',
      'văn bản đó có hiệu lực từ ngày nào',
      'Quyết định 915/2026/QĐ-UBND có hiệu lực từ ngày nào',
    ],
    [
      'số ngày bồi dưỡng',
      'van ban do co hieu luc tu ngay nao',
      'Quyết định 915/2026/QĐ-UBND co hieu luc tu ngay nao',
    ],
    [
      'số ngày bồi dưỡng',
      'quy định này áp dụng cho ai',
      'khoản 1 Điều 12 Quyết định 915/2026/QĐ-UBND áp dụng cho ai',
    ],
  ])('“%s” … “%s” → “%s”', (before, asked, full) => {
    expect(standAlone(asked, turn(before))).toBe(full);
  });

  it.each([
    'còn hiệu lực không',
    'điều 5',
    'khoản 2 điều 5 nghị định 900/2031/NĐ-CP',
    'viên chức phải bồi dưỡng bao nhiêu ngày?',
    'nếu học viên không hoàn thành khóa học thì sao',
    'còn viên chức biệt phái sang xã thì được hưởng chế độ gì thêm',
    'kinh phí lấy từ đâu',
    'văn bản do ai ban hành',
    'quyet dinh do ai ky',
    'đạt điểm trên 50 có được cấp chứng chỉ không',
    'quy định trên địa bàn tỉnh về kèm cặp',
    'các khoản do ngân sách chi trả',
  ])('“%s” stands alone', (asked) => {
    expect(standAlone(asked, turn('Công chức phải học mấy ngày?'))).toBeNull();
  });

  it('is none without a question before, and none of a document where nothing was cited', () => {
    expect(standAlone('thế còn viên chức thì sao?', [])).toBeNull();
    expect(standAlone('còn khoản 3?', turn('xin chào', []))).toBeNull();
  });

  it('is never made of a question that stands alone: the golden questions stay as they are', async () => {
    const golden = [...(await readGolden('questions')), ...(await readGolden('heldOut'))];
    expect(golden.length).toBeGreaterThan(100);
    const earlier = turn('Công chức phải bồi dưỡng bao nhiêu ngày mỗi năm?');
    const changed = golden.filter(({ question }) => standAlone(question, earlier) !== null);
    expect(changed.map(({ question }) => question)).toEqual([]);
  });
});

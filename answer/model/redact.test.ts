import { describe, expect, it } from 'vitest';
import { redact, redactPatterns } from './redact.ts';

const known = async (keys: readonly string[]) =>
  ['nguyen van nam', 'le an', "h'mai nie kdam", 'CB-0012'].filter((name) => keys.includes(name));

describe('what leaves for a model', () => {
  it.each([
    ['Nguyễn Văn Nam còn thiếu gì', '[tên người] còn thiếu gì'],
    ['anh nguyen  van nam còn thiếu gì', 'anh [tên người] còn thiếu gì'],
    ['NGUYỄN.VĂN.NAM', '[tên người]'],
    ['Chị H’Mai Niê Kdăm học lớp nào', 'Chị [tên người] học lớp nào'],
    ['Lê An hỏi', '[tên người] hỏi'],
    // Two small syllables are words: "lẽ ắn" is nobody.
    ['le an com', 'le an com'],
    ['hồ sơ cb-0012 thế nào', 'hồ sơ [mã hồ sơ] thế nào'],
    ['căn cước 079 204 001 234 của tôi', 'căn cước [số CCCD] của tôi'],
    ['CMND 271234567', 'CMND [số CCCD]'],
    ['gọi 0912.345.678 hoặc +84 912 345 678', 'gọi [số điện thoại] hoặc [số điện thoại]'],
    ['thư nam.nv@lamgiang.gov.vn nhé', 'thư [thư điện tử] nhé'],
    ['bằng số hiệu B 004512, số vào sổ 123/CCLL', 'bằng số hiệu [số văn bằng], số vào sổ [số văn bằng]'],
    ['chung chi so QLNN-2019/00123 con dung khong', 'chung chi so [số văn bằng] con dung khong'],
    ['bằng A1234567 còn dùng không', 'bằng [số văn bằng] còn dùng không'],
  ])('%s → %s', async (text, masked) => {
    expect((await redact(text, known)).text).toBe(masked);
  });

  it.each([
    'khoản 2 Điều 18 Nghị định 233/2026/NĐ-CP có hiệu lực từ 01/7/2026',
    'hỗ trợ 100.000.000 đồng, tức 100000000 đồng, trong 2026-2030',
    'Quyết định số 915/2026/QĐ-UBND, 57-QĐ/TW, 05-CTr/ĐU',
    'ngạch 01.003, 40 tiết/năm, 12 tháng, tỷ lệ 34,90%',
    'cán bộ Nguyễn Văn Hùng',
  ])('keeps %s', async (text) => {
    expect(await redact(text, known)).toEqual({ text, redactions: 0 });
  });

  it('counts what it masked', () => {
    expect(redactPatterns('a@b.vn, 0912345678, 079204001234').redactions).toBe(3);
  });
});

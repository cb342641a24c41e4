import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { syllablePairs } from '../syllablePairs.ts';
import { withoutSpecks } from './specks.ts';

const pairs = syllablePairs(readFileSync(new URL('../../data/syllablePairs.txt', import.meta.url), 'utf8'));

describe('specks in running text', () => {
  it.each([
    ['nhân dân Thành. phố Nam Lam', 'nhân dân Thành phố Nam Lam'],
    ['theo thẩm "quyền giải quyết', 'theo thẩm quyền giải quyết'],
    ['tháng 3 “năm 2031 về “lớp”', 'tháng 3 năm 2031 về “lớp”'],
    ['Bộ Công T hương ban hành', 'Bộ Công Thương ban hành'],
    ['- Thường trực; (đề b/c)', '- Thường trực; (để b/c)'],
    ['- Lưu: Vĩ, CN.', '- Lưu: VT, CN.'],
    ['nhân dân TÌ hành phố Nam Lam', 'nhân dân Thành phố Nam Lam'],
    ['chịu trách nhiệmthi hành', 'chịu trách nhiệm thi hành'],
    ['tại 7ờ trình số 5', 'tại Tờ trình số 5'],
  ])('are left out: %s', (read, meant) => {
    expect(withoutSpecks(read, pairs)).toMatchObject({ text: meant, repairs: [{ times: 1 }] });
  });

  it('are left out at both ends of a line', () => {
    const read =
      "BỘ MẪU CHUNG.\n' Căn cứ Luật Mẫu;\n_Điều 1. Mẫu.\nNơi nhận: `\nKính gửi: ;\n- Các sở;..\n- - Các phòng; -\n-Lưu: VT.";
    expect(withoutSpecks(read, pairs)).toEqual({
      text: 'BỘ MẪU CHUNG\nCăn cứ Luật Mẫu;\nĐiều 1. Mẫu.\nNơi nhận:\nKính gửi:\n- Các sở;\n- Các phòng;\n- Lưu: VT.',
      repairs: [],
    });
  });

  it.each([
    'theo quy định. Thành phố Nam Lam',
    'gọi là "quyền hạn" của đơn vị; thẩm "quyền" riêng',
    'các nhóm A, B và C trong lớp; khối D thi riêng',
    'TP. phố đi bộ; tr. năm',
    'UBND TP.\nGDP, GRDP.\nVăn bản số 1/BM.',
    'Dự án Metro, hệ thống camera và Internet',
  ])('are not seen in text as it should be: %s', (text) => {
    expect(withoutSpecks(text, pairs)).toEqual({ text, repairs: [] });
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { syllablePairs } from '../syllablePairs.ts';
import { repairOcr } from './repair.ts';

const pairs = syllablePairs(readFileSync(new URL('../../data/syllablePairs.txt', import.meta.url), 'utf8'));
const repaired = (text: string) => repairOcr(text, pairs).text;

describe('marks that recognition got wrong', () => {
  it.each([
    ['Luật Tổ chức chính quyên địa phương', 'Luật Tổ chức chính quyền địa phương'],
    ['Nghi định số 12 của Chính phủ', 'Nghị định số 12 của Chính phủ'],
    ['sửa đổi, bồ sung một số điều', 'sửa đổi, bổ sung một số điều'],
    ['kèm theo Quyêt định này', 'kèm theo Quyết định này'],
    ['ỦY BAN NHÂN DÂN THÀNH PHÓ', 'ỦY BAN NHÂN DÂN THÀNH PHỐ'],
    ['danh sách cón bộ được cử đi học', 'danh sách cán bộ được cử đi học'],
    ['chính\nquyên địa phương', 'chính\nquyền địa phương'],
  ])('are put right where the field leaves no choice: %s', (read, meant) => {
    expect(repaired(read)).toBe(meant);
  });

  it.each([
    'Phó Chủ tịch Ủy ban nhân dân',
    'ông Nguyễn Văn Quyên, bà Trần Thị Nghi',
    'tỉnh Đồng Nai, thành phố Đà Nẵng',
    'Số: 12/2026/QĐ-UBND ngày 05 tháng 6 năm 2026',
    'kỷ nguyên mới, hội tụ và lan tỏa, bạn bè quốc tế',
    'UBND các phường, xã; đê điều và thủy lợi',
    'hoà bình, thuỷ lợi, quí vị',
  ])('are not seen where words, names and numbers are as they should be: %s', (text) => {
    expect(repairOcr(text, pairs)).toEqual({ text, repairs: [] });
  });

  it('are told with what they became and how often', () => {
    const { repairs } = repairOcr('bồ sung điều 1; bồ sung điều 2; chính quyên địa phương', pairs);
    expect(repairs).toEqual([
      { from: 'bồ', to: 'bổ', times: 2 },
      { from: 'quyên', to: 'quyền', times: 1 },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { repairNumbers } from './numbers.ts';

describe('numbers that recognition broke', () => {
  it.each([
    ['Nghị định số 41/2031/WĐ-CP của', 'Nghị định số 41/2031/NĐ-CP của'],
    ['tại Tờ trình số 18/71Y-HĐND ngày', 'tại Tờ trình số 18/TTr-HĐND ngày'],
    ['số 352/77Y-BMS ngày', 'số 352/TTr-BMS ngày'],
    ['Thông tư số 19/2031/77-BMS', 'Thông tư số 19/2031/TT-BMS'],
    ['số 19/2031/TT- BMS ngày', 'số 19/2031/TT-BMS ngày'],
    ['Nghị quyết số 81- NQ/TW', 'Nghị quyết số 81-NQ/TW'],
    ['Luật số 65/2031/QH 16 được', 'Luật số 65/2031/QH16 được'],
    ['Nghị quyết số 1111/NQ-UBTVQHI15', 'Nghị quyết số 1111/NQ-UBTVQH15'],
    ['Luật số 65/2031/QHI6 được', 'Luật số 65/2031/QH16 được'],
    ['tối thiểu 1⁄3 số viên chức', 'tối thiểu 1/3 số viên chức'],
    ['Nghị định số 1 94/2031/NĐ-CP', 'Nghị định số 194/2031/NĐ-CP'],
    ['Nghị định số 1 194/2031/NĐ-CP', 'Nghị định số 194/2031/NĐ-CP'],
    ['văn bản số 93/TT r-UBND', 'văn bản số 93/TTr-UBND'],
    ['khoản 2 Điều ] của Thông tư', 'khoản 2 Điều 1 của Thông tư'],
    ['ngày 2] tháng J1 năm 2031', 'ngày 21 tháng 11 năm 2031'],
    ['Lam Giang, ngày23 tháng 4', 'Lam Giang, ngày 23 tháng 4'],
    ['từ ngày 29 tháng 4 năm 12031.', 'từ ngày 29 tháng 4 năm 2031.'],
    ['số 92/TTr-UBND ngày 21 2 tháng 4 năm 2031', 'số 92/TTr-UBND ngày 21 tháng 4 năm 2031'],
    ['ngày 21 tháng4 năm 2031', 'ngày 21 tháng 4 năm 2031'],
    ['ngày 20 tháng 3 lầu 2031', 'ngày 20 tháng 3 năm 2031'],
    ['ngày 20 thẳng 3 năm 2031', 'ngày 20 tháng 3 năm 2031'],
    ['Tờ trình số 10/TTr-HĐĐND', 'Tờ trình số 10/TTr-HĐND'],
  ])('are whole again: %s', (read, meant) => {
    expect(repairNumbers(read).text).toBe(meant);
    expect(repairNumbers(read).repairs).toHaveLength(/J1/.test(read) ? 2 : 1);
  });

  it.each([
    'Thông tư số 45/TC-TCT, Quyết định số 8/HĐ-UB',
    'Quyết định số 12/2031/QĐ-UBND, Công văn số 37/VPCP-CN',
    'Nghị định số 1 294/2031/NĐ-CP',
    'ngày 17/3/2031, tỷ lệ 5/7, điểm 1 77/2031',
    'Điều I. Nay ban hành; mục [1] và hình J 2',
    'trong các năm 2030, 2031; 12031 người',
  ])('are not seen where they are as they should be: %s', (text) => {
    expect(repairNumbers(text)).toEqual({ text, repairs: [] });
  });
});

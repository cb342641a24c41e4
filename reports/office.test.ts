import { expect, test } from 'vitest';
import { isPartyOffice } from './office.ts';

test.each([
  ['BAN TỔ CHỨC', 'TỈNH ỦY LAM GIANG'],
  ['BAN TỔ CHỨC', 'TỈNH UỶ LAM GIANG'],
  ['TỈNH ỦY LAM GIANG', null],
  ['Đảng ủy phường Nam Lam', 'Tỉnh ủy Lam Giang'],
  ['VĂN PHÒNG ĐẢNG ỦY', null],
  ['THÀNH ỦY', null],
  ['ỦY BAN KIỂM TRA', null],
  ['TRƯỜNG CHÍNH TRỊ', 'TỈNH ỦY LAM GIANG'],
  ['BAN TỔ CHỨC'.normalize('NFD'), null],
])('%s under %s writes under the head of the Party', (office, superior) => {
  expect(isPartyOffice(office, superior)).toBe(true);
});

test.each([
  ['SỞ NỘI VỤ', 'ỦY BAN NHÂN DÂN TỈNH LAM GIANG'],
  ['UBND PHƯỜNG NAM LAM', 'TỈNH ỦY LAM GIANG'],
  ['ỦY BAN NHÂN DÂN TỈNH', null],
  ['CƠ QUAN ỦY BAN NHÂN DÂN', null],
  ['HỘI ĐỒNG NHÂN DÂN XÃ', null],
  ['TRƯỜNG CAO ĐẲNG', 'UBND TỈNH LAM GIANG'],
  ['', null],
])('%s under %s writes under the head of the State', (office, superior) => {
  expect(isPartyOffice(office, superior)).toBe(false);
});

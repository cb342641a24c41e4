import { expect, it } from 'vitest';
import { parseText, writeEffect } from './relations.testing.ts';

const BODY = [
  'Điều 1. Phạm vi\n1. Mở lớp.\n2. Học trực tuyến.',
  'Điều 2. Kinh phí\n1. Do tỉnh.\n2. Do xã.\na) Một nửa;\nb) Phần còn lại.',
  'Điều 3. Chương trình\nNăm tuần.',
  'Điều 4. Hiệu lực thi hành',
].join('\n');

const effects = (clauses: string) => {
  const parsed = parseText(`${BODY}\n${clauses}`, { number: '900/2031/NĐ-CP' });
  return parsed.effects.map((effect) => writeEffect(effect, parsed));
};

it.each<[string, readonly string[]]>([
  [
    'Nghị định này có hiệu lực từ ngày 01/7/2026, trừ khoản 2 Điều 1 và Điều 3 có hiệu lực từ ngày 01/01/2027.',
    ['Điều 1 > khoản 2 from 2027-01-01', 'Điều 3 from 2027-01-01'],
  ],
  [
    'Nghị định này có hiệu lực từ 01/7/2026, trừ Điều 1 có hiệu lực từ ngày 01/01/2027 và Điều 3 có hiệu lực từ ngày 01/7/2027.',
    ['Điều 1 from 2027-01-01', 'Điều 3 from 2027-07-01'],
  ],
  [
    '1. Nghị định này có hiệu lực từ ngày 01/7/2026, trừ quy định tại khoản 2 Điều này.\n2. Khoản 1 Điều 2 Nghị định này có hiệu lực từ ngày 01 tháng 01 năm 2027.',
    ['Điều 2 > khoản 1 from 2027-01-01'],
  ],
  [
    '1. Nghị định này có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2026.\n2. Các chế độ quy định tại điểm b khoản 2 Điều 2 và Điều 3 của Nghị định này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2027.',
    ['Điều 2 > khoản 2 > điểm b from 2027-01-01', 'Điều 3 from 2027-01-01'],
  ],
  [
    '1. Nghị định này có hiệu lực từ ngày 01/7/2026.\n2. Điều 3 của Nghị định này có hiệu lực thi hành kể từ 01/9/2026.',
    ['Điều 3 from 2026-09-01'],
  ],
  ['Nghị định này có hiệu lực từ ngày 01/7/2026, trừ Điều 3.', ['Điều 3 from null']],
  [
    '1. Nghị định này có hiệu lực từ ngày 01/7/2026, trừ Điều 3.\n2. Điều 3 Nghị định này được áp dụng từ ngày 01/01/2028.',
    ['Điều 3 from 2028-01-01'],
  ],
  [
    '1. Nghị định này có hiệu lực từ ngày 01/7/2026.\n2. Quy định tại Điều 3 Nghị định này được áp dụng đến hết ngày 31/12/2027.',
    ['Điều 3 until 2027-12-31'],
  ],
  [
    'Nghị định này có hiệu lực từ ngày 01/7/2026 đến hết ngày 31 tháng 12 năm 2027.',
    ['whole until 2027-12-31'],
  ],
  [
    '1. Nghị định này có hiệu lực từ ngày 01/7/2026.\n2. Nghị định này hết hiệu lực kể từ ngày 01/01/2028.',
    ['whole until 2027-12-31'],
  ],
  [
    '1. Nghị định này có hiệu lực từ ngày 01/7/2026.\n2. Khoản 1 Điều 2 Nghị định này hết hiệu lực kể từ ngày 01/01/2028.',
    ['Điều 2 > khoản 1 until 2027-12-31'],
  ],
])('"%s"', (clauses, expected) => {
  expect(effects(clauses)).toEqual(expected);
});

it.each([
  'Nghị định này có hiệu lực thi hành từ ngày 01/7/2026.',
  'Nghị định này có hiệu lực từ ngày 01/7/2026, trừ trường hợp quy định tại khoản 2 Điều này.',
  'Các lớp quy định tại khoản 1 Điều 1 Nghị định này mở trước khi Nghị định này có hiệu lực thì tiếp tục đến hết ngày 31/12/2027.',
  'Người quy định tại khoản 1 Điều 1 Nghị định này được áp dụng mức hỗ trợ từ ngày 01/01/2027.',
  'Điều 3 Nghị định số 12/2020/NĐ-CP có hiệu lực từ ngày 01/01/2021.',
  'Điều 99 Nghị định này có hiệu lực từ ngày 01/01/2027.',
  'Mức hỗ trợ quy định tại Nghị định này được thực hiện kể từ ngày 01 tháng 01 năm 2026.',
])('nothing begins or ends apart: "%s"', (clauses) => {
  expect(effects(clauses)).toEqual([]);
});

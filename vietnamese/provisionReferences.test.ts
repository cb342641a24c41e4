import { expect, it } from 'vitest';
import { findProvisionReferences } from './provisionReferences.ts';

const names = (text: string) => findProvisionReferences(text).map(({ path }) => path.join(' > '));

it.each([
  ['Bãi bỏ Điều 5, khoản 2 Điều 7', ['Điều 5', 'Điều 7 > khoản 2']],
  ['các Điều 6, 7, 8 và Điều 9 Nghị định số 113/2015/NĐ-CP', ['Điều 6', 'Điều 7', 'Điều 8', 'Điều 9']],
  ['Các Điều 10, 11, 12 của Thông tư', ['Điều 10', 'Điều 11', 'Điều 12']],
  [
    'điểm a, b và đ khoản 1 Điều 3; khoản 5 và khoản 10 Điều 3, Điều 4',
    [
      'Điều 3 > khoản 1 > điểm a',
      'Điều 3 > khoản 1 > điểm b',
      'Điều 3 > khoản 1 > điểm đ',
      'Điều 3 > khoản 5',
      'Điều 3 > khoản 10',
      'Điều 4',
    ],
  ],
  ['điểm b khoản 1 và khoản 2 Điều 2', ['Điều 2 > khoản 1 > điểm b', 'Điều 2 > khoản 2']],
  ['các khoản 8, 9 của Điều 2', ['Điều 2 > khoản 8', 'Điều 2 > khoản 9']],
  ['từ Điều 5 đến Điều 8', ['Điều 5', 'Điều 6', 'Điều 7', 'Điều 8']],
  ['khoản 2, Điều 5', ['Điều 5 > khoản 2']],
  ['Điều 5 khoản 2', ['Điều 5 > khoản 2']],
  ['khoản 3a Điều 26a', ['Điều 26a > khoản 3a']],
  ['Mục 2 Chương III và Chương 4', ['Chương III > Mục 2', 'Chương IV']],
  ['Phụ lục II', ['Phụ lục II']],
  ['khoản 2 và khoản 3 Điều này', ['Điều này > khoản 2', 'Điều này > khoản 3']],
  ['Điều 5 và 10 ngày làm việc', ['Điều 5']],
  ['KHOẢN 2 ĐIỀU 5', ['Điều 5 > khoản 2']],
  ['điểm a, điểm b khoản 1; điểm c khoản 3', ['khoản 1 > điểm a', 'khoản 1 > điểm b', 'khoản 3 > điểm c']],
  ['bổ sung điểm d vào khoản 2', ['điểm d', 'khoản 2']],
  ['tiết a điểm 6.2 khoản 6 Điều 3', ['Điều 3 > khoản 6 > điểm 6.2 > tiết a']],
  ['điều khoản chuyển tiếp, khoản chi, mục tiêu', []],
])('reads the provisions of "%s"', (text, expected) => {
  expect(names(text)).toEqual(expected);
});

it('tells where they stand, and stays fast on hostile lists', () => {
  expect(findProvisionReferences('Bãi bỏ khoản 4 Điều 20.')).toEqual([
    { path: ['Điều 20', 'khoản 4'], start: 7, end: 22 },
  ]);
  const hostile = `Điều ${Array.from({ length: 20_000 }, (_, at) => at).join(', ')} x`;
  expect(findProvisionReferences(hostile).length).toBeLessThan(20_000);
});

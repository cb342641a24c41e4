import { describe, expect, it } from 'vitest';
import { findDates, parseDate } from './dates.ts';

describe('dates in Vietnamese writing', () => {
  it.each([
    ['ngày 26 tháng 6 năm 2026', '2026-06-26'],
    ['ngay 01 thang 07 nam 2026', '2026-07-01'],
    ['Hà Nội, ngày 5 tháng 01 năm 2016', '2016-01-05'],
    ['07/07/2026', '2026-07-07'],
    ['ngày 9/6/2014', '2014-06-09'],
    ['26.6.2026', '2026-06-26'],
    ['26-06-2026', '2026-06-26'],
    ['2026-07-01', '2026-07-01'],
    ['2026-07-01T00:00:00Z', '2026-07-01'],
    ['ngày 26 tháng 6 năm 2026'.normalize('NFD'), '2026-06-26'],
  ])('%s is %s', (written, date) => {
    expect(parseDate(written)).toBe(date);
  });

  it.each([
    'ngày tháng năm 2026',
    '31/02/2026',
    '233/2026/NĐ-CP',
    '13/13/2026',
    'ngày 0 tháng 6 năm 2026',
    '',
  ])('%s names no day', (written) => {
    expect(parseDate(written)).toBeNull();
  });

  it('are found in order with their places', () => {
    const text = 'từ 01/7/2026 đến ngày 30 tháng 11 năm 2026';
    expect(findDates(text).map(({ date, start, end }) => [date, text.slice(start, end)])).toEqual([
      ['2026-07-01', '01/7/2026'],
      ['2026-11-30', '30 tháng 11 năm 2026'],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { addDays, addMonths, vietnamDay } from './day.ts';

describe('the day in Vietnam', () => {
  it.each([
    ['2026-06-30T16:59:59Z', '2026-06-30'],
    ['2026-06-30T17:00:00Z', '2026-07-01'],
    ['2026-01-01T00:00:00+07:00', '2026-01-01'],
    ['2028-02-28T20:00:00-05:00', '2028-02-29'],
  ])('at %s is %s', (moment, day) => {
    expect(vietnamDay(new Date(moment))).toBe(day);
  });
});

describe('a day some months later', () => {
  it.each([
    ['2026-01-15', 1, '2026-02-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-11-22', 12, '2027-11-22'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-11-22', 0, '2026-11-22'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
  ])('%s and %i months is %s', (date, months, later) => {
    expect(addMonths(date, months)).toBe(later);
  });
});

describe('days counted on', () => {
  it('go across months and leap years', () => {
    expect(addDays('2026-06-26', 45)).toBe('2026-08-10');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  });
});

import { describe, expect, it } from 'vitest';
import { vietnamDay } from './day.ts';

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

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths } from '../../domain/day.ts';
import { earliest, latest } from '../../domain/partialDate.ts';
import { dayOf, monthsBefore, monthsBetween, notAfter, notBefore, yearsBetween } from './dates.ts';

const day = fc
  .date({ min: new Date('2023-01-01T00:00:00Z'), max: new Date('2025-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const partial = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([date, length]) => date.slice(0, length));

describe('a partial date beside a day', () => {
  it.each([
    ['2026-11-22', '2026-11-22', 'met', 'met'],
    ['2026-11', '2026-11-22', 'unknown', 'unknown'],
    ['2026-11', '2026-11-30', 'met', 'unknown'],
    ['2026-11', '2026-11-01', 'unknown', 'met'],
    ['2026', '2026-12-31', 'met', 'unknown'],
    ['2026', '2026-01-01', 'unknown', 'met'],
    ['2025', '2026-01-01', 'met', 'missing'],
    ['2027', '2026-12-31', 'missing', 'met'],
    ['2026-02', '2026-02-28', 'met', 'unknown'],
    ['2024-02', '2024-02-28', 'unknown', 'unknown'],
  ])('%s and %s: not after is %s, not before is %s', (date, iso, after, before) => {
    expect([notAfter(date, dayOf(iso)), notBefore(date, dayOf(iso))]).toEqual([after, before]);
  });

  it('is compared by the first and last day that it may mean', () => {
    fc.assert(
      fc.property(partial, day, (date, iso) => {
        const after = latest(date) <= iso ? 'met' : earliest(date) > iso ? 'missing' : 'unknown';
        const before = earliest(date) >= iso ? 'met' : latest(date) < iso ? 'missing' : 'unknown';
        expect([notAfter(date, dayOf(iso)), notBefore(date, dayOf(iso))]).toEqual([after, before]);
      }),
    );
  });
});

describe('spans of time', () => {
  it('the day so many months before is the last from which they have passed', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 30 }), (iso, months) => {
        const start = monthsBefore(iso, months);
        const next = new Date(`${start}T00:00:00Z`);
        next.setUTCDate(next.getUTCDate() + 1);
        expect(addMonths(start, months) <= iso).toBe(true);
        expect(addMonths(next.toISOString().slice(0, 10), months) > iso).toBe(true);
      }),
    );
  });

  it.each([
    ['1980-11-22', '2026-11-22', 46],
    ['1980-11-23', '2026-11-22', 45],
    ['2000-02-29', '2018-02-28', 17],
    ['2000-02-29', '2018-03-01', 18],
  ])('from %s to %s are %i completed years', (from, to, years) => {
    expect(yearsBetween(from, to)).toBe(years);
  });

  it.each([
    ['2026-01-31', '2026-02-28', 1],
    ['2026-01-31', '2026-02-27', 0],
    ['2025-11-22', '2026-11-22', 12],
    ['2025-11-23', '2026-11-22', 11],
  ])('from %s to %s are %i completed months', (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months);
  });
});

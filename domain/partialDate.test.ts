import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earliest, isPartialDate, latest, writePartialDate } from './partialDate.ts';

describe('a partial date', () => {
  it.each([
    ['2019-12-05', '2019-12-05', '2019-12-05', '05/12/2019'],
    ['2019-12', '2019-12-01', '2019-12-31', '12/2019'],
    ['2019', '2019-01-01', '2019-12-31', '2019'],
    ['2024-02', '2024-02-01', '2024-02-29', '02/2024'],
    ['2023-02', '2023-02-01', '2023-02-28', '02/2023'],
    ['2000-02', '2000-02-01', '2000-02-29', '02/2000'],
  ])('%s lies from %s to %s and is written %s', (date, first, last, written) => {
    expect(isPartialDate(date)).toBe(true);
    expect(earliest(date)).toBe(first);
    expect(latest(date)).toBe(last);
    expect(writePartialDate(date)).toBe(written);
  });

  it.each([
    '',
    '19',
    '2019-1',
    '2019-13',
    '2019-00',
    '2019-02-30',
    '2023-02-29',
    '12/2019',
    '2019-12-5',
    'năm 2019',
  ])('is not “%s”', (text) => {
    expect(isPartialDate(text)).toBe(false);
  });

  it('never ends before it begins, and knowing more of it narrows it', () => {
    const days = fc.date({
      min: new Date('1900-01-01T00:00:00Z'),
      max: new Date('2100-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        const spans = [day.slice(0, 4), day.slice(0, 7), day].map((partial) => ({
          first: earliest(partial),
          last: latest(partial),
        }));
        for (const [at, { first, last }] of spans.entries()) {
          const wider = spans[at - 1];
          expect(first <= day && day <= last).toBe(true);
          expect(wider === undefined || (wider.first <= first && last <= wider.last)).toBe(true);
        }
      }),
    );
  });
});

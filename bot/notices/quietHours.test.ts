import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthBegin, quietUntil } from './quietHours.ts';

const at = (local: string) => new Date(`${local}+07:00`);

describe('the quiet hours of Vietnam', () => {
  it.each([
    ['2026-11-22T20:59:59', null],
    ['2026-11-22T21:00:00', '2026-11-23T07:00:00'],
    ['2026-11-22T23:59:59', '2026-11-23T07:00:00'],
    ['2026-11-23T00:00:00', '2026-11-23T07:00:00'],
    ['2026-11-23T06:59:59', '2026-11-23T07:00:00'],
    ['2026-11-23T07:00:00', null],
    ['2026-12-31T22:00:00', '2027-01-01T07:00:00'],
    // A Saturday and a Sunday are days like others.
    ['2026-11-21T12:00:00', null],
    ['2026-11-22T12:00:00', null],
  ])('at %s last until %s', (local, until) => {
    expect(quietUntil(at(local))).toEqual(until === null ? null : at(until));
  });

  it('end at seven, ten hours later at most, and none follows at once', () => {
    fc.assert(
      fc.property(
        fc.date({ min: at('2020-01-01T00:00:00'), max: at('2040-01-01T00:00:00'), noInvalidDate: true }),
        (moment) => {
          const until = quietUntil(moment);
          if (until === null) return;
          expect(until.getTime()).toBeGreaterThan(moment.getTime());
          expect(until.getTime() - moment.getTime()).toBeLessThanOrEqual(10 * 3_600_000);
          expect(until.getUTCHours()).toBe(0);
          expect(quietUntil(until)).toBeNull();
        },
      ),
    );
  });
});

it('a month begins at midnight in Vietnam', () => {
  expect(monthBegin(at('2026-12-01T00:30:00'))).toEqual(at('2026-12-01T00:00:00'));
  expect(monthBegin(at('2026-11-30T23:59:59'))).toEqual(at('2026-11-01T00:00:00'));
});

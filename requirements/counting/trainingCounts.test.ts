import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TRAINING_MODES } from '../../domain/record.ts';
import { attendance, person } from '../records.testing.ts';
import { countTrainings } from './trainingCounts.ts';

const year = { from: '2026-01-01', until: '2026-12-31' };

describe('trainings of a period', () => {
  const counts = countTrainings(
    [
      person('A', {
        sex: 'female',
        trainings: [
          attendance('Một', {
            until: '2026-03-01',
            days: 5,
            kind: 'it',
            mode: 'online',
            abroad: false,
            programme: 'Đề án 165',
          }),
          attendance('Hai', {
            until: '2026-06',
            days: 2.5,
            kind: 'it',
            mode: 'in_person',
            abroad: true,
            programme: 'de an 165',
          }),
        ],
      }),
      person('B', {
        sex: 'male',
        trainings: [
          attendance('Ba', { from: '2026-12-31', kind: 'degree' }),
          attendance('Bỏ dở', { until: '2026-05-01', days: 3, completed: false }),
          attendance('Năm trước', { from: '2025-12-20', until: '2025-12-31', days: 3 }),
          attendance('Không ngày', { days: 3 }),
        ],
      }),
      person('C', { trainings: [attendance('Khi nào đó', { until: '2025' })] }),
    ],
    year,
  );

  it('are told in people, women, attendances and days', () => {
    expect(counts).toMatchObject({
      ...year,
      total: { people: 2, women: 1, attendances: 3, days: 7.5, withoutDays: 1 },
      notCompleted: 1,
      undated: 1,
    });
  });

  it('are told by kind, programme, mode and place, the unknown last', () => {
    const brief = (parts: typeof counts.byKind) =>
      parts.map(({ key, label, people, attendances }) => [key, label, people, attendances]);
    expect(brief(counts.byKind)).toEqual([
      ['degree', 'Chuyên môn', 1, 1],
      ['it', 'Tin học', 1, 2],
    ]);
    expect(brief(counts.byProgramme)).toEqual([
      ['de an 165', 'Đề án 165', 1, 2],
      ['unknown', 'Không ghi chương trình, đề án', 1, 1],
    ]);
    expect(brief(counts.byMode)).toEqual([
      ['in_person', 'Trực tiếp', 1, 1],
      ['online', 'Trực tuyến', 1, 1],
      ['unknown', 'Chưa rõ', 1, 1],
    ]);
    expect(brief(counts.byPlace)).toEqual([
      ['domestic', 'Trong nước', 1, 1],
      ['abroad', 'Ở nước ngoài', 1, 1],
      ['unknown', 'Chưa rõ', 1, 1],
    ]);
  });
});

it('has parts whose attendances and days sum to the whole, and never more people than attendances', () => {
  const training = fc.record({
    from: fc.constantFrom(null, '2025', '2026', '2026-05', '2026-05-06', '2027-01-01'),
    days: fc.constantFrom(null, 1, 2, 30),
    kind: fc.constantFrom(null, 'it' as const, 'degree' as const),
    mode: fc.constantFrom(null, ...TRAINING_MODES),
    abroad: fc.constantFrom(null, true, false),
    programme: fc.constantFrom(null, 'Đề án 165', 'đề án  165', 'Khác'),
    completed: fc.constantFrom(null, true, false),
  });
  fc.assert(
    fc.property(fc.array(fc.array(training, { maxLength: 4 }), { maxLength: 10 }), (all) => {
      const people = all.map((own, at) =>
        person(String(at), { trainings: own.map((known) => attendance('Lớp', known)) }),
      );
      const counts = countTrainings(people, year);
      for (const parts of [counts.byKind, counts.byProgramme, counts.byMode, counts.byPlace]) {
        const sum = (field: 'attendances' | 'days' | 'withoutDays') =>
          parts.reduce((total, part) => total + part[field], 0);
        expect(sum('attendances')).toBe(counts.total.attendances);
        expect(sum('days')).toBe(counts.total.days);
        expect(sum('withoutDays')).toBe(counts.total.withoutDays);
        for (const part of parts) expect(part.people).toBeLessThanOrEqual(part.attendances);
      }
      expect(counts.total.people).toBeLessThanOrEqual(people.length);
    }),
  );
});

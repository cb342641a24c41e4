import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CountTarget, PercentTarget, Target } from '../../domain/requirement.ts';
import {
  attendance,
  certificate,
  FEMALE,
  holding,
  person,
  reference,
  rulesOn,
  unit,
} from '../records.testing.ts';
import { type CountResult, measureTargets, type PercentResult } from './targets.ts';

const asOf = '2026-11-22';
const rules = rulesOn(asOf);

function target(measure: PercentTarget | CountTarget, known: Partial<Target> = {}): Target {
  return {
    id: 'mau.chi-tieu',
    title: 'Chỉ tiêu mẫu',
    status: 'sample',
    unit: null,
    reference,
    from: null,
    until: null,
    measure,
    ...known,
  };
}

function percentTarget(percent: number): PercentTarget {
  return { kind: 'percent', percent, group: FEMALE, condition: holding('political_theory', 'trung_cap') };
}

function measurePercent(goal: number, people: Parameters<typeof measureTargets>[1]): PercentResult {
  const [result] = measureTargets([target(percentTarget(goal))], people, [], rules, asOf);
  if (result?.kind !== 'percent') throw new Error('not a percentage');
  return result;
}

function women(met: number, others: number) {
  return Array.from({ length: met + others }, (_, at) =>
    person(`P${at}`, {
      sex: 'female',
      qualifications: [certificate('political_theory', at < met ? 'cao_cap' : 'so_cap')],
    }),
  );
}

describe('a percentage target', () => {
  it('tells who of the group meets it, does not, is not known to, and who may belong to the group', () => {
    const result = measurePercent(80, [
      person('đạt', { sex: 'female', qualifications: [certificate('political_theory', 'cao_cap')] }),
      person('thiếu', { sex: 'female', lacks: ['political_theory'] }),
      person('chưa-rõ', { sex: 'female' }),
      person('ngoài', { sex: 'male' }),
      person('chưa-rõ-nhóm', { qualifications: [certificate('political_theory', 'cao_cap')] }),
    ]);
    expect(result).toMatchObject({
      met: ['đạt'],
      missing: ['thiếu'],
      unknown: ['chưa-rõ'],
      doubtful: ['chưa-rõ-nhóm'],
      n: 1,
      N: 3,
      percent: 100 / 3,
      distance: 80 - 100 / 3,
      peopleToGo: 2,
      reached: false,
    });
  });

  it('is reached exactly at the goal', () => {
    expect(measurePercent(90, women(9, 1))).toMatchObject({ reached: true, distance: 0, peopleToGo: 0 });
    expect(measurePercent(90, women(89, 11))).toMatchObject({ reached: false, peopleToGo: 1 });
    expect(measurePercent(100, women(3, 0))).toMatchObject({ reached: true, distance: 0, percent: 100 });
    // 29 of 100 are 28.999999999999996 in binary.
    expect(measurePercent(29, women(29, 71))).toMatchObject({ reached: true, peopleToGo: 0 });
  });

  it('is not reached where nobody belongs to the group', () => {
    expect(measurePercent(50, [person('ngoài', { sex: 'male' })])).toMatchObject({
      n: 0,
      N: 0,
      percent: null,
      distance: null,
      peopleToGo: 0,
      reached: false,
    });
  });

  it('counts on the date that is asked', () => {
    const later = person('P', {
      sex: 'female',
      qualifications: [
        certificate('political_theory', 'so_cap'),
        certificate('political_theory', 'trung_cap', { issued: '2026-12-01' }),
      ],
    });
    expect(measurePercent(50, [later]).missing).toEqual(['P']);
    const [after] = measureTargets(
      [target(percentTarget(50))],
      [later],
      [],
      rulesOn('2026-12-31'),
      '2026-12-31',
    );
    expect(after).toMatchObject({ met: ['P'], reached: true });
  });

  it('reaches its goal with exactly the people it says are still needed', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 60 }),
        fc.nat({ max: 60 }),
        fc.integer({ min: 1, max: 1000 }).map((tenths) => tenths / 10),
        (met, others, goal) => {
          const { peopleToGo, reached, N, percent } = measurePercent(goal, women(met, others));
          fc.pre(N > 0);
          expect(reached).toBe(peopleToGo === 0);
          expect(((met + peopleToGo) * 1000) / N).toBeGreaterThanOrEqual(goal * 10 - 1e-6);
          if (peopleToGo > 0) expect(((met + peopleToGo - 1) * 1000) / N).toBeLessThan(goal * 10);
          expect(percent).toBe((100 * met) / N);
        },
      ),
    );
  });

  it('is about the people of its unit and of those below it', () => {
    const units = [
      unit('T', { tier: 'province' }),
      unit('X', { parent: 'T' }),
      unit('X1', { parent: 'X' }),
      unit('Y', { parent: 'T' }),
    ];
    const people = ['T', 'X', 'X1', 'Y', 'lạ'].map((code) => person(code, { sex: 'female', unit: code }));
    const targets = ['T', 'X', 'lạ', null].map((code) => target(percentTarget(50), { unit: code }));
    const results = measureTargets(targets, people, units, rules, asOf);
    expect(results.map((each) => (each.kind === 'percent' ? each.unknown : null))).toEqual([
      ['T', 'X', 'X1', 'Y'],
      ['X', 'X1'],
      ['lạ'],
      ['T', 'X', 'X1', 'Y', 'lạ'],
    ]);
  });

  it('ends where units stand in a circle', () => {
    const units = [unit('A', { parent: 'B' }), unit('B', { parent: 'A' })];
    const [result] = measureTargets(
      [target(percentTarget(50), { unit: 'A' })],
      [person('P', { sex: 'female', unit: 'B' })],
      units,
      rules,
      asOf,
    );
    expect(result).toMatchObject({ N: 1 });
  });

  it('is left out when retired', () => {
    expect(measureTargets([target(percentTarget(50), { status: 'retired' })], [], [], rules, asOf)).toEqual(
      [],
    );
  });
});

describe('a count target', () => {
  const measure: CountTarget = {
    kind: 'count',
    count: 2,
    noun: 'lớp',
    names: ['bồi dưỡng'],
    except: ['tham quan'],
  };

  function measureCount(
    people: Parameters<typeof measureTargets>[1],
    known: Partial<Target> = {},
  ): CountResult {
    const [result] = measureTargets([target(measure, known)], people, [], rules, asOf);
    if (result?.kind !== 'count') throw new Error('not a count');
    return result;
  }

  it('counts a class once however many attended it and however its name is written', () => {
    const result = measureCount([
      person('A', {
        trainings: [
          attendance('Lớp bồi dưỡng QLNN', { from: '2026-03-10' }),
          attendance('Lớp bồi dưỡng QLNN', { from: '2026-09-01' }),
        ],
      }),
      person('B', {
        trainings: [
          attendance('lop boi duong quan ly nha nuoc', { from: '2026-03-10', completed: false }),
          attendance('Bồi dưỡng tại đợt tham quan', { from: '2026-03-10' }),
          attendance('Lớp tập huấn', { from: '2026-03-10' }),
        ],
      }),
    ]);
    expect(result).toMatchObject({ n: 2, attendances: 3, reached: true, doubtful: [] });
    expect(result.classes).toEqual([
      { name: 'Lớp bồi dưỡng QLNN', from: '2026-03-10', people: 2 },
      { name: 'Lớp bồi dưỡng QLNN', from: '2026-09-01', people: 1 },
    ]);
  });

  it('counts only what began in its period and by the date', () => {
    const people = ['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01', '2026-12-01'].map((from) =>
      person(from, { trainings: [attendance('Bồi dưỡng', { from })] }),
    );
    const dates = (known: Partial<Target>) => measureCount(people, known).classes.map(({ from }) => from);
    expect(dates({ from: '2026-01-01', until: '2026-06-30' })).toEqual(['2026-01-01', '2026-06-30']);
    expect(dates({ from: '2026-07-01', until: '2026-12-31' })).toEqual(['2026-07-01']);
    expect(dates({})).toEqual(['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01']);
  });

  it('sets apart what it cannot date or may have counted already', () => {
    const on = (from: string | null, className: string) =>
      person(`${className} ${from}`, { trainings: [attendance(className, { from })] });
    const result = measureCount(
      [
        on('2026-03-10', 'Bồi dưỡng A'),
        on('2026-03', 'Bồi dưỡng A'),
        on('2026-04', 'Bồi dưỡng A'),
        on(null, 'Bồi dưỡng B'),
        on('2026', 'Bồi dưỡng C'),
        on('2024', 'Bồi dưỡng C'),
        person('xong từ lâu', { trainings: [attendance('Bồi dưỡng B', { until: '2025' })] }),
        person('mới xong', { trainings: [attendance('Bồi dưỡng B', { until: '2026-01' })] }),
      ],
      { from: '2026-01-01' },
    );
    expect(result.classes.map(({ name, from }) => [name, from])).toEqual([
      ['Bồi dưỡng A', '2026-03-10'],
      ['Bồi dưỡng A', '2026-04'],
    ]);
    expect(result.doubtful.map(({ name, from }) => [name, from])).toEqual([
      ['Bồi dưỡng B', null],
      ['Bồi dưỡng B', null],
      ['Bồi dưỡng C', '2026'],
      ['Bồi dưỡng A', '2026-03'],
    ]);
  });

  it('counts every class where it names no words', () => {
    const [result] = measureTargets(
      [target({ ...measure, names: [], except: [] })],
      [person('A', { trainings: [attendance('Gì cũng được', { from: '2026-02-03' })] })],
      [],
      rules,
      asOf,
    );
    expect(result).toMatchObject({ n: 1, reached: false });
  });
});

import { describe, expect, it } from 'vitest';
import type { Target } from '../../domain/requirement.ts';
import { attendance, certificate, FEMALE, holding, person, reference, rulesOn } from '../records.testing.ts';
import { measureTargetTrends, measureTrend } from './trend.ts';

const before = { asOf: '2024-12-31', rules: rulesOn('2024-12-31') };
const after = { asOf: '2026-11-22', rules: rulesOn('2026-11-22') };
const condition = holding('political_theory', 'trung_cap');

const theory = (issued: string | null, expires: string | null = null) => [
  certificate('political_theory', 'so_cap', { issued: '2010' }),
  certificate('political_theory', 'trung_cap', { issued, expires }),
];
const managed = (from: string, until: string | null) => [{ name: 'Diện quản lý', from, until }];

const people = [
  person('luôn đạt', { groups: managed('2020', null), qualifications: theory('2015') }),
  person('mới đạt', { groups: managed('2020', null), qualifications: theory('2025-06-01') }),
  person('hết hạn', { groups: managed('2020', null), qualifications: theory('2015', '2025-12-31') }),
  person('mới vào', { groups: managed('2025-01-01', null), qualifications: theory('2015') }),
  person('đã ra', { groups: managed('2020', '2025-01-01'), qualifications: theory('2015') }),
];

describe('a share on two dates', () => {
  it('names both dates, the difference in points and who came and went', () => {
    const group = { form: 'group', groups: ['Diện quản lý'] } as const;
    expect(measureTrend({ group, condition }, people, before, after)).toEqual({
      before: { asOf: '2024-12-31', n: 3, N: 4, percent: 75 },
      after: { asOf: '2026-11-22', n: 3, N: 4, percent: 75 },
      points: 0,
      gained: ['mới đạt', 'mới vào'],
      lost: ['hết hạn', 'đã ra'],
      entered: ['mới vào'],
      left: ['đã ra'],
    });
  });

  it('is of everybody given where no group is asked, and backwards in time too', () => {
    const trend = measureTrend({ group: null, condition }, people, after, before);
    expect(trend).toMatchObject({ points: 0, gained: ['hết hạn'], lost: ['mới đạt'], entered: [], left: [] });
    expect(trend.before).toEqual({ asOf: '2026-11-22', n: 4, N: 5, percent: 80 });
  });

  it('has no difference where the group was empty', () => {
    const group = { form: 'group', groups: ['Diện khác'] } as const;
    expect(measureTrend({ group, condition }, people, before, after).points).toBeNull();
  });
});

it('follows targets of both kinds', () => {
  const common = {
    title: 'Chỉ tiêu mẫu',
    status: 'sample',
    unit: null,
    reference,
    from: null,
    until: null,
  } as const;
  const targets: readonly Target[] = [
    {
      ...common,
      id: 'bỏ',
      status: 'retired',
      measure: { kind: 'percent', percent: 1, group: FEMALE, condition },
    },
    { ...common, id: 'đếm', measure: { kind: 'count', count: 2, noun: 'lớp', names: [], except: [] } },
    {
      ...common,
      id: 'tỷ lệ',
      measure: {
        kind: 'percent',
        percent: 90,
        group: { form: 'group', groups: ['Diện quản lý'] },
        condition,
      },
    },
  ];
  const taught = person('học', {
    trainings: [attendance('Một', { from: '2023-01-01' }), attendance('Hai', { from: '2025-01-01' })],
  });
  const trends = measureTargetTrends(targets, [...people.slice(0, 2), taught], [], before, after);
  expect(trends).toMatchObject([
    {
      kind: 'count',
      target: { id: 'đếm' },
      before: { asOf: '2024-12-31', n: 1 },
      after: { asOf: '2026-11-22', n: 2 },
      more: 1,
    },
    { kind: 'percent', target: { id: 'tỷ lệ' }, trend: { points: 50, gained: ['mới đạt'] } },
  ]);
});

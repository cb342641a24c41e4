import { describe, expect, it } from 'vitest';
import type { CadreRecord } from '../../domain/record.ts';
import type { Condition, Position } from '../../domain/requirement.ts';
import { person, rulesOn, unit } from '../records.testing.ts';
import { post } from '../rules.testing.ts';
import { assume } from '../whatIf.ts';

const AS_OF = '2026-11-22';
const UNITS = [
  unit('LG-NL', { tier: 'commune' }),
  unit('LG-NL-KP1', { parent: 'LG-NL' }),
  unit('LG-TXNL', { until: '2025-06-30', successors: ['LG-NL'] }),
  unit('LG-SNV', { tier: 'province' }),
];
const POSITIONS: readonly Position[] = [
  { name: 'Chủ tịch UBND cấp xã', aliases: ['Chủ tịch UBND xã', 'Chủ tịch UBND phường'], leadership: true },
  { name: 'Văn thư', aliases: [], leadership: false },
  { name: 'Giám đốc Sở', aliases: [], leadership: true, tier: 'province' as const },
].map((entry) => ({ tier: null, ...entry, until: null, successors: [] }));
const rules = rulesOn(AS_OF, { positions: POSITIONS }, UNITS);

function check(rows: readonly (readonly [string, Condition, Partial<CadreRecord>, string])[]): void {
  it.each(rows)('%s', (_name, condition, known, status) => {
    expect(rules.condition(condition)(person('MAU-1', known))).toBe(status);
  });
}

const since = (from: string | null, until: string | null = null) => ({ from, until, unit: null });
const director = { position: 'Giám đốc Sở', ...since('2024') };
const assumed = assume(person('MAU-1'), { kind: 'post', name: 'Giám đốc Sở' }, AS_OF);
const chair = { position: 'chu tich uy ban nhan dan phuong', ...since('2025-07') };

describe('age', () => {
  const fifty: Condition = { form: 'age', from: 50, to: 55 };
  check([
    ['begins on the birthday', fifty, { birth: '1976-11-22' }, 'met'],
    ['and not the day before', fifty, { birth: '1976-11-23' }, 'missing'],
    ['includes the whole last year', fifty, { birth: '1970-11-23' }, 'met'],
    ['and ends with it', fifty, { birth: '1970-11-22' }, 'missing'],
    ['is open within the month of birth', fifty, { birth: '1976-11' }, 'unknown'],
    ['is open within the year of birth', fifty, { birth: '1970' }, 'unknown'],
    ['is sure where the year leaves no choice', fifty, { birth: '1973' }, 'met'],
    ['is unknown without a date of birth', fifty, {}, 'unknown'],
    ['may be open below', { form: 'age', from: null, to: 30 }, { birth: '2000' }, 'met'],
    ['may be open above', { form: 'age', from: 30, to: null }, { birth: '2000' }, 'missing'],
  ]);
});

describe('seniority', () => {
  const year: Condition = { form: 'seniority', months: 12 };
  check([
    ['is reached on the day', year, { recruited: '2025-11-22' }, 'met'],
    ['and not the day before', year, { recruited: '2025-11-23' }, 'missing'],
    ['is open within the year', year, { recruited: '2025' }, 'unknown'],
    ['is unknown without a date', year, {}, 'unknown'],
  ]);
});

describe('sex, party, ethnicity', () => {
  const member: Condition = { form: 'party', member: true };
  const other: Condition = { form: 'party', member: false };
  const minority: Condition = { form: 'ethnicity', minority: true };
  check([
    ['a woman', { form: 'sex', is: 'female' }, { sex: 'female' }, 'met'],
    ['a man', { form: 'sex', is: 'female' }, { sex: 'male' }, 'missing'],
    ['sex not recorded', { form: 'sex', is: 'female' }, {}, 'unknown'],
    ['a party member', member, { party: true }, 'met'],
    ['none', member, { party: false }, 'missing'],
    ['party not recorded', member, {}, 'unknown'],
    ['one who is none where none is asked', other, { party: false }, 'met'],
    ['one who joined later', member, { party: true, partyJoined: '2026-12-01' }, 'missing'],
    ['one who may have joined later', member, { party: true, partyJoined: '2026' }, 'unknown'],
    ['one who joined before, where none is asked', other, { party: true, partyJoined: '2020' }, 'missing'],
    ['Kinh is the majority', minority, { ethnicity: 'kinh' }, 'missing'],
    ['Tày is a minority', minority, { ethnicity: 'Tày' }, 'met'],
    ['ethnicity not recorded', minority, {}, 'unknown'],
  ]);
});

describe('the tier of the unit', () => {
  const province: Condition = { form: 'unit_tier', tiers: ['province', 'central'] };
  const at = (code: string | null, from = '2020') => ({ ...chair, unit: code, from });
  check([
    ['is that of the person’s own unit', province, { unit: 'LG-SNV' }, 'met'],
    ['or of the unit of the post', province, { unit: 'LG-NL', posts: [at('LG-SNV')] }, 'met'],
    ['which goes before the own one', province, { unit: 'LG-SNV', posts: [at('LG-NL')] }, 'missing'],
    [
      'of a post without a unit is that of the own one',
      province,
      { unit: 'LG-SNV', posts: [at(null)] },
      'met',
    ],
    ['of one of several posts is enough', province, { posts: [at('LG-NL'), at('LG-SNV')] }, 'met'],
    [
      'of a post that is over does not count',
      province,
      { posts: [{ ...at('LG-SNV'), until: '2024' }] },
      'missing',
    ],
    ['is open where the post may not have begun', province, { posts: [at('LG-SNV', '2026')] }, 'unknown'],
    ['is unknown of a unit that is not listed', province, { unit: 'LG-XX' }, 'unknown'],
    ['is that of the catalogue where the post names no unit', province, { posts: [director] }, 'met'],
    ['but a post says more', province, { posts: [{ ...director, unit: 'LG-NL' }] }, 'missing'],
    ['and so moves with a supposed post', province, assumed, 'met'],
  ]);
});

describe('the unit', () => {
  const ward: Condition = { form: 'unit', units: ['LG-NL'] };
  const at = (code: string | null, from = '2020') => ({ ...chair, unit: code, from });
  check([
    ['is the own one', ward, { unit: 'LG-NL' }, 'met'],
    ['or one below', ward, { unit: 'LG-NL-KP1' }, 'met'],
    ['or that of a post', ward, { unit: 'LG-SNV', posts: [at('LG-NL')] }, 'met'],
    [
      'of a post that may not have begun is open',
      ward,
      { unit: 'LG-SNV', posts: [at('LG-NL', '2026')] },
      'unknown',
    ],
    [
      'of a post that is over does not count',
      ward,
      { unit: 'LG-SNV', posts: [{ ...at('LG-NL'), until: '2024' }] },
      'missing',
    ],
    ['is not another', ward, { unit: 'LG-SNV', posts: [at(null)] }, 'missing'],
    ['is unknown where it is not listed', ward, { unit: 'LG-XX' }, 'unknown'],
    ['is open of a former one from which it took over', ward, { unit: 'LG-TXNL' }, 'unknown'],
    ['above is not enough', { form: 'unit', units: ['LG-NL-KP1'] }, { unit: 'LG-NL' }, 'missing'],
  ]);
});

describe('a post', () => {
  const ask = post('Chủ tịch UBND xã');
  const leading: Condition = { form: 'post', positions: [], leadership: true, months: null };
  const notLeading: Condition = { form: 'post', positions: [], leadership: false, months: null };
  const clerk = { position: 'Văn thư', ...since('2020') };
  const strange = { position: 'Điều phối viên', ...since('2020') };
  check([
    ['is found by its aliases, folded and written out', ask, { posts: [chair] }, 'met'],
    ['is not another one', ask, { posts: [clerk] }, 'missing'],
    ['is unknown where none is recorded', ask, {}, 'unknown'],
    ['is none where none is had', ask, { reviewed: '2026-06-30' }, 'missing'],
    ['has ended', ask, { posts: [{ ...chair, until: '2026-11-21' }] }, 'missing'],
    ['is held on its last day', ask, { posts: [{ ...chair, until: '2026-11-22' }] }, 'met'],
    ['may have ended', ask, { posts: [{ ...chair, until: '2026-11' }] }, 'unknown'],
    ['has not begun', ask, { posts: [{ ...chair, from: '2027' }] }, 'missing'],
    ['has begun where nobody wrote when', ask, { posts: [{ ...chair, from: null }] }, 'met'],
    [
      'is held long enough',
      { ...post('Chủ tịch UBND xã'), months: 12 } as Condition,
      { posts: [chair] },
      'met',
    ],
    ['is not', { ...post('Chủ tịch UBND xã'), months: 24 } as Condition, { posts: [chair] }, 'missing'],
    [
      'may be, where nobody wrote since when',
      { ...post('Chủ tịch UBND xã'), months: 24 } as Condition,
      { posts: [{ ...chair, from: null }] },
      'unknown',
    ],
    ['of leadership', leading, { posts: [clerk, chair] }, 'met'],
    ['of no leadership', leading, { posts: [clerk] }, 'missing'],
    ['that the catalogue does not have may be of leadership', leading, { posts: [strange] }, 'unknown'],
    ['of leadership is not wanted', notLeading, { posts: [chair, clerk] }, 'missing'],
    ['of no leadership is wanted', notLeading, { posts: [clerk] }, 'met'],
    [
      'of any kind',
      { form: 'post', positions: [], leadership: null, months: null },
      { posts: [strange] },
      'met',
    ],
  ]);
});

describe('plans, grades and groups', () => {
  const planned: Condition = { form: 'planned', positions: ['Chủ tịch UBND cấp xã'], leadership: null };
  const grade: Condition = { form: 'grade', grades: ['Chuyên viên chính', '01.003'], months: null };
  const group: Condition = { form: 'group', groups: ['Diện Ban Thường vụ quản lý'] };
  check([
    ['a planned post', planned, { planned: [{ ...chair, term: '2026-2031' }] }, 'met'],
    ['is not a post held', planned, { posts: [chair], reviewed: '2026-06-30' }, 'missing'],
    ['no plan in a record that tells the career', planned, { posts: [chair] }, 'missing'],
    ['no plan in a record that tells no career', planned, {}, 'unknown'],
    [
      'a grade by its abbreviation',
      grade,
      { grades: [{ name: 'CVC', code: null, ...since('2020') }] },
      'met',
    ],
    ['by its code', grade, { grades: [{ name: 'Ngạch cũ', code: '01.003', ...since('2020') }] }, 'met'],
    ['another grade', grade, { grades: [{ name: 'Cán sự', code: '01.004', ...since('2020') }] }, 'missing'],
    [
      'a grade held too short',
      { ...grade, months: 60 } as Condition,
      { grades: [{ name: 'CVC', code: null, ...since('2022-01') }] },
      'missing',
    ],
    ['no grade recorded', grade, {}, 'unknown'],
    ['a group, abbreviated', group, { groups: [{ name: 'diện BTV quản lý', ...since(null) }] }, 'met'],
    ['another group', group, { groups: [{ name: 'Diện khác', ...since(null) }] }, 'missing'],
    ['no group recorded', group, {}, 'unknown'],
    ['no group had', group, { reviewed: '2026-06-30' }, 'missing'],
  ]);
});

describe('evaluations', () => {
  const good: Condition = { form: 'evaluated', atLeast: 'good', years: 2 };
  const rated = (...years: readonly (readonly [number, 'completed' | 'good' | 'excellent'])[]) =>
    years.map(([year, rating]) => ({ year, rating }));
  check([
    ['good in both years', good, { evaluations: rated([2024, 'good'], [2025, 'excellent']) }, 'met'],
    [
      'the present year does not count',
      good,
      { evaluations: rated([2025, 'good'], [2026, 'good']) },
      'unknown',
    ],
    ['worse in one', good, { evaluations: rated([2025, 'completed']) }, 'missing'],
    ['one year open', good, { evaluations: rated([2025, 'good']) }, 'unknown'],
    ['one year not rated', good, { evaluations: rated([2025, 'good']), reviewed: '2026-06-30' }, 'missing'],
  ]);
});

describe('the conclusion on political standards', () => {
  const conclusion: Condition = { form: 'political_conclusion' };
  const drawn = (date: string | null, passed: boolean) => ({ date, passed, issuer: null });
  check([
    ['is positive', conclusion, { conclusions: [drawn('2025', true)] }, 'met'],
    ['is negative', conclusion, { conclusions: [drawn('2025', false)] }, 'missing'],
    [
      'is the newest',
      conclusion,
      { conclusions: [drawn('2025', false), drawn('2026-03', true), drawn('2024', false)] },
      'met',
    ],
    [
      'is none of those to come',
      conclusion,
      { conclusions: [drawn('2025', true), drawn('2027', false)] },
      'met',
    ],
    ['may be without a date', conclusion, { conclusions: [drawn(null, true)] }, 'met'],
    [
      'is open where the newest is not known',
      conclusion,
      { conclusions: [drawn(null, true), drawn('2025', false)] },
      'unknown',
    ],
    ['is open where it may be still to come', conclusion, { conclusions: [drawn('2026', true)] }, 'unknown'],
    ['is unknown', conclusion, {}, 'unknown'],
    ['is lacking', conclusion, { reviewed: '2026-06-30' }, 'missing'],
  ]);
});

describe('all and any', () => {
  const [yes, no, open]: readonly Condition[] = [
    { form: 'sex', is: 'female' },
    { form: 'sex', is: 'male' },
    { form: 'party', member: true },
  ];
  if (yes === undefined || no === undefined || open === undefined) throw new Error('three conditions');
  const known = { sex: 'female' } as const;
  check([
    ['all met', { form: 'all', of: [yes, yes] }, known, 'met'],
    ['all but one', { form: 'all', of: [yes, open, no] }, known, 'missing'],
    ['all but an open one', { form: 'all', of: [yes, open] }, known, 'unknown'],
    ['all of none', { form: 'all', of: [] }, known, 'met'],
    ['any met', { form: 'any', of: [no, open, yes] }, known, 'met'],
    ['any but an open one', { form: 'any', of: [no, open] }, known, 'unknown'],
    ['none', { form: 'any', of: [no, no] }, known, 'missing'],
    ['any of none', { form: 'any', of: [] }, known, 'missing'],
  ]);
});

describe('months of a grade', () => {
  const asked: Condition = {
    form: 'grade',
    grades: ['Chuyên viên', '01.003', 'Chuyên viên chính'],
    months: 60,
  };
  const held = (name: string, from: string | null, until: string | null = null) => ({
    name,
    code: null,
    ...since(from, until),
  });
  check([
    [
      'add up where one follows the other',
      asked,
      { grades: [held('Chuyên viên', '2018-01-01', '2023-12-31'), held('CVC', '2024-01-01')] },
      'met',
    ],
    [
      'in whatever order they stand',
      asked,
      { grades: [held('CVC', '2024'), held('Chuyên viên', '2018', '2024')] },
      'met',
    ],
    [
      'do not where there is a gap',
      asked,
      { grades: [held('Chuyên viên', '2010', '2020'), held('CVC', '2024')] },
      'missing',
    ],
    [
      'do not with a grade that is not listed',
      asked,
      { grades: [held('Cán sự', '2010', '2023-12-31'), held('CVC', '2024')] },
      'missing',
    ],
    [
      'are open where the earlier one has no beginning',
      asked,
      { grades: [held('Chuyên viên', null, '2023-12-31'), held('CVC', '2024-01-01')] },
      'unknown',
    ],
  ]);

  it.each([
    [
      [held('Chuyên viên', '2023-11-22')],
      'Ngạch, hạng: Chuyên viên mới giữ 3 năm, còn thiếu 24 tháng so với yêu cầu 5 năm.',
    ],
    [[held('Chuyên viên', '2021')], 'Ngạch, hạng Chuyên viên: chưa rõ đã giữ đủ 5 năm chưa.'],
  ])('tell what is lacking: %o', (grades, reason) => {
    expect(rules.explain(asked)(person('MAU-1', { grades })).reason).toBe(reason);
  });
});

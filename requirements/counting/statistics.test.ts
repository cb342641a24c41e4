import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LADDERS, QUALIFICATION_KINDS } from '../../domain/ladders.ts';
import type { CadreRecord } from '../../domain/record.ts';
import { attendance, certificate, person, unit } from '../records.testing.ts';
import { FACETS, type Facet } from './facet.ts';
import { countPeople } from './statistics.ts';

const asOf = '2026-11-22';
const positions = [
  { name: 'Chủ tịch UBND xã', aliases: [], tier: null, leadership: true, until: null, successors: [] },
  { name: 'Chuyên viên', aliases: [], tier: null, leadership: false, until: null, successors: [] },
];
const units = [
  unit('SNV', { name: 'Sở Nội vụ', tier: 'province' }),
  unit('XM', { name: 'UBND xã Mỹ Lộc Đông' }),
];

function parts(facet: Facet, people: readonly CadreRecord[], of = units): Readonly<Record<string, number>> {
  const [count] = countPeople(people, of, [facet], asOf, positions);
  const shown = (count?.parts ?? []).filter((part) => part.people > 0);
  return Object.fromEntries(shown.map((part) => [part.label, part.people]));
}

const level = fc.constantFrom(...QUALIFICATION_KINDS).chain((kind) => {
  const levels: readonly string[] = LADDERS[kind];
  const date = fc.constantFrom(null, '2019', '2026', '2026-11', '2026-12', '2027');
  return fc.record({ kind: fc.constant(kind), level: fc.constantFrom(null, ...levels), issued: date });
});
const anyone: fc.Arbitrary<CadreRecord> = fc
  .record({
    birth: fc.constantFrom(
      null,
      '1966',
      '1970-01-01',
      '1981-11',
      '1991-11',
      '1991-11-22',
      '1991-11-23',
      '2001-05-06',
    ),
    sex: fc.constantFrom(null, 'male' as const, 'female' as const),
    unit: fc.constantFrom('SNV', 'XM', 'lạ'),
    party: fc.constantFrom(null, true, false),
    partyJoined: fc.constantFrom(null, '2020', '2026', '2027'),
    ethnicity: fc.constantFrom(null, 'Kinh', 'Tày'),
    reviewed: fc.constantFrom(null, '2026-01-01'),
    posts: fc.array(
      fc.record({
        position: fc.constantFrom('Chủ tịch UBND xã', 'chuyên viên', 'Việc lạ'),
        unit: fc.constant(null),
        from: fc.constantFrom(null, '2020', '2026'),
        until: fc.constantFrom(null, '2025', '2026'),
      }),
      { maxLength: 2 },
    ),
    qualifications: fc.array(
      level.map(({ kind, level: at, issued }) => certificate(kind, at, { issued })),
      {
        maxLength: 4,
      },
    ),
    lacks: fc.subarray([...QUALIFICATION_KINDS]),
  })
  .map((known) => person('P', known));

it('gives parts that sum to the whole, women too, for every facet', () => {
  fc.assert(
    fc.property(fc.array(anyone, { maxLength: 30 }), (people) => {
      const women = people.filter(({ sex }) => sex === 'female').length;
      const counts = countPeople(people, units, FACETS, asOf, positions);
      expect(counts.map(({ facet }) => facet)).toEqual(FACETS);
      for (const count of counts) {
        expect(count.people).toBe(people.length);
        expect(count.women).toBe(women);
        expect(count.parts.reduce((sum, part) => sum + part.people, 0)).toBe(people.length);
        expect(count.parts.reduce((sum, part) => sum + part.women, 0)).toBe(women);
        expect(new Set(count.parts.map(({ key }) => key)).size).toBe(count.parts.length);
        expect(new Set(count.parts.map(({ label }) => label)).size).toBe(count.parts.length);
        expect(count.parts.at(-1)?.key).toBe('unknown');
      }
    }),
    { numRuns: 200 },
  );
});

it('sorts by completed years, and by none where the birthday may lie on either side', () => {
  const born = ['1996-11-23', '1996-11-22', '1991-11-23', '1991-11-22', '1971-11-22', '1996', '1994', '1960'];
  expect(parts('age', [...born.map((birth) => person(birth, { birth })), person('chưa rõ')])).toEqual({
    'Dưới 30': 1,
    '30–34': 3,
    '35–39': 1,
    '55 trở lên': 2,
    'Chưa rõ': 2,
  });
});

describe('levels', () => {
  const held = (...own: CadreRecord['qualifications']) => person('P', { qualifications: own });

  it('are the highest surely held on the date', () => {
    expect(
      parts('political_theory', [
        held(certificate('political_theory', 'so_cap'), certificate('political_theory', 'trung_cap')),
        held(
          certificate('political_theory', 'trung_cap'),
          certificate('political_theory', 'cao_cap', { issued: '2027' }),
        ),
        held(
          certificate('political_theory', 'trung_cap'),
          certificate('political_theory', 'cao_cap', { issued: '2026' }),
        ),
        held(certificate('political_theory', 'trung_cap'), certificate('political_theory', null)),
      ]),
    ).toEqual({ 'Trung cấp': 4 });
  });

  it('are not known where the record is silent or unclear, and none only where it says so', () => {
    expect(
      parts('degree', [
        person('im lặng'),
        held(certificate('degree', null)),
        held(certificate('degree', 'dai_hoc', { issued: '2026' })),
        person('không có', { lacks: ['degree'] }),
        person('đã rà soát', { reviewed: '2026-01-01' }),
      ]),
    ).toEqual({ 'Chưa rõ': 3, 'Chưa có': 2 });
  });

  it('count a completed class where a class gives the level', () => {
    const attended = person('P', {
      trainings: [attendance('Lớp', { kind: 'state_management', level: 'chuyen_vien', until: '2025-05-06' })],
    });
    expect(parts('state_management', [attended])).toEqual({ 'Ngạch chuyên viên': 1 });
  });
});

describe('units', () => {
  it('of equal names are told apart by the unit above, else by their code', () => {
    const same = [
      unit('A', { name: 'UBND xã A' }),
      unit('B', { name: 'UBND xã B' }),
      unit('A-VP', { name: 'Văn phòng', parent: 'A' }),
      unit('B-VP', { name: 'Văn phòng', parent: 'B' }),
      unit('B-VP2', { name: 'văn phòng', parent: 'B' }),
    ];
    const people = ['A', 'A-VP', 'B-VP', 'B-VP2', 'B-VP2', 'lạ'].map((code) => person(code, { unit: code }));
    expect(parts('unit', people, same)).toEqual({
      'UBND xã A': 1,
      'Văn phòng (UBND xã A)': 1,
      'Văn phòng [B-VP]': 1,
      'văn phòng [B-VP2]': 2,
      'Chưa rõ': 1,
    });
  });

  it('without people are left out, other parts are not', () => {
    const [byUnit, byTier] = countPeople([person('P', { unit: 'XM' })], units, ['unit', 'tier'], asOf, []);
    expect(byUnit?.parts.map(({ label }) => label)).toEqual(['UBND xã Mỹ Lộc Đông', 'Chưa rõ']);
    expect(byTier?.parts.map(({ label }) => label)).toEqual(['Trung ương', 'Cấp tỉnh', 'Cấp xã', 'Chưa rõ']);
  });
});

it('counts leaders by the catalogue, and does not know of a post that it does not have', () => {
  const post = (position: string, until: string | null = null) => ({
    position,
    unit: null,
    from: null,
    until,
  });
  const people = [
    person('A', { posts: [post('chu tich uy ban nhan dan xa')] }),
    person('B', { posts: [post('Chủ tịch UBND xã', '2020-01-01'), post('Chuyên viên')] }),
    person('C', { posts: [post('Việc không có trong danh mục')] }),
  ];
  expect(parts('leadership_post', people)).toEqual({
    'Giữ chức vụ lãnh đạo, quản lý': 1,
    'Không giữ chức vụ lãnh đạo, quản lý': 1,
    'Chưa rõ': 1,
  });
});

it('counts party members and minorities by what the record says on the date', () => {
  const people = [
    person('A', { party: true, ethnicity: 'kinh' }),
    person('B', { party: true, partyJoined: '2027-01-01', ethnicity: 'Tày' }),
    person('C', { party: false }),
    person('D'),
  ];
  expect(parts('party', people)).toEqual({ 'Đảng viên': 1, 'Chưa là đảng viên': 2, 'Chưa rõ': 1 });
  expect(parts('ethnicity', people)).toEqual({ Kinh: 1, 'Dân tộc thiểu số': 1, 'Chưa rõ': 2 });
});

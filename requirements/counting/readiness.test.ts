import { describe, expect, it } from 'vitest';
import type { CadreRecord, PlannedPost } from '../../domain/record.ts';
import type { Position, Requirement } from '../../domain/requirement.ts';
import { certificate, emptyBook, holding, person, reference, rulesOn, unit } from '../records.testing.ts';
import { measureReadiness } from './readiness.ts';

const asOf = '2026-11-22';

function requirement(id: string, known: Partial<Requirement>): Requirement {
  return {
    id,
    title: id,
    status: 'sample',
    appliesTo: null,
    needs: holding('degree', 'dai_hoc'),
    exemptions: [],
    gate: false,
    reference,
    nextStep: null,
    from: null,
    until: null,
    ...known,
  };
}

function position(name: string, known: Partial<Position> = {}): Position {
  return { name, aliases: [], tier: 'commune', leadership: true, until: null, successors: [], ...known };
}

const chairs = { form: 'post', positions: ['Chủ tịch UBND xã'], leadership: null, months: null } as const;
const book = emptyBook({
  positions: [position('Chủ tịch UBND xã', { aliases: ['CT xã'] }), position('Chánh Văn phòng')],
  requirements: [
    requirement('cửa', { gate: true, needs: { form: 'political_conclusion' } }),
    requirement('bằng', { appliesTo: chairs }),
    requirement('llct', { appliesTo: chairs, needs: holding('political_theory', 'trung_cap') }),
    requirement('của cấp tỉnh', {
      appliesTo: { form: 'all', of: [chairs, { form: 'unit_tier', tiers: ['province'] }] },
      needs: holding('it', 'co_ban'),
    }),
  ],
});
const units = [unit('LG-NL'), unit('TINH', { tier: 'province' })];
const rules = rulesOn(asOf, book, units);

function planned(name: string, known: Partial<PlannedPost> = {}): PlannedPost {
  return { position: name, unit: null, term: '2026-2031', from: null, until: null, ...known };
}

function candidate(
  code: string,
  known: Partial<CadreRecord>,
  plan = planned('Chủ tịch UBND xã'),
): CadreRecord {
  return person(code, {
    planned: [plan],
    conclusions: [{ date: null, passed: true, issuer: null }],
    ...known,
  });
}

const both = [certificate('degree', 'dai_hoc'), certificate('political_theory', 'cao_cap')];

function readinessOf(...people: readonly CadreRecord[]) {
  return measureReadiness(people, book, rules, asOf);
}

describe('readiness for a post', () => {
  it('tells what the people planned for it would lack holding it', () => {
    const [chair, ...others] = readinessOf(
      candidate('sẵn sàng', { qualifications: both }),
      candidate('thiếu', { qualifications: [certificate('degree', 'cao_dang')] }, planned('ct xa')),
      candidate('chưa rõ', { qualifications: [certificate('degree', 'dai_hoc')] }),
      candidate('chưa kết luận', { qualifications: both, conclusions: [] }),
      person('không quy hoạch'),
    );
    expect(others).toEqual([]);
    expect(chair).toMatchObject({ position: 'Chủ tịch UBND xã', ready: 1 });
    expect(
      chair?.people.map(({ cadre, readiness, met, missing, unknown }) => [
        cadre,
        readiness,
        met,
        missing,
        unknown,
      ]),
    ).toEqual([
      ['sẵn sàng', 'ready', 3, [], []],
      ['thiếu', 'not_ready', 1, ['bằng'], ['llct']],
      ['chưa rõ', 'unknown', 2, [], ['llct']],
      ['chưa kết luận', 'blocked', 2, [], ['cửa']],
    ]);
    expect(chair?.people[0]).toMatchObject({ unit: 'LG-NL', term: '2026-2031' });
  });

  it('is judged in the unit of the planned post', () => {
    const [chair] = readinessOf(
      candidate('P', { qualifications: both, lacks: ['it'] }, planned('Chủ tịch UBND xã', { unit: 'TINH' })),
    );
    expect(chair?.people).toMatchObject([
      { unit: 'TINH', readiness: 'not_ready', missing: ['của cấp tỉnh'] },
    ]);
  });

  it('is no readiness where nothing is asked of whoever holds the post', () => {
    expect(readinessOf(candidate('P', {}, planned('Chánh Văn phòng')))).toMatchObject([
      { position: 'Chánh Văn phòng', ready: 0, people: [{ readiness: 'no_standard', met: 1 }] },
    ]);
  });

  it('counts a person once a position and leaves out plans that are over or not begun', () => {
    const twice = person('P', {
      planned: [
        planned('Chủ tịch UBND xã', { until: '2025' }),
        planned('Chánh Văn phòng', { from: '2027' }),
        planned('CT xã', { from: '2026', term: 'hiện nay' }),
        planned('Chủ tịch UBND xã', { term: 'lần nữa' }),
      ],
    });
    expect(readinessOf(twice)).toMatchObject([
      { position: 'Chủ tịch UBND xã', people: [{ cadre: 'P', term: 'hiện nay' }] },
    ]);
  });

  it('takes a position that the catalogue does not have as it is written', () => {
    const found = readinessOf(
      candidate('A', {}, planned('Tổ trưởng tổ mẫu')),
      candidate('B', {}, planned('to truong to mau')),
    );
    expect(found.map(({ position: name, people }) => [name, people.length])).toEqual([
      ['Tổ trưởng tổ mẫu', 2],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { CadreRecord } from '../../domain/record.ts';
import type { ClassOffer } from '../../domain/requirement.ts';
import { certificate, FEMALE, holding, person, reference, rulesOn } from '../records.testing.ts';
import { findEligible, prepareOffer } from './eligibility.ts';

const rules = rulesOn('2026-11-22');
const offer: ClassOffer = {
  id: 'mau.lop.cao-cap',
  title: 'Lớp cao cấp lý luận chính trị',
  status: 'sample',
  group: FEMALE,
  conditions: {
    form: 'all',
    of: [
      { form: 'party', member: true },
      { form: 'all', of: [holding('degree', 'dai_hoc'), { form: 'age', from: null, to: 50 }] },
    ],
  },
  gives: holding('political_theory', 'cao_cap'),
  reference,
  from: null,
  until: null,
};

const fit = {
  sex: 'female',
  party: true,
  birth: '1985-01-01',
  qualifications: [certificate('degree', 'dai_hoc'), certificate('political_theory', 'trung_cap')],
} satisfies Partial<CadreRecord>;

const people = [
  person('đủ', fit),
  person('ngoài', { ...fit, sex: 'male' }),
  person('đã có', { sex: 'female', qualifications: [certificate('political_theory', 'cao_cap')] }),
  person('quá tuổi, chưa rõ đảng', { ...fit, party: null, birth: '1970-01-01' }),
  person('chưa rõ tuổi', { ...fit, birth: null }),
  person('chưa rõ nhóm', { ...fit, sex: null }),
  person('chưa rõ đã học', { ...fit, qualifications: [certificate('degree', 'thac_si')] }),
  person('đủ nữa', fit),
];

describe('who may be sent to a class', () => {
  const found = findEligible(offer, people, rules);

  it('is sorted in the order of the people, each with the conditions that decide', () => {
    expect(found.offer).toBe('mau.lop.cao-cap');
    expect(found.parts.map(({ of, condition }) => [of, condition.form])).toEqual([
      ['group', 'sex'],
      ['conditions', 'party'],
      ['conditions', 'holds'],
      ['conditions', 'age'],
      ['gives', 'holds'],
    ]);
    expect(found.eligible).toEqual([
      { cadre: 'đủ', standing: 'eligible', deciding: [] },
      { cadre: 'đủ nữa', standing: 'eligible', deciding: [] },
    ]);
    expect(found.unknown.map(({ cadre, deciding }) => [cadre, deciding])).toEqual([
      ['chưa rõ tuổi', [{ part: 3, status: 'unknown' }]],
      ['chưa rõ nhóm', [{ part: 0, status: 'unknown' }]],
      ['chưa rõ đã học', [{ part: 4, status: 'unknown' }]],
    ]);
    expect(found.hasAlready.map(({ cadre, deciding }) => [cadre, deciding])).toEqual([
      ['đã có', [{ part: 4, status: 'met' }]],
    ]);
    expect(found.outside).toBe(1);
  });

  it('is decided by what is lacking even where something else is not known', () => {
    expect(found.notEligible).toEqual([
      {
        cadre: 'quá tuổi, chưa rõ đảng',
        standing: 'not_eligible',
        deciding: [{ part: 3, status: 'missing' }],
      },
    ]);
  });

  it('holds every person once, names nobody and can be written as JSON', () => {
    const listed = [found.eligible, found.unknown, found.notEligible, found.hasAlready].flat();
    expect(listed.length + found.outside).toBe(people.length);
    expect(JSON.stringify(found)).not.toContain('Nguyễn Thị Mẫu');
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it('can be asked of one person, also of one whom the class is not for', () => {
    const [, outside] = people;
    if (outside === undefined) throw new Error('no such person');
    expect(prepareOffer(offer, rules).judge(outside)).toEqual({
      cadre: 'ngoài',
      standing: 'outside',
      deciding: [{ part: 0, status: 'missing' }],
    });
  });
});

import { describe, expect, it } from 'vitest';
import type { Condition } from '../domain/requirement.ts';
import { certificate, holding, person, rulesOn } from './records.testing.ts';
import { onlyFinding, post, requirement } from './rules.testing.ts';
import { assume } from './whatIf.ts';

const AS_OF = '2026-11-22';
const clerk = person('MAU-1', {
  qualifications: [certificate('political_theory', 'so_cap'), certificate('state_management', 'chuyen_vien')],
  posts: [
    { position: 'Cán bộ', unit: 'LG-NL', from: '2015', until: '2019' },
    { position: 'Văn thư', unit: 'LG-NL', from: '2020', until: null },
  ],
  planned: [{ position: 'Phó Trưởng phòng', unit: null, from: '2025', until: null, term: '2025-2030' }],
  grades: [{ name: 'Chuyên viên', code: '01.003', from: '2016-07', until: null }],
});

function status(appliesTo: Condition, needs: Condition, record = clerk) {
  return (
    rulesOn(AS_OF, { requirements: [requirement('R', needs, { appliesTo })] })
      .judge(record)
      .get('R') ?? null
  );
}

describe('what if', () => {
  const theory = holding('political_theory', 'trung_cap');

  it('a post were held: it takes the place of the present one, not of those before', () => {
    const assumed = assume(clerk, { kind: 'post', name: 'Chủ tịch UBND xã' }, AS_OF);
    expect(assumed.posts).toEqual([
      clerk.posts[0],
      { position: 'Chủ tịch UBND xã', unit: null, from: AS_OF, until: null },
    ]);
    expect(assumed).toEqual({ ...clerk, posts: assumed.posts });
    expect(status(post('Chủ tịch Ủy ban nhân dân xã'), theory)).toBeNull();
    expect(status(post('Chủ tịch Ủy ban nhân dân xã'), theory, assumed)).toBe('missing');
    expect(status(post('Văn thư'), theory, assumed)).toBeNull();
  });

  it('a time limit runs from the day of the assumption', () => {
    const within: Condition = {
      form: 'within',
      months: 12,
      after: 'appointment',
      condition: theory,
      transition: null,
    };
    const rules = rulesOn(AS_OF, { requirements: [requirement('R', within)] });
    const assumed = assume(clerk, { kind: 'post', name: 'Chủ tịch UBND xã' }, AS_OF);
    expect(onlyFinding(rules, assumed)).toMatchObject({
      status: 'missing',
      due: '2027-11-22',
      overdue: false,
    });
  });

  it('a plan were made', () => {
    const planned: Condition = { form: 'planned', positions: ['Phó Giám đốc Sở'], leadership: null };
    const assumed = assume(clerk, { kind: 'planned', name: 'phó giám đốc sở' }, AS_OF);
    expect(assumed.planned).toEqual([
      { position: 'phó giám đốc sở', unit: null, from: AS_OF, until: null, term: null },
    ]);
    expect([status(planned, theory), status(planned, theory, assumed)]).toEqual([null, 'missing']);
  });

  it('a grade were held', () => {
    const grade: Condition = { form: 'grade', grades: ['Chuyên viên chính'], months: null };
    const needs = holding('state_management', 'chuyen_vien_chinh');
    const assumed = assume(clerk, { kind: 'grade', name: 'CVC' }, AS_OF);
    expect(assumed.grades).toEqual([{ name: 'CVC', code: null, from: AS_OF, until: null }]);
    expect([status(grade, needs), status(grade, needs, assumed)]).toEqual([null, 'missing']);
  });

  it('leaves the record itself as it is', () => {
    const before = structuredClone(clerk);
    assume(clerk, { kind: 'grade', name: 'CVC' }, AS_OF);
    expect(clerk).toEqual(before);
  });
});

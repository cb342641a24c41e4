import { describe, expect, it } from 'vitest';
import type { CadreRecord } from '../../domain/record.ts';
import type { Condition, Requirement } from '../../domain/requirement.ts';
import { attendance, certificate, holding, person, rulesOn } from '../records.testing.ts';
import { exemption, onlyFinding, post, requirement } from '../rules.testing.ts';

const AS_OF = '2026-11-22';
const theory = holding('political_theory', 'trung_cap');
const lowTheory = { qualifications: [certificate('political_theory', 'so_cap')] };
const since = (from: string | null, until: string | null = null) => ({ from, until, unit: null });
const chair = { position: 'Chủ tịch UBND xã', ...since('2026-01-15') };

function judged(
  known: Partial<CadreRecord>,
  needs: Condition,
  rule: Partial<Requirement> = {},
  asOf = AS_OF,
) {
  return onlyFinding(
    rulesOn(asOf, { requirements: [requirement('R', needs, rule)] }),
    person('MAU-1', known),
  );
}

describe('a time limit', () => {
  const within = (after: 'appointment' | 'planning' | 'grade' | 'recruitment', months = 12): Condition => ({
    form: 'within',
    months,
    after,
    condition: theory,
    transition: null,
  });
  const lacking = { lacks: ['political_theory'] } as const;
  const grades = [{ name: 'Chuyên viên', code: null, ...since('2026-02') }];
  const planned = [{ position: 'Trưởng phòng', ...since('2025'), term: null }];

  const transition = { before: '2026-03-15', due: '2027-12-31' };
  it.each([
    ['has a day of its own for what was before the rule', '2019-04-01', '2027-12-31', false],
    ['takes the later day where the date may lie on either side', '2026-03', '2027-12-31', false],
    ['runs from the event after that', '2026-04-01', '2026-10-01', true],
  ] as const)('%s', (_name, from, due, overdue) => {
    const needs = { ...within('appointment', 6), transition } as Condition;
    const posts = [{ position: 'Chủ tịch UBND xã', ...since(from) }];
    expect(judged({ ...lacking, posts }, needs, { from: '2026-03-15' })).toMatchObject({ due, overdue });
  });

  it.each([
    ['2011-01-01', '2027-04-01'],
    ['2025-07-01', '2027-04-01'],
    ['2026-05-01', '2027-05-01'],
  ])('never begins to run before the rule itself: %s', (from, due) => {
    const posts = [{ position: 'Chủ tịch UBND xã', ...since(from) }];
    const rule = { from: '2026-04-01' };
    expect(judged({ ...lacking, posts }, within('appointment'), rule)).toMatchObject({ due, overdue: false });
  });

  it.each([
    ['2026-11-22', false],
    ['2026-11-21', true],
  ])('of one day for all ends with %s', (day, overdue) => {
    const needs: Condition = { form: 'by', day, condition: theory };
    expect(judged(lacking, needs)).toMatchObject({ status: 'missing', due: day, overdue });
    const known = { qualifications: [certificate('political_theory', 'trung_cap')] };
    expect(judged(known, needs)).toMatchObject({ status: 'met', due: null });
    expect(judged({}, needs)).toMatchObject({ status: 'unknown', due: null });
  });

  it.each([
    ['runs from the appointment', within('appointment'), { posts: [chair] }, '2027-01-15', false],
    ['runs out', within('appointment', 6), { posts: [chair] }, '2026-07-15', true],
    [
      'is open on its last day',
      within('appointment', 1),
      { posts: [{ ...chair, from: '2026-10-22' }] },
      AS_OF,
      false,
    ],
    ['runs from the latest day that the record allows', within('grade'), { grades }, '2027-02-28', false],
    ['of planning', within('planning'), { planned }, '2026-12-31', false],
    ['of recruitment', within('recruitment'), { recruited: '2010-05-01' }, '2011-05-01', true],
    [
      'of an event without a date has no day',
      within('appointment'),
      { posts: [{ ...chair, from: null }] },
      null,
      false,
    ],
    ['of an event that is not recorded has none', within('recruitment'), {}, null, false],
    [
      'runs from the latest of several posts',
      within('appointment'),
      {
        posts: [
          chair,
          { position: 'Văn thư', ...since('2026-06-30') },
          { position: 'Cũ', ...since('2026-09', '2026-10') },
        ],
      },
      '2027-06-30',
      false,
    ],
  ] as const)('%s', (_name, needs, known, due, overdue) => {
    expect(judged({ ...lacking, ...known }, needs)).toMatchObject({ status: 'missing', due, overdue });
  });

  it('runs from the post that the requirement rests on', () => {
    const posts = [chair, { position: 'Văn thư', ...since('2026-06-30') }];
    const rule = { appliesTo: post('Chủ tịch UBND xã') };
    expect(judged({ ...lacking, posts }, within('appointment'), rule).due).toBe('2027-01-15');
  });

  it('leaves no day to whoever has it, and none where it is unknown', () => {
    const had = { qualifications: [certificate('political_theory', 'trung_cap')], posts: [chair] };
    expect(judged(had, within('appointment'))).toMatchObject({ status: 'met', due: null });
    expect(judged({ posts: [chair] }, within('appointment'))).toMatchObject({ status: 'unknown', due: null });
  });
});

describe('several things needed', () => {
  const degree = holding('degree', 'dai_hoc');
  const days: Condition = { form: 'training_days', days: 5 };

  it('tells of all that are missing, due by the first day', () => {
    const known = {
      ...lowTheory,
      posts: [chair],
      trainings: [attendance('Lớp', { until: '2026-03', days: 1 })],
    };
    const needs: Condition = {
      form: 'all',
      of: [
        degree,
        days,
        { form: 'within', months: 3, after: 'appointment', condition: theory, transition: null },
      ],
    };
    expect(judged(known, needs)).toMatchObject({
      status: 'missing',
      reason:
        'Năm 2026 đã học 1/5 ngày bồi dưỡng; hồ sơ chỉ có sơ cấp lý luận chính trị, yêu cầu từ trung cấp.',
      fact: '1 ngày bồi dưỡng năm 2026; Sơ cấp lý luận chính trị',
      due: '2026-04-15',
      overdue: true,
    });
  });

  it('tells of every alternative that is missing, and that one is enough', () => {
    const known = { ...lowTheory, lacks: ['degree'] } as const;
    expect(judged(known, { form: 'any', of: [theory, degree] })).toMatchObject({
      status: 'missing',
      reason:
        'Hồ sơ chỉ có sơ cấp lý luận chính trị, yêu cầu từ trung cấp; hồ sơ ghi chưa có bằng chuyên môn; chỉ cần đạt một trong các nội dung này.',
    });
  });

  it('tells only of the alternative that is met', () => {
    const known = { qualifications: [...lowTheory.qualifications, certificate('degree', 'dai_hoc')] };
    expect(judged(known, { form: 'any', of: [theory, degree] }).reason).toBe('Hồ sơ có bằng đại học.');
  });
});

describe('what would settle the unknown', () => {
  const theoryClaim = 'có trung cấp lý luận chính trị trở lên';

  it.each<[Condition, string]>([
    [{ form: 'age', from: 55, to: null }, 'đã đủ 55 tuổi'],
    [{ form: 'party', member: true }, 'là đảng viên'],
    [
      { form: 'post', positions: ['Trưởng phòng'], leadership: null, months: 12 },
      'giữ chức danh Trưởng phòng từ đủ 1 năm',
    ],
    [
      { form: 'planned', positions: ['A', 'B', 'C', 'D'], leadership: null },
      'được quy hoạch chức danh A, B, C hoặc tương tự (4 tên trong quy định)',
    ],
    [{ form: 'unit', units: ['LG-XX'] }, 'công tác ở LG-XX'],
    [
      { form: 'attended', names: ['kỹ năng số'], kind: null, level: null, days: 3, programme: null },
      'đã học đủ 3 ngày lớp bồi dưỡng “kỹ năng số”',
    ],
    [{ form: 'political_conclusion' }, 'đã có kết luận bảo đảm tiêu chuẩn chính trị'],
  ])('says what would have to be true: %o', (needs, claim) => {
    expect(judged({}, needs).settledBy).toEqual([
      { fact: expect.any(String), claim, ifSo: 'met', ifNot: 'missing' },
    ]);
  });

  it('joins what rests on one fact as the answers allow', () => {
    const law = { ...holding('degree', 'dai_hoc'), fields: ['Luật'] };
    const both: Condition = { form: 'all', of: [theory, holding('political_theory', 'cao_cap')] };
    expect(judged({}, both).settledBy.map(({ claim }) => claim)).toEqual([
      `${theoryClaim} và có cao cấp lý luận chính trị`,
    ]);
    expect(judged({}, law).settledBy.map(({ claim }) => claim)).toEqual([
      'có bằng đại học trở lên ngành Luật',
    ]);
  });

  it('is each fact in doubt, with what follows from either answer', () => {
    const appliesTo: Condition = { form: 'age', from: null, to: 45 };
    const freed = exemption({ form: 'party', member: false });
    expect(judged({}, theory, { appliesTo, exemptions: [freed] }).settledBy).toEqual([
      { fact: 'ngày sinh', claim: 'không quá 45 tuổi', ifSo: 'unknown', ifNot: 'unbound' },
      { fact: 'trình độ lý luận chính trị', claim: theoryClaim, ifSo: 'met', ifNot: 'unknown' },
      { fact: 'việc là đảng viên', claim: 'chưa là đảng viên', ifSo: 'met', ifNot: 'unknown' },
    ]);
  });

  it('names a fact once', () => {
    const higher = holding('political_theory', 'cao_cap');
    expect(judged({}, { form: 'any', of: [theory, higher] }).settledBy).toEqual([
      {
        fact: 'trình độ lý luận chính trị',
        claim: `${theoryClaim} hoặc có cao cấp lý luận chính trị`,
        ifSo: 'met',
        ifNot: 'missing',
      },
    ]);
  });

  it('leaves out what changes nothing', () => {
    const party: Condition = { form: 'party', member: true };
    const needs: Condition = {
      form: 'all',
      of: [theory, { form: 'any', of: [party, { form: 'sex', is: 'male' }] }],
    };
    expect(judged({ sex: 'male' }, needs).settledBy).toEqual([
      { fact: 'trình độ lý luận chính trị', claim: theoryClaim, ifSo: 'met', ifNot: 'missing' },
    ]);
  });

  it('names all where none of them changes anything by itself', () => {
    const parts: readonly Condition[] = [
      { form: 'all', of: [theory, { form: 'party', member: true }] },
      { form: 'all', of: [holding('degree', 'dai_hoc'), { form: 'age', from: 40, to: null }] },
    ];
    expect(judged({}, { form: 'any', of: parts }).settledBy.map(({ ifSo, ifNot }) => [ifSo, ifNot])).toEqual([
      ['unknown', 'unknown'],
      ['unknown', 'unknown'],
      ['unknown', 'unknown'],
      ['unknown', 'unknown'],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { CadreRecord } from '../../domain/record.ts';
import type { Attended, Condition } from '../../domain/requirement.ts';
import { attendance, certificate, holding, person, rulesOn } from '../records.testing.ts';
import { onlyFinding, requirement } from '../rules.testing.ts';

const AS_OF = '2026-11-22';

function judged(condition: Condition, known: Partial<CadreRecord>, asOf = AS_OF) {
  const rules = rulesOn(asOf, { requirements: [requirement('R', condition)] });
  const { status, reason, fact, due, overdue } = onlyFinding(rules, person('MAU-1', known));
  return { status, reason, fact, due, overdue };
}

const classes: Attended = {
  form: 'attended',
  names: ['kỹ năng số'],
  kind: null,
  level: null,
  days: null,
  programme: null,
};
const done = { until: '2026-05', days: 2 } as const;

describe('having attended a class', () => {
  it.each([
    ['is found by folded words of its name', classes, [attendance('BD KĨ NĂNG SỐ cơ bản', done)], 'met'],
    ['is not told by another class', classes, [attendance('Lớp khác', done)], 'unknown'],
    ['is open while the class goes on', classes, [attendance('Kỹ năng số', { from: '2026-11' })], 'unknown'],
    [
      'counts nothing given up',
      classes,
      [attendance('Kỹ năng số', { ...done, completed: false })],
      'unknown',
    ],
    [
      'sums the days of several',
      { ...classes, days: 4 },
      [attendance('Kỹ năng số', done), attendance('Kỹ năng số nâng cao', done), attendance('Lớp khác', done)],
      'met',
    ],
    ['misses days', { ...classes, days: 5 }, [attendance('Kỹ năng số', done)], 'missing'],
    [
      'leaves open what a class of unknown length may give',
      { ...classes, days: 5 },
      [attendance('Kỹ năng số', done), attendance('Kỹ năng số', { until: '2025' })],
      'unknown',
    ],
    [
      'leaves open what a class that may be over just reaches',
      { ...classes, days: 4 },
      [attendance('Kỹ năng số', done), attendance('Kỹ năng số', { until: '2026', days: 2 })],
      'unknown',
    ],
    [
      'is open for a class without a date',
      { ...classes, days: 1 },
      [attendance('Kỹ năng số', { days: 1 })],
      'unknown',
    ],
    [
      'holds for one that is called completed',
      classes,
      [attendance('Kỹ năng số', { completed: true })],
      'met',
    ],
    [
      'asks for the programme',
      { ...classes, names: [], programme: 'đề án 165' },
      [attendance('Lớp', { ...done, programme: 'Đề án 165' })],
      'met',
    ],
    [
      'takes a class without a programme for none of it',
      { ...classes, names: [], programme: 'Đề án 165' },
      [attendance('Lớp', done)],
      'unknown',
    ],
    [
      'asks for the level',
      { ...classes, names: [], kind: 'leadership', level: 'cap_phong' },
      [attendance('Lớp', { ...done, kind: 'leadership', level: 'cap_so' })],
      'met',
    ],
    [
      'is told by a class of a lower level',
      { ...classes, names: [], kind: 'leadership', level: 'cap_so' },
      [attendance('Lớp', { ...done, kind: 'leadership', level: 'cap_phong' })],
      'missing',
    ],
    [
      'is open where the level is not recorded',
      { ...classes, names: [], kind: 'leadership', level: 'cap_so' },
      [attendance('Lớp', { ...done, kind: 'leadership' })],
      'unknown',
    ],
  ] as const)('%s', (_name, condition, trainings, status) => {
    expect(judged(condition, { trainings }).status).toBe(status);
  });

  it('is lacking where a reviewed record does not tell of it', () => {
    expect(judged(classes, { reviewed: '2026-06-30' })).toMatchObject({
      status: 'missing',
      reason: 'Hồ sơ không có lớp bồi dưỡng “kỹ năng số” đúng yêu cầu.',
      fact: 'Hồ sơ đã rà soát ngày 30/06/2026',
    });
  });
});

describe('days of training in a year', () => {
  const five: Condition = { form: 'training_days', days: 5 };

  it.each([
    ['are those of the calendar year', [attendance('A', { until: '2026-03-05', days: 5 })], 'met'],
    ['are not those of the year before', [attendance('A', { until: '2025-12-31', days: 5 })], 'missing'],
    ['are not those to come', [attendance('A', { until: '2026-12-01', days: 5 })], 'missing'],
    [
      'sum up',
      [attendance('A', { until: '2026-03', days: 2.5 }), attendance('B', { from: '2026-04-01', days: 2.5 })],
      'met',
    ],
    [
      'may be reached by a class of the year that may be over',
      [attendance('A', { until: '2026', days: 5 })],
      'unknown',
    ],
    ['may not be reached by it', [attendance('A', { until: '2026', days: 4 })], 'missing'],
    ['may be reached by a class of unknown length', [attendance('A', { until: '2026-03' })], 'unknown'],
    ['may be reached by a class without a date', [attendance('A', { days: 5, completed: true })], 'unknown'],
    ['are unknown where no class at all is recorded', [], 'unknown'],
  ] as const)('%s', (_name, trainings, status) => {
    expect(judged(five, { trainings }).status).toBe(status);
  });

  it('are to be had by the end of the year', () => {
    const trainings = [attendance('A', { until: '2026-03', days: 2.5 })];
    expect(judged(five, { trainings })).toEqual({
      status: 'missing',
      reason: 'Năm 2026 đã học 2,5/5 ngày bồi dưỡng.',
      fact: '2,5 ngày bồi dưỡng năm 2026',
      due: '2026-12-31',
      overdue: false,
    });
    expect(judged(five, { reviewed: '2026-06-30' })).toMatchObject({ status: 'missing', due: '2026-12-31' });
  });
});

it('names a class whose name begins with “lớp” without saying so twice', () => {
  const trainings = [attendance('Lớp cập nhật kiến thức', { until: '2026-02-10' })];
  expect(judged({ ...classes, names: ['cập nhật'] }, { trainings })).toMatchObject({
    reason: 'Đã học lớp “cập nhật kiến thức”.',
    fact: 'Lớp “cập nhật kiến thức”, xong ngày 10/02/2026',
  });
});

describe('what is to be renewed', () => {
  const renewed: Condition = {
    form: 'renewed',
    months: 60,
    of: holding('defence_security', 'doi_tuong_4'),
    holdersOnly: false,
  };
  const held = (...dates: readonly (string | null)[]) => ({
    qualifications: dates.map((issued) => certificate('defence_security', 'doi_tuong_3', { issued })),
  });

  it.each([
    ['holds to the day before it runs out', held('2021-11-23'), AS_OF, 'met', '2026-11-23', false],
    ['has run out on the day', held('2021-11-22'), AS_OF, 'missing', '2026-11-22', false],
    ['is overdue the day after', held('2021-11-21'), AS_OF, 'missing', '2026-11-21', true],
    ['counts from the newest', held('2010', '2024-05-06', '2018'), AS_OF, 'met', '2029-05-06', false],
    ['is open within the year that is recorded', held('2021'), AS_OF, 'unknown', null, false],
    ['counts a year from its first day', held('2022'), AS_OF, 'met', '2027-01-01', false],
    ['is past when the whole year is', held('2020'), AS_OF, 'missing', '2025-01-01', true],
    ['counts nothing that is still to come', held('2019', '2027'), AS_OF, 'missing', '2024-01-01', true],
    ['is open without a date', held('2010', null), AS_OF, 'unknown', null, false],
    ['is unknown where nothing is recorded', {}, AS_OF, 'unknown', null, false],
    ['is lacking where nothing is had', { reviewed: '2026-06' }, AS_OF, 'missing', null, false],
    ['runs out at the end of February', held('2024-02-29'), '2029-02-27', 'met', '2029-02-28', false],
    ['has run out then', held('2024-02-29'), '2029-02-28', 'missing', '2029-02-28', false],
  ] as const)('%s', (_name, known, asOf, status, due, overdue) => {
    expect(judged(renewed, known, asOf)).toMatchObject({ status, due, overdue });
  });

  it.each([
    ['its own expiry comes first', '2024-05-06', '2027-01-31', 'met', '2027-01-31', false],
    ['its age comes first', '2024-05-06', '2030-01-31', 'met', '2029-05-06', false],
    ['it is good on the day of expiry', '2024-05-06', AS_OF, 'met', AS_OF, false],
    ['it has expired', '2024-05-06', '2026-10-31', 'missing', '2026-10-31', true],
    ['it has expired, whenever it was issued', null, '2026-10-31', 'missing', '2026-10-31', true],
  ])('where %s', (_name, issued, expires, status, due, overdue) => {
    const known = { qualifications: [certificate('defence_security', 'doi_tuong_3', { issued, expires })] };
    expect(judged(renewed, known)).toMatchObject({ status, due, overdue });
  });

  it('names the newest that is known where it cannot be told, and why', () => {
    expect(judged(renewed, held('2010', null))).toMatchObject({
      reason:
        'Quốc phòng và an ninh đối tượng 3: chưa ghi ngày cấp nên chưa biết còn trong hạn 60 tháng không.',
      fact: 'Quốc phòng và an ninh đối tượng 3, cấp năm 2010',
    });
    const update: Condition = {
      form: 'renewed',
      months: 60,
      of: { ...classes, names: ['cập nhật'] },
      holdersOnly: false,
    };
    expect(judged({ form: 'any', of: [renewed, update] }, held('2020-10'))).toMatchObject({
      status: 'unknown',
      reason:
        'Quốc phòng và an ninh đối tượng 3, cấp 10/2020: đã đủ 60 tháng, phải học lại hoặc cập nhật từ ngày 01/10/2025; hồ sơ chưa ghi lớp bồi dưỡng “cập nhật”.',
      fact: 'Quốc phòng và an ninh đối tượng 3, cấp 10/2020',
      due: null,
    });
  });

  it('is missing with the lower level that is held, as without a limit', () => {
    const ask: Condition = {
      form: 'renewed',
      months: 60,
      of: holding('defence_security', 'doi_tuong_2'),
      holdersOnly: false,
    };
    expect(judged(ask, held('2025')).reason).toBe(
      'Hồ sơ chỉ có chứng chỉ quốc phòng và an ninh đối tượng 3, yêu cầu từ đối tượng 2.',
    );
  });

  it('may be a class', () => {
    const ask: Condition = {
      form: 'renewed',
      months: 12,
      of: { ...classes, names: ['cập nhật'] },
      holdersOnly: false,
    };
    const trainings = [attendance('Cập nhật kiến thức', { until: '2026-02-10' })];
    expect(judged(ask, { trainings })).toEqual({
      status: 'met',
      reason:
        'Lớp “Cập nhật kiến thức”, xong ngày 10/02/2026: còn trong hạn, học lại hoặc cập nhật trước ngày 10/02/2027.',
      fact: 'Lớp “Cập nhật kiến thức”, xong ngày 10/02/2026',
      due: '2027-02-10',
      overdue: false,
    });
  });

  it('asks the days of one class, not of several', () => {
    const ask: Condition = {
      form: 'renewed',
      months: 60,
      of: { ...classes, names: ['cập nhật'], days: 3 },
      holdersOnly: false,
    };
    const short = [1, 2].map((day) => attendance('Cập nhật', { until: `2026-02-1${day}`, days: 2 }));
    expect(judged(ask, { trainings: short }).status).toBe('missing');
    expect(judged(ask, { trainings: [attendance('Cập nhật', { until: '2026-01', days: 3 })] }).status).toBe(
      'met',
    );
  });
});

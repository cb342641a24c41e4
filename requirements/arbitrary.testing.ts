import fc from 'fast-check';
import { LADDERS, QUALIFICATION_KINDS, RATINGS } from '../domain/ladders.ts';
import type { CadreRecord, Qualification, Training, Unit } from '../domain/record.ts';
import type { Attended, Condition, Equivalence, Holds, RuleBook } from '../domain/requirement.ts';
import { reference } from './records.testing.ts';
import { requirement } from './rules.testing.ts';

/** People and rules of every form by chance, of so few words that they often meet. */

const KINDS = ['degree', 'political_theory', 'defence_security', 'professional_certificate'] as const;
const POSITIONS = ['Chủ tịch UBND xã', 'Trưởng phòng', 'Chuyên viên tổng hợp'] as const;
const GRADES = ['Chuyên viên', '01.002'] as const;
const GROUPS = ['Diện Ban Thường vụ quản lý', 'Diện khác'] as const;
const WORDS = ['Luật', 'Kinh tế'] as const;

export const AS_OF = '2026-06-15';

export const units: readonly Unit[] = [
  { code: 'T', tier: 'province' as const },
  { code: 'X', tier: 'commune' as const },
].map((unit) => ({
  ...unit,
  name: unit.code,
  parent: null,
  from: null,
  until: null,
  successors: [],
  sample: true,
}));

function orNull<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(arbitrary, { nil: null, freq: 3 });
}

const two = (value: number): string => String(value).padStart(2, '0');
const day = fc
  .tuple(
    fc.integer({ min: 2018, max: 2028 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, date]) => `${year}-${two(month)}-${two(date)}`);
const partial = fc.tuple(day, fc.constantFrom(4, 7, 10, 10)).map(([date, length]) => date.slice(0, length));
const birth = fc
  .tuple(partial, fc.integer({ min: 20, max: 60 }))
  .map(([date, age]) => `${Number(date.slice(0, 4)) - age}${date.slice(4)}`);
const period = { from: orNull(partial), until: orNull(partial) };

const kindAndLevel = fc.constantFrom(...KINDS).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    level: LADDERS[kind].length === 0 ? fc.constant(null) : orNull(fc.constantFrom<string>(...LADDERS[kind])),
  }),
);

export const qualification: fc.Arbitrary<Qualification> = kindAndLevel.chain((held) =>
  fc.record({
    kind: fc.constant(held.kind),
    level: fc.constant(held.level),
    field: orNull(fc.constantFrom(...WORDS)),
    name: orNull(fc.constantFrom(...WORDS)),
    number: fc.constant(null),
    issuer: fc.constant(null),
    issued: orNull(partial),
    expires: orNull(partial),
    evidence: fc.constant(null),
  }),
);

const training: fc.Arbitrary<Training> = kindAndLevel.chain((taught) =>
  fc.record({
    className: fc.constantFrom('Lớp Luật', 'Lớp Kinh tế', 'Lớp khác'),
    kind: fc.constantFrom(taught.kind, null),
    level: fc.constant(taught.level),
    ...period,
    days: orNull(fc.integer({ min: 1, max: 6 })),
    place: fc.constant(null),
    abroad: fc.constant(null),
    mode: fc.constant(null),
    programme: orNull(fc.constantFrom('Đề án 165', 'Đề án khác')),
    completed: orNull(fc.boolean()),
  }),
);

function few<T>(arbitrary: fc.Arbitrary<T>, most = 2): fc.Arbitrary<T[]> {
  return fc.array(arbitrary, { maxLength: most });
}

const position = fc.record({
  position: fc.constantFrom(...POSITIONS),
  unit: orNull(fc.constantFrom('T', 'X', '?')),
  ...period,
});

export const record: fc.Arbitrary<CadreRecord> = fc.record({
  code: fc.constant('MAU-1'),
  name: fc.constant('Người mẫu'),
  birth: orNull(birth),
  sex: orNull(fc.constantFrom('male' as const, 'female' as const)),
  unit: fc.constantFrom('T', 'X', '?'),
  phone: fc.constant(null),
  ethnicity: orNull(fc.constantFrom('Kinh', 'Tày')),
  party: orNull(fc.boolean()),
  partyJoined: orNull(partial),
  recruited: orNull(partial),
  posts: few(position),
  planned: few(
    fc.record({
      position: fc.constantFrom(...POSITIONS),
      unit: fc.constant(null),
      term: fc.constant(null),
      ...period,
    }),
  ),
  grades: few(
    fc.record({
      name: fc.constantFrom('Chuyên viên', 'CVC'),
      code: orNull(fc.constantFrom('01.003', '01.002')),
      ...period,
    }),
  ),
  groups: few(fc.record({ name: fc.constantFrom(...GROUPS), ...period })),
  qualifications: few(qualification, 4),
  lacks: fc.subarray([...QUALIFICATION_KINDS], { maxLength: 2 }),
  trainings: few(training, 4),
  evaluations: few(
    fc.record({ year: fc.integer({ min: 2023, max: 2026 }), rating: fc.constantFrom(...RATINGS) }),
    4,
  ),
  conclusions: few(fc.record({ date: orNull(partial), passed: fc.boolean(), issuer: fc.constant(null) }), 3),
  reviewed: orNull(day),
  sample: fc.constant(true),
});

const holds: fc.Arbitrary<Holds> = kindAndLevel.chain((asked) =>
  fc.record({
    form: fc.constant('holds' as const),
    kind: fc.constant(asked.kind),
    level: fc.constant(asked.level),
    fields: few(fc.constantFrom(...WORDS), 1),
    names: few(fc.constantFrom(...WORDS), 1),
    issuedFrom: fc.option(day, { nil: null, freq: 1 }),
    issuedBefore: fc.option(day, { nil: null, freq: 1 }),
  }),
);

const attended: fc.Arbitrary<Attended> = kindAndLevel.chain((asked) =>
  fc.record({
    form: fc.constant('attended' as const),
    names: few(fc.constantFrom(...WORDS), 1),
    kind: fc.constantFrom(asked.kind, null),
    level: fc.constant(asked.level),
    days: orNull(fc.integer({ min: 1, max: 8 })),
    programme: orNull(fc.constantFrom('đề án 165')),
  }),
);

const months = fc.integer({ min: 1, max: 60 });
const years = orNull(fc.integer({ min: 25, max: 60 }));
const leadership = fc.constantFrom(null, true, false);

function form<F extends Condition['form']>(name: F): { readonly form: fc.Arbitrary<F> } {
  return { form: fc.constant(name) };
}

/** Forms that say who someone is. */
const personal: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ ...form('age'), from: years, to: years }),
  fc.record({ ...form('seniority'), months }),
  fc.record({ ...form('sex'), is: fc.constantFrom('male' as const, 'female' as const) }),
  fc.record({ ...form('party'), member: fc.boolean() }),
  fc.record({ ...form('ethnicity'), minority: fc.boolean() }),
  fc.record({ ...form('unit_tier'), tiers: fc.subarray(['province' as const, 'commune' as const]) }),
  fc.record({ ...form('unit'), units: fc.subarray(['T', 'X'], { minLength: 1 }) }),
  fc.record({
    ...form('post'),
    positions: few(fc.constantFrom(...POSITIONS)),
    leadership,
    months: orNull(months),
  }),
  fc.record({ ...form('planned'), positions: few(fc.constantFrom(...POSITIONS)), leadership }),
  fc.record({ ...form('grade'), grades: few(fc.constantFrom(...GRADES)), months: orNull(months) }),
  fc.record({ ...form('group'), groups: few(fc.constantFrom(...GROUPS)) }),
);

const learned: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 4, arbitrary: holds },
  attended,
  fc.record({ ...form('training_days'), days: fc.integer({ min: 1, max: 10 }) }),
  fc.record({ ...form('renewed'), months, of: fc.oneof(holds, attended), holdersOnly: fc.boolean() }),
  fc.record({
    ...form('evaluated'),
    atLeast: fc.constantFrom(...RATINGS),
    years: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record(form('political_conclusion')),
);

function combined(leaf: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> {
  const part = (inner: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> =>
    fc.oneof(
      { weight: 3, arbitrary: inner },
      fc.record({ form: fc.constantFrom('all' as const, 'any' as const), of: few(inner, 3) }),
    );
  return part(part(leaf));
}

const appliesTo = combined(personal);

const condition: fc.Arbitrary<Condition> = combined(fc.oneof(learned, personal)).chain((inner) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(inner) },
    fc.record({
      ...form('within'),
      months,
      after: fc.constantFrom(
        'appointment' as const,
        'planning' as const,
        'grade' as const,
        'recruitment' as const,
      ),
      condition: fc.constant(inner),
      transition: orNull(fc.record({ before: day, due: day })),
    }),
    fc.record({ ...form('by'), day, condition: fc.constant(inner) }),
  ),
);

const equivalence: fc.Arbitrary<Equivalence> = fc.record({
  id: fc.uuid(),
  status: fc.constant('sample' as const),
  from: fc.constant(null),
  until: fc.constant(null),
  when: condition,
  countsAs: fc.constantFrom(
    { kind: 'degree' as const, level: 'dai_hoc' },
    { kind: 'political_theory' as const, level: 'trung_cap' },
    { kind: 'political_theory' as const, level: 'cao_cap' },
  ),
  reference: fc.constant(reference),
});

export const book: fc.Arbitrary<RuleBook> = fc
  .record({
    duties: fc.array(
      fc.record({
        appliesTo: orNull(appliesTo),
        needs: condition,
        exemptions: few(
          fc.record({
            from: fc.constant(null),
            until: fc.constant(null),
            when: condition,
            reference: fc.constant(reference),
          }),
          1,
        ),
        gate: fc.boolean(),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    equivalences: few(equivalence, 3),
  })
  .map(({ duties, equivalences }) => ({
    requirements: duties.map(({ needs, ...duty }, at) => requirement(`R${at}`, needs, duty)),
    equivalences,
    positions: [
      { name: 'Chủ tịch UBND xã', leadership: true },
      { name: 'Chuyên viên tổng hợp', leadership: false },
    ].map((entry) => ({ ...entry, aliases: [], tier: null, until: null, successors: [] })),
    targets: [],
    classes: [],
  }));

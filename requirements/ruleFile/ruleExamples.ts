import { z } from 'zod';
import { QUALIFICATION_KINDS, RATINGS } from '../../domain/ladders.ts';
import {
  type CadreRecord,
  type Evaluation,
  type Grade,
  type GroupMembership,
  type PlannedPost,
  type PoliticalConclusion,
  type Post,
  type Qualification,
  type Training,
  UNIT_TIERS,
  type Unit,
} from '../../domain/record.ts';
import type { Status } from '../finding.ts';
import type { Assumption } from '../whatIf.ts';
import type { RuleExample } from './ruleExample.ts';
import {
  checkLevel,
  checkOrder,
  day,
  entries,
  flag,
  isRaw,
  kind,
  list,
  oneOf,
  optional,
  partialDay,
  passOn,
  type Reader,
  reporter,
  several,
  text,
  wholeNumber,
} from './ruleFileFields.ts';
import { ruleFileTexts as texts } from './ruleFileTexts.ts';

/** An example as its entry says it; the file adds the line. */
export type ExampleEntry = Omit<RuleExample, 'line'>;

/** Codes and names of people and units of examples, which need none of their own. */
const EXAMPLE = { code: 'VI-DU', name: 'Người trong ví dụ', unit: 'VI-DU', unitName: 'Đơn vị trong ví dụ' };

const period = { from: optional(partialDay), until: optional(partialDay) };
const checkPeriod = checkOrder('from', 'until');

/** `Trưởng phòng` alone stands for `{ name: Trưởng phòng }`. */
function named<Output>(key: string, reader: Reader<Output>): Reader<Output> {
  return z
    .unknown()
    .transform((value, context) =>
      passOn(reader.safeParse(typeof value === 'string' ? { [key]: value } : value), context),
    );
}

const post: Reader<Post> = named(
  'position',
  entries({ ...period, position: text, unit: optional(text) }, checkPeriod),
);

const planned: Reader<PlannedPost> = named(
  'position',
  entries({ ...period, position: text, unit: optional(text), term: optional(text) }, checkPeriod),
);

const grade: Reader<Grade> = named(
  'name',
  entries({ ...period, name: text, code: optional(text) }, checkPeriod),
);

const group: Reader<GroupMembership> = named('name', entries({ ...period, name: text }, checkPeriod));

const qualification: Reader<Qualification> = entries(
  {
    kind,
    level: optional(text),
    field: optional(text),
    name: optional(text),
    issued: optional(partialDay),
    expires: optional(partialDay),
  },
  (raw, report) => {
    checkLevel('kind')(raw, report);
    checkOrder('issued', 'expires')(raw, report);
  },
).transform((given) => ({ ...given, number: null, issuer: null, evidence: null }));

const training: Reader<Training> = entries(
  {
    class: text,
    kind: optional(kind),
    level: optional(text),
    ...period,
    days: optional(wholeNumber),
    programme: optional(text),
    completed: optional(flag),
  },
  (raw, report) => {
    checkLevel('kind')(raw, report);
    checkPeriod(raw, report);
  },
).transform(({ class: className, ...rest }) => ({
  ...rest,
  className,
  place: null,
  abroad: null,
  mode: null,
}));

/** `{ 2025: good, 2024: excellent }` */
const evaluations: Reader<readonly Evaluation[]> = z
  .unknown()
  .optional()
  .transform((value, context) => {
    if (value === undefined) return [];
    const report = reporter(context);
    if (!isRaw(value)) {
      report([], texts.notMap);
      return z.NEVER;
    }
    return Object.entries(value).map(([year, rating]) => {
      if (!/^\d{4}$/.test(year)) report([year], texts.notYear(year), 'key');
      return { year: Number(year), rating: passOn(oneOf(RATINGS).safeParse(rating), context, [year]) };
    });
  });

const conclusion: Reader<PoliticalConclusion> = entries({
  date: optional(partialDay),
  passed: flag,
}).transform((given) => ({ ...given, issuer: null }));

/** A record of which only what matters is written; the rest is not known. `tier` is the tier of the person's own unit. */
const person: Reader<{ readonly record: CadreRecord; readonly units: readonly Unit[] }> = entries({
  birth: optional(partialDay),
  sex: optional(oneOf(['male', 'female'])),
  tier: optional(oneOf(UNIT_TIERS)),
  unit: optional(text),
  ethnicity: optional(text),
  party: optional(flag),
  party_joined: optional(partialDay),
  recruited: optional(partialDay),
  posts: several(post),
  planned: several(planned),
  grades: several(grade),
  groups: several(group),
  qualifications: list(qualification),
  lacks: several(oneOf(QUALIFICATION_KINDS)),
  trainings: list(training),
  evaluations,
  conclusions: list(conclusion),
  reviewed: optional(day),
}).transform(({ tier, unit, party_joined, ...rest }) => {
  const code = unit ?? EXAMPLE.unit;
  return {
    record: {
      ...rest,
      code: EXAMPLE.code,
      name: EXAMPLE.name,
      unit: code,
      phone: null,
      partyJoined: party_joined,
      sample: true,
    },
    units: tier === null ? [] : [exampleUnit(code, tier)],
  };
});

function exampleUnit(code: string, tier: Unit['tier']): Unit {
  const name = EXAMPLE.unitName;
  return { code, name, tier, parent: null, from: null, until: null, successors: [], sample: true };
}

/** Expected of a requirement that must not bind the person. */
export const UNBOUND = 'unbound';

const EXPECTATIONS = ['met', 'missing', 'unknown', UNBOUND] as const;

const expected: Reader<Readonly<Record<string, Status | null>>> = z
  .record(z.string(), oneOf(EXPECTATIONS))
  .transform((given) =>
    Object.fromEntries(Object.entries(given).map(([id, status]) => [id, status === UNBOUND ? null : status])),
  );

const assumption: Reader<Assumption> = entries({
  post: optional(text),
  planned: optional(text),
  grade: optional(text),
}).transform((given, context): Assumption => {
  const found = (['post', 'planned', 'grade'] as const).flatMap((key) => {
    const name = given[key];
    return name === null ? [] : [{ kind: key, name }];
  });
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  reporter(context)([], texts.oneAssumption);
  return z.NEVER;
});

/** An example of a rule file: a person, a day and the expected results. */
export const example: Reader<ExampleEntry> = entries({
  title: optional(text),
  person,
  as_of: day,
  assume: optional(assumption),
  expect: expected,
}).transform(({ title, person: { record, units }, as_of, assume, expect }) => ({
  title,
  record,
  units,
  asOf: as_of,
  assumption: assume,
  expected: expect,
}));

import { z } from 'zod';
import { RATINGS } from '../../domain/ladders.ts';
import { UNIT_TIERS } from '../../domain/record.ts';
import { type Attended, type Condition, type Holds, PERSON_FORMS } from '../../domain/requirement.ts';
import {
  checkLevel,
  checkOrder,
  day,
  entries,
  flag,
  isRaw,
  kind,
  oneOf,
  oneOrMore,
  optional,
  otherwise,
  passOn,
  type Reader,
  reporter,
  several,
  text,
  wholeNumber,
} from './ruleFileFields.ts';
import { ruleFileTexts as texts } from './ruleFileTexts.ts';

type Form = Condition['form'];
/** Whether every form may be used, or only those that say who someone is. */
type Scope = 'any' | 'person';

const MOST_LEVELS = 12;
/** Words in the place of positions; no position is called so. */
const LEADERSHIP = 'leadership';
const NOT_LEADERSHIP = 'not_leadership';

/** Whether a word in the place of positions stands for any position of leadership, or for holding none. */
export function isLeadershipWord(word: unknown): boolean {
  return word === LEADERSHIP || word === NOT_LEADERSHIP;
}

const holds: Reader<Holds> = entries(
  {
    holds: kind,
    level: optional(text),
    fields: several(text),
    names: several(text),
    issued_from: optional(day),
    issued_before: optional(day),
  },
  (raw, report) => {
    checkLevel('holds')(raw, report);
    checkOrder('issued_from', 'issued_before')(raw, report);
  },
).transform(({ holds: asked, level, fields, names, issued_from, issued_before }) => ({
  form: 'holds',
  kind: asked,
  level,
  fields,
  names,
  issuedFrom: issued_from,
  issuedBefore: issued_before,
}));

const attended: Reader<Attended> = entries(
  {
    attended: several(text),
    kind: optional(kind),
    level: optional(text),
    days: optional(wholeNumber),
    programme: optional(text),
  },
  (raw, report) => {
    checkLevel('kind')(raw, report);
    const { attended: names, kind: asked, programme } = raw;
    const unnamed = names === undefined || (Array.isArray(names) && names.length === 0);
    if (unnamed && asked === undefined && programme === undefined) report([], texts.emptyAttended);
  },
).transform(({ attended: names, kind: asked, level, days, programme }) => ({
  form: 'attended',
  names,
  kind: asked,
  level,
  days,
  programme,
}));

const age = entries({ from: optional(wholeNumber), to: optional(wholeNumber) }, (raw, report) => {
  const { from, to } = raw;
  if (from === undefined && to === undefined) report([], texts.emptyAge);
  if (Number(from) > Number(to)) report(['from'], texts.turnedAge);
});

/** `leadership`, `not_leadership`, or the positions by name. */
const positions: Reader<{ readonly positions: readonly string[]; readonly leadership: boolean | null }> = z
  .unknown()
  .transform((value, context) =>
    isLeadershipWord(value)
      ? { positions: [], leadership: value === LEADERSHIP }
      : { positions: passOn(oneOrMore(text).safeParse(value), context), leadership: null },
  );

function renewed(scope: Scope, depth: number): Reader<Condition> {
  return entries({
    renewed: condition(scope, depth),
    months: wholeNumber,
    holders_only: otherwise(flag, false),
  }).transform(({ renewed: of, months, holders_only: holdersOnly }, context) => {
    if (of.form === 'holds' || of.form === 'attended') return { form: 'renewed', months, of, holdersOnly };
    reporter(context)(['renewed'], texts.renewedOf);
    return z.NEVER;
  });
}

const AFTER = ['appointment', 'planning', 'grade', 'recruitment'] as const;

/** The reader of each form; its key is the form's name, its value the form's main part. */
const READERS: Readonly<Record<Form, (scope: Scope, depth: number) => Reader<Condition>>> = {
  holds: () => holds,
  attended: () => attended,
  training_days: () =>
    entries({ training_days: wholeNumber }).transform(({ training_days: days }) => ({
      form: 'training_days',
      days,
    })),
  renewed,
  within: (scope, depth) =>
    entries({
      within: condition(scope, depth),
      months: wholeNumber,
      after: oneOf(AFTER),
      transition: optional(entries({ before: day, due: day })),
    }).transform(({ within, ...rest }) => ({ form: 'within', ...rest, condition: within })),
  by: (scope, depth) =>
    entries({ by: condition(scope, depth), day }).transform(({ by, day: last }) => ({
      form: 'by',
      day: last,
      condition: by,
    })),
  all: (scope, depth) =>
    entries({ all: oneOrMore(condition(scope, depth)) }).transform(({ all: of }) => ({ form: 'all', of })),
  any: (scope, depth) =>
    entries({ any: oneOrMore(condition(scope, depth)) }).transform(({ any: of }) => ({ form: 'any', of })),
  age: () => entries({ age }).transform(({ age: range }) => ({ form: 'age', ...range })),
  seniority: () =>
    entries({ seniority: entries({ months: wholeNumber }) }).transform(({ seniority }) => ({
      form: 'seniority',
      ...seniority,
    })),
  sex: () => entries({ sex: oneOf(['male', 'female']) }).transform(({ sex }) => ({ form: 'sex', is: sex })),
  party: () => entries({ party: flag }).transform(({ party: member }) => ({ form: 'party', member })),
  ethnicity: () =>
    entries({ ethnicity: oneOf(['minority', 'kinh']) }).transform(({ ethnicity }) => ({
      form: 'ethnicity',
      minority: ethnicity === 'minority',
    })),
  unit_tier: () =>
    entries({ unit_tier: oneOrMore(oneOf(UNIT_TIERS)) }).transform(({ unit_tier: tiers }) => ({
      form: 'unit_tier',
      tiers,
    })),
  unit: () => entries({ unit: oneOrMore(text) }).transform(({ unit: units }) => ({ form: 'unit', units })),
  post: () =>
    entries({ post: positions, months: optional(wholeNumber) }).transform(({ post, months }) => ({
      form: 'post',
      ...post,
      months,
    })),
  planned: () =>
    entries({ planned: positions }).transform(({ planned }) => ({ form: 'planned', ...planned })),
  grade: () =>
    entries({ grade: oneOrMore(text), months: optional(wholeNumber) }).transform(
      ({ grade: grades, months }) => ({ form: 'grade', grades, months }),
    ),
  group: () =>
    entries({ group: oneOrMore(text) }).transform(({ group: groups }) => ({ form: 'group', groups })),
  evaluated: () =>
    entries({ evaluated: oneOf(RATINGS), years: wholeNumber }).transform(({ evaluated, years }) => ({
      form: 'evaluated',
      atLeast: evaluated,
      years,
    })),
  political_conclusion: () =>
    entries({ political_conclusion: oneOf(['passed']) }).transform(() => ({ form: 'political_conclusion' })),
};

const FORMS = Object.keys(READERS).filter((key): key is Form => key in READERS);

function isOfPerson(form: Form): boolean {
  return PERSON_FORMS.some((known) => known === form);
}

/** Reads a condition: a map with exactly one form's name among its keys. */
export function condition(scope: Scope, depth = 0): Reader<Condition> {
  return z.unknown().transform((value, context): Condition => {
    const report = reporter(context);
    const usable = scope === 'person' ? [...PERSON_FORMS] : FORMS;
    if (!isRaw(value)) {
      report([], texts.notCondition(usable));
      return z.NEVER;
    }
    const keys = Object.keys(value);
    const forms = FORMS.filter((form) => keys.includes(form));
    const [form] = forms;
    if (depth >= MOST_LEVELS) report([], texts.tooDeep(MOST_LEVELS));
    else if (form === undefined) report([], texts.noForm(keys, usable));
    else if (forms.length > 1) report([], texts.manyForms(forms));
    else if (scope === 'person' && !isOfPerson(form)) report([form], texts.notOfPerson(form, usable), 'key');
    else return passOn(READERS[form](scope, depth + 1).safeParse(value), context);
    return z.NEVER;
  });
}

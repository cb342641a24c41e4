import { z } from 'zod';
import { UNIT_TIERS } from '../../domain/record.ts';
import {
  type ClassOffer,
  type Equivalence,
  type Exemption,
  type Position,
  type Reference,
  type Requirement,
  RULE_STATUSES,
  type RuleBook,
  type RuleStatus,
  type Target,
} from '../../domain/requirement.ts';
import { type ExampleEntry, example } from './ruleExamples.ts';
import { condition } from './ruleFileConditions.ts';
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
  oneOrMore,
  optional,
  otherwise,
  passOn,
  type Reader,
  several,
  text,
  wholeNumber,
  word,
} from './ruleFileFields.ts';
import { ruleFileTexts as texts } from './ruleFileTexts.ts';

/** What a file says once for all of its rules. */
export type Defaults = { readonly status: RuleStatus | null; readonly document: string | null };

export type RuleFileEntry = RuleBook & {
  readonly examples: readonly ExampleEntry[];
};

const LABELS = [
  ...['Phụ lục', 'Phần', 'Chương', 'Điều', 'khoản', 'điểm', 'tiểu mục', 'gạch đầu dòng'],
  // Both are right: a state document has Mục, a party document has mục.
  ...['Mục', 'mục'],
];

/** A label with the letter case that labels are stored with; any other first word is taken as it is. */
const label = word(
  (written) => (rightLabel(written) === written ? written : null),
  (written) => texts.wrongLabel(written, rightLabel(written)),
);

function rightLabel(written: string): string {
  if (LABELS.some((known) => written.startsWith(`${known} `))) return written;
  const known = LABELS.find((name) => written.toLowerCase().startsWith(`${name.toLowerCase()} `));
  return known === undefined ? written : `${known}${written.slice(known.length)}`;
}

function given<Output>(reader: Reader<Output>, value: Output | null): Reader<Output> {
  return value === null ? reader : otherwise(reader, value);
}

const period = { from: optional(day), until: optional(day) };
const checkPeriod = checkOrder('from', 'until');

function referenceReader(defaults: Defaults): Reader<Reference> {
  return entries({ document: given(text, defaults.document), path: oneOrMore(label), quote: text });
}

function exemptionReader(defaults: Defaults): Reader<Exemption> {
  return entries({ ...period, when: condition('any'), reference: referenceReader(defaults) }, checkPeriod);
}

function requirementReader(defaults: Defaults): Reader<Requirement> {
  return entries(
    {
      id: text,
      title: text,
      status: given(oneOf(RULE_STATUSES), defaults.status),
      ...period,
      applies_to: optional(condition('person')),
      needs: condition('any'),
      exempt: list(exemptionReader(defaults)),
      gate: otherwise(flag, false),
      reference: referenceReader(defaults),
      next_step: optional(text),
    },
    checkPeriod,
  ).transform(({ applies_to, exempt, next_step, ...rest }) => ({
    ...rest,
    appliesTo: applies_to,
    exemptions: exempt,
    nextStep: next_step,
  }));
}

function equivalenceReader(defaults: Defaults): Reader<Equivalence> {
  return entries(
    {
      id: text,
      status: given(oneOf(RULE_STATUSES), defaults.status),
      ...period,
      when: condition('any'),
      counts_as: entries({ kind, level: text }, checkLevel('kind')),
      reference: referenceReader(defaults),
    },
    checkPeriod,
  ).transform(({ counts_as, ...rest }) => ({ ...rest, countsAs: counts_as }));
}

const position: Reader<Position> = entries({
  name: text,
  aliases: several(text),
  tier: optional(oneOf(UNIT_TIERS)),
  leadership: otherwise(flag, false),
  until: optional(day),
  successors: several(text),
});

function targetReader(defaults: Defaults): Reader<Target> {
  const common = {
    id: text,
    title: text,
    status: given(oneOf(RULE_STATUSES), defaults.status),
    ...period,
    unit: optional(text),
    reference: referenceReader(defaults),
  };
  const percentTarget = entries(
    {
      ...common,
      percent: wholeNumber.refine((value) => value >= 1 && value <= 100, { error: texts.percentRange }),
      group: condition('any'),
      condition: condition('any'),
    },
    checkPeriod,
  ).transform(({ percent, group, condition: asked, ...rest }) => ({
    ...rest,
    measure: { kind: 'percent' as const, percent, group, condition: asked },
  }));
  const countTarget = entries(
    {
      ...common,
      count: wholeNumber.refine((value) => value >= 1, { error: texts.countRange }),
      noun: text,
      names: several(text),
      except: several(text),
    },
    checkPeriod,
  ).transform(({ count, noun, names, except, ...rest }) => ({
    ...rest,
    measure: { kind: 'count' as const, count, noun, names, except },
  }));
  return z
    .unknown()
    .transform(
      (value, context): Target =>
        isRaw(value) && 'count' in value
          ? passOn(countTarget.safeParse(value), context)
          : passOn(percentTarget.safeParse(value), context),
    );
}

function classReader(defaults: Defaults): Reader<ClassOffer> {
  return entries(
    {
      id: text,
      title: text,
      status: given(oneOf(RULE_STATUSES), defaults.status),
      ...period,
      group: condition('any'),
      conditions: condition('any'),
      gives: condition('any'),
      reference: referenceReader(defaults),
    },
    checkPeriod,
  );
}

/** The whole file; `status` and `document` at its head stand for every rule that does not name its own. */
export function ruleFileReader(defaults: Defaults): Reader<RuleFileEntry> {
  return entries({
    status: optional(oneOf(RULE_STATUSES)),
    document: optional(text),
    requirements: list(requirementReader(defaults)),
    equivalences: list(equivalenceReader(defaults)),
    positions: list(position),
    targets: list(targetReader(defaults)),
    classes: list(classReader(defaults)),
    examples: list(example),
  }).transform(({ status: _status, document: _document, ...rest }) => rest);
}

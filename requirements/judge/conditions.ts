import type { IsoDate } from '../../domain/day.ts';
import type { CadreRecord, Unit } from '../../domain/record.ts';
import type { Condition } from '../../domain/requirement.ts';
import type { Status } from '../finding.ts';
import { createGradeLeaf, createGroupLeaf, createPositionLeaf } from './career.ts';
import type { Catalogue } from './catalogue.ts';
import type { Check, Explanation, Subject } from './check.ts';
import type { Day } from './dates.ts';
import type { Equivalences } from './equivalences.ts';
import { createHolds } from './holds.ts';
import type { Deadline, Leaf, Place } from './leaf.ts';
import { createAge, createEthnicity, createParty, createSeniority, createSex } from './personLeaves.ts';
import { createRenewed } from './renewed.ts';
import { createEvaluated, createPoliticalConclusion } from './standing.ts';
import { alternatives } from './texts.ts';
import { createDayLimit, createTimeLimit } from './timeLimit.ts';
import { createAttended, createTrainingDays } from './training.ts';
import { createUnit, createUnitTier } from './unitLeaves.ts';

/** What conditions are made ready with. */
export type Setting = {
  readonly asOf: Day;
  readonly units: ReadonlyMap<string, Unit>;
  readonly catalogue: Catalogue;
  readonly equivalences: Equivalences;
  /** First day of the rule whose condition it is, where there is one. */
  readonly from?: IsoDate | null;
};

/**
 * Makes a condition ready. With `closed`, a qualification or class of which the record says nothing is taken as lacking: so
 * equivalences are asked, because the mere thought of another certificate must not unsettle what is known.
 */
export function createCheck(condition: Condition, setting: Setting, closed: boolean): Check {
  const { asOf } = setting;
  switch (condition.form) {
    case 'all':
      return createAll(condition.of.map((part) => createCheck(part, setting, closed)));
    case 'any':
      return createAny(flat(condition.of).map((part) => createCheck(part, setting, closed)));
    case 'within':
      return createTimeLimit(
        condition,
        createCheck(condition.condition, setting, closed),
        asOf,
        setting.from ?? null,
      );
    case 'by':
      return createDayLimit(condition.day, createCheck(condition.condition, setting, closed), asOf);
    case 'holds':
      return setting.equivalences.widen(condition, leafCheck(createHolds(condition, asOf), closed));
    case 'attended':
      return leafCheck(createAttended(condition, asOf), closed);
    case 'training_days':
      return leafCheck(createTrainingDays(condition.days, asOf), closed);
    case 'renewed':
      return leafCheck(createRenewed(condition, asOf), closed);
    case 'age':
      return leafCheck(createAge(condition, asOf), closed);
    case 'seniority':
      return leafCheck(createSeniority(condition, asOf), closed);
    case 'sex':
      return leafCheck(createSex(condition), closed);
    case 'party':
      return leafCheck(createParty(condition, asOf), closed);
    case 'ethnicity':
      return leafCheck(createEthnicity(condition), closed);
    case 'unit_tier':
      return leafCheck(createUnitTier(condition, setting.units, setting.catalogue, asOf), closed);
    case 'unit':
      return leafCheck(createUnit(condition, setting.units, asOf), closed);
    case 'post':
    case 'planned':
      return leafCheck(createPositionLeaf(condition, setting.catalogue, asOf), closed);
    case 'grade':
      return leafCheck(createGradeLeaf(condition, asOf), closed);
    case 'group':
      return leafCheck(createGroupLeaf(condition, asOf), closed);
    case 'evaluated':
      return leafCheck(createEvaluated(condition, asOf), closed);
    case 'political_conclusion':
      return leafCheck(createPoliticalConclusion(asOf), closed);
  }
}

export function leafCheck(leaf: Leaf, closed: boolean): Check {
  function judge({ record, forced }: Subject): Status {
    if (forced?.leaves.has(leaf)) return forced.status;
    const verdict = leaf.verdict(record);
    if (verdict !== 'silent') return verdict;
    return closed ? 'missing' : 'unknown';
  }
  return {
    judge,
    explain: ({ record }) => {
      const { clause, fact, deadline } = leaf.explain(record, leaf.verdict(record));
      return { clauses: [clause], facts: fact === null ? [] : [fact], deadline, equalledBy: null };
    },
    gather: (subject, found) => {
      if (judge(subject) === 'unknown') found.add(leaf);
    },
    places: ({ record }) => placesOf(leaf, record),
  };
}

function placesOf(leaf: Leaf, record: CadreRecord) {
  const place = leaf.place?.(record) ?? null;
  return place === null ? [] : [place];
}

export function createAll(parts: readonly Check[]): Check {
  function judge(subject: Subject): Status {
    let status: Status = 'met';
    for (const part of parts) {
      const each = part.judge(subject);
      if (each === 'missing') return 'missing';
      if (each === 'unknown') status = 'unknown';
    }
    return status;
  }
  return {
    judge,
    explain: (subject, place) => {
      const status = judge(subject);
      const decisive = parts.filter((part) => part.judge(subject) === status);
      return join(
        decisive.map((part) => part.explain(subject, place)),
        soonest,
      );
    },
    gather: (subject, found) => {
      for (const part of parts) part.gather(subject, found);
    },
    places: (subject) => parts.flatMap((part) => part.places(subject)),
  };
}

/** Alternatives of alternatives are alternatives. */
function flat(parts: readonly Condition[]): readonly Condition[] {
  return parts.flatMap((part) => (part.form === 'any' ? flat(part.of) : [part]));
}

export function createAny(parts: readonly Check[]): Check {
  function judge(subject: Subject): Status {
    let status: Status = 'missing';
    for (const part of parts) {
      const each = part.judge(subject);
      if (each === 'met') return 'met';
      if (each === 'unknown') status = 'unknown';
    }
    return status;
  }
  /** What was had and has run out: where another alternative is unknown, people ask of it first. */
  function runOut(subject: Subject, place: Place | null): readonly Explanation[] {
    return parts
      .filter((part) => part.judge(subject) === 'missing')
      .map((part) => part.explain(subject, place))
      .filter(({ deadline, facts }) => deadline !== null && facts.length > 0);
  }
  return {
    judge,
    explain: (subject, place) => {
      const status = judge(subject);
      const decisive = parts.filter((part) => part.judge(subject) === status);
      // One alternative is enough to be met; that none of them is takes them all.
      const shown = status === 'met' ? decisive.slice(0, 1) : decisive;
      const reasons = shown.map((part) => part.explain(subject, place));
      const told = join([...(status === 'unknown' ? runOut(subject, place) : []), ...reasons], lastOf);
      if (status !== 'missing' || reasons.length < 2) return told;
      return { ...told, clauses: alternatives(reasons.map(({ clauses }) => clauses)) };
    },
    gather: (subject, found) => {
      for (const part of parts) part.gather(subject, found);
    },
    places: (subject) => {
      const status = judge(subject);
      return parts.filter((part) => part.judge(subject) === status).flatMap((part) => part.places(subject));
    },
  };
}

function join(
  parts: readonly Explanation[],
  choose: (one: Deadline, other: Deadline) => Deadline,
): Explanation {
  let deadline: Deadline | null = null;
  for (const part of parts) {
    if (part.deadline !== null)
      deadline = deadline === null ? part.deadline : choose(deadline, part.deadline);
  }
  return {
    clauses: [...new Set(parts.flatMap(({ clauses }) => clauses))],
    facts: [...new Set(parts.flatMap(({ facts }) => facts))],
    deadline,
    equalledBy: parts.find(({ equalledBy }) => equalledBy !== null)?.equalledBy ?? null,
  };
}

function soonest(one: Deadline, other: Deadline): Deadline {
  return other.day < one.day ? other : one;
}

function lastOf(one: Deadline, other: Deadline): Deadline {
  return other.day > one.day ? other : one;
}

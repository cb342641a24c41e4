import type { IsoDate } from '../../domain/day.ts';
import type { Reference } from '../../domain/requirement.ts';
import type { Basis, Finding, Status } from '../finding.ts';
import type { Explanation, Subject } from './check.ts';
import type { Place } from './leaf.ts';
import { judgeRequirement, type RequirementCheck } from './requirementCheck.ts';
import { findSettling } from './settling.ts';
import * as texts from './texts.ts';

/** The judgement of a requirement with its words, or `null` where the requirement does not bind. */
export function findRequirement(check: RequirementCheck, subject: Subject): Finding | null {
  const status = judgeRequirement(check, subject);
  if (status === null) return null;
  const { requirement } = check;
  const place = firstPlace(check.applies?.places(subject) ?? []);
  const basis: Basis =
    place === null ? { kind: 'everyone', name: null } : { kind: place.kind, name: place.name };
  const told = tell(check, status, subject, place);
  return {
    requirement,
    status,
    basis,
    reason: texts.sentence(told.clauses, status),
    fact: told.facts.length === 0 ? null : texts.line(told.facts),
    due: told.due,
    overdue: told.overdue,
    exemptedBy: told.exemptedBy,
    equalledBy: status === 'met' ? told.equalledBy : null,
    settledBy: status === 'unknown' ? findSettling(check, subject) : [],
  };
}

type Told = {
  readonly clauses: readonly string[];
  readonly facts: readonly string[];
  readonly due: IsoDate | null;
  readonly overdue: boolean;
  readonly equalledBy: Reference | null;
  readonly exemptedBy: Reference | null;
};

function tell(check: RequirementCheck, status: Status, subject: Subject, place: Place | null): Told {
  const needs = check.needs.explain(subject, place);
  const due = { due: needs.deadline?.day ?? null, overdue: needs.deadline?.overdue ?? false };
  if (status === 'missing' || check.needs.judge(subject) === 'met') {
    return { ...needs, ...due, exemptedBy: null };
  }
  const undue = { due: null, overdue: false, equalledBy: null };
  if (status === 'met') {
    const freed = check.exemptions.find(({ when }) => when.judge(subject) === 'met');
    const why = freed?.when.explain(subject, place) ?? needs;
    return {
      ...undue,
      clauses: [texts.exempted(why.clauses)],
      facts: why.facts,
      exemptedBy: freed?.exemption.reference ?? null,
    };
  }
  return { ...undue, ...doubts(check, subject, place, needs), exemptedBy: null };
}

/** Why a requirement that is not met remains unknown: whether it binds, what it needs, whether it is forgiven. */
function doubts(
  { applies, exemptions }: RequirementCheck,
  subject: Subject,
  place: Place | null,
  needs: Explanation,
): Pick<Told, 'clauses' | 'facts'> {
  const binds = applies?.judge(subject) === 'unknown' ? applies.explain(subject, place) : null;
  const freed = exemptions
    .filter(({ when }) => when.judge(subject) === 'unknown')
    .map(({ when }) => when.explain(subject, place));
  return {
    clauses: [
      ...(binds === null ? [] : [texts.mayBind(binds.clauses)]),
      ...needs.clauses,
      ...freed.map(({ clauses }) => texts.mayBeExempted(clauses)),
    ],
    facts: [...new Set([...(binds?.facts ?? []), ...needs.facts, ...freed.flatMap(({ facts }) => facts)])],
  };
}

const PLACES = ['post', 'planned', 'grade', 'group'] as const;

function firstPlace(places: readonly Place[]): Place | null {
  const inOrder = PLACES.flatMap((kind) => places.filter((place) => place.kind === kind));
  return inOrder.find(({ name }) => name !== null) ?? inOrder[0] ?? null;
}

import type { Settled, Settling } from '../finding.ts';
import { type Subject, subjectOf } from './check.ts';
import type { Leaf } from './leaf.ts';
import { judgeRequirement, type RequirementCheck } from './requirementCheck.ts';

/**
 * What would settle a requirement that is unknown: each fact in doubt is taken to be so, then not to be so, the others as they are.
 * A fact that changes nothing either way is left out, unless none changes anything by itself.
 */
export function findSettling(check: RequirementCheck, subject: Subject): readonly Settling[] {
  const leaves = new Set<Leaf>();
  check.applies?.gather(subject, leaves);
  check.needs.gather(subject, leaves);
  for (const { when } of check.exemptions) when.gather(subject, leaves);

  const ifThey = (forced: readonly Leaf[], status: 'met' | 'missing'): Settled =>
    judgeRequirement(check, subjectOf(subject.record, { leaves: new Set(forced), status })) ?? 'unbound';
  const settling = [...Map.groupBy(leaves, ({ fact }) => fact).values()].flatMap((group) =>
    settle(group, ifThey),
  );
  const telling = settling.filter(({ ifSo, ifNot }) => ifSo !== ifNot);
  return telling.length > 0 ? telling : settling;
}

type Ask = (forced: readonly Leaf[], status: 'met' | 'missing') => Settled;

/**
 * Leaves that rest on one fact are told of together where that is true of both answers: “one of them”, where each alone does as
 * much as all; “all of them”, where the lack of each alone does.
 */
function settle(group: readonly Leaf[], ifThey: Ask): readonly Settling[] {
  const claims = [...Map.groupBy(group, ({ claim }) => claim)];
  const each = claims.map(([claim, leaves]) => ({
    fact: leaves[0]?.fact ?? '',
    claim,
    ifSo: ifThey(leaves, 'met'),
    ifNot: ifThey(leaves, 'missing'),
  }));
  const [first] = each;
  if (first === undefined || each.length === 1) return each;
  const together = { fact: first.fact, ifSo: ifThey(group, 'met'), ifNot: ifThey(group, 'missing') };
  const texts = each.map(({ claim }) => claim);
  if (each.every(({ ifSo }) => ifSo === together.ifSo)) return [{ ...together, claim: texts.join(' hoặc ') }];
  if (each.every(({ ifNot }) => ifNot === together.ifNot))
    return [{ ...together, claim: texts.join(' và ') }];
  return each;
}

import type { Settling, Status } from '../finding.ts';
import { type Subject, subjectOf } from './check.ts';
import type { Leaf } from './leaf.ts';
import { judgeRequirement, type RequirementCheck } from './requirementCheck.ts';

/**
 * What would settle a requirement that is unknown: each fact in doubt is taken to be so, then not to be so, the others as they are.
 * A fact that changes nothing either way is left out, unless none changes anything by itself. A rule that would turn out not to bind
 * leaves nothing to be done: it counts as met.
 */
export function findSettling(check: RequirementCheck, subject: Subject): readonly Settling[] {
  const leaves = new Set<Leaf>();
  check.applies?.gather(subject, leaves);
  check.needs.gather(subject, leaves);
  for (const { when } of check.exemptions) when.gather(subject, leaves);

  const facts = Map.groupBy(leaves, ({ fact }) => fact);
  const settling = [...facts].map(([fact, group]) => {
    const forced = new Set(group);
    const ifIt = (status: 'met' | 'missing'): Status =>
      judgeRequirement(check, subjectOf(subject.record, { leaves: forced, status })) ?? 'met';
    return { fact, ifSo: ifIt('met'), ifNot: ifIt('missing') };
  });
  const telling = settling.filter(({ ifSo, ifNot }) => ifSo !== 'unknown' || ifNot !== 'unknown');
  return telling.length > 0 ? telling : settling;
}

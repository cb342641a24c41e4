import type { Attended, Condition, Exemption, Holds, Requirement } from '../../domain/requirement.ts';
import type { Status } from '../finding.ts';
import type { Check, Subject } from './check.ts';
import { createAll, createAny, createCheck, leafCheck, type Setting } from './conditions.ts';
import { createObtained } from './renewed.ts';
import { isInForce } from './validity.ts';
import { either } from './verdict.ts';

type Freed = { readonly exemption: Exemption; readonly when: Check };

/** A requirement made ready. */
export type RequirementCheck = {
  readonly requirement: Requirement;
  readonly applies: Check | null;
  readonly needs: Check;
  readonly exemptions: readonly Freed[];
};

export function createRequirementCheck(requirement: Requirement, setting: Setting): RequirementCheck {
  return {
    requirement,
    applies: createApplies(requirement, setting),
    needs: createCheck(requirement.needs, { ...setting, from: requirement.from }, false),
    exemptions: requirement.exemptions
      .filter((exemption) => isInForce(exemption, setting.asOf.iso))
      .map((exemption) => ({ exemption, when: createCheck(exemption.when, setting, false) })),
  };
}

/** Whom it binds: whom it names and, where only holders have to renew, those of them who ever held it. */
function createApplies({ appliesTo, needs }: Requirement, setting: Setting): Check | null {
  const named = appliesTo === null ? null : createCheck(appliesTo, setting, false);
  const renewals = holdersRenewals(needs);
  if (renewals.length === 0) return named;
  const holders = createAny(renewals.map((of) => leafCheck(createObtained(of, setting.asOf), false)));
  return named === null ? holders : createAll([named, holders]);
}

function holdersRenewals(condition: Condition): readonly (Holds | Attended)[] {
  switch (condition.form) {
    case 'renewed':
      return condition.holdersOnly ? [condition.of] : [];
    case 'all':
    case 'any':
      return condition.of.flatMap(holdersRenewals);
    case 'within':
    case 'by':
      return holdersRenewals(condition.condition);
    default:
      return [];
  }
}

/** The status of a requirement for a person; `null` where it does not bind. */
export function judgeRequirement(check: RequirementCheck, subject: Subject): Status | null {
  const applies = check.applies === null ? 'met' : check.applies.judge(subject);
  if (applies === 'missing') return null;
  const needs = check.needs.judge(subject);
  if (needs === 'met') return needs;
  const exempt = judgeExemptions(check, subject);
  if (exempt === 'met') return exempt;
  return applies === 'unknown' || exempt === 'unknown' ? 'unknown' : needs;
}

function judgeExemptions({ exemptions }: RequirementCheck, subject: Subject): Status {
  let status: Status = 'missing';
  for (const { when } of exemptions) {
    status = either(status, when.judge(subject));
    if (status === 'met') return status;
  }
  return status;
}

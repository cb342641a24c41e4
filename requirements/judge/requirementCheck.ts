import type { Exemption, Requirement } from '../../domain/requirement.ts';
import type { Status } from '../finding.ts';
import type { Check, Subject } from './check.ts';
import { createCheck, type Setting } from './conditions.ts';
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
    applies: requirement.appliesTo === null ? null : createCheck(requirement.appliesTo, setting, false),
    needs: createCheck(requirement.needs, { ...setting, from: requirement.from }, false),
    exemptions: requirement.exemptions
      .filter((exemption) => isInForce(exemption, setting.asOf.iso))
      .map((exemption) => ({ exemption, when: createCheck(exemption.when, setting, false) })),
  };
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

import type { Condition, Exemption, Requirement } from '../domain/requirement.ts';
import type { Finding } from './finding.ts';
import type { Rules } from './gaps.ts';
import { reference } from './records.testing.ts';

/** An invented requirement that binds everyone, unless a test says otherwise. */
export function requirement(id: string, needs: Condition, known: Partial<Requirement> = {}): Requirement {
  return {
    id,
    title: id,
    status: 'sample',
    from: null,
    until: null,
    appliesTo: null,
    needs,
    exemptions: [],
    gate: false,
    reference,
    nextStep: null,
    ...known,
  };
}

export function exemption(when: Condition, known: Partial<Exemption> = {}): Exemption {
  return { from: null, until: null, when, reference, ...known };
}

export function post(...positions: string[]): Condition {
  return { form: 'post', positions, leadership: null, months: null };
}

/** The only finding of a person. */
export function onlyFinding(rules: Rules, record: Parameters<Rules['findGaps']>[0]): Finding {
  const [finding, ...others] = rules.findGaps(record);
  if (finding === undefined || others.length > 0)
    throw new Error(`${others.length + 1} findings instead of one`);
  return finding;
}

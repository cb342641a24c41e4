import { writeDate, writeReference } from '../../../domain/citation.ts';
import type { CitedFinding } from '../../../personnel/standing.ts';
import type { Assumption } from '../../../requirements/whatIf.ts';
import type { FindingBlock } from '../../message.ts';
import { texts } from './texts.ts';

/** One finding in words, with the provision behind it; under an assumption its basis says that it is supposed. */
export function describeFinding(finding: CitedFinding, assumption: Assumption | null = null): FindingBlock {
  const { requirement, citation, status } = finding;
  const reference = finding.exemptedBy ?? requirement.reference;
  return {
    kind: 'finding',
    status,
    title: requirement.title,
    basis: describeBasis(finding, assumption),
    reason: finding.reason,
    fact: finding.fact,
    due: describeDue(finding),
    settledBy: finding.settledBy.map(({ claim, ifSo, ifNot }) => texts.settle(claim, ifSo, ifNot)),
    nextStep: status === 'met' ? null : requirement.nextStep,
    label: writeReference(reference, citation),
    quote: citation?.quote ?? reference.quote,
    citation,
    mark: describeMark(finding),
  };
}

function describeBasis({ basis }: CitedFinding, assumption: Assumption | null): string {
  if (assumption !== null && basis.kind === assumption.kind && basis.name === assumption.name) {
    return texts.supposed[assumption.kind](assumption.name);
  }
  if (basis.kind === 'everyone') return texts.basis.everyone;
  return basis.name === null ? texts.basisOpen[basis.kind] : texts.basis[basis.kind](basis.name);
}

function describeDue({ due, overdue, status }: CitedFinding): string | null {
  if (due === null) return null;
  if (status === 'met') return texts.dueRenewal(writeDate(due));
  return overdue ? texts.overdue(writeDate(due)) : texts.dueMissing(writeDate(due));
}

function describeMark({ requirement, citation }: CitedFinding): string | null {
  const marks = [
    requirement.status === 'sample' ? texts.marks.sample : null,
    requirement.status === 'proposed' ? texts.marks.proposed : null,
    citation === null ? texts.marks.notStored : null,
  ].filter((mark) => mark !== null);
  return marks.length === 0 ? null : marks.join('; ');
}

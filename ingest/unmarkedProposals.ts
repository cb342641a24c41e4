import type { ParsedDirective } from '../domain/directive.ts';
import type {
  ProposedAlternative,
  ProposedTenure,
  StandardProposal,
  TargetProposal,
} from '../domain/proposal.ts';
import { blankNotes, withoutNoteMarks } from './noteMarks.ts';
import { proposalsOf } from './proposals/proposalsOf.ts';

const bare = (words: string | null): string | null => (words === null ? null : withoutNoteMarks(words));

/**
 * What a document seems to demand, which its notes are no part of: what they say is nobody's rule, and their marks are left out
 * of what a demand is understood as. Its words are kept as they stand, marks and all. Pure.
 */
export function unmarkedProposals(
  read: Pick<ParsedDirective, 'kind' | 'header' | 'text' | 'provisions'>,
): Pick<ParsedDirective, 'requirements' | 'targets'> {
  const { requirements, targets } = proposalsOf({ ...read, text: blankNotes(read.text) });
  return { requirements: requirements.map(unmarkedStandard), targets: targets.map(unmarkedTarget) };
}

function unmarkedStandard(standard: StandardProposal): StandardProposal {
  return {
    ...standard,
    title: bare(standard.title),
    grade: bare(standard.grade),
    requirements: standard.requirements.map((one) => ({ ...one, anyOf: one.anyOf.map(unmarkedAlternative) })),
    experience: standard.experience.map((one) => ({ ...one, anyOf: one.anyOf.map(unmarkedTenure) })),
  };
}

function unmarkedTarget(target: TargetProposal): TargetProposal {
  return {
    ...target,
    group: bare(target.group),
    when: bare(target.when),
    conditions: target.conditions.map(({ words, anyOf }) => ({
      words: withoutNoteMarks(words),
      anyOf: anyOf.map(unmarkedAlternative),
    })),
  };
}

function unmarkedAlternative(alternative: ProposedAlternative): ProposedAlternative {
  const { field, name, when } = alternative;
  return { ...alternative, field: bare(field), name: bare(name), when: bare(when) };
}

function unmarkedTenure(tenure: ProposedTenure): ProposedTenure {
  return { ...tenure, of: bare(tenure.of), counted: bare(tenure.counted), when: bare(tenure.when) };
}

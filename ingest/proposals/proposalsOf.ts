import type { ParsedDirective } from '../../domain/directive.ts';
import { requirementProposals } from './requirementProposals.ts';
import { targetProposals } from './targetProposals.ts';

/** What a directive seems to require and to aim at. Taken from the text and the tree alone. */
export function proposalsOf(
  parsed: Pick<ParsedDirective, 'kind' | 'header' | 'text' | 'provisions'>,
): Pick<ParsedDirective, 'requirements' | 'targets'> {
  return { requirements: requirementProposals(parsed), targets: targetProposals(parsed) };
}

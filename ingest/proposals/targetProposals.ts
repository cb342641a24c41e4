import type { ParsedDirective } from '../../domain/directive.ts';
import type { TargetProposal } from '../../domain/proposal.ts';
export function targetProposals(
  _: Pick<ParsedDirective, 'kind' | 'header' | 'text' | 'provisions'>,
): readonly TargetProposal[] {
  return [];
}

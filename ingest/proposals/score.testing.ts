import type { StandardProposal } from '../../domain/proposal.ts';

/** A requirement as its alternatives, `kind:level`, sorted: what an extractor is scored by. */
export function writtenRequirements(proposals: readonly StandardProposal[]): readonly string[] {
  return proposals.flatMap(({ requirements }) => requirements.map(({ anyOf }) => writtenAlternatives(anyOf)));
}

export function writtenAlternatives(
  anyOf: readonly { readonly kind: string; readonly level?: string | null }[],
): string {
  return anyOf
    .map(({ kind, level }) => (level == null ? kind : `${kind}:${level}`))
    .sort()
    .join('|');
}

/** How many of two lists agree, each entry counted once. */
export function agreeing(found: readonly string[], expected: readonly string[]): number {
  const left = [...expected];
  return found.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}

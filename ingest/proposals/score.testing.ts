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

/** Time served as its tenures, `form:months`. */
export function writtenExperience(proposals: readonly StandardProposal[]): readonly string[] {
  return proposals.flatMap(({ experience }) =>
    experience.map(({ anyOf }) => anyOf.map(({ form, months }) => `${form}:${months}`).join('|')),
  );
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

export type Scored = { readonly found: readonly string[]; readonly expected: readonly string[] };

/** F1 over requirements, each by all of its alternatives' kinds and levels. */
export function f1(scored: readonly Scored[]): number {
  const sum = (count: (one: Scored) => number) => scored.reduce((total, one) => total + count(one), 0);
  const right = sum(({ found, expected }) => agreeing(found, expected));
  return (2 * right) / (sum(({ found }) => found.length) + sum(({ expected }) => expected.length));
}

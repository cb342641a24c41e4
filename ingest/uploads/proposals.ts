import type { ParsedDirective } from '../../domain/directive.ts';
import type {
  ProposedExperience,
  ProposedRequirement,
  StandardProposal,
  TargetProposal,
} from '../../domain/proposal.ts';
import type { Decision } from '../../domain/upload.ts';

/** Something that a document seems to demand, as a person decides of it. */
export type Proposal = {
  /** `1`, `2` …: the same for as long as the draft is there. */
  readonly key: string;
  readonly path: readonly string[];
  /** Index of the provision that says so; `null` outside every provision. */
  readonly provision: number | null;
  /** Verbatim. */
  readonly words: string;
} & (
  | {
      readonly kind: 'requirement';
      readonly standard: StandardProposal;
      readonly requirement: ProposedRequirement;
    }
  | {
      readonly kind: 'experience';
      readonly standard: StandardProposal;
      readonly experience: ProposedExperience;
    }
  | { readonly kind: 'target'; readonly target: TargetProposal }
);

/** What the document seems to demand, requirements before targets, each in its order. */
export function proposalsOf({ requirements, targets, provisions }: ParsedDirective): readonly Proposal[] {
  const pathOf = (index: number | null) => (index === null ? [] : (provisions[index]?.path ?? []));
  const found = [
    ...requirements.map(withoutAmendment).flatMap((standard) => [
      ...standard.requirements.map((requirement) => ({
        kind: 'requirement' as const,
        standard,
        requirement,
        path: pathOf(requirement.provision),
        provision: requirement.provision,
        words: requirement.words,
      })),
      // A draft that was read before experience was has none.
      ...(standard.experience ?? []).map((experience) => ({
        kind: 'experience' as const,
        standard,
        experience,
        path: pathOf(experience.provision),
        provision: experience.provision,
        words: experience.words,
      })),
    ]),
    ...targets.map((target) => ({
      kind: 'target' as const,
      target,
      path: pathOf(target.provision),
      provision: target.provision,
      words: target.words,
    })),
  ];
  return found.map((proposal, at) => ({ key: String(at + 1), ...proposal }));
}

/** The heading of an amending article ("Sửa đổi, bổ sung một số điều của …") names nobody. */
function withoutAmendment(standard: StandardProposal): StandardProposal {
  const isHeading = /^(?:sửa đổi|bổ sung|bãi bỏ|thay thế)(?!\p{L})/iu.test(standard.title ?? '');
  return isHeading ? { ...standard, title: null } : standard;
}

/** The words of a proposal between quotation marks of ours: those that an amending document quotes them in are left out. */
export function withoutQuotes(words: string): string {
  return /^[“"]/u.test(words) ? words.slice(1).replace(/[”"][.;]?$/u, '') : words;
}

/** Those that were approved. */
export function approvedOf(
  parsed: ParsedDirective,
  decisions: Readonly<Record<string, Decision>>,
): readonly Proposal[] {
  return proposalsOf(parsed).filter(({ key }) => decisions[key] === 'approved');
}

/** `Kỹ sư hạng III (V.05.02.07)`, `cán bộ, công chức cấp xã`; `null` where the words do not say whom they are about. */
export function whoseProposal(proposal: Proposal): string | null {
  if (proposal.kind === 'target') return proposal.target.group;
  const { title, grade, code } = proposal.standard;
  const name = [title, grade].filter((part) => part !== null).join(' ');
  if (name === '') return code;
  return code === null ? name : `${name} (${code})`;
}

import { writeLevel } from '../../domain/levelNames.ts';
import type {
  ProposedAlternative,
  ProposedTenure,
  StandardProposal,
  TargetProposal,
} from '../../domain/proposal.ts';
import { writeTablePlace } from '../../domain/tablePlace.ts';
import { experienceWords, requirementWords, targetWords } from '../../ingest/uploads/understood.ts';
import { texts } from '../texts.ts';

type PathOf = (index: number | null) => readonly string[] | null;

/** A standard as machines are given it: alternatives under `any_of`, without what the text does not say. */
export function standardJson(
  { provision, requirements, experience, ...standard }: StandardProposal,
  pathOf: PathOf,
) {
  return {
    ...standard,
    title: standard.title ?? '',
    grade: standard.grade ?? '',
    code: standard.code ?? '',
    provision: pathOf(provision),
    requirements: requirements.map(({ point, anyOf, provision: place, words }) => ({
      point,
      any_of: anyOf.map(said),
      provision: pathOf(place),
      words,
    })),
    experience: experience.map(({ point, anyOf, provision: place, words }) => ({
      point,
      any_of: anyOf.map(tenureJson),
      provision: pathOf(place),
      words,
    })),
  };
}

/** Time served, in the form of an alternative: `name` is what was held or done. */
function tenureJson({ of, orEquivalent, ...tenure }: ProposedTenure) {
  const said = { kind: 'experience', ...tenure, name: of, or_equivalent: orEquivalent || null };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
}

/** A target; of a cell in a table with its `address` in words: `hàng 3 “Phường Nam Lam”, cột “Số lớp”`. */
export function targetJson({ provision, conditions, cell, ...target }: TargetProposal, pathOf: PathOf) {
  return {
    ...target,
    cell: cell === null ? null : { address: writeTablePlace(cell), ...cell },
    conditions: conditions.map(({ words, anyOf }) => ({ words, any_of: anyOf.map(said) })),
    provision: pathOf(provision),
  };
}

/** The form's table has no kind for leadership: it is said there by its name. */
function said(read: ProposedAlternative) {
  const alternative =
    read.kind === 'leadership'
      ? { ...read, kind: 'other', level: null, name: read.name ?? writeLevel(read.kind, read.level) }
      : read;
  return Object.fromEntries(Object.entries(alternative).filter(([, value]) => value !== null));
}

/** A standard in a few lines for a person. */
export function standardText({
  title,
  grade,
  code,
  requirements,
  experience,
}: StandardProposal): readonly string[] {
  const whose = [title ?? texts.read.noTitle, ...(grade === null ? [] : [grade])].join(' ');
  return [
    texts.read.requirementsOf(code === null ? whose : `${whose} (${code})`),
    ...requirements.map(({ point, anyOf }) => item(point, requirementWords(anyOf))),
    ...experience.map(({ point, anyOf }) => item(point, experienceWords(anyOf))),
  ];
}

function item(point: string, words: string): string {
  return `  ${point === '' ? '-' : `${point})`} ${words}`;
}

export function targetsText(targets: readonly TargetProposal[]): readonly string[] {
  return targets.length === 0
    ? []
    : [texts.read.targets, ...targets.map((target) => `  - ${targetWords(target)}`)];
}

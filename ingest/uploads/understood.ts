import { writeLevel } from '../../domain/levelNames.ts';
import type { ProposedAlternative, ProposedTenure, TargetProposal } from '../../domain/proposal.ts';
import type { Proposal } from './proposals.ts';
import { uploadTexts } from './texts.ts';

const { understood: texts } = uploadTexts;

/** How the ways to meet a requirement were understood: `đại học: luật, hành chính hoặc ngoại ngữ bậc 2`. */
export function requirementWords(anyOf: readonly ProposedAlternative[]): string {
  return anyOf.map(alternativeWords).join(texts.or);
}

function alternativeWords({ kind, level, field, name, when }: ProposedAlternative): string {
  const what = kind === 'other' && name !== null ? name : writeLevel(kind, level);
  const more = [kind === 'other' ? null : name, field].filter((part) => part !== null);
  const about = more.length === 0 ? what : `${what}: ${more.join(', ')}`;
  return when === null ? about : `${about} [${when}]`;
}

/** How long somebody must have been at it: `giữ chức danh kỹ sư (hạng III) hoặc tương đương từ đủ 9 năm [khi thăng hạng]`. */
export function experienceWords(anyOf: readonly ProposedTenure[]): string {
  return anyOf.map(tenureWords).join(texts.or);
}

function tenureWords({ form, months, comparison, of, orEquivalent, counted, when }: ProposedTenure): string {
  return [
    texts.tenure[form],
    of ?? '',
    orEquivalent ? texts.orEquivalent : '',
    texts.tenureBounds[comparison],
    months % 12 === 0 ? texts.years(months / 12) : texts.months(months),
    counted === null ? '' : `(${counted})`,
    when === null ? '' : `[${when}]`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** How a proposal was understood, whatever it asks for. */
export function understoodWords(proposal: Proposal): string {
  switch (proposal.kind) {
    case 'requirement':
      return requirementWords(proposal.requirement.anyOf);
    case 'experience':
      return experienceWords(proposal.experience.anyOf);
    case 'target':
      return targetWords(proposal.target);
  }
}

const inVietnamese = new Intl.NumberFormat('vi-VN');

/** How a target was understood: `ít nhất 90% cán bộ cấp xã đạt trình độ đại học (đến năm 2030)`. */
export function targetWords({
  percent,
  count,
  noun,
  comparison,
  most = null,
  group,
  conditions,
  when = null,
  year,
}: TargetProposal): string {
  const figure = (value: number | null) => (value === null ? '' : inVietnamese.format(value));
  const sign = percent === null ? '' : '%';
  const bound = percent === 100 ? '' : texts.comparisons[comparison];
  return [
    most === null || comparison === 'about' ? bound : '',
    most === null
      ? `${figure(percent ?? count)}${sign}`
      : texts.range(figure(percent ?? count), `${figure(most)}${sign}`),
    noun ?? '',
    group ?? '',
    conditions.map(({ words }) => words).join('; '),
    year === null ? '' : texts.byYear(year),
    when === null ? '' : `[${when}]`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

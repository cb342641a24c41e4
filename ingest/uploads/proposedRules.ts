import type { Header } from '../../domain/directive.ts';
import type { ProposedAlternative, StandardProposal } from '../../domain/proposal.ts';
import type { Condition, Holds, Reference, Requirement, Target } from '../../domain/requirement.ts';
import { documentNumberKey } from '../../vietnamese/documentNumber.ts';
import { fold } from '../../vietnamese/text.ts';
import { leadingPosts } from '../proposals/posts.ts';
import { type Proposal, whoseProposal } from './proposals.ts';
import { uploadTexts } from './texts.ts';

/** A proposal in the form that people are judged by, or why it cannot have that form (Vietnamese, a few words). */
export type ProposedRule =
  | { readonly kind: 'requirement'; readonly rule: Requirement }
  | { readonly kind: 'target'; readonly rule: Target }
  | { readonly kind: 'kept'; readonly why: string };

/** Ids of rules that came out of documents begin so. */
export const PUBLISHED_PREFIX = 'vb.';

const { kept } = uploadTexts;
const keep = (why: string): ProposedRule => ({ kind: 'kept', why });

/** Longest title of a rule; the words whole stand in its reference. */
const TITLE_LENGTH = 140;

/** "… và các chuyên ngành khác phù hợp": other subjects may do, and somebody has to confirm which. */
const OPEN_FIELD = /phù hợp|liên quan|tương đương|(?:ngành|lĩnh vực) khác/u;

/**
 * What becomes of a proposal that is approved. Nothing is guessed: one that the engine could only judge wrongly is kept as words.
 */
export function ruleOf(proposal: Proposal, header: Header): ProposedRule {
  if (header.number === null) return keep(kept.noNumber);
  const reference: Reference = { document: header.number, path: proposal.path, quote: proposal.words };
  const id = ruleId(header.number, proposal);
  if (proposal.kind === 'target') return targetRule(proposal, { id, reference });
  const from = proposal.standard.effective ?? header.effective;
  return proposal.kind === 'requirement'
    ? requirementRule(proposal, { id, reference, from })
    : experienceRule(proposal, { id, reference, from });
}

function requirementRule(
  proposal: Extract<Proposal, { kind: 'requirement' }>,
  { id, reference, from }: Pick<Requirement, 'id' | 'reference' | 'from'>,
): ProposedRule {
  const { standard, requirement } = proposal;
  if (requirement.anyOf.some(({ when }) => when !== null)) return keep(kept.condition);
  const appliesTo = holdersOf(standard);
  if (appliesTo === null || requirement.anyOf.length === 0) return keep(kept.whose);
  const [only, ...others] = requirement.anyOf.map(conditionOf);
  if (only === undefined) return keep(kept.whose);
  return {
    kind: 'requirement',
    rule: {
      id,
      title: ruleTitle(proposal),
      status: 'approved',
      from,
      until: null,
      appliesTo,
      needs: others.length === 0 ? only : { form: 'any', of: [only, ...others] },
      exemptions: [],
      gate: false,
      reference,
      nextStep: null,
    },
  };
}

/** Time served that the record tells: since the beginning of service, whatever was done. */
function experienceRule(
  proposal: Extract<Proposal, { kind: 'experience' }>,
  { id, reference, from }: Pick<Requirement, 'id' | 'reference' | 'from'>,
): ProposedRule {
  const { standard, experience } = proposal;
  const [only, ...others] = experience.anyOf;
  const appliesTo = holdersOf(standard);
  if (appliesTo === null || only === undefined) return keep(kept.whose);
  if (experience.anyOf.some(({ when }) => when !== null)) return keep(kept.condition);
  const isOfService = only.form === 'worked' && only.of === null && only.counted === null;
  if (!isOfService || others.length > 0 || only.comparison !== 'at_least') return keep(kept.experience);
  return {
    kind: 'requirement',
    rule: {
      id,
      title: ruleTitle(proposal),
      status: 'approved',
      from,
      until: null,
      appliesTo,
      needs: { form: 'seniority', months: only.months },
      exemptions: [],
      gate: false,
      reference,
      nextStep: null,
    },
  };
}

/** Whom a standard binds: who holds the grade or the title; of a leading post, who holds it or is planned for it. */
function holdersOf({ title, grade, code }: StandardProposal): Condition | null {
  const positions = leadingPosts(title ?? '');
  if (code === null && grade === null && positions.length > 0) {
    const post = { positions, leadership: null };
    return {
      form: 'any',
      of: [
        { form: 'post', ...post, months: null },
        { form: 'planned', ...post },
      ],
    };
  }
  const grades = [
    ...(code === null ? [] : [code]),
    ...(title === null ? [] : grade === null ? [title] : [`${title} ${grade}`, `${title} (${grade})`]),
  ];
  return grades.length === 0 ? null : { form: 'grade', grades, months: null };
}

function conditionOf({ kind, level, field, name }: ProposedAlternative): Condition {
  const held: Holds = {
    form: 'holds',
    kind,
    level,
    fields: [],
    names: name === null ? [] : [name],
    issuedFrom: null,
    issuedBefore: null,
  };
  if (field === null) return held;
  const parts = field
    .split(/,|;|\s(?:hoặc|và)\s/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const named = parts.filter((part) => !OPEN_FIELD.test(part));
  const exact: Holds[] = named.length === 0 ? [] : [{ ...held, fields: named }];
  if (named.length === parts.length) return exact[0] ?? held;
  const confirmed: Condition = {
    form: 'all',
    of: [held, { ...held, kind: 'other', level: null, names: ['xác nhận ngành phù hợp'] }],
  };
  return { form: 'any', of: [...exact, confirmed] };
}

/** Only what is counted by itself: classes of a year, of whatever name. */
function targetRule(
  proposal: Extract<Proposal, { kind: 'target' }>,
  { id, reference }: Pick<Target, 'id' | 'reference'>,
): ProposedRule {
  const { count, comparison, noun, group, conditions, year } = proposal.target;
  const isPlain = group === null && conditions.length === 0 && comparison !== 'at_most';
  if (count === null || noun !== 'lớp' || year === null || !isPlain) return keep(kept.target);
  return {
    kind: 'target',
    rule: {
      id,
      title: ruleTitle(proposal),
      status: 'approved',
      from: `${year}-01-01`,
      until: `${year}-12-31`,
      unit: null,
      reference,
      measure: {
        kind: 'count',
        count: comparison === 'more_than' ? count + 1 : count,
        noun,
        names: [],
        except: [],
      },
    },
  };
}

function ruleTitle(proposal: Proposal): string {
  const whose = proposal.kind === 'target' ? null : whoseProposal(proposal);
  const title = `${proposal.words.replaceAll(/\s+/g, ' ').trim()}${whose === null ? '' : ` – ${whose}`}`;
  return title.length <= TITLE_LENGTH ? title : `${title.slice(0, TITLE_LENGTH - 1).trimEnd()}…`;
}

/** The same for the same place of the same document, whichever file it comes from. */
function ruleId(number: string, { path, key }: Proposal): string {
  const place = path.map((label) => fold(label).replaceAll(/[^a-z0-9]+/g, '-')).join('.');
  return `${PUBLISHED_PREFIX}${documentNumberKey(number).replaceAll('/', '-')}.${place}.${key}`;
}

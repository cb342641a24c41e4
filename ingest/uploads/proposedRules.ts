import type { Header } from '../../domain/directive.ts';
import type { ProposedAlternative } from '../../domain/proposal.ts';
import type { Condition, Holds, Reference, Requirement, Target } from '../../domain/requirement.ts';
import { documentNumberKey } from '../../vietnamese/documentNumber.ts';
import { fold } from '../../vietnamese/text.ts';
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
  return proposal.kind === 'requirement'
    ? requirementRule(proposal, { id, reference, from: proposal.standard.effective ?? header.effective })
    : targetRule(proposal, { id, reference });
}

function requirementRule(
  proposal: Extract<Proposal, { kind: 'requirement' }>,
  { id, reference, from }: Pick<Requirement, 'id' | 'reference' | 'from'>,
): ProposedRule {
  const { standard, requirement } = proposal;
  if (requirement.anyOf.some(({ when }) => when !== null)) return keep(kept.condition);
  const { title, grade, code } = standard;
  const grades = [
    ...(code === null ? [] : [code]),
    ...(title === null ? [] : grade === null ? [title] : [`${title} ${grade}`, `${title} (${grade})`]),
  ];
  if (grades.length === 0 || requirement.anyOf.length === 0) return keep(kept.whose);
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
      appliesTo: { form: 'grade', grades, months: null },
      needs: others.length === 0 ? only : { form: 'any', of: [only, ...others] },
      exemptions: [],
      gate: false,
      reference,
      nextStep: null,
    },
  };
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
  const whose = proposal.kind === 'requirement' ? whoseProposal(proposal) : null;
  const title = `${proposal.words.replaceAll(/\s+/g, ' ').trim()}${whose === null ? '' : ` – ${whose}`}`;
  return title.length <= TITLE_LENGTH ? title : `${title.slice(0, TITLE_LENGTH - 1).trimEnd()}…`;
}

/** The same for the same place of the same document, whichever file it comes from. */
function ruleId(number: string, { path, key }: Proposal): string {
  const place = path.map((label) => fold(label).replaceAll(/[^a-z0-9]+/g, '-')).join('.');
  return `${PUBLISHED_PREFIX}${documentNumberKey(number).replaceAll('/', '-')}.${place}.${key}`;
}

import type { Header } from '../../domain/directive.ts';
import type { TargetComparison, TargetProposal } from '../../domain/proposal.ts';
import type { Reference, Requirement, Target } from '../../domain/requirement.ts';
import { documentNumberKey } from '../../vietnamese/documentNumber.ts';
import { fold } from '../../vietnamese/text.ts';
import { type Proposal, whoseProposal } from './proposals.ts';
import {
  conditionOf,
  conditionOfTarget,
  conditionOfTenure,
  holdersOf,
  peopleOf,
  plannedFor,
  withGrace,
} from './proposedConditions.ts';
import { uploadTexts } from './texts.ts';
import { targetWords } from './understood.ts';

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

/**
 * What becomes of a proposal that is approved. Nothing is guessed: one that the engine could only judge wrongly is kept as words.
 */
export function ruleOf(proposal: Proposal, header: Header): ProposedRule {
  if (header.number === null) return keep(kept.noNumber);
  const reference: Reference = { document: header.number, path: proposal.path, quote: proposal.words };
  const id = ruleId(header.number, proposal);
  if (proposal.kind === 'target') return targetRule(proposal, header, id, reference);
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
  const appliesTo = holdersOf(standard);
  if (appliesTo === null || requirement.anyOf.length === 0) return keep(kept.whose);
  const asked = conditionOf(requirement.anyOf);
  const needs = asked === null ? null : withGrace(asked, requirement.words, standard);
  if (needs === null) return keep(kept.condition);
  return {
    kind: 'requirement',
    rule: {
      id,
      title: ruleTitle(proposal),
      status: 'approved',
      from,
      until: null,
      appliesTo,
      needs,
      exemptions: [],
      gate: false,
      reference,
      nextStep: null,
    },
  };
}

function experienceRule(
  proposal: Extract<Proposal, { kind: 'experience' }>,
  { id, reference, from }: Pick<Requirement, 'id' | 'reference' | 'from'>,
): ProposedRule {
  const { standard, experience } = proposal;
  const [only, ...others] = experience.anyOf;
  const holders = holdersOf(standard);
  if (holders === null || only === undefined) return keep(kept.whose);
  if (experience.anyOf.some(({ when }) => when !== null)) return keep(kept.condition);
  const needs = others.length > 0 ? null : conditionOfTenure(only, experience.words);
  // Whoever holds the post has given up the one before.
  const appliesTo = needs?.form === 'post' ? plannedFor(standard) : holders;
  if (needs === null || appliesTo === null) return keep(kept.experience);
  return {
    kind: 'requirement',
    rule: {
      id,
      title: ruleTitle(proposal),
      status: 'approved',
      from,
      until: null,
      appliesTo,
      needs,
      exemptions: [],
      gate: false,
      reference,
      nextStep: null,
    },
  };
}

function targetRule(
  proposal: Extract<Proposal, { kind: 'target' }>,
  header: Header,
  id: string,
  reference: Reference,
): ProposedRule {
  const { target } = proposal;
  // A draft that was read before conditions were has none.
  if ((target.when ?? null) !== null) return keep(kept.condition);
  const measure = target.percent === null ? countMeasure(target) : shareMeasure(target);
  const period = measure === null || target.year === null ? null : periodOf(target, header, target.year);
  if (measure === null || period === null) return keep(kept.target);
  return {
    kind: 'target',
    rule: { id, title: ruleTitle(proposal), status: 'approved', ...period, unit: null, reference, measure },
  };
}

/** "Khoảng 45 lớp" is no bound that one could be held to. */
const LOWER_BOUNDS: ReadonlySet<TargetComparison> = new Set(['at_least', 'more_than', 'exactly']);

/** Only what is counted by itself: classes, of whatever name. */
function countMeasure({
  count,
  comparison,
  noun,
  group,
  conditions,
  words,
}: TargetProposal): Target['measure'] | null {
  const isPlain = group === null && conditions.length === 0 && LOWER_BOUNDS.has(comparison);
  if (count === null || noun !== 'lớp' || !isPlain || /(?:mỗi|hằng|hàng) (?:năm|quý|tháng)/iu.test(words))
    return null;
  return {
    kind: 'count',
    count: comparison === 'more_than' ? count + 1 : count,
    noun,
    names: [],
    except: [],
  };
}

/** Only what is at least a whole percentage of people the record knows, who hold what it can tell. */
function shareMeasure(target: TargetProposal): Target['measure'] | null {
  const { percent, comparison, group } = target;
  if (percent === null || !Number.isInteger(percent) || comparison !== 'at_least' || group === null)
    return null;
  const people = peopleOf(group);
  const condition = conditionOfTarget(target);
  return people === null || condition === null
    ? null
    : { kind: 'percent', percent, group: people, condition };
}

/** Classes count in the period that the words or the title name; people are counted from the document's day on. */
function periodOf(
  { percent, words }: TargetProposal,
  { title, issued, effective }: Header,
  year: number,
): Pick<Target, 'from' | 'until'> {
  const until = `${year}-12-31`;
  if (percent !== null) {
    const from = effective ?? issued;
    return { from: from === null || from > until ? null : from, until };
  }
  const named = [words, title ?? ''].map((text) => /(20\d\d)\s*[-–]\s*(20\d\d)/u.exec(text));
  const first = named.find((match) => Number(match?.[2]) === year)?.[1];
  return { from: `${first ?? year}-01-01`, until };
}

function ruleTitle(proposal: Proposal): string {
  const whose = proposal.kind === 'target' ? null : whoseProposal(proposal);
  // A row of a table says little without its column.
  const words =
    proposal.kind === 'target' && (proposal.target.cell ?? null) !== null
      ? targetWords(proposal.target)
      : proposal.words;
  const title = `${words.replaceAll(/\s+/g, ' ').trim()}${whose === null ? '' : ` – ${whose}`}`;
  return title.length <= TITLE_LENGTH ? title : `${title.slice(0, TITLE_LENGTH - 1).trimEnd()}…`;
}

/** The same for the same place of the same document, whichever file it comes from. */
function ruleId(number: string, { path, key }: Proposal): string {
  const place = path.map((label) => fold(label).replaceAll(/[^a-z0-9]+/g, '-')).join('.');
  return `${PUBLISHED_PREFIX}${documentNumberKey(number).replaceAll('/', '-')}.${place}.${key}`;
}

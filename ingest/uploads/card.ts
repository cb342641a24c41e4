import { documentName, writeDate, writePath } from '../../domain/citation.ts';
import type { DirectiveKind, Header, ParsedDirective } from '../../domain/directive.ts';
import { writeTablePlace } from '../../domain/tablePlace.ts';
import type { Decision, Draft, DraftState } from '../../domain/upload.ts';
import type { Effect, Relation } from '../../domain/validity.ts';
import type { Similar } from '../../store/uploads/similar.ts';
import { fold } from '../../vietnamese/text.ts';
import { cardTexts as texts } from './cardTexts.ts';
import { applyCorrections } from './corrections.ts';
import { type Proposal, proposalsOf, whoseProposal } from './proposals.ts';
import { ruleOf } from './proposedRules.ts';
import { understoodWords } from './understood.ts';

/** What an admin sees of a document before it is published. Plain data: each channel shows it its own way. */
export type Card = {
  readonly draftId: number;
  readonly uploadId: number;
  readonly fileName: string;
  readonly state: DraftState;
  /** The stored directive, of one that is or was published. */
  readonly directiveId: number | null;
  /** `Nghị định 233/2026/NĐ-CP`. */
  readonly document: string;
  /** As corrected. */
  readonly header: Header;
  readonly kind: DirectiveKind;
  /** Which fields were corrected. */
  readonly corrected: readonly string[];
  /** `hiệu lực từ 01/7/2026`. */
  readonly validity: string;
  /** How many Điều there are, and provisions in all. */
  readonly articles: number;
  readonly provisions: number;
  /** In words: `Sửa đổi khoản 2 Điều 5 Nghị định 171/2025/NĐ-CP (khoản 1 Điều 1)`. */
  readonly relations: readonly string[];
  /** Parts that begin or end on days of their own, in words. */
  readonly effects: readonly string[];
  readonly proposals: readonly CardProposal[];
  readonly warnings: readonly string[];
  /** Stored documents that may be the same, the likeliest first. */
  readonly similar: readonly CardSimilar[];
  /** Which of them this is a newer version of, so far as can be told: publishing puts it in that one's place. */
  readonly replaces: number | null;
};

export type CardProposal = {
  readonly key: string;
  readonly kind: 'requirement' | 'target';
  /** `Kỹ sư hạng III (V.05.02.07)`; `null` where the words do not say. */
  readonly whose: string | null;
  /** `điểm a khoản 2 Điều 5`. */
  readonly place: string;
  readonly words: string;
  /** What was understood of the words, which is what becomes a rule: `ngoại ngữ bậc 2`. */
  readonly understood: string;
  /** `null`: not decided yet. */
  readonly decision: Decision | null;
  /** Why it stays words when it is approved, and nobody is judged by it; `null`: it becomes a rule. */
  readonly kept: string | null;
};

export type CardSimilar = {
  readonly directiveId: number;
  readonly document: string;
  readonly sameNumber: boolean;
  /** 0–1. */
  readonly likeness: number;
};

/**
 * The card of a draft that could be read. Pure.
 * @param former the directive that the same bytes were once, before another version took its place or it was taken back
 */
export function buildCard(
  draft: Draft & { readonly parsed: ParsedDirective },
  similar: readonly Similar[],
  former: number | null = null,
): Card {
  const parsed = applyCorrections(draft.parsed, draft.corrections);
  const { header, kind, provisions } = parsed;
  return {
    draftId: draft.id,
    uploadId: draft.uploadId,
    fileName: draft.fileName,
    state: draft.state,
    directiveId: draft.directiveId,
    document: documentName(header, draft.fileName),
    header,
    kind,
    corrected: Object.keys(draft.corrections),
    validity: validityWords(parsed),
    articles: provisions.filter((provision) => provision.kind === 'dieu').length,
    provisions: provisions.length,
    relations: [...new Set(parsed.relations.map((relation) => relationWords(parsed, relation)))],
    effects: parsed.effects.map((effect) => effectWords(parsed, effect)),
    proposals: proposalsOf(parsed).map((proposal) => {
      const { key, words, path } = proposal;
      const rule = ruleOf(proposal, header);
      return {
        key,
        kind: proposal.kind === 'target' ? 'target' : 'requirement',
        whose: whoseProposal(proposal),
        place: placeWords(proposal, path),
        words,
        understood: understoodWords(proposal),
        decision: draft.decisions[key] ?? null,
        kept: rule.kind === 'kept' ? rule.why : null,
      };
    }),
    warnings: [...(former === null ? [] : [texts.former(former)]), ...parsed.warnings],
    similar: similar.map(({ directive, sameNumber, likeness }) => ({
      directiveId: directive.id,
      document: documentName(directive.header, directive.fileName),
      sameNumber,
      likeness,
    })),
    replaces: replacedBy(header, similar),
  };
}

/** `điểm a khoản 2 Điều 5`; of a table's cell that first: `hàng 3 “Phường Nam Lam”, cột “Số lớp”, Phần II`. */
function placeWords(proposal: Proposal, path: readonly string[]): string {
  // A draft that was read before cells were has none.
  const cell = proposal.kind === 'target' ? (proposal.target.cell ?? null) : null;
  return [cell === null ? '' : writeTablePlace(cell), writePath(path)]
    .filter((part) => part !== '')
    .join(', ');
}

/** So alike are two versions of one document of which one carries no number yet. */
const SAME_DOCUMENT = 0.9;

/**
 * The stored document that this is a newer version of, or `null`. Numbers come again in other years and at other offices: where
 * both say when or by whom they were issued, that has to agree.
 */
export function replacedBy(header: Header, similar: readonly Similar[]): number | null {
  const agrees = (own: string | null, other: string | null) =>
    own === null || other === null || fold(own) === fold(other);
  const found = similar.find(({ directive, sameNumber, likeness }) => {
    const other = directive.header;
    if (sameNumber) return agrees(header.issued, other.issued) && agrees(header.issuer, other.issuer);
    return likeness >= SAME_DOCUMENT && (header.number === null || other.number === null);
  });
  return found?.directive.id ?? null;
}

function validityWords({ header, kind }: ParsedDirective): string {
  if (kind === 'press') return texts.press;
  return header.effective === null
    ? texts.effectiveUnknown
    : texts.effectiveFrom(writeDate(header.effective));
}

function relationWords({ provisions }: ParsedDirective, relation: Relation): string {
  const { kind, target, provision, partial, since, source } = relation;
  const words: Readonly<Record<string, string>> = texts.relations;
  const place = provision === null ? [] : [writePath(provision)];
  const clause = source === null ? null : writePath(provisions[source]?.path ?? []);
  const behind = [
    ...(clause === null || clause === '' ? [] : [clause]),
    ...(since === null ? [] : [texts.since(writeDate(since))]),
  ];
  return [
    words[kind] ?? kind,
    ...(partial && (kind === 'replaces' || kind === 'repeals') ? [texts.partly] : []),
    ...place,
    target.number ?? target.title ?? texts.unnamed,
    ...(behind.length === 0 ? [] : [`(${behind.join(', ')})`]),
  ].join(' ');
}

function effectWords({ provisions }: ParsedDirective, { provision, bound, day }: Effect): string {
  const place = provision === null ? texts.whole : writePath(provisions[provision]?.path ?? []);
  return texts.effect(place, bound, day === null ? null : writeDate(day));
}

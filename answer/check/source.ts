import type { Citation } from '../../domain/citation.ts';
import type { IsoDate } from '../../domain/day.ts';
import type { Header, StoredDirective } from '../../domain/directive.ts';
import type { ProvisionPath } from '../../domain/provisionPath.ts';
import type { ValidityStatus } from '../../domain/validity.ts';

/** A provision that was offered for an answer, and all that a sentence may be checked against. */
export type AnswerSource = {
  /** By which sentences name it: `[1]`. */
  readonly id: number;
  /** The provision's words, verbatim. */
  readonly text: string;
  /** What stands above the words and belongs to them: headings, and the lead-ins of the khoản and Điều around a điểm. */
  readonly above: readonly string[];
  readonly heading: string | null;
  readonly path: ProvisionPath;
  readonly document: Pick<Header, 'number' | 'type' | 'title' | 'issuer' | 'issued' | 'effective'>;
  /** How it stands on the day asked for. */
  readonly validity: ValidityStatus;
  /** First and last day in force; `null` where it is not known. */
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
  /** Short names of the documents that change or end it: `Quyết định 958/2026/QĐ-UBND`. */
  readonly changedBy: readonly string[];
};

/** The source that a citation makes, with what stands above its words in the directive. */
export function sourceOf(
  id: number,
  citation: Citation,
  directive: Pick<StoredDirective, 'text' | 'provisions' | 'header'>,
): AnswerSource {
  const { number, type, title, issuer, issued, effective } = directive.header;
  const changes = [...(citation.supersededBy === null ? [] : [citation.supersededBy]), ...citation.changes];
  return {
    id,
    text: citation.quote,
    above: aboveOf(citation, directive),
    heading: citation.heading,
    path: citation.path,
    document: { number, type, title, issuer, issued, effective },
    validity: citation.validity,
    from: citation.effective,
    until: citation.until,
    changedBy: [...new Set(changes.map(({ document }) => document))],
  };
}

/** For each provision around the cited one, outermost first, the words before its first part. */
function aboveOf(
  citation: Citation,
  { text, provisions }: Pick<StoredDirective, 'text' | 'provisions'>,
): readonly string[] {
  const around = provisions.filter(({ start, end }) => start <= citation.start && end >= citation.end);
  return around.flatMap((provision) => {
    const parts = provisions.filter((part) => part.start > provision.start && part.end <= provision.end);
    const head = text.slice(provision.start, parts[0]?.start ?? provision.start).trim();
    return head === '' || citation.quote.startsWith(head) ? [] : [head];
  });
}

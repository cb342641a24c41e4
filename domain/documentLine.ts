import { documentName } from './citation.ts';
import type { IsoDate } from './day.ts';
import type { DirectiveKind, DirectiveSummary } from './directive.ts';

/** A directive as lists show it, or the card of one document. */
export type DocumentLine = {
  readonly directiveId: number;
  /** `Nghị định 233/2026/NĐ-CP`, or the headline of a press page. */
  readonly name: string;
  /** What it is about; `null` where the name says that already. */
  readonly title: string | null;
  readonly kind: DirectiveKind;
  readonly sample: boolean;
  readonly effective: IsoDate | null;
};

/** A directive without a number is named by its title, which is then not said again. */
export function documentLine(directive: DirectiveSummary): DocumentLine {
  return {
    directiveId: directive.id,
    name: documentName(directive.header, directive.fileName),
    title: directive.header.number === null ? null : directive.header.title,
    kind: directive.kind,
    sample: directive.sample,
    effective: directive.header.effective,
  };
}

import type { DirectiveKind, IsoDate } from './directive.ts';

/** A pointer to a provision of a stored directive and the exact words that are quoted from it. */
export type Citation = {
  readonly directiveId: number;
  readonly provisionId: number | null;
  /** Short name of the directive: its type and number, or its title where it has no number. */
  readonly document: string;
  readonly path: readonly string[];
  /** Verbatim: `directive.text.slice(start, end)`. */
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly page: number | null;
  readonly kind: DirectiveKind;
  readonly effective: IsoDate | null;
  /** On the date asked for; `null` when the directive's effective date is not known. */
  readonly inForce: boolean | null;
};

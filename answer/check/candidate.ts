import type { Clause } from './clauses.ts';
import type { Group } from './groups.ts';
import type { Held } from './words.ts';
import type { Figures } from './writtenFigures.ts';

/** A clause made ready to be held against sentences. */
export type Candidate = {
  readonly clause: Clause;
  readonly own: Held;
  readonly above: Held;
  readonly groups: readonly Group[];
  readonly weight: number;
  readonly figures: Figures;
  readonly marks: ReadonlySet<string>;
  /** The other clauses of its line. */
  readonly siblings: readonly Clause[];
  /** The figures of those, and of the lead-ins above. */
  readonly beside: readonly Figures[];
  /** The words of its whole line. */
  readonly line: Held;
};

import type { Roster } from '../../domain/record.ts';

/** A fault of a roster file, located. */
export type RosterProblem = {
  readonly sheet: string;
  /** From 1 as Excel counts; `null` for the sheet as a whole. */
  readonly row: number | null;
  /** Heading of the column, `null` for the row as a whole. */
  readonly column: string | null;
  /** Vietnamese: what is wrong. Holds the cell's text shortened, never a whole record. */
  readonly message: string;
  /** Vietnamese: what to do. */
  readonly remedy: string;
};

export type ReadRoster =
  | { readonly ok: true; readonly roster: Roster; readonly warnings: readonly RosterProblem[] }
  | { readonly ok: false; readonly problems: readonly RosterProblem[]; readonly more: number };

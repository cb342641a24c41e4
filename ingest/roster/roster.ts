import type { IngestLimits } from '../../config.ts';
import type { CadreRecord, Roster, Unit } from '../../domain/record.ts';

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

/**
 * Reads a roster from the bytes of an XLSX file, in a child process with limits. Every problem of the whole file comes back at
 * once (at most 500, then `more`). Throws a `KnownError` where it is no workbook that can be opened safely: `file_unsupported`,
 * `file_unreadable`, `file_too_large`, `limit_exceeded`.
 */
export async function readRoster(
  _fileName: string,
  _bytes: Uint8Array,
  _limits: IngestLimits,
): Promise<ReadRoster> {
  throw new Error('not written yet');
}

/** An empty workbook to fill in: headings, notes, lists to choose from, one example row that is marked as such and not read. */
export async function writeTemplate(): Promise<Uint8Array> {
  throw new Error('not written yet');
}

/** The same form filled with records: what `readRoster` reads from it equals what was written. */
export async function writeRoster(
  _units: readonly Unit[],
  _cadres: readonly CadreRecord[],
): Promise<Uint8Array> {
  throw new Error('not written yet');
}

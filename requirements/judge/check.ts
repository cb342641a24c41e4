import type { CadreRecord } from '../../domain/record.ts';
import type { Reference } from '../../domain/requirement.ts';
import type { Status } from '../finding.ts';
import type { Deadline, Leaf, Place } from './leaf.ts';

/** Leaves that are taken to be decided, to see what would follow. */
export type Forced = { readonly leaves: ReadonlySet<Leaf>; readonly status: 'met' | 'missing' };

/** One person being judged. */
export type Subject = {
  readonly record: CadreRecord;
  readonly forced: Forced | null;
  /** How each equivalence of the book stands for this person; `null` until a condition asks. */
  equivalences: readonly Status[] | null;
};

export function subjectOf(record: CadreRecord, forced: Forced | null = null): Subject {
  return { record, forced, equivalences: null };
}

/** Why a status, gathered from the parts that decide it. */
export type Explanation = {
  readonly clauses: readonly string[];
  readonly facts: readonly string[];
  readonly deadline: Deadline | null;
  readonly equalledBy: Reference | null;
};

/** A condition made ready. `judge` decides alone; the rest only speaks of what it decided. */
export type Check = {
  readonly judge: (subject: Subject) => Status;
  /** `place` is what of the career the rule rests on: time limits may run from it. */
  readonly explain: (subject: Subject, place: Place | null) => Explanation;
  /** Adds the leaves that are unknown and might change the status. */
  readonly gather: (subject: Subject, found: Set<Leaf>) => void;
  /** The posts, planned posts, grades and groups that make it met or may. */
  readonly places: (subject: Subject) => readonly Place[];
};

import type { CadreRecord, Unit } from '../../domain/record.ts';
import type { Status } from '../finding.ts';
import type { Assumption } from '../whatIf.ts';

/** A person of a rule file with the expected result for each requirement of that file that binds them. */
export type RuleExample = {
  readonly line: number;
  /** What the example shows, `null` where it says nothing. */
  readonly title: string | null;
  readonly record: CadreRecord;
  /** The units that the record names, as far as the example tells of them. */
  readonly units: readonly Unit[];
  readonly asOf: string;
  /** Judged as if this came true. */
  readonly assumption: Assumption | null;
  /**
   * Requirement id → status; `null` for one that must not bind the person. An id of a class asks whether the person is of
   * its group and meets its conditions (`null`: not of the group), an id of a percentage target whether they count for it.
   */
  readonly expected: Readonly<Record<string, Status | null>>;
};

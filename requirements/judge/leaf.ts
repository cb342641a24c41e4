import type { IsoDate } from '../../domain/day.ts';
import type { PartialDate } from '../../domain/partialDate.ts';
import type { CadreRecord } from '../../domain/record.ts';
import type { Basis } from '../finding.ts';
import type { Verdict } from './verdict.ts';

/** A last day, and whether the day of judgement is past it. */
export type Deadline = { readonly day: IsoDate; readonly overdue: boolean };

/** Why a verdict, for people. */
export type Evidence = {
  /** A Vietnamese clause that begins in lower case and ends without a full stop. */
  readonly clause: string;
  /** The line of the record, `null` where the record is silent. */
  readonly fact: string | null;
  readonly deadline: Deadline | null;
};

/** The post, planned post, grade or group that fits, and since when it is held. */
export type Place = Basis & { readonly from: PartialDate | null };

/** A condition without parts, made ready for a date: it looks at one kind of fact. */
export type Leaf = {
  /** What to look up where it is unknown: `ngày sinh`. */
  readonly fact: string;
  /** What would have to be so for it to be met, as a clause: `đã đủ 55 tuổi`. */
  readonly claim: string;
  readonly verdict: (record: CadreRecord) => Verdict;
  /** `verdict` is what `verdict(record)` gave. */
  readonly explain: (record: CadreRecord, verdict: Verdict) => Evidence;
  /** What of the career made the verdict met, or might make it so. */
  readonly place?: (record: CadreRecord) => Place | null;
};

import type { IsoDate } from '../domain/day.ts';
import type { Reference, Requirement } from '../domain/requirement.ts';

/** đạt, thiếu, chưa đủ dữ liệu. */
export type Status = 'met' | 'missing' | 'unknown';

/** Why a requirement binds this person. */
export type Basis = {
  readonly kind: 'post' | 'planned' | 'grade' | 'group' | 'everyone';
  /**
   * The post, planned post, grade or group as the record names it; `null` for everyone, and where the record is silent of that
   * part of the career, so that it may bind or not.
   */
  readonly name: string | null;
};

/** A fact that the record lacks, and what each answer to it would make of the status. */
export type Settling = {
  /** Vietnamese, what to look up: `ngày sinh`, `trình độ lý luận chính trị`. */
  readonly fact: string;
  /** What would have to be true, a Vietnamese clause: `đã đủ 55 tuổi`, `có trung cấp lý luận chính trị trở lên`. */
  readonly claim: string;
  readonly ifSo: Settled;
  readonly ifNot: Settled;
};

/** What becomes of a requirement; `unbound`: it turns out not to bind the person at all. */
export type Settled = Status | 'unbound';

/** One requirement that binds one person, judged on a date. */
export type Finding = {
  readonly requirement: Requirement;
  readonly status: Status;
  readonly basis: Basis;
  /** One Vietnamese sentence: why this status. */
  readonly reason: string;
  /** The line of the record it was judged by, as a person would read it; `null` where the record is silent. */
  readonly fact: string | null;
  /** Missing: last day to obtain it. Met: day by which it must be renewed. `null`: no such day. */
  readonly due: IsoDate | null;
  /** Missing, and the day is past. */
  readonly overdue: boolean;
  /** The provision that exempts this person, where that is why it is met. */
  readonly exemptedBy: Reference | null;
  /** The provision that makes another qualification count, where that is why it is met. */
  readonly equalledBy: Reference | null;
  /** For `unknown`: what would settle it. */
  readonly settledBy: readonly Settling[];
};

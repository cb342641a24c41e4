import type { IsoDate } from './day.ts';
import type { QualificationKind } from './ladders.ts';
import type { TablePlace } from './tablePlace.ts';

/** Nothing that was read from a document binds anyone until a person has approved it. */
export type ProposalStatus = 'proposed';

/** One way to meet a requirement. */
export type ProposedAlternative = {
  readonly kind: QualificationKind;
  /** A level of the kind's ladder; `null` for kinds without one, or where the text names none. */
  readonly level: string | null;
  /** Ngành, chuyên ngành in the text's words. */
  readonly field: string | null;
  /** What a certificate is of, in the text's words. */
  readonly name: string | null;
  /** Whom it binds or whom it is open to, in the text's words; `null`: everyone. */
  readonly when: string | null;
};

/** One thing that a standard demands: any of its alternatives will do. */
export type ProposedRequirement = {
  /** The điểm that says so (`a`, `đ`); empty where the clause has no points. */
  readonly point: string;
  readonly anyOf: readonly ProposedAlternative[];
  /** Index of the provision that says so. */
  readonly provision: number;
  /** Verbatim: they stand in that provision. */
  readonly words: string;
};

/** One way to have been at it for long enough. */
export type ProposedTenure = {
  /** Has held a post, a grade or a title; or has worked: in a trade, at a place, or at all. */
  readonly form: 'held' | 'worked';
  readonly months: number;
  readonly comparison: 'at_least' | 'more_than';
  /** What was held, or in what was worked, in the text's words: `chức danh kỹ sư (hạng III)`; `null`: any work. */
  readonly of: string | null;
  /** "hoặc tương đương": something of the same rank counts too. */
  readonly orEquivalent: boolean;
  /** How the time is counted, in the text's words: `không kể thời gian tập sự`, `gần nhất`, `liên tục`. */
  readonly counted: string | null;
  /** Whom it binds, in the text's words; `null`: everyone. */
  readonly when: string | null;
};

/** For how long somebody must have been at it; each tenure counts for those whom it binds. */
export type ProposedExperience = {
  /** The điểm that says so; empty where the clause has no points. */
  readonly point: string;
  readonly anyOf: readonly ProposedTenure[];
  /** Index of the provision that says so. */
  readonly provision: number;
  /** Verbatim: they stand in that provision. */
  readonly words: string;
};

/** What a document demands of whoever holds a post, a grade or a professional title. */
export type StandardProposal = {
  readonly status: ProposalStatus;
  /** `Kỹ sư`; `null` where nothing says whose standard it is. */
  readonly title: string | null;
  /** `hạng III`. */
  readonly grade: string | null;
  /** Mã số: `V.05.02.07`. */
  readonly code: string | null;
  /** Number of the khoản; empty where the article has none. */
  readonly clause: string;
  readonly effective: IsoDate | null;
  /** Index of the clause. */
  readonly provision: number;
  /** All of them must be met. */
  readonly requirements: readonly ProposedRequirement[];
  /** How long one must have worked or held something, from the whole of the article; also all of them. */
  readonly experience: readonly ProposedExperience[];
};

/** `about`: "khoảng", "gần". */
export const TARGET_COMPARISONS = [
  'at_least',
  'more_than',
  'exactly',
  'at_most',
  'less_than',
  'about',
] as const;
export type TargetComparison = (typeof TARGET_COMPARISONS)[number];

/** What the people or things of a target shall be or have. */
export type TargetCondition = {
  /** In the text's words: `đạt trình độ đại học`. */
  readonly words: string;
  /** The qualification that they name, any of which will do; empty where they name none. */
  readonly anyOf: readonly ProposedAlternative[];
};

/** A target (chỉ tiêu) that a programme sets itself. */
export type TargetProposal = {
  readonly status: ProposalStatus;
  /** A percentage of a group, or a count of things to be held or done; the other one is `null`. */
  readonly percent: number | null;
  readonly count: number | null;
  readonly comparison: TargetComparison;
  /** The upper end of "từ 10 đến 15", of which the percentage or count is the lower one; `null` for one figure. */
  readonly most: number | null;
  /** What is counted: `lớp`, `đợt`; `null` for a percentage. */
  readonly noun: string | null;
  /** Of whom or of what, in the text's words: `cán bộ, công chức cấp xã`. */
  readonly group: string | null;
  /** All of them shall hold. */
  readonly conditions: readonly TargetCondition[];
  /** For whom or when it holds only, in the text's words: `trừ người sắp nghỉ hưu`; `null`: always. */
  readonly when: string | null;
  /** The figure as it is written where it is no percentage or count by itself: `2/3`; else `null`. */
  readonly fraction: string | null;
  /** The year by which; of a period its last one. */
  readonly year: number | null;
  /** Index of the provision that says so; `null` outside every provision. */
  readonly provision: number | null;
  /** The cell of a table in which the figure stands; `null` where a sentence says it. */
  readonly cell: TablePlace | null;
  /** Verbatim; of a table its row. */
  readonly words: string;
};

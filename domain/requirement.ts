import type { IsoDate } from './day.ts';
import type { QualificationKind, Rating } from './ladders.ts';
import type { UnitTier } from './record.ts';

/** Where a rule stands: the words must occur in that provision of that document. */
export type Reference = {
  /** Number of the document: `915/2026/QĐ-UBND`. */
  readonly document: string;
  /** Tail of the provision's path, from the outside in: `["Điều 12", "khoản 1"]`. */
  readonly path: readonly string[];
  /** Verbatim. */
  readonly quote: string;
};

export const RULE_STATUSES = ['sample', 'proposed', 'approved', 'retired'] as const;
/** Only `approved` stands without the mark "mẫu – chưa thẩm định" or "đề xuất – chưa duyệt"; `retired` is never used. */
export type RuleStatus = (typeof RULE_STATUSES)[number];

/** Holds at least a level of a kind. `fields` and `names` are alternatives; empty means any. */
export type Holds = {
  readonly form: 'holds';
  readonly kind: QualificationKind;
  readonly level: string | null;
  /** One of these words occurs in the field (ngành), compared folded. */
  readonly fields: readonly string[];
  /** One of these occurs in the name of the certificate, compared folded. */
  readonly names: readonly string[];
  /** Counts only what was issued on or after this day. */
  readonly issuedFrom: IsoDate | null;
  readonly issuedBefore: IsoDate | null;
};

/** Completed a class whose name holds one of the words (or of a kind and level), of at least so many days in all. */
export type Attended = {
  readonly form: 'attended';
  readonly names: readonly string[];
  readonly kind: QualificationKind | null;
  readonly level: string | null;
  readonly days: number | null;
  /** Source programme, `null` for any. */
  readonly programme: string | null;
};

/** What a person may be asked to be or to have. A condition is met, missing or unknown; never guessed. */
export type Condition =
  | Holds
  | Attended
  /** At least so many days of completed training in the calendar year of the date. */
  | { readonly form: 'training_days'; readonly days: number }
  /** The newest of these was obtained less than so many months ago and has not expired. */
  | {
      readonly form: 'renewed';
      readonly months: number;
      readonly of: Holds | Attended;
      /** Whoever never obtained it is not bound by the requirement at all. */
      readonly holdersOnly: boolean;
    }
  /** The condition, with a time limit that runs from an event of the person's career. */
  | {
      readonly form: 'within';
      readonly months: number;
      readonly after: 'appointment' | 'planning' | 'grade' | 'recruitment';
      readonly condition: Condition;
      /** For an event before that day the last day is this one instead; `null` where nothing is said of the past. */
      readonly transition: { readonly before: IsoDate; readonly due: IsoDate } | null;
    }
  /** The condition, with a last day that is the same for everyone. */
  | { readonly form: 'by'; readonly day: IsoDate; readonly condition: Condition }
  | { readonly form: 'all'; readonly of: readonly Condition[] }
  | { readonly form: 'any'; readonly of: readonly Condition[] }
  /** In completed years on the date; both ends inclusive, `null` is open. */
  | { readonly form: 'age'; readonly from: number | null; readonly to: number | null }
  | { readonly form: 'seniority'; readonly months: number }
  | { readonly form: 'sex'; readonly is: 'male' | 'female' }
  | { readonly form: 'party'; readonly member: boolean }
  | { readonly form: 'ethnicity'; readonly minority: boolean }
  | { readonly form: 'unit_tier'; readonly tiers: readonly UnitTier[] }
  /** The person's own unit, or that of a current post, is one of these (by code) or stands below one. */
  | { readonly form: 'unit'; readonly units: readonly string[] }
  /** Holds one of the positions; with `leadership`, any position that the catalogue calls one of leadership. */
  | {
      readonly form: 'post';
      readonly positions: readonly string[];
      readonly leadership: boolean | null;
      readonly months: number | null;
    }
  | { readonly form: 'planned'; readonly positions: readonly string[]; readonly leadership: boolean | null }
  /** Holds one of the grades (by name or code), for at least so many months where given. */
  | { readonly form: 'grade'; readonly grades: readonly string[]; readonly months: number | null }
  | { readonly form: 'group'; readonly groups: readonly string[] }
  /** Rated at least so in each of the last `years` years before the date's year. */
  | { readonly form: 'evaluated'; readonly atLeast: Rating; readonly years: number }
  /** Has a positive conclusion on political standards. */
  | { readonly form: 'political_conclusion' };

/** Forms that say who someone is. Only these decide to whom a rule applies, so that learning more never adds a duty. */
export const PERSON_FORMS = [
  'all',
  'any',
  'age',
  'seniority',
  'sex',
  'party',
  'ethnicity',
  'unit_tier',
  'unit',
  'post',
  'planned',
  'grade',
  'group',
] as const satisfies readonly Condition['form'][];

type Dated = {
  /** First and last day on which the rule holds; `null` is open. */
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
};

/** Frees from a requirement whoever meets `when`. */
export type Exemption = Dated & { readonly when: Condition; readonly reference: Reference };

/** A rule that a person must meet. */
export type Requirement = Dated & {
  /** Unique and lasting: `mau.915.12-1.so-ngay-hang-nam`. */
  readonly id: string;
  /** What must be had: `Trung cấp lý luận chính trị trở lên`. */
  readonly title: string;
  readonly status: RuleStatus;
  /** Whom it binds; `null` binds everyone. */
  readonly appliesTo: Condition | null;
  readonly needs: Condition;
  readonly exemptions: readonly Exemption[];
  /** A gate: as long as it is not met, no personnel step is considered at all. */
  readonly gate: boolean;
  readonly reference: Reference;
  /** What to do when it is missing: `Đăng ký lớp trung cấp lý luận chính trị với Trường Chính trị tỉnh.` */
  readonly nextStep: string | null;
};

/** Whoever meets `when` counts as holding `kind` at `level`. */
export type Equivalence = Dated & {
  readonly id: string;
  readonly status: RuleStatus;
  readonly when: Condition;
  readonly countsAs: { readonly kind: QualificationKind; readonly level: string };
  readonly reference: Reference;
};

/** A position of the catalogue, with the ways people write it. */
export type Position = {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly tier: UnitTier | null;
  /** Chức vụ lãnh đạo, quản lý. */
  readonly leadership: boolean;
  /** Last day of a position that no longer exists, and the positions that took over from it. */
  readonly until: IsoDate | null;
  readonly successors: readonly string[];
};

/** A percentage: of the people in `group`, at least `percent` meet `condition` by `by`. */
export type PercentTarget = {
  readonly kind: 'percent';
  readonly percent: number;
  readonly group: Condition;
  readonly condition: Condition;
};

/** A count: at least `count` classes (or study trips …) whose name holds one of the words, held within the period. */
export type CountTarget = {
  readonly kind: 'count';
  readonly count: number;
  /** What is counted, in Vietnamese: `lớp`, `đợt`. */
  readonly noun: string;
  /** Words of class names that count, folded; empty counts every class. */
  readonly names: readonly string[];
  readonly except: readonly string[];
};

/** Chỉ tiêu of a programme. */
export type Target = Dated & {
  readonly id: string;
  readonly title: string;
  readonly status: RuleStatus;
  /** Code of the unit whose programme it is (with the units below), `null` for everyone the asker may see. */
  readonly unit: string | null;
  readonly reference: Reference;
  readonly measure: PercentTarget | CountTarget;
};

/** A class that is planned or called for, with who may be sent (S12). */
export type ClassOffer = Dated & {
  readonly id: string;
  readonly title: string;
  readonly status: RuleStatus;
  /** Whom it is for. */
  readonly group: Condition;
  /** What they must meet to be sent. */
  readonly conditions: Condition;
  /** What it gives: who holds this already need not go. */
  readonly gives: Condition;
  readonly reference: Reference;
};

/** Everything that people are judged by. */
export type RuleBook = {
  readonly requirements: readonly Requirement[];
  readonly equivalences: readonly Equivalence[];
  readonly positions: readonly Position[];
  readonly targets: readonly Target[];
  readonly classes: readonly ClassOffer[];
};

import type { IsoDate } from './day.ts';
import type { QualificationKind, Rating } from './ladders.ts';
import type { PartialDate } from './partialDate.ts';

export const UNIT_TIERS = ['central', 'province', 'commune'] as const;
/** Two tiers of local government since 01/7/2025 (tỉnh, xã), and what stands above them. */
export type UnitTier = (typeof UNIT_TIERS)[number];

/** An agency or unit. A former one (`until` is past) stays for history and names its successors. */
export type Unit = {
  /** The office's own code, unique: `LG-NL`. */
  readonly code: string;
  readonly name: string;
  readonly tier: UnitTier;
  /** Code of the unit above, `null` for a root. */
  readonly parent: string | null;
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
  /** Codes of the units that took over from a former one. */
  readonly successors: readonly string[];
  /** Invented, came with the product. */
  readonly sample: boolean;
};

/** A period whose ends may be known only in part; `until: null` means it goes on. */
type Period = { readonly from: PartialDate | null; readonly until: PartialDate | null };

/** Chức danh, chức vụ đang giữ hoặc đã giữ. */
export type Post = Period & {
  /** As the office writes it: `Chủ tịch UBND xã`. */
  readonly position: string;
  /** Code of the unit, where it is not the person's own. */
  readonly unit: string | null;
};

/** Chức danh quy hoạch. `term` is the planning period as written: `2026-2031`. */
export type PlannedPost = Post & { readonly term: string | null };

/** Ngạch công chức or hạng viên chức: `Chuyên viên`, `01.003`. */
export type Grade = Period & { readonly name: string; readonly code: string | null };

/** A managed group: `Diện Ban Thường vụ Đảng ủy quản lý`. */
export type GroupMembership = Period & { readonly name: string };

/** A văn bằng, chứng chỉ or giấy xác nhận that a person holds. */
export type Qualification = {
  readonly kind: QualificationKind;
  /** A level of the kind's ladder; `null` where the record does not say which. */
  readonly level: string | null;
  /** Ngành, chuyên ngành, or the language. */
  readonly field: string | null;
  /** Name of the certificate as written. */
  readonly name: string | null;
  readonly number: string | null;
  readonly issuer: string | null;
  readonly issued: PartialDate | null;
  /** Last day on which it is valid; `null`: it does not expire. */
  readonly expires: PartialDate | null;
  /** Where the proof lies: a file name, a record page. */
  readonly evidence: string | null;
};

export const TRAINING_MODES = ['in_person', 'online', 'blended'] as const;
/** Trực tiếp, trực tuyến, kết hợp. */
export type TrainingMode = (typeof TRAINING_MODES)[number];

/** A class that a person attended. One person in two classes is one person and two attendances (lượt). */
export type Training = {
  readonly className: string;
  /** What the class teaches, where it belongs to a kind of qualification. */
  readonly kind: QualificationKind | null;
  readonly level: string | null;
  readonly from: PartialDate | null;
  readonly until: PartialDate | null;
  readonly days: number | null;
  readonly place: string | null;
  readonly abroad: boolean | null;
  readonly mode: TrainingMode | null;
  /** The programme that it came from: `Đề án 165`. */
  readonly programme: string | null;
  /** `false`: attended but not completed; it does not count. */
  readonly completed: boolean | null;
};

/** Kết quả đánh giá, xếp loại of one year. */
export type Evaluation = { readonly year: number; readonly rating: Rating };

/** Kết luận về tiêu chuẩn chính trị. */
export type PoliticalConclusion = {
  readonly date: PartialDate | null;
  readonly passed: boolean;
  readonly issuer: string | null;
};

/**
 * Everything known of a cadre. What is `null` is not known: it is never taken for "no". A kind of qualification of which
 * nothing is recorded is known to be lacking only where `lacks` names it or the whole record was `reviewed`.
 */
export type CadreRecord = {
  /** The office's own code, unique: `MAU-017`. */
  readonly code: string;
  readonly name: string;
  readonly birth: PartialDate | null;
  readonly sex: 'male' | 'female' | null;
  /** Code of the unit where the person works. */
  readonly unit: string;
  /** Digits only, `0912345678`; used to link a Telegram contact, shown to nobody. */
  readonly phone: string | null;
  readonly ethnicity: string | null;
  readonly party: boolean | null;
  readonly partyJoined: PartialDate | null;
  /** Beginning of service: seniority counts from here. */
  readonly recruited: PartialDate | null;
  readonly posts: readonly Post[];
  readonly planned: readonly PlannedPost[];
  readonly grades: readonly Grade[];
  readonly groups: readonly GroupMembership[];
  readonly qualifications: readonly Qualification[];
  /** Kinds of which the record says that the person has none. */
  readonly lacks: readonly QualificationKind[];
  readonly trainings: readonly Training[];
  readonly evaluations: readonly Evaluation[];
  readonly conclusions: readonly PoliticalConclusion[];
  /** Day on which staff confirmed that the record is complete: what it does not name, the person did not have then. */
  readonly reviewed: IsoDate | null;
  /** Invented, came with the product. */
  readonly sample: boolean;
};

/** Records and the units they name, as one file holds them. */
export type Roster = { readonly units: readonly Unit[]; readonly cadres: readonly CadreRecord[] };

import type { IsoDate } from './day.ts';
import type { StandardProposal, TargetProposal } from './proposal.ts';
import type { Effect, Relation } from './validity.ts';

export const FORMATS = [
  ...(['pdf', 'docx', 'doc', 'rtf', 'xlsx', 'xls', 'pptx', 'ppt', 'odt', 'ods', 'odp'] as const),
  ...(['html', 'mht', 'txt', 'md', 'image'] as const),
] as const;

/** The file formats that can be read today. */
export type Format = (typeof FORMATS)[number];

export const DIRECTIVE_KINDS = ['issued', 'press'] as const;

/**
 * `issued`: a document of an agency, with or without a number; it can found an answer.
 * `press`: a newspaper or portal page; it may inform ("theo báo …") and is labelled as such.
 */
export type DirectiveKind = (typeof DIRECTIVE_KINDS)[number];

/** What the head and foot of a directive say about it. What could not be read is `null`, never guessed. */
export type Header = {
  /** Số/ký hiệu in its full form: `233/2026/NĐ-CP`, `06-CTr/QU`. */
  readonly number: string | null;
  /** Loại văn bản, capitalised as in a sentence: `Nghị định`, `Chương trình`. */
  readonly type: string | null;
  /** Cơ quan ban hành: `Chính phủ`. */
  readonly issuer: string | null;
  /** Ngày ban hành. */
  readonly issued: IsoDate | null;
  /** Ngày có hiệu lực. */
  readonly effective: IsoDate | null;
  /** Trích yếu, or the headline of a press page. */
  readonly title: string | null;
  /** Người ký. */
  readonly signer: string | null;
  /** Nơi ban hành: `Hà Nội`. */
  readonly place: string | null;
};

export const PROVISION_KINDS = [
  'phu_luc',
  'phan',
  'chuong',
  'muc',
  'tieu_muc',
  'dieu',
  'khoan',
  'diem',
  'gach',
] as const;

/**
 * The rungs of both document forms, high to low.
 * State form: phan > chuong > muc > tieu_muc > dieu > khoan > diem > gach.
 * Party form: phan (`I.`) > muc (`1.`) > tieu_muc (`1.1.`) > gach (`-`) or diem (`a)`).
 * `phu_luc` is an annex or an attached regulation ("ban hành kèm theo"), which restarts the numbering inside it.
 */
export type ProvisionKind = (typeof PROVISION_KINDS)[number];

/**
 * One node of a directive's tree, in document order (a parent before its children).
 * `start` and `end` are UTF-16 offsets into the directive's `text`; the span covers the node whole, label,
 * heading and children included, so `text.slice(start, end)` is the provision's exact words.
 */
export type Provision = {
  readonly kind: ProvisionKind;
  /** The last segment of `path`: `Chương I`, `Điều 3`, `khoản 2`, `điểm đ`. */
  readonly label: string;
  /** Labels from the root down to this node, itself included: `["Chương I", "Điều 3", "khoản 2", "điểm a"]`. */
  readonly path: readonly string[];
  /** The heading's words without the label, or `null` where the provision has none (khoản, điểm). */
  readonly heading: string | null;
  readonly start: number;
  readonly end: number;
  /** Page of the first character, counted from 1; `null` where the format has no pages. */
  readonly page: number | null;
  /** Index of the parent in the same list; `null` for a root. */
  readonly parent: number | null;
};

/**
 * The unit of retrieval: a stretch of one provision, never across an Điều.
 * `text.slice(start, end)` are its exact words.
 */
export type Passage = {
  /** Index of the smallest provision that holds the whole passage; `null` outside every provision (preamble, press). */
  readonly provision: number | null;
  readonly path: readonly string[];
  /** Headings of the provision and of the ones above it, nearest first, joined by ` · `; may be empty. */
  readonly heading: string;
  readonly start: number;
  readonly end: number;
};

/** A file that has been read: everything that is stored of it, before it is stored. */
export type ParsedDirective = {
  readonly format: Format;
  readonly kind: DirectiveKind;
  /** NFC, page furniture and navigation removed, wrapped lines rejoined; paragraphs separated by `\n`. */
  readonly text: string;
  readonly header: Header;
  readonly provisions: readonly Provision[];
  readonly passages: readonly Passage[];
  /** What it says it does to other documents. */
  readonly relations: readonly Relation[];
  /** Which of its provisions begin or end on days of their own. */
  readonly effects: readonly Effect[];
  /** What it seems to require of whoever holds a post, for a person to approve. */
  readonly requirements: readonly StandardProposal[];
  /** The targets that it seems to set, for a person to approve. */
  readonly targets: readonly TargetProposal[];
  /** Vietnamese sentences for the admin: what was doubtful in the file. */
  readonly warnings: readonly string[];
};

/** A stored directive as lists and cards show it. */
export type DirectiveSummary = {
  readonly id: number;
  readonly fileName: string;
  readonly format: Format;
  readonly kind: DirectiveKind;
  /** Came with the product as an example; it is no law. */
  readonly sample: boolean;
  readonly header: Header;
};

/** A provision with the identity under which it is stored. */
export type StoredProvision = Provision & { readonly id: number };

/** A stored directive whole. */
export type StoredDirective = DirectiveSummary & {
  readonly text: string;
  readonly provisions: readonly StoredProvision[];
  readonly warnings: readonly string[];
};

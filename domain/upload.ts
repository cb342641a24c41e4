import type { DirectiveKind, Header, ParsedDirective } from './directive.ts';

/**
 * `waiting`: stored whole, its turn has not come. `reading`. `review`: a person has to look at what was read. `done`: all of it
 * was published or thrown away. `failed`: nothing of it could be read; `reason` says why.
 */
export type UploadStage = 'waiting' | 'reading' | 'review' | 'done' | 'failed';

/** What is being done with a file while it is read: with which document of it, and how many there are. */
export type UploadProgress = {
  readonly step: 'unpacking' | 'parsing' | 'saving';
  readonly file: string;
  readonly done: number;
  readonly of: number;
  /** How many of its pages that take long (scans) have been read, where it has such. */
  readonly pages?: { readonly done: number; readonly all: number };
};

/** `failed`: it could not be read. */
export type DraftState = 'draft' | 'published' | 'discarded' | 'failed';

/** What an admin corrects of what was read; what is not named stays. Dates are ISO days, empty fields `null`. */
export type Corrections = Partial<Header> & { readonly kind?: DirectiveKind };

export type Decision = 'approved' | 'rejected';

/** A document of an upload as lists show it. */
export type DraftLine = {
  readonly id: number;
  readonly uploadId: number;
  /** Which of the upload's documents, from 0. */
  readonly part: number;
  readonly fileName: string;
  readonly state: DraftState;
  /** As corrected; `null` where it could not be read. */
  readonly header: Header | null;
  readonly kind: DirectiveKind | null;
  /** The stored directive, of one that is or was published. */
  readonly directiveId: number | null;
  /** Vietnamese: why it could not be read. */
  readonly reason: string | null;
};

/** A document between its file and its publication. */
export type Draft = DraftLine & {
  /** SHA-256 of the document's own bytes. */
  readonly hash: string;
  /** As it was read; `null` where it could not be, and once it is thrown away. */
  readonly parsed: ParsedDirective | null;
  readonly corrections: Corrections;
  /** By the key of the proposal. */
  readonly decisions: Readonly<Record<string, Decision>>;
};

/** A file that somebody sent, with what became of it. */
export type Upload = {
  readonly id: number;
  readonly fileName: string;
  /** In bytes. */
  readonly size: number;
  readonly channel: string;
  readonly accountId: string;
  /** Name of the account. */
  readonly by: string;
  /** What the channel left to find its own message again. */
  readonly origin: unknown;
  readonly at: Date;
  readonly stage: UploadStage;
  /** While it is read. */
  readonly progress: UploadProgress | null;
  /** Vietnamese: why it failed. */
  readonly reason: string | null;
  readonly drafts: readonly DraftLine[];
};

/** Where a directive stands that somebody may have cited. `replaced`: by another version; `removed`: its words are gone too. */
export type Standing = {
  readonly standing: 'live' | 'replaced' | 'withdrawn' | 'removed';
  /** The version in its place, if it is still there. */
  readonly replacedBy: number | null;
  /** `Nghị định 233/2026/NĐ-CP`. */
  readonly document: string;
};

export type DocumentAction =
  | 'uploaded'
  | 'read'
  | 'failed'
  | 'corrected'
  | 'decided'
  | 'published'
  | 'discarded'
  | 'unpublished'
  | 'restored'
  | 'deleted';

/** Who did what with a document. */
export type DocumentLogEntry = {
  readonly at: Date;
  readonly by: string;
  readonly channel: string;
  readonly action: DocumentAction;
  /** As it was called at that time. */
  readonly document: string;
  readonly uploadId: number | null;
  readonly draftId: number | null;
  readonly directiveId: number | null;
  /** What was changed: the fields of a correction, the rules that were approved. */
  readonly detail: Readonly<Record<string, unknown>>;
};

import type { IsoDate } from '../../domain/day.ts';
import type { Decision } from '../../domain/upload.ts';
import type { Facet } from '../../requirements/counting/facet.ts';
import type { Assumption } from '../../requirements/whatIf.ts';
import type { WrittenLevel } from '../../vietnamese/levels.ts';

/** About whom a person asks. Only `self` needs no rights; a name is looked up among the people whom staff may see. */
export type Whom = { readonly who: 'self' } | { readonly who: 'named'; readonly name: string };

/** In the chat, or as a file to hand in. */
export type Output = 'chat' | 'xlsx' | 'docx';

/** What a person wants, where it is not an answer from the documents. */
export type Intent =
  | {
      readonly kind: 'gaps';
      readonly whom: Whom;
      readonly assumption: Assumption | null;
      /** Only what concerns this: "tại sao tôi thiếu trung cấp LLCT". */
      readonly topic: WrittenLevel | null;
      readonly asOf: IsoDate | null;
    }
  | { readonly kind: 'record'; readonly whom: Whom; readonly part: 'all' | 'qualifications' }
  | { readonly kind: 'renewal'; readonly topic: WrittenLevel | null }
  | { readonly kind: 'link'; readonly code: string | null }
  | { readonly kind: 'agree'; readonly code: string | null }
  | { readonly kind: 'shared_phone' }
  | { readonly kind: 'unlink' }
  | LinksIntent
  | { readonly kind: 'notices' }
  /** `what`: a kind of notice as one types it; `null`: all but answers to one's own requests. */
  | { readonly kind: 'mute_notices'; readonly mute: boolean; readonly what: string | null }
  | { readonly kind: 'my_data' }
  | { readonly kind: 'erase'; readonly step: 0 | 1 | 2 | 'no' }
  | { readonly kind: 'who_saw' }
  | { readonly kind: 'wrong'; readonly says: string | null }
  | {
      readonly kind: 'who_lacks';
      readonly topic: WrittenLevel | null;
      /** What was asked for, as written; `null` for everything. */
      readonly words: string | null;
      readonly output: Output;
    }
  | {
      readonly kind: 'targets';
      readonly compareWith: IsoDate | null;
      /** Id of one target, whose people are named. */
      readonly target: string | null;
      readonly output: Output;
    }
  | { readonly kind: 'statistics'; readonly facets: readonly Facet[]; readonly output: Output }
  | { readonly kind: 'eligible'; readonly words: string | null }
  | { readonly kind: 'readiness'; readonly position: string | null }
  | { readonly kind: 'coverage' }
  | { readonly kind: 'trainings'; readonly year: number | null }
  | { readonly kind: 'percentages'; readonly text: string | null }
  | { readonly kind: 'issue_code'; readonly name: string | null }
  | {
      readonly kind: 'corrections';
      readonly close: { readonly id: number; readonly accept: boolean } | null;
    }
  | DocumentsIntent
  | TasksIntent;

/** What somebody wants done with documents. `words` are as typed; choices name documents by their ids. */
export type TasksIntent =
  | {
      readonly kind: 'summary';
      readonly what:
        | { readonly words: string }
        | { readonly directive: number; readonly part: string | null; readonly page: number };
    }
  | {
      readonly kind: 'contrast';
      readonly what: /** `null`: with the version before. */
        | { readonly one: string; readonly other: string | null }
        | { readonly before: number; readonly after: number };
      readonly topic: string | null;
      readonly output: Output;
    }
  | {
      readonly kind: 'explain';
      readonly what: { readonly words: string } | { readonly directive: number; readonly provision: number };
    }
  /** `null`: of the last question of the chat. */
  | { readonly kind: 'draft_reply'; readonly question: string | null }
  /** What was heard or read of a voice or a photo is the question, or is to be put right. */
  | { readonly kind: 'heard'; readonly confirmed: boolean };

/** What a linked person wants of the links of their account. */
export type LinksIntent =
  | { readonly kind: 'links'; readonly step: 'list' | 'new' | 'keep' }
  | {
      readonly kind: 'links';
      readonly step: 'remove';
      /** The short mark of one, or all but the one that is used. */
      readonly which: string;
      readonly sure: boolean;
    };

/** What an admin wants of documents. Drafts, and directives that are or were published, go by their ids. */
export type DocumentsIntent =
  | { readonly kind: 'uploads'; readonly part: 'open' | 'published'; readonly page: number }
  | { readonly kind: 'published_document'; readonly directive: number }
  | {
      readonly kind: 'review';
      readonly draft: number;
      /** Its card, its words as they were read, or the file itself. */
      readonly part: 'card' | 'words' | 'file';
      readonly page: number;
      /** In the place of what was shown of it last. */
      readonly again: boolean;
    }
  | {
      readonly kind: 'correct';
      /** `null`: the one that is talked of. */
      readonly draft: number | null;
      /** As written, by field; none: how it is done. */
      readonly written: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'proposals';
      readonly draft: number;
      readonly page: number;
      readonly decide: { readonly decision: Decision; readonly keys: readonly string[] | 'all' } | null;
    }
  /** `null`: asks first; otherwise as its card says, as a document of its own, or in the place of a directive. */
  | { readonly kind: 'publish'; readonly draft: number; readonly as: 'as_shown' | 'own' | number | null }
  | { readonly kind: 'discard'; readonly drafts: readonly number[]; readonly confirmed: boolean }
  /** Photos of the pages of one document. */
  | { readonly kind: 'join'; readonly drafts: readonly number[] }
  | { readonly kind: 'unpublish'; readonly directive: number; readonly confirmed: boolean }
  /** A version, or a document that was taken back, that is to be answered from again. */
  | { readonly kind: 'republish'; readonly directive: number; readonly confirmed: boolean }
  /** A file that was sent: what became of it, itself, or away with it. */
  | {
      readonly kind: 'upload';
      readonly upload: number;
      readonly act: 'show' | 'file' | 'discard' | 'discard_now';
    }
  | { readonly kind: 'delete_document'; readonly directive: number; readonly step: 0 | 1 | 2 }
  | {
      readonly kind: 'compare';
      readonly what: /** Two directives; `null`: with the version before. */
        | { readonly kind: 'stored'; readonly one: number; readonly other: number | null }
        /** The same, called by their documents' numbers. */
        | { readonly kind: 'numbered'; readonly one: string; readonly other: string | null }
        /** A draft with a directive; `null`: the one that it seems to be a newer version of. */
        | { readonly kind: 'draft'; readonly draft: number; readonly other: number | null };
      readonly page: number;
    }
  | { readonly kind: 'document_log'; readonly page: number };

export type IntentKind = Intent['kind'];

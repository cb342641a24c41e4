import type { ParsedDirective } from '../domain/directive.ts';
import type { ErrorCode } from '../errors.ts';

/** What parent and child of a parse say to each other. The child loads no validator: its start should be quick. */

/** First line on the child's standard input, as JSON; the file's bytes follow. */
export type ParseRequest = {
  readonly fileName: string;
  readonly byteLength: number;
  /** Cap on helper programs. */
  readonly memoryBytes: number;
  /** The largest document that is taken out of a container. */
  readonly mostBytes?: number;
};

/**
 * What a child may say, one line of JSON each, before its answer: how many of the pages that take long (scans) it has
 * read. It is given more time for each.
 */
export type ParseProgress = { readonly done: number; readonly all: number };

/** How a line of progress begins; an answer never does. */
export const progressMark = '{"progress":';

/** How a child says that it read nothing. `refused` is a `KnownError` on its way; `failed` is a bug or a hostile file. */
export type Refusal =
  | {
      readonly status: 'refused';
      readonly code: ErrorCode;
      readonly sentence: string;
      readonly message: string;
    }
  | { readonly status: 'failed'; readonly message: string };

/** The child's answer, as JSON. */
export type ParseAnswer = { readonly status: 'parsed'; readonly directive: ParsedDirective } | Refusal;

/** Where a child writes its result; standard output is left to the chatter of parsers. */
export const resultDescriptor = 3;

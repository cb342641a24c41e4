export const ERROR_CODES = [
  'bad_config',
  'bad_input',
  'database_locked',
  'database_unreachable',
  'database_unsuitable',
  'disk_full',
  'file_missing',
  'file_unreadable',
  'file_unsupported',
  'file_too_large',
  'limit_exceeded',
  'model_refused',
  'model_unreachable',
  'port_in_use',
  'not_found',
] as const;

/** Names a failure for machines: tests, exit codes, the log. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/**
 * A failure that a person can do something about. `sentence` is safe to show to anyone: Vietnamese, who failed,
 * with what, and what to do; it holds no secret, no path outside the person's own input and no personal data.
 * `message` (English) and `cause` are for the log.
 */
export class KnownError extends Error {
  readonly code: ErrorCode;
  readonly sentence: string;

  constructor(
    code: ErrorCode,
    sentence: string,
    detail?: { readonly message?: string; readonly cause?: unknown },
  ) {
    super(detail?.message ?? sentence, detail?.cause === undefined ? undefined : { cause: detail.cause });
    this.name = 'KnownError';
    this.code = code;
    this.sentence = sentence;
  }
}

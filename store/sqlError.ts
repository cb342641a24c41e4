import { KnownError } from '../errors.ts';
import {
  databaseBusy,
  databaseGone,
  databaseReadOnly,
  databaseSlow,
  databaseStuck,
  diskFull,
} from './problems.ts';

/** What an engine says about a failed statement, in a form that crosses a thread. */
export type ErrorFields = {
  readonly message: string;
  /** SQLSTATE (`23505`) of the engine, or the code of the operating system (`ENOSPC`). */
  readonly code?: string | undefined;
  /** Present where the engine itself refused the statement. */
  readonly severity?: string | undefined;
  readonly constraint?: string | undefined;
  readonly table?: string | undefined;
  readonly column?: string | undefined;
};

/**
 * A statement that the database refused. Carries no parameters, no `detail` and no SQL: they hold people's data, and
 * errors end in logs.
 */
export class SqlError extends Error {
  /** SQLSTATE: `23505` is a unique violation, `23503` a foreign key, `42501` a missing right. */
  readonly code: string;
  readonly constraint: string | undefined;
  readonly table: string | undefined;
  readonly column: string | undefined;

  constructor(fields: ErrorFields & { readonly code: string }) {
    super(fields.message);
    this.name = 'SqlError';
    this.code = fields.code;
    this.constraint = fields.constraint;
    this.table = fields.table;
    this.column = fields.column;
  }
}

/** Picks from a driver's error what may be told on. */
export function errorFields(error: unknown): ErrorFields {
  if (!(error instanceof Error)) return { message: String(error) };
  const source = error as Error & Record<string, unknown>;
  const text = (name: string): string | undefined => {
    const value = source[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return {
    // Node gives an empty message where every address of a host failed.
    message: error.message || text('code') || error.name,
    code: text('code'),
    severity: text('severity'),
    constraint: text('constraint'),
    table: text('table'),
    column: text('column'),
  };
}

const DISK_FULL = new Set(['ENOSPC', 'EDQUOT', '53100']);
const GONE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
]);
/** Connection lost, server stopping, or the connection ended for an idle transaction. */
const GONE_STATES = /^(08...|57P0[1-3]|25P03)$/;
/** The driver's own, without a code; `timeout expired`: the server took the connection and said nothing. */
const GONE_MESSAGES =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout expired$)/;

/**
 * The error that callers see: a `KnownError` where a person can do something about it (disk full, server gone or too
 * slow, too many connections, read-only server), a `SqlError` where the statement was refused, anything else unchanged.
 */
export function storeError(error: unknown): unknown {
  if (error instanceof KnownError || error instanceof SqlError) return error;
  const fields = errorFields(error);
  const code = fields.code ?? '';
  if (DISK_FULL.has(code)) return diskFull(fields.message);
  const refused = fields.severity !== undefined;
  if (GONE.has(code) || (refused && GONE_STATES.test(code)) || GONE_MESSAGES.test(fields.message)) {
    return databaseGone(fields.message);
  }
  if (code === '53300' || fields.message.startsWith('timeout exceeded when trying to connect')) {
    return databaseBusy(fields.message);
  }
  if (refused && code === '55P03') return databaseStuck(fields.message);
  if (refused && code === '57014') return databaseSlow(fields.message);
  if (refused && code === '25006') return databaseReadOnly(fields.message);
  return refused ? new SqlError({ ...fields, code }) : error;
}

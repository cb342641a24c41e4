/** One row as the driver gives it: snake_case columns. Rows never leave `store/`. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * Anything SQL can be sent to. Parameters are `$1`, `$2` …; a list goes in as one array parameter through `unnest`.
 * Both engines give the same JavaScript values: int2/int4/int8 → number (an int8 beyond 2^53 is an error, never
 * rounded), float → number, numeric → string, bool → boolean, date → `YYYY-MM-DD`, timestamptz → Date,
 * json(b) → parsed, bytea → Uint8Array, arrays of these → arrays, anything else → PostgreSQL's text.
 * Parameters are encoded alike too: objects as JSON, arrays as PostgreSQL arrays (a JSON array goes in as
 * `JSON.stringify(value)`).
 *
 * A refused statement throws `SqlError` (SQLSTATE in `code`); a full disk, a lost server and the like `KnownError`.
 */
export type Queryable = {
  query<R extends Row>(
    sql: string,
    parameters?: readonly unknown[],
    options?: QueryOptions,
  ): Promise<readonly R[]>;
};

/** What is known of a statement. */
export type QueryOptions = {
  /**
   * It reads or writes a few rows by their keys and waits for no lock that anybody holds for long: outside of transactions it may share
   * a connection with others of its kind, which costs the process less. One that takes long would hold them up.
   */
  readonly isBrief?: boolean;
};

/** The handle inside a transaction. */
export type Transaction = Queryable & {
  /** Several statements without parameters, one after the other; the rows of all of them, in order. For SQL that is not ours. */
  script(sql: string): Promise<readonly Row[]>;
};

export type TransactionOptions = {
  /** `set local role` for the transaction: the unprivileged role under which row-level security holds. */
  readonly role?: string;
  /** Transaction-local settings, `set_config(name, value, true)`: `{ 'app.cadre_id': '42' }`. */
  readonly settings?: Readonly<Record<string, string>>;
};

/** Everything remembered, behind one face: PGlite in a worker thread, or PostgreSQL through a pool. */
export type Database = Queryable & {
  readonly engine: 'pglite' | 'postgres';
  /**
   * Runs `work` in one transaction: commits when it returns, rolls back when it throws (the error is thrown on).
   * Inside `work` use only the handle it is given: the outer one is refused there, because on PGlite's single
   * connection it would wait for ever. The handle is dead once `work` has returned. A statement that failed inside
   * fails the whole transaction, even where `work` swallows its error.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** Waits for what is running, then lets go of the connection and of the folder's lock. Safe to call twice. */
  close(): Promise<void>;
};

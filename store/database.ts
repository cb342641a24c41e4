/** One row as the driver gives it: snake_case columns. Rows never leave `store/`. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * Anything SQL can be sent to. Parameters are `$1`, `$2` …; a list goes in as one array parameter through `unnest`.
 * Both engines give the same JavaScript values: int2/int4/int8 → number, float → number, numeric → string,
 * date → `YYYY-MM-DD`, timestamptz → Date, json(b) → parsed, bytea → Uint8Array, arrays → arrays.
 */
export type Queryable = {
  query<R extends Row>(sql: string, parameters?: readonly unknown[]): Promise<readonly R[]>;
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
   * Inside `work` use only the handle it is given: on PGlite's single connection the outer one would wait for ever.
   */
  transaction<T>(work: (tx: Queryable) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** Waits for what is running, then lets go of the connection and of the folder's lock. Safe to call twice. */
  close(): Promise<void>;
};

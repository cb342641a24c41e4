import pg from 'pg';
import type { KnownError } from '../errors.ts';
import type { Database, QueryOptions, Row } from './database.ts';
import { createLane, type Lane } from './lane.ts';
import { createMutex } from './mutex.ts';
import {
  encodingUnsuitable,
  loginRefused,
  serverDatabaseMissing,
  serverTooOld,
  serverUnreachable,
  urlMalformed,
  vectorMissing,
} from './problems.ts';
import { nestingGuard, type Result, runTransaction, type Session } from './session.ts';
import { errorFields, storeError } from './sqlError.ts';
import { encodeParameter, parserOf } from './values.ts';

export type PostgresOptions = {
  /** How long a server may take to answer when the database is opened, in milliseconds. */
  readonly connectTimeoutMs?: number;
  /** Connections at most. */
  readonly connections?: number;
  readonly timeouts?: Partial<Timeouts>;
};

/** After how many milliseconds the server gives up, so that one stuck writer does not block all others for ever. */
export type Timeouts = {
  /** One statement, the waiting for locks included. */
  readonly statementMs: number;
  /** The waiting for one lock. Writers of documents wait for each other, and the largest takes some seconds. */
  readonly lockMs: number;
  /** A transaction whose program does nothing: nothing is computed inside one. */
  readonly idleTransactionMs: number;
};

/** Connections for brief statements: more than one, since each waits for its commit to be on disk. */
const LANES = 2;
/** So many on one connection before the next one is used: together they cost less. */
const COMPANY = 4;

const USUAL_TIMEOUTS: Timeouts = { statementMs: 60_000, lockMs: 30_000, idleTransactionMs: 60_000 };

/**
 * Opens a PostgreSQL database through a pool and checks that it is one to work with: reachable, 15 or later, UTF8, with
 * pgvector to be had. Throws a `KnownError` that names server, account and database, never the password.
 */
export async function openPostgres(url: string, options: PostgresOptions = {}): Promise<Database> {
  const target = describeTarget(url);
  await checkServer(url, target, options.connectTimeoutMs ?? 5000);
  const { statementMs, lockMs, idleTransactionMs } = { ...USUAL_TIMEOUTS, ...options.timeouts };
  const config: pg.ClientConfig = {
    connectionString: url,
    // Also how long a caller waits for a free connection: longer than a slow query, shorter than a person's patience.
    connectionTimeoutMillis: 15_000,
    keepAlive: true,
    application_name: 'dat-chuan',
    types: { getTypeParser: parserOf },
  };
  // Values are read from text, so their form may not depend on the server's or the account's taste.
  const prepare = async (client: pg.ClientBase): Promise<void> => {
    await client.query(
      "set datestyle = 'ISO, YMD'; set timezone = 'UTC'; set intervalstyle = 'postgres'; set bytea_output = 'hex'",
    );
    await client.query(
      `select set_config('statement_timeout', $1, false), set_config('lock_timeout', $2, false),
              set_config('idle_in_transaction_session_timeout', $3, false)`,
      [statementMs, lockMs, idleTransactionMs].map(String),
    );
  };
  const pool = new pg.Pool({ ...config, max: options.connections ?? 10, onConnect: prepare });
  // A server that restarts cuts idle connections; without a listener that would end this process. The next query gets
  // a fresh connection or reports the failure itself.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const lanes = Array.from({ length: LANES }, () => createLane(config, prepare));
  return poolEngine(pool, lanes);
}

function poolEngine(pool: pg.Pool, lanes: readonly Lane[]): Database {
  const guard = nestingGuard();
  let closing: Promise<void> | null = null;

  const running = new Set<Promise<unknown>>();

  const useSession = async <T>(work: (session: Session) => Promise<T>): Promise<T> => {
    const client = await pool.connect().catch((error: unknown) => {
      throw storeError(error);
    });
    let usable = true;
    try {
      return await work(
        clientSession(client, () => {
          usable = false;
        }),
      );
    } finally {
      client.release(!usable);
    }
  };

  const useLane = async (sql: string, parameters: readonly unknown[]): Promise<Result> => {
    const getOn = lanes.filter((one) => !one.isHeldUp());
    const among = getOn.length > 0 ? getOn : lanes;
    const shortest = among.reduce((best, one) => (one.length() < best.length() ? one : best));
    const lane = among.find((one) => one.length() < COMPANY) ?? shortest;
    try {
      return await lane.run(sql, parameters);
    } catch (error) {
      throw storeError(error);
    }
  };

  const withSession = <T>(work: (session: Session) => Promise<T>): Promise<T> =>
    whileOpen(() => useSession(work));

  const whileOpen = async <T>(work: () => Promise<T>): Promise<T> => {
    guard.check();
    if (closing !== null) throw new Error('the database is closed');
    const result = work();
    running.add(result);
    try {
      return await result;
    } finally {
      running.delete(result);
    }
  };

  return {
    engine: 'postgres',
    async query<R extends Row>(
      sql: string,
      parameters: readonly unknown[] = [],
      { isBrief }: QueryOptions = {},
    ) {
      const result =
        isBrief === true
          ? await whileOpen(() => useLane(sql, parameters))
          : await withSession((session) => session.run(sql, parameters));
      return result.rows as readonly R[];
    },
    transaction: (work, options) =>
      withSession((session) => guard.inside(() => runTransaction(session, work, options))),
    async close() {
      guard.check();
      // The pool by itself would leave those waiting who have no connection yet.
      closing ??= Promise.allSettled(running)
        .then(() => Promise.allSettled(lanes.map((lane) => lane.close())))
        .then(() => pool.end());
      await closing;
    },
  };
}

/** `queryMode` is missing from the published types; it keeps statements without parameters to one at a time as well. */
type ExtendedQuery = pg.QueryConfig & { readonly queryMode: 'extended' };

function clientSession(client: pg.PoolClient, discard: () => void): Session {
  const turn = createMutex();
  const send = <T>(work: () => Promise<T>): Promise<T> =>
    turn.run(async () => {
      try {
        return await work();
      } catch (error) {
        throw storeError(error);
      }
    });
  return {
    run: (sql, parameters = []) =>
      send<Result>(async () => {
        const config: ExtendedQuery = {
          text: sql,
          values: parameters.map(encodeParameter),
          queryMode: 'extended',
        };
        const { rows, command } = await client.query<Row>(config);
        return { rows, command };
      }),
    script: (sql) =>
      send(async () => {
        // The published types know of one result only; of several statements come several.
        const results: unknown = await client.query(sql);
        return (Array.isArray(results) ? results : [results]).flatMap(
          ({ rows }: pg.QueryResult<Row>) => rows,
        );
      }),
    discard,
  };
}

type Target = { readonly server: string; readonly user: string; readonly name: string };

function describeTarget(url: string): Target {
  // As the driver reads it, a URL may leave out its host: `postgres://user@/name`.
  const readable = url.replace('@/', '@localhost/');
  if (!URL.canParse(readable)) throw urlMalformed();
  const { hostname, port, username, pathname, searchParams } = new URL(readable);
  const host = searchParams.get('host') ?? (hostname === '' ? 'localhost' : hostname);
  const user = searchParams.get('user') ?? username;
  try {
    return {
      server: `${decodeURIComponent(host)}:${port === '' ? '5432' : port}`,
      user: user === '' ? '(mặc định)' : decodeURIComponent(user),
      name: pathname.length > 1 ? decodeURIComponent(pathname.slice(1)) : '(mặc định)',
    };
  } catch {
    throw urlMalformed();
  }
}

async function checkServer(url: string, target: Target, timeoutMs: number): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
  });
  client.on('error', () => undefined);
  try {
    await client.connect().catch((error: unknown) => {
      throw explainConnection(error, target);
    });
    const { rows } = await client.query<ServerFacts>(
      `select current_setting('server_version') as version,
              current_setting('server_version_num')::integer as number,
              current_setting('server_encoding') as encoding,
              current_database() as name,
              exists (select from pg_available_extensions where name = 'vector') as vector`,
    );
    const [facts] = rows;
    if (facts === undefined) throw serverUnreachable(target.server, 'no answer about its version');
    if (facts.number < 150_000) throw serverTooOld(target.server, facts.version);
    if (facts.encoding !== 'UTF8') throw encodingUnsuitable(facts.name, facts.encoding);
    if (!facts.vector) throw vectorMissing(target.server);
  } catch (error) {
    throw storeError(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

type ServerFacts = {
  readonly version: string;
  readonly number: number;
  readonly encoding: string;
  readonly name: string;
  readonly vector: boolean;
};

/** The driver's errors hold no password, but its cause chain may hold the URL: only message and code are kept. */
function explainConnection(error: unknown, target: Target): KnownError {
  const { code, message } = errorFields(error);
  if (code === '3D000') return serverDatabaseMissing(target.server, target.name);
  if (code?.startsWith('28') || message.startsWith('SASL')) {
    return loginRefused(target.server, target.user, message);
  }
  return serverUnreachable(target.server, message);
}

import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { type ErrorFields, errorFields } from '../sqlError.ts';
import { bytesText, type EncodedParameter, parsers } from '../values.ts';
import type { Request, Response, WorkerData } from './protocol.ts';

/** The embedded database's own thread: a long query stops this event loop and no other. */

const MEGABYTE = 1024 * 1024;

/**
 * The engine has no checkpointer of its own, so its log would grow until the next clean stop: past this much a
 * checkpoint is due.
 */
const LOG_BYTES_BEFORE_CHECKPOINT = 32 * MEGABYTE;

/** How many statements outside transactions may pass before the size of the log is looked at. */
const STATEMENTS_BEFORE_LOOKING = 200;

const START_PARAMETERS = [
  ...PGlite.defaultStartParams,
  // The default of 128 MB is for servers; the operating system caches the files as well.
  ...['-c', 'shared_buffers=32MB'],
  ...['-c', 'max_wal_size=64MB', '-c', 'min_wal_size=32MB'],
  ...[
    '-c',
    'datestyle=ISO, YMD',
    '-c',
    'timezone=UTC',
    '-c',
    'intervalstyle=postgres',
    '-c',
    'bytea_output=hex',
  ],
];

/** Parameters arrive in PostgreSQL's own text form, so the engine's guesses by column type are switched off. */
const passOn = new Proxy<Record<number, (value: EncodedParameter) => string>>(
  {},
  { get: () => (value: EncodedParameter) => (value instanceof Uint8Array ? bytesText(value) : value) },
);

/** Given with every query too: on its own the engine would overwrite those for arrays. */
const readers = Object.fromEntries(parsers);

const port = parentPort;
if (port === null) throw new Error('this file runs as a worker thread only');
const send = (response: Response): void => port.postMessage(response);

const { dataFolder, module } = workerData as WorkerData;

async function start(): Promise<PGlite | null> {
  try {
    return await PGlite.create({
      dataDir: dataFolder,
      ...(module === null ? {} : { pgliteWasmModule: module }),
      extensions: { vector },
      startParams: START_PARAMETERS,
      parsers: readers,
    });
  } catch (error) {
    send({ kind: 'failed', error: engineErrorFields(error) });
    return null;
  }
}

let inTransaction = false;
let statements = 0;

async function serve(database: PGlite, request: Request): Promise<void> {
  try {
    if (request.kind === 'close') {
      await database.close();
      send({ kind: 'done', id: request.id, rows: [], command: 'CLOSE' });
      port?.close();
      return;
    }
    if (request.kind === 'script') {
      const results = await database.exec(request.sql, { parsers: readers });
      send({ kind: 'done', id: request.id, rows: results.flatMap(({ rows }) => rows), command: 'SCRIPT' });
    } else {
      const result = await database.query<Record<string, unknown>>(request.sql, [...request.parameters], {
        parsers: readers,
        serializers: passOn,
      });
      const command = result.command ?? '';
      if (command === 'BEGIN') inTransaction = true;
      if (command === 'COMMIT' || command === 'ROLLBACK') {
        inTransaction = false;
        statements += STATEMENTS_BEFORE_LOOKING;
      }
      send({ kind: 'done', id: request.id, rows: result.rows, command });
    }
    statements += 1;
    if (!inTransaction && statements >= STATEMENTS_BEFORE_LOOKING) await keepLogShort(database);
  } catch (error) {
    const fields = engineErrorFields(error);
    send({ kind: 'refused', id: request.id, error: fields });
    if (isEnd(error, fields)) send({ kind: 'failed', error: fields });
  }
}

/** After a panic, an exit or a trap of the WebAssembly machine, the engine would turn in circles with the next statement. */
function isEnd(error: unknown, { severity }: ErrorFields): boolean {
  if (severity === 'PANIC' || severity === 'FATAL') return true;
  return error instanceof WebAssembly.RuntimeError || (error instanceof Error && error.name === 'ExitStatus');
}

/** Emscripten numbers the failures of its file system in its own way, and they are no errors to JavaScript. */
const FILE_ERRORS: Readonly<Record<number, string>> = {
  2: 'EACCES',
  19: 'EDQUOT',
  29: 'EIO',
  51: 'ENOSPC',
  63: 'EPERM',
  69: 'EROFS',
};

function engineErrorFields(error: unknown): ErrorFields {
  if (typeof error === 'object' && error !== null && 'errno' in error && !(error instanceof Error)) {
    const code = FILE_ERRORS[Number(error.errno)];
    return { message: `the file system refused: ${code ?? `error ${String(error.errno)}`}`, code };
  }
  return errorFields(error);
}

async function keepLogShort(database: PGlite): Promise<void> {
  statements = 0;
  try {
    const { rows } = await database.query<{ due: boolean }>(
      `select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn) > ${LOG_BYTES_BEFORE_CHECKPOINT} as due
         from pg_control_checkpoint()`,
    );
    if (rows[0]?.due === true) await database.query('checkpoint');
  } catch {
    // Only housekeeping: what is wrong will show in the next statement of a caller.
  }
}

const database = await start();
if (database === null) {
  port.close();
} else {
  let last = Promise.resolve();
  port.on('message', (request: Request) => {
    last = last.then(() => serve(database, request));
  });
  send({ kind: 'ready' });
}

import { type Config, type DatabaseLocation, databaseLocation, readConfig } from '../config.ts';
import { KnownError } from '../errors.ts';
import type { Database } from '../store/database.ts';
import { migrationState, openDatabase } from '../store/open.ts';
import { texts } from './texts.ts';

/** What every command is given: where to write, and the configuration. */
export type Io = {
  /** Standard output: the result, and nothing else. */
  readonly out: (text: string) => void;
  /** Standard error: progress, warnings, failures. */
  readonly say: (text: string) => void;
  readonly config: () => Config;
};

/** Options that commands share. */
export type CommonOptions = { readonly json?: boolean; readonly db?: string };

/** 0: done. 1: something failed. 2: the input was wrong. */
export type ExitCode = 0 | 1 | 2;

export const processIo: Io = {
  out: (text) => process.stdout.write(`${text}\n`),
  say: (text) => process.stderr.write(`${text}\n`),
  config: () => readConfig(process.env),
};

/** Opens the database that `--db` or the environment names, creating it where it is missing, and closes it at the end. */
export function withDatabase<T>(
  io: Io,
  options: CommonOptions,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  return using(openDatabase(locate(io, options)), work);
}

/** The same for commands that only read: a place without a database is an error, not a new empty database. */
export async function withExistingDatabase<T>(
  io: Io,
  options: CommonOptions,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const location = locate(io, options);
  // A step that is still to come is a change, for which the database is opened anew.
  const done = await using(openDatabase(location, { create: false }), async (database) => {
    const { pending } = await migrationState(database);
    return pending.length > 0 ? null : { result: await work(database) };
  });
  return done === null ? using(openDatabase(location), work) : done.result;
}

async function using<T>(opening: Promise<Database>, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await opening;
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** The place that `--db` names, else the environment. */
export function locate(io: Pick<Io, 'config'>, options: CommonOptions): DatabaseLocation {
  return options.db === undefined ? io.config().database : databaseLocation(options.db);
}

/** A failure as JSON output tells it. */
export function failureJson(error: unknown): {
  readonly error: { readonly code: string; readonly message: string };
} {
  return error instanceof KnownError
    ? { error: { code: error.code, message: error.sentence } }
    : { error: { code: 'unexpected', message: error instanceof Error ? error.message : String(error) } };
}

/** Tells a failure on the channel that was asked for, and gives the exit code that fits. */
export function tellFailure(io: Io, json: boolean, error: unknown): ExitCode {
  const failure = failureJson(error);
  if (json) io.out(JSON.stringify(failure));
  else io.say(texts.failed(failure.error.message));
  return error instanceof KnownError && error.code === 'bad_input' ? 2 : 1;
}

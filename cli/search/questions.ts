import { type IsoDate, vietnamDay } from '../../domain/day.ts';
import { KnownError } from '../../errors.ts';
import type { Searcher } from '../../retrieve/searcher.ts';
import type { Database } from '../../store/database.ts';
import { isoDate, parseDate } from '../../vietnamese/dates.ts';
import {
  type CommonOptions,
  type ExitCode,
  failureJson,
  type Io,
  tellFailure,
  withExistingDatabase,
} from '../io.ts';
import { texts } from '../texts.ts';
import { readQuestions } from './batch.ts';
import { searcherFor } from './searcher.ts';

/** Options of the commands that take questions. */
export type QuestionOptions = CommonOptions & { readonly batch?: string; readonly asOf?: string };

/** How one command answers a question and shows the result. */
export type QuestionCommand<Result> = {
  readonly one: (database: Database, question: string, asOf: IsoDate, search: Searcher) => Promise<Result>;
  readonly json: (result: Result) => unknown;
  readonly text: (result: Result) => string;
};

/**
 * Runs one question, or every question of `--batch` in one process. JSON: one value, or one a line.
 * A question that fails says so in its own place and does not stop the rest; the exit code then tells.
 */
export async function answerAll<Result>(
  io: Io,
  question: string | undefined,
  options: QuestionOptions,
  command: QuestionCommand<Result>,
): Promise<ExitCode> {
  const asOf = readDay(options.asOf);
  const questions =
    options.batch === undefined ? [requireQuestion(question)] : await readQuestions(options.batch);
  const search = searcherFor(io);
  return withExistingDatabase(io, options, async (database) => {
    let worst: ExitCode = 0;
    for (const asked of questions) {
      try {
        const result = await command.one(database, asked, asOf, search);
        io.out(options.json === true ? JSON.stringify(command.json(result)) : command.text(result));
      } catch (error) {
        if (options.batch === undefined) throw error;
        if (options.json === true) io.out(JSON.stringify({ question: asked, ...failureJson(error) }));
        else tellFailure(io, false, error);
        worst = 1;
      }
    }
    return worst;
  });
}

function requireQuestion(question: string | undefined): string {
  if (question !== undefined) return question;
  throw new KnownError('bad_input', texts.questionMissing);
}

/** `2026-07-01` or `01/7/2026`; today in Vietnam when absent. */
export function readDay(text: string | undefined): IsoDate {
  if (text === undefined) return vietnamDay(new Date());
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  const day = iso === null ? parseDate(text) : isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (day !== null) return day;
  throw new KnownError('bad_input', texts.dayWrong(text));
}

/** Milliseconds since `started` (`performance.now()`), to a tenth. */
export function msSince(started: number): number {
  return Math.round((performance.now() - started) * 10) / 10;
}

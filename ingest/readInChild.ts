import type { z } from 'zod';
import type { IngestLimits } from '../config.ts';
import { KnownError } from '../errors.ts';
import { inTurn } from './inTurn.ts';
import { runLimited } from './limitedProcess.ts';
import type { ParseProgress, ParseRequest, Refusal } from './parseMessage.ts';
import { breached, diskFull, isDiskFull, shownName } from './texts.ts';

/** What a kind of file is read by. */
export type ChildReader = {
  /** The module that the process runs. */
  readonly script: string;
  /** What is said of a file that was not read; `detail` is English, for the log. */
  readonly unreadable: (fileName: string, detail: string) => KnownError;
  /** The largest document that is taken out of a container, in bytes. */
  readonly mostBytes?: number;
  /** Hears of each scanned page before it is read. */
  readonly onProgress?: (progress: ParseProgress) => void;
};

/**
 * Reads a file in a process of its own, held to `limits`; a few at a time, the others wait their turn (their time does
 * not run yet). Whatever the file does to that process, the outcome is what it wrote or a `KnownError` whose sentence
 * names the file, and no process and no temporary file is left.
 */
export async function readInChild(
  bytes: Uint8Array,
  fileName: string,
  limits: IngestLimits,
  { script, unreadable, mostBytes, onProgress }: ChildReader,
): Promise<Uint8Array> {
  const request: ParseRequest = {
    fileName: shownName(fileName),
    byteLength: bytes.length,
    memoryBytes: limits.memoryBytes,
    ...(mostBytes === undefined ? {} : { mostBytes }),
  };
  const head = Buffer.from(`${JSON.stringify(request)}\n`);
  const outcome = await inTurn(() => runLimited(script, [head, bytes], limits, onProgress)).catch(
    (error: unknown) => {
      throw isDiskFull(error) ? diskFull(fileName, error) : unreadable(fileName, String(error));
    },
  );
  if (outcome.kind === 'breach') throw breached(outcome.limit, fileName, limits);
  if (outcome.kind === 'crashed') throw unreadable(fileName, outcome.detail);
  return outcome.output;
}

/**
 * The answer that such a process wrote as JSON, checked by `shape`: a hostile file may have made it write anything. Throws
 * what the process refused with, or `unreadable`; of an answer of another shape it tells the place only, never a value.
 */
export function answerOfChild<Answer extends { readonly status: string }>(
  output: Uint8Array,
  fileName: string,
  shape: z.ZodType<Answer | Refusal>,
  unreadable: ChildReader['unreadable'],
): Exclude<Answer, Refusal> {
  let message: unknown;
  try {
    message = JSON.parse(new TextDecoder().decode(output));
  } catch {
    throw unreadable(fileName, 'the answer is no JSON');
  }
  const parsed = shape.safeParse(message);
  if (!parsed.success) {
    const [where] = parsed.error.issues.map(({ path, code }) => `${code} at ${path.join('.')}`);
    throw unreadable(fileName, `the answer has no known shape: ${where}`);
  }
  const answer = parsed.data;
  if (isRefused(answer)) throw new KnownError(answer.code, answer.sentence, { message: answer.message });
  if (hasFailed(answer)) throw unreadable(fileName, answer.message);
  return answer as Exclude<Answer, Refusal>;
}

type Refused = Extract<Refusal, { status: 'refused' }>;
type Failed = Extract<Refusal, { status: 'failed' }>;

function isRefused(answer: { readonly status: string }): answer is Refused {
  return answer.status === 'refused';
}

function hasFailed(answer: { readonly status: string }): answer is Failed {
  return answer.status === 'failed';
}

import { fileURLToPath } from 'node:url';
import type { IngestLimits } from '../../config.ts';
import type { CadreRecord, Unit } from '../../domain/record.ts';
import { KnownError } from '../../errors.ts';
import { inTurn } from '../inTurn.ts';
import { type Outcome, runLimited } from '../limitedProcess.ts';
import type { ParseRequest } from '../parseMessage.ts';
import { breached, diskFull, emptyFile, fileTooLarge, isDiskFull, shownName } from '../texts.ts';
import type { ReadRoster } from './readRoster.ts';
import { rosterAnswer } from './rosterMessage.ts';
import { rosterUnreadable } from './texts.ts';

const childScript = fileURLToPath(new URL('./rosterChild.ts', import.meta.url));

function resultOf(outcome: Outcome, fileName: string, limits: IngestLimits): ReadRoster {
  if (outcome.kind === 'breach') throw breached(outcome.limit, fileName, limits);
  if (outcome.kind === 'crashed') throw rosterUnreadable(fileName, outcome.detail);
  let message: unknown;
  try {
    message = JSON.parse(new TextDecoder().decode(outcome.output));
  } catch {
    throw rosterUnreadable(fileName, 'the answer is no JSON');
  }
  const answer = rosterAnswer.safeParse(message);
  if (!answer.success) {
    // The shape only: the values are records of people.
    const [where] = answer.error.issues.map(({ path, code }) => `${code} at ${path.join('.')}`);
    throw rosterUnreadable(fileName, `the answer has no known shape: ${where}`);
  }
  switch (answer.data.status) {
    case 'read':
      return answer.data.result;
    case 'refused':
      throw new KnownError(answer.data.code, answer.data.sentence, { message: answer.data.message });
    case 'failed':
      throw rosterUnreadable(fileName, answer.data.message);
  }
}

/**
 * Reads a roster from the bytes of an XLSX file, in a child process with limits. Every problem of the whole file comes back at
 * once (at most 500, then `more`). Throws a `KnownError` where it is no workbook that can be opened safely: `file_unsupported`,
 * `file_unreadable`, `file_too_large`, `limit_exceeded`.
 */
export async function readRoster(
  fileName: string,
  bytes: Uint8Array,
  limits: IngestLimits,
): Promise<ReadRoster> {
  if (bytes.length === 0) throw emptyFile(fileName);
  if (bytes.length > limits.fileBytes) throw fileTooLarge(fileName, limits.fileBytes);
  const request: ParseRequest = {
    fileName: shownName(fileName),
    byteLength: bytes.length,
    memoryBytes: limits.memoryBytes,
  };
  const head = Buffer.from(`${JSON.stringify(request)}\n`);
  const outcome = await inTurn(() => runLimited(childScript, [head, bytes], limits)).catch(
    (error: unknown) => {
      throw isDiskFull(error) ? diskFull(fileName, error) : rosterUnreadable(fileName, String(error));
    },
  );
  return resultOf(outcome, fileName, limits);
}

/** An empty workbook to fill in: headings, notes, lists to choose from, one example row that is marked as such and not read. */
export async function writeTemplate(): Promise<Uint8Array> {
  // The library that writes workbooks takes long to load, and most starts never write one.
  const { templateWorkbook } = await import('./writeWorkbook.ts');
  return templateWorkbook();
}

/** The same form filled with records: what `readRoster` reads from it equals what was written. */
export async function writeRoster(
  units: readonly Unit[],
  cadres: readonly CadreRecord[],
): Promise<Uint8Array> {
  const { rosterWorkbook } = await import('./writeWorkbook.ts');
  return rosterWorkbook(units, cadres);
}

import { fileURLToPath } from 'node:url';
import type { IngestLimits } from '../config.ts';
import type { ParsedDirective } from '../domain/directive.ts';
import { KnownError } from '../errors.ts';
import { inTurn } from './inTurn.ts';
import { type Outcome, runLimited } from './limitedProcess.ts';
import { parseAnswer } from './parseAnswer.ts';
import type { ParseProgress, ParseRequest } from './parseMessage.ts';
import { breached, diskFull, emptyFile, fileTooLarge, isDiskFull, shownName, unreadable } from './texts.ts';

const childScript = fileURLToPath(new URL('./parseChild.ts', import.meta.url));

function directiveOf(outcome: Outcome, fileName: string, limits: IngestLimits): ParsedDirective {
  if (outcome.kind === 'breach') throw breached(outcome.limit, fileName, limits);
  if (outcome.kind === 'crashed') throw unreadable(fileName, outcome.detail);
  let message: unknown;
  try {
    message = JSON.parse(new TextDecoder().decode(outcome.output));
  } catch {
    throw unreadable(fileName, 'the answer is no JSON');
  }
  const answer = parseAnswer.safeParse(message);
  if (!answer.success) throw unreadable(fileName, `the answer has no known shape: ${answer.error.message}`);
  switch (answer.data.status) {
    case 'parsed':
      return answer.data.directive;
    case 'refused':
      throw new KnownError(answer.data.code, answer.data.sentence, { message: answer.data.message });
    case 'failed':
      throw unreadable(fileName, answer.data.message);
  }
}

/**
 * Reads a file into a directive in a process of its own, held to `limits`; a few at a time, the others wait their turn
 * (their time does not run yet). Whatever the file does to that process, the outcome is a directive or a `KnownError`
 * whose sentence names the file, and no process and no temporary file is left. `script` stands in for the child in
 * tests; `onProgress` hears of each scanned page before it is read.
 */
export async function parseFile(
  bytes: Uint8Array,
  fileName: string,
  limits: IngestLimits,
  script: string = childScript,
  onProgress: (progress: ParseProgress) => void = () => {},
): Promise<ParsedDirective> {
  if (bytes.length === 0) throw emptyFile(fileName);
  if (bytes.length > limits.fileBytes) throw fileTooLarge(fileName, limits.fileBytes);
  const request: ParseRequest = {
    fileName: shownName(fileName),
    byteLength: bytes.length,
    memoryBytes: limits.memoryBytes,
  };
  const head = Buffer.from(`${JSON.stringify(request)}\n`);
  const outcome = await inTurn(() => runLimited(script, [head, bytes], limits, onProgress)).catch(
    (error: unknown) => {
      throw isDiskFull(error) ? diskFull(fileName, error) : unreadable(fileName, String(error));
    },
  );
  return directiveOf(outcome, fileName, limits);
}

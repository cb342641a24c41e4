import { fileURLToPath } from 'node:url';
import type { IngestLimits } from '../config.ts';
import type { ParsedDirective } from '../domain/directive.ts';
import { parseAnswer } from './parseAnswer.ts';
import type { ParseProgress } from './parseMessage.ts';
import { answerOfChild, readInChild } from './readInChild.ts';
import { emptyFile, fileTooLarge, unreadable } from './texts.ts';

const childScript = fileURLToPath(new URL('./parseChild.ts', import.meta.url));

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
  const reader = { script, unreadable, onProgress };
  const output = await readInChild(bytes, fileName, limits, reader);
  return answerOfChild(output, fileName, parseAnswer, unreadable).directive;
}

import { writeSync } from 'node:fs';
import { KnownError } from '../errors.ts';
import {
  type ParseProgress,
  type ParseRequest,
  progressMark,
  type Refusal,
  resultDescriptor,
} from './parseMessage.ts';

/** The child's half of the talk between a reading process and its parent: one request in, one answer out, then the end. */

/** Writes the answer, each value as `replace` gives it, and ends the process. */
export function answer(message: object, replace?: (key: string, value: unknown) => unknown): never {
  const bytes = Buffer.from(JSON.stringify(message, replace));
  let written = 0;
  while (written < bytes.length) written += writeSync(resultDescriptor, bytes, written);
  process.exit(0);
}

/** Tells the parent how far the reading has come. */
export function report(progress: ParseProgress): void {
  writeSync(resultDescriptor, `${progressMark}${JSON.stringify(progress)}}\n`);
}

export function refusalOrFailure(error: unknown): Refusal {
  if (error instanceof KnownError)
    return { status: 'refused', code: error.code, sentence: error.sentence, message: error.message };
  return {
    status: 'failed',
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}

/** The parent is our own code, so its line is taken at its word. */
function readRequest(line: string): ParseRequest {
  return JSON.parse(line);
}

/** Resolves as soon as the whole request is here; the stream stays open until the parent is gone. */
export function receive(): Promise<{ readonly request: ParseRequest; readonly bytes: Uint8Array }> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    let request: ParseRequest | null = null;
    process.stdin.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (request === null) {
        const start = Buffer.concat(chunks);
        const end = start.indexOf(0x0a);
        if (end < 0) return;
        request = readRequest(start.subarray(0, end).toString('utf8'));
        chunks.splice(0, chunks.length, start.subarray(end + 1));
        length = start.length - end - 1;
      }
      if (length >= request.byteLength)
        resolve({ request, bytes: Buffer.concat(chunks).subarray(0, request.byteLength) });
    });
    process.stdin.once('close', () => process.exit(1));
  });
}

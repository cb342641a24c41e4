import { writeSync } from 'node:fs';
import { KnownError } from '../errors.ts';
import { type ParseAnswer, type ParseRequest, resultDescriptor } from './parseMessage.ts';
import { diskFull, isDiskFull } from './texts.ts';

/**
 * The process in which a file is read: one request in, one answer out, then the end. Started by `parseFile`.
 */

function answer(message: ParseAnswer): never {
  const bytes = Buffer.from(JSON.stringify(message));
  let written = 0;
  while (written < bytes.length) written += writeSync(resultDescriptor, bytes, written);
  process.exit(0);
}

function refusalOrFailure(error: unknown): ParseAnswer {
  if (error instanceof KnownError)
    return { status: 'refused', code: error.code, sentence: error.sentence, message: error.message };
  return {
    status: 'failed',
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}

// pdf.js rejects promises that nobody holds; such an end must still name itself.
process.on('unhandledRejection', (error) => answer(refusalOrFailure(error)));
process.on('uncaughtException', (error) => answer(refusalOrFailure(error)));

/** The parent is our own code, so its line is taken at its word. */
function readRequest(line: string): ParseRequest {
  return JSON.parse(line);
}

/** Resolves as soon as the whole request is here; the stream stays open until the parent is gone. */
function receive(): Promise<{ readonly request: ParseRequest; readonly bytes: Uint8Array }> {
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

try {
  const { request, bytes } = await receive();
  const [{ readDocument }, { parseDirective }] = await Promise.all([
    import('./read/readDocument.ts'),
    import('./parseDirective.ts'),
  ]);
  const raw = await readDocument(bytes, request.fileName, { memoryBytes: request.memoryBytes }).catch(
    (error: unknown) => {
      throw isDiskFull(error) ? diskFull(request.fileName, error) : error;
    },
  );
  const directive = parseDirective(raw, { fileName: request.fileName });
  answer({ status: 'parsed', directive });
} catch (error) {
  answer(refusalOrFailure(error));
}

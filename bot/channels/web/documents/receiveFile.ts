import type { Context } from 'hono';
import { KnownError } from '../../../../errors.ts';
import { documentTexts } from './texts.ts';

/** Longest name that is looked at, in UTF-16 units before it is decoded. */
const LONGEST_NAME = 2000;

/**
 * The file in the body of a request, its name in the header `x-file-name` (percent-encoded UTF-8). What says that it is too large
 * is refused before any of it is read, and what turns out to be as soon as it does. Throws `bad_input` and `file_too_large`.
 */
export async function receiveFile(
  context: Context,
  mostBytes: number,
): Promise<{ readonly fileName: string; readonly bytes: Uint8Array }> {
  const fileName = nameIn(context.req.header('x-file-name'));
  const declared = Number(context.req.header('content-length') ?? 0);
  if (declared > mostBytes) throw tooLarge(mostBytes);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of context.req.raw.body ?? []) {
      size += chunk.length;
      if (size > mostBytes) throw tooLarge(mostBytes);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof KnownError) throw error;
    throw new KnownError('bad_input', documentTexts.brokenOff, { cause: error });
  }
  return { fileName, bytes: Buffer.concat(chunks) };
}

function nameIn(header: string | undefined): string {
  const encoded = header !== undefined && header.length <= LONGEST_NAME ? header : '';
  try {
    const name = decodeURIComponent(encoded).trim();
    if (name !== '') return name;
  } catch {
    // Told below.
  }
  throw new KnownError('bad_input', documentTexts.noFileName, { message: 'no readable x-file-name' });
}

function tooLarge(mostBytes: number): KnownError {
  const megabytes = Math.floor(mostBytes / 1024 / 1024);
  return new KnownError('file_too_large', documentTexts.fileTooLarge(megabytes), {
    message: 'the body is larger than a file may be',
  });
}

import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { KnownError } from '../../errors.ts';
import { texts } from '../texts.ts';

/**
 * The questions of a batch file: one a line, or JSON lines with a `question` field. `-` reads standard input.
 * Throws `file_missing` or `bad_input` naming the file and the line.
 */
export async function readQuestions(path: string): Promise<readonly string[]> {
  const content = await readText(path).catch((cause: unknown) => {
    throw new KnownError('file_missing', texts.batchUnreadable(path), { cause });
  });
  return content
    .split(/\r?\n/)
    .map((line, at) => ({ line: line.trim(), at: at + 1 }))
    .filter(({ line }) => line !== '')
    .map(({ line, at }) => (line.startsWith('{') ? questionOf(line, path, at) : line));
}

function questionOf(line: string, path: string, at: number): string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new KnownError('bad_input', texts.batchNotJson(path, at), {
      cause,
    });
  }
  if (
    typeof value === 'object' &&
    value !== null &&
    'question' in value &&
    typeof value.question === 'string'
  ) {
    return value.question;
  }
  throw new KnownError('bad_input', texts.batchNoQuestion(path, at));
}

async function readText(path: string): Promise<string> {
  return path === '-' ? text(process.stdin) : readFile(path, 'utf8');
}

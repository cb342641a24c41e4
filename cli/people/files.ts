import { writeFile } from 'node:fs/promises';
import { KnownError } from '../../errors.ts';
import { peopleTexts as texts } from './peopleTexts.ts';

/** Writes a new file; one that is there already is never overwritten. */
export async function writeNewFile(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes, { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    const there = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
    throw new KnownError('bad_input', there ? texts.exists(path) : texts.notWritten(path), { cause });
  }
}

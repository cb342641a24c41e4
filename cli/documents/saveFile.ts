import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { KnownError } from '../../errors.ts';
import { keptName } from '../../ingest/texts.ts';
import type { Original } from '../../store/uploads/console.ts';
import type { CommonOptions, Io } from '../io.ts';
import { uploadTexts as texts } from './uploadTexts.ts';

/** Writes a file as it was sent into the current folder; never over another one. */
export async function saveFile(io: Io, { json }: CommonOptions, file: Original | null): Promise<void> {
  if (file === null) throw new KnownError('not_found', texts.fileGone);
  const name = keptName(file.fileName);
  await writeFile(path.join(process.cwd(), name), file.bytes, { flag: 'wx' }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new KnownError('bad_input', texts.fileExists(name));
    throw error;
  });
  io.out(json === true ? JSON.stringify({ saved: name }) : texts.saved(name));
}

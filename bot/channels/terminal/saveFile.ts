import { writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { cleanText } from '../../../vietnamese/text.ts';

/** Keeps a file of a reply and returns where it lies. Throws what the disk says. */
export type SaveFile = (name: string, bytes: Uint8Array) => Promise<string>;

const MOST_TRIES = 1000;

/**
 * Keeps files in `folder`, readable by their owner alone, since they may hold somebody's record. A file that is there
 * already stays: the new one is called `name (2)`.
 */
export function saveInto(folder: string): SaveFile {
  return async (name, bytes) => {
    const safe = safeName(name);
    const extension = extname(safe);
    const stem = basename(safe, extension);
    for (let count = 1; ; count += 1) {
      const path = join(folder, count === 1 ? safe : `${stem} (${count})${extension}`);
      try {
        await writeFile(path, bytes, { flag: 'wx', mode: 0o600 });
        return path;
      } catch (error) {
        if (!isTaken(error) || count >= MOST_TRIES) throw error;
      }
    }
  };
}

/** A name without a folder, hidden mark or character that some system refuses. */
function safeName(name: string): string {
  const safe = cleanText(name)
    .replace(/[\s<>:"/\\|?*]+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .slice(0, 120);
  return safe === '' ? 'tep' : safe;
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

import { readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** How the temporary folder of every process that reads a file is named. */
export const READING_FOLDER = 'dat-chuan-read-';

/** Longer than any file is read. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

/**
 * Takes away the folders of readings whose program was killed, by whichever process: they may hold a document. Those of the last
 * day stay, for somebody may be reading there.
 */
export async function removeAbandonedFolders(now: number, within: string = tmpdir()): Promise<void> {
  const names = await readdir(within).catch(() => []);
  for (const name of names.filter((one) => one.startsWith(READING_FOLDER))) {
    const folder = path.join(within, name);
    const changed = await stat(folder).then(
      ({ mtimeMs }) => mtimeMs,
      () => now,
    );
    // Another account's is not ours to take away.
    if (now - changed > ABANDONED_MS)
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

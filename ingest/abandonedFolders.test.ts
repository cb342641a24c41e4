import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { READING_FOLDER, removeAbandonedFolders } from './abandonedFolders.ts';

it('folders of readings that were killed go a day later, others stay', async () => {
  const within = await mkdtemp(path.join(tmpdir(), 'abandoned-test-'));
  try {
    for (const name of [`${READING_FOLDER}old`, `${READING_FOLDER}new`, 'somebody-else'])
      await mkdir(path.join(within, name));
    await writeFile(path.join(within, `${READING_FOLDER}old`, 'document.pdf'), 'words');
    const twoDaysAgo = (Date.now() - 48 * 60 * 60 * 1000) / 1000;
    for (const name of [`${READING_FOLDER}old`, 'somebody-else'])
      await utimes(path.join(within, name), twoDaysAgo, twoDaysAgo);
    await removeAbandonedFolders(Date.now(), within);
    expect((await readdir(within)).sort()).toEqual([`${READING_FOLDER}new`, 'somebody-else']);
  } finally {
    await rm(within, { recursive: true, force: true });
  }
});

import { chmod, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { run } from '../command.ts';

export type TemporaryFolder = {
  /** Everybody may enter it: a server that refuses root runs in it under another account. */
  readonly folder: string;
  readonly isInMemory: boolean;
  remove(): Promise<void>;
};

/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm';
/** Far more than a run leaves lying at once, so that neither the files nor the programs run out of memory. */
const ROOM = 10 * 1024 ** 3;

/**
 * A folder of its own for the temporary files of one run. In memory where there is room: the tests make hundreds of
 * embedded databases, each of more than a thousand files, which many disks take a second to write. `memory` is the
 * place to try first, `room` how many bytes must be free there and in the machine.
 */
export async function temporaryFolder(
  signal: AbortSignal,
  { memory = MEMORY, room = ROOM }: { readonly memory?: string; readonly room?: number } = {},
): Promise<TemporaryFolder> {
  if (os.freemem() >= room && (await freeBytes(memory)) >= room) {
    const inMemory = await makeFolder(memory).catch(() => null);
    if (inMemory !== null) {
      if (await canRunPrograms(inMemory.folder, signal)) return { ...inMemory, isInMemory: true };
      await inMemory.remove();
    }
  }
  return { ...(await makeFolder(os.tmpdir())), isInMemory: false };
}

async function makeFolder(parent: string) {
  const folder = await mkdtemp(path.join(parent, 'dat-chuan-run-'));
  await chmod(folder, 0o755);
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 10 }) };
}

async function freeBytes(folder: string): Promise<number> {
  return statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
}

/** Containers often give memory from which nothing may be run, as the tests do. */
async function canRunPrograms(folder: string, signal: AbortSignal): Promise<boolean> {
  const program = path.join(folder, 'program');
  await writeFile(program, '#!/bin/sh\nexit 0\n', { mode: 0o755 });
  const code = await run(program, [], { signal }).then(
    (finished) => finished.code,
    () => 1,
  );
  await rm(program);
  return code === 0;
}

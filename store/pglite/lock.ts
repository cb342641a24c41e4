import { randomUUID } from 'node:crypto';
import { readFileSync, unlinkSync } from 'node:fs';
import { link, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { databaseLocked } from '../problems.ts';
import { announcePresence, isPresent, type Presence } from './presence.ts';
import { type Liveness, liveness, ownIdentity, sameBoot } from './processes.ts';

/** Two openers of one folder destroy its data, and the engine itself has no lock: this one stands for it. */
export type FolderLock = {
  readonly file: string;
  /** Lets go. Safe to call twice. */
  release(): Promise<void>;
  /** Lets go at once, for the last moment of a process. */
  releaseNow(): void;
};

const LOCK_FILE = 'lock.json';

const lockRecord = z.object({
  /** Differs for each taking of a lock. */
  token: z.string(),
  pid: z.number().int().positive(),
  started: z.string().nullable(),
  hostname: z.string(),
  boot: z.string().nullable(),
  pidSpace: z.string().nullable(),
  /** Name of the socket beside the lock; `null` where there is none. */
  socket: z.string().nullable(),
});
type LockRecord = z.infer<typeof lockRecord>;

/**
 * Takes the lock of an existing folder. A lock whose holder has ended is taken over; one whose holder lives, or may live,
 * never. Throws `database_locked` (in Vietnamese and English, with the holder's number), or the error of the file system.
 */
export async function lockFolder(folder: string, shownFolder: string = folder): Promise<FolderLock> {
  const token = randomUUID();
  const socket = `here-${token.slice(0, 8)}.sock`;
  const [identity, presence] = await Promise.all([
    ownIdentity(),
    announcePresence(path.join(folder, socket)),
  ]);
  const file = path.join(folder, LOCK_FILE);
  const record = { token, ...identity, socket: presence === null ? null : socket };
  try {
    await acquire(file, record, shownFolder);
  } catch (error) {
    await presence?.end();
    throw error;
  }
  return heldLock(file, token, presence);
}

function heldLock(file: string, token: string, presence: Presence | null): FolderLock {
  let held = true;
  const releaseNow = (): void => {
    if (!held) return;
    held = false;
    try {
      // Somebody may have removed the file by hand and another process taken the folder: theirs stays.
      if (parseRecord(readFileSync(file, 'utf8'))?.token === token) unlinkSync(file);
    } catch {
      // Already gone, or the disk is: the next opener finds this process dead.
    }
  };
  return {
    file,
    releaseNow,
    async release() {
      releaseNow();
      await presence?.end();
    },
  };
}

/**
 * Makes `file` ours. A dead holder's file may be replaced only by whoever holds the guard that is named after that very
 * taking of the lock, so of two processes that find the same dead holder one replaces it, and the other then finds the
 * new, living holder. The guard of a process that died while replacing is taken over in the same way.
 */
async function acquire(file: string, record: LockRecord, shownFolder: string): Promise<void> {
  for (;;) {
    if (await createWhole(file, record)) return;
    const found = await readRecord(file);
    if (found === 'gone') continue;
    const state = found === 'unreadable' ? 'unknown' : await holderState(file, found);
    if (state !== 'dead' || found === 'unreadable') {
      throw databaseLocked(
        shownFolder,
        path.join(shownFolder, path.basename(file)),
        found === 'unreadable'
          ? null
          : { pid: found.pid, hostname: found.hostname, elsewhere: state === 'unknown' },
      );
    }
    const guard = `${file}.${found.token}`;
    await acquire(guard, record, shownFolder);
    try {
      const now = await readRecord(file);
      if (now === 'gone' || now === 'unreadable' || now.token !== found.token) continue;
      await replaceWhole(file, record);
      if (found.socket !== null) await rm(path.join(path.dirname(file), found.socket), { force: true });
      return;
    } finally {
      await rm(guard, { force: true });
    }
  }
}

async function holderState(file: string, holder: LockRecord): Promise<Liveness> {
  const state = await liveness(holder);
  if (state !== 'unknown' || holder.socket === null || holder.boot === null) return state;
  // Another container on this machine: one kernel, so the socket tells.
  if (!sameBoot(holder, await ownIdentity())) return state;
  const present = await isPresent(path.join(path.dirname(file), holder.socket));
  return present === 'no' ? 'dead' : state;
}

/** Writing a lock takes an instant: one that is broken for longer was never finished. */
const UNFINISHED_MS = 10 * 60 * 1000;

/** Whether a lock, a draft of one or a guard was left by a process that has ended. In doubt it was not. */
export async function isLeftBehind(file: string): Promise<boolean> {
  try {
    const record = parseRecord(await readFile(file, 'utf8'));
    if (record !== null) return (await holderState(file, record)) === 'dead';
    return Date.now() - (await stat(file)).mtimeMs > UNFINISHED_MS;
  } catch {
    return false;
  }
}

async function readRecord(file: string): Promise<LockRecord | 'gone' | 'unreadable'> {
  // Where the file system has no hard links, a lock is empty for an instant after it was made.
  for (let attempt = 0; attempt < 10; attempt += 1) {
    try {
      const record = parseRecord(await readFile(file, 'utf8'));
      if (record !== null) return record;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'gone';
      throw error;
    }
    await sleep(50);
  }
  return 'unreadable';
}

function parseRecord(text: string): LockRecord | null {
  try {
    return lockRecord.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

const draftOf = (file: string): string => path.join(path.dirname(file), `draft-${randomUUID()}.json`);

/** Creates `file` with all its content in one step; false where it is there already. */
async function createWhole(file: string, record: LockRecord): Promise<boolean> {
  const draft = draftOf(file);
  await writeFile(draft, JSON.stringify(record), { flag: 'wx', mode: 0o600 }).catch(
    async (error: unknown) => {
      await rm(draft, { force: true });
      throw error;
    },
  );
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EROFS') throw error;
    return await createInSteps(file, record);
  } finally {
    await rm(draft, { force: true });
  }
}

/** For file systems without hard links. */
async function createInSteps(file: string, record: LockRecord): Promise<boolean> {
  const handle = await open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return null;
    throw error;
  });
  if (handle === null) return false;
  try {
    await handle.writeFile(JSON.stringify(record));
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  return true;
}

async function replaceWhole(file: string, record: LockRecord): Promise<void> {
  const draft = draftOf(file);
  try {
    await writeFile(draft, JSON.stringify(record), { flag: 'wx', mode: 0o600 });
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}

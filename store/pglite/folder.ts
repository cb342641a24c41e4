import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { KnownError } from '../../errors.ts';
import {
  databaseMissing,
  diskFull,
  folderDamaged,
  folderForeign,
  folderIsFile,
  folderOfOtherVersion,
  folderUnwritable,
} from '../problems.ts';
import { isLeftBehind } from './lock.ts';
import { isPresent } from './presence.ts';

/** What stands in the folder of an embedded database: `pglite/` (the engine's files), `lock.json`, and passing files. */
const ENGINE_FOLDER = 'pglite';
const CREATING = /^creating-/;
const LOCK_PARTS = /^(draft-.+\.json|lock\.json\..+)$/;
const PASSING = /^(creating-|draft-|here-|lock\.json)/;

/** The major version of the engine's files that this version of the program reads. */
const ENGINE_VERSION = '18';

export type DatabaseFolder = {
  /** As the person wrote it, for messages. */
  readonly shown: string;
  readonly path: string;
  /** Where the engine's files stand. */
  readonly enginePath: string;
};

/**
 * Finds the folder, or makes it when `create` is set. Throws `not_found` where there is no database and none may be made,
 * `database_unsuitable` where the folder is a file, cannot be written, or holds something else.
 */
export async function prepareFolder(shown: string, create: boolean): Promise<DatabaseFolder> {
  const folder = { shown, path: path.resolve(shown), enginePath: path.resolve(shown, ENGINE_FOLDER) };
  const found = await stat(folder.path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw explainFileError(error, folder);
  });
  if (found === null) {
    if (!create) throw databaseMissing(shown);
    // The engine writes its files readable by everyone; what people may see is decided by this folder.
    await mkdir(folder.path, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
      throw explainFileError(error, folder);
    });
    return folder;
  }
  if (!found.isDirectory()) throw folderIsFile(shown);
  const entries = await readdir(folder.path).catch((error: unknown) => {
    throw explainFileError(error, folder);
  });
  if (entries.includes(ENGINE_FOLDER)) return folder;
  const foreign = entries.filter(
    (name) => !PASSING.test(name) && !name.startsWith('.') && name !== 'lost+found',
  );
  if (foreign.length > 0) throw folderForeign(shown);
  if (!create) throw databaseMissing(shown);
  return folder;
}

/** Whether the engine's files are there; throws where they are of another version or broken. Call under the lock. */
export async function engineExists(folder: DatabaseFolder): Promise<boolean> {
  try {
    const version = (await readFile(path.join(folder.enginePath, 'PG_VERSION'), 'utf8')).trim();
    if (version !== ENGINE_VERSION) throw folderOfOtherVersion(folder.shown, version, ENGINE_VERSION);
    return true;
  } catch (error) {
    if (error instanceof KnownError) throw error;
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw explainFileError(error, folder);
  }
  const entries = await readdir(folder.path);
  if (entries.includes(ENGINE_FOLDER)) throw folderDamaged(folder.shown, 'PG_VERSION is missing');
  return false;
}

/**
 * Creates the engine's files beside their place and moves them there whole, so that a kill at any moment leaves either
 * nothing or a database. Call under the lock.
 */
export async function createEngine(
  folder: DatabaseFolder,
  initialise: (dataFolder: string) => Promise<void>,
): Promise<void> {
  const creating = path.join(folder.path, `creating-${randomUUID()}`);
  try {
    await mkdir(creating, { mode: 0o700 });
    await initialise(creating);
    await rename(creating, folder.enginePath);
  } catch (error) {
    await rm(creating, { recursive: true, force: true }).catch(() => undefined);
    throw explainFileError(error, folder);
  }
}

/** Removes what killed processes left behind. Call under the lock; what another opener is just using stays. */
export async function removeLeftovers(folder: DatabaseFolder): Promise<void> {
  for (const name of await readdir(folder.path)) {
    const file = path.join(folder.path, name);
    if (CREATING.test(name)) await rm(file, { recursive: true, force: true });
    if (name.startsWith('here-') && (await isPresent(file)) === 'no') await rm(file, { force: true });
    // Drafts of locks, and the guards under which a lock is taken over. A guard stands for a lock that was, so nobody
    // is misled where one is removed.
    if (LOCK_PARTS.test(name) && (await isLeftBehind(file))) await rm(file, { force: true });
  }
}

/** A failure of the file system as a sentence; anything else unchanged. */
export function explainFileError(error: unknown, folder: DatabaseFolder): unknown {
  if (error instanceof KnownError || !(error instanceof Error)) return error;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(error.message);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return folderUnwritable(folder.shown, error);
  if (code === 'ENOTDIR' || code === 'EEXIST') return folderIsFile(folder.shown);
  return error;
}

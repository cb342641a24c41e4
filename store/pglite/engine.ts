import { statfs } from 'node:fs/promises';
import { KnownError } from '../../errors.ts';
import type { Database, Row } from '../database.ts';
import { createMutex } from '../mutex.ts';
import { databaseMissing, diskFull, folderDamaged } from '../problems.ts';
import { nestingGuard, runTransaction } from '../session.ts';
import type { WorkerClient } from './client.ts';
import {
  createEngine,
  type DatabaseFolder,
  engineExists,
  explainFileError,
  prepareFolder,
  removeLeftovers,
} from './folder.ts';
import { initialise } from './initialise.ts';
import { type FolderLock, lockFolder } from './lock.ts';
import { startWorker } from './startWorker.ts';

/**
 * Opens the embedded database of a folder under the folder's lock. Without `create` a missing one is `not_found`.
 * Throws `database_locked` where another process (or this one) has it open.
 */
export async function openPglite(shownFolder: string, create: boolean): Promise<Database> {
  const folder = await prepareFolder(shownFolder, create);
  const lock = await lockFolder(folder.path, folder.shown).catch((error: unknown) => {
    throw explainFileError(error, folder);
  });
  try {
    await removeLeftovers(folder);
    if (!(await engineExists(folder))) {
      if (!create) throw databaseMissing(folder.shown);
      await createEngine(folder, initialise);
    }
    const client = startWorker(folder.enginePath);
    await client.ready.catch(async (error: unknown) => {
      await client.close();
      throw await explainStart(error, folder);
    });
    return workerEngine(client, lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Below this the engine cannot write even the log of its recovery. */
const LEAST_FREE_BYTES = 1024 * 1024;

async function explainStart(error: unknown, folder: DatabaseFolder): Promise<unknown> {
  if (error instanceof KnownError && error.code !== 'database_unreachable') return error;
  const explained = explainFileError(error, folder);
  if (explained instanceof KnownError && explained !== error) return explained;
  const detail = error instanceof Error ? error.message : String(error);
  // The engine aborts on a full disk without saying why.
  const { bavail, bsize } = await statfs(folder.path);
  return bavail * bsize < LEAST_FREE_BYTES ? diskFull(detail) : folderDamaged(folder.shown, detail, error);
}

function workerEngine(client: WorkerClient, lock: FolderLock): Database {
  const guard = nestingGuard();
  // One connection: whoever comes during a transaction waits until it has ended.
  const turn = createMutex();
  let closing: Promise<void> | null = null;

  const onExit = (): void => {
    // The thread lives a little longer than this moment. While it writes, the lock stays: the next opener finds its
    // holder dead and takes it over.
    if (client.idle()) lock.releaseNow();
  };
  process.once('exit', onExit);

  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    guard.check();
    if (closing !== null) throw new Error('the database is closed');
    return turn.run(work);
  };

  return {
    engine: 'pglite',
    async query<R extends Row>(sql: string, parameters?: readonly unknown[]) {
      const result = await inTurn(() => client.run(sql, parameters));
      return result.rows as readonly R[];
    },
    transaction: (work, options) => inTurn(() => guard.inside(() => runTransaction(client, work, options))),
    async close() {
      guard.check();
      closing ??= turn.run(async () => {
        await client.close();
        process.off('exit', onExit);
        await lock.release();
      });
      await closing;
    },
  };
}

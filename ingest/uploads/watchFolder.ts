import { lstat, mkdir, readFile, realpath, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { watch } from 'chokidar';
import { KnownError } from '../../errors.ts';
import { OPERATOR } from '../../store/access/identity.ts';
import type { Database } from '../../store/database.ts';
import { readUpload } from '../../store/uploads/uploads.ts';
import { fileTooLarge } from '../texts.ts';
import { folderMissing, notAFile, uploadTexts as texts } from './texts.ts';
import type { Uploads } from './uploads.ts';

export type WatchOptions = {
  readonly uploads: Uploads;
  /** A larger file is not opened. */
  readonly fileBytes: number;
  /** A file that has not grown for so long is whole. */
  readonly quietMs?: number;
  /** Told what could not be done with the folder; watching goes on. */
  readonly onError: (error: unknown) => void;
};

const QUIET_MS = 2000;
const LOOK_MS = 500;

/** Where files go that were taken, below the folder itself. */
const DONE = 'done';
const FAILED = 'failed';

/** What programs write while they are at it, and what systems leave in folders. */
const PASSING = /^(?:\.|~\$|thumbs\.db$|desktop\.ini$)|(?:\.(?:tmp|part|partial|crdownload)|~)$/i;

/**
 * Takes every file that is put into a folder or into folders in it, once it has stopped growing, as an upload of the operator: so
 * whoever may write into the folder counts as the operator. What was read goes to `done/`, what could not be to `failed/`, with the
 * reason in a `.txt` beside it; what changes before that is taken again. Links are not followed: they lead to what was not put there.
 * What was there before is taken too. Throws `bad_config` where there is no such folder.
 */
export async function watchFolder(
  database: Database,
  folder: string,
  { uploads, fileBytes, quietMs = QUIET_MS, onError }: WatchOptions,
): Promise<{ readonly stop: () => Promise<void> }> {
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory() !== true) throw folderMissing(folder);
  // It may itself be a link, which whoever runs the program has chosen.
  const root = await realpath(folder);
  for (const place of [DONE, FAILED]) await mkdir(path.join(root, place), { recursive: true });
  const stopping = new AbortController();
  const underway = new Map<string, Promise<void>>();

  const take = async (file: string): Promise<void> => {
    try {
      const before = await lstat(file).catch(() => null);
      if (before === null) return;
      if (!before.isFile()) throw notAFile(path.basename(file));
      if (before.size > fileBytes) throw fileTooLarge(path.basename(file), fileBytes);
      const bytes = await readFile(file);
      const received = await uploads.receive(OPERATOR, {
        fileName: path.basename(file),
        bytes,
        channel: 'folder',
      });
      const reason =
        received.status === 'published' ? null : await outcome(database, received.uploadId, stopping.signal);
      const after = await lstat(file).catch(() => null);
      // Somebody saved it again: what it holds now was not read, and its turn comes.
      if (after === null || after.mtimeMs !== before.mtimeMs || after.size !== before.size) return;
      await put(root, file, reason);
    } catch (error) {
      // It stays where it is, and the next start takes it up again.
      if (stopping.signal.aborted) return;
      if (error instanceof KnownError) await put(root, file, error.sentence).catch(onError);
      else onError(error);
    }
  };
  const watcher = watch(root, {
    followSymlinks: false,
    awaitWriteFinish: { stabilityThreshold: quietMs, pollInterval: Math.min(quietMs, 200) },
    ignored: (file) => {
      const [top = '', ...below] = path.relative(root, file).split(path.sep);
      return (
        top !== '' && (top === DONE || top === FAILED || [top, ...below].some((name) => PASSING.test(name)))
      );
    },
  });
  watcher.on('error', onError);
  for (const event of ['add', 'change'] as const) {
    watcher.on(event, (file) => {
      const taking: Promise<void> = (underway.get(file) ?? Promise.resolve())
        .then(() => take(file))
        .finally(() => {
          if (underway.get(file) === taking) underway.delete(file);
        });
      underway.set(file, taking);
    });
  }
  return {
    stop: async () => {
      stopping.abort();
      await watcher.close();
      await Promise.all(underway.values());
    },
  };
}

/** Why nothing of an upload could be read, or `null` once something waits for review. Rejects when `signal` ends it. */
async function outcome(database: Database, uploadId: number, signal: AbortSignal): Promise<string | null> {
  for (;;) {
    const { stage, reason, fileName } = await readUpload(database, OPERATOR, uploadId);
    if (stage === 'failed') return reason ?? texts.broken(fileName);
    if (stage === 'review' || stage === 'done') return null;
    await delay(LOOK_MS, undefined, { signal });
  }
}

/** Puts a file away, into the same folder of `done/` or `failed/` as it lay in. */
async function put(folder: string, file: string, reason: string | null): Promise<void> {
  const { dir, name, ext } = path.parse(path.relative(folder, file));
  const place = path.join(folder, reason === null ? DONE : FAILED, dir);
  await mkdir(place, { recursive: true });
  const taken = await lstat(path.join(place, `${name}${ext}`)).catch(() => null);
  const free = taken === null ? `${name}${ext}` : `${name} ${Date.now()}${ext}`;
  await rename(file, path.join(place, free));
  if (reason !== null) await writeFile(path.join(place, `${free}.txt`), `${reason}\n`);
}

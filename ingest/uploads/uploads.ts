import { createHash } from 'node:crypto';
import type { ArchiveLimits } from '../../config.ts';
import type { Identity } from '../../store/access/identity.ts';
import type { Database } from '../../store/database.ts';
import { type Queue, startQueue } from '../../store/queue/queue.ts';
import { queueForgotten } from '../../store/uploads/forgotten.ts';
import { failUpload } from '../../store/uploads/reading.ts';
import { type NewUpload, type Received, storeUpload } from '../../store/uploads/uploads.ts';
import { parseFile } from '../parseFile.ts';
import { emptyFile, fileTooLarge, keptName } from '../texts.ts';
import { type Reading, readUpload } from './readUpload.ts';
import { uploadTexts as texts } from './texts.ts';
import { unpack } from './unpack.ts';

/** A file as a channel hands it in: see `NewUpload`. */
export type SentFile = Omit<NewUpload, 'hash'>;

/** Takes files in and has them read in the background, as long as this process lives and in the next. */
export type Uploads = {
  /**
   * Stores a file whole and queues it. For admins. Once this returns, the file is not lost, whatever happens.
   * Throws `file_too_large`, `file_unreadable` (empty) and `bad_input` (no admin).
   */
  readonly receive: (identity: Identity, file: SentFile) => Promise<Received>;
  /**
   * Told the id of an upload after each step of it in this process; `readUpload` and `readCard` say how it stands then.
   * @returns ends the telling
   */
  readonly onStep: (listener: (uploadId: number) => void) => () => void;
  /** Stops reading; what was under way is done again by the next process. */
  readonly stop: () => Promise<void>;
};

export type UploadOptions = {
  readonly limits: ArchiveLimits;
  /** `false`: files are taken in here and read by other processes. */
  readonly works?: boolean;
  /** Told of faults of the program and of the machine. Those of files are told to whoever looks at the upload. */
  readonly onError: (error: unknown) => void;
  /** How often the work of processes that died is looked for. */
  readonly superviseSeconds?: number;
  /** Stand in for reading in tests. */
  readonly reading?: Partial<Pick<Reading, 'unpack' | 'parse' | 'now'>>;
};

type UploadJob = { readonly uploadId: number; readonly fileName: string };

const QUEUE_NAME = 'uploads';

/** Starts taking files in. One for a process. */
export async function startUploads(
  database: Database,
  { limits, works = true, onError, superviseSeconds, reading: own }: UploadOptions,
): Promise<Uploads> {
  const listeners = new Set<(uploadId: number) => void>();
  const onStep = (uploadId: number): void => {
    for (const listener of listeners) {
      try {
        listener(uploadId);
      } catch (error) {
        onError(error);
      }
    }
  };
  const reading: Reading = {
    limits,
    unpack,
    parse: (bytes, fileName, allowed, onPage) => parseFile(bytes, fileName, allowed, undefined, onPage),
    now: () => performance.now(),
    onStep,
    ...own,
  };
  const queue: Queue<UploadJob> = await startQueue<UploadJob>(database, {
    name: QUEUE_NAME,
    work: {
      handle: async ({ data: { uploadId, fileName }, isLastTry }) => {
        try {
          await readUpload(database, uploadId, reading);
        } catch (error) {
          onError(error);
          if (!isLastTry) throw error;
          await failUpload(database, uploadId, texts.broken(fileName));
          onStep(uploadId);
        }
      },
      giveUp: async ({ uploadId, fileName }) => {
        await failUpload(database, uploadId, texts.interrupted(fileName));
        onStep(uploadId);
      },
    },
    works,
    onError,
    ...(superviseSeconds === undefined ? {} : { superviseSeconds }),
  });
  if ((await queueForgotten(database, QUEUE_NAME, queue.send)) > 0) queue.wake();
  return {
    receive: async (identity, file) => {
      const { bytes } = file;
      const fileName = keptName(file.fileName);
      if (bytes.length === 0) throw emptyFile(fileName);
      if (bytes.length > limits.fileBytes) throw fileTooLarge(fileName, limits.fileBytes);
      const hash = createHash('sha256').update(bytes).digest('hex');
      const received = await storeUpload(database, identity, { ...file, fileName, hash }, (tx, uploadId) =>
        queue.send(tx, { uploadId, fileName }),
      );
      if (received.status === 'accepted') {
        onStep(received.uploadId);
        queue.wake();
      }
      return received;
    },
    onStep: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => queue.stop(),
  };
}

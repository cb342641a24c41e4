import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '../../../store/database.ts';
import { openSharedFile, type StoredFile, shareFile } from '../../../store/messages/sharedFiles.ts';

/** A file to hand out by a link. */
export type SharedFile = StoredFile;

/** What a link may be shown as. */
export type Share = {
  readonly url: string;
  readonly minutes: number;
};

export type SharedFiles = {
  /**
   * Draws a link and begins to store its file; `stored` tells when it is good. `null` when the file is too large to be kept. Whoever
   * has the link has the file: what is `personal` lives shortly.
   */
  readonly share: (file: SharedFile, personal: boolean) => Share | null;
  /** Resolves when every file that was shared is stored; throws where one could not be, so that its link must not be shown. */
  readonly stored: () => Promise<void>;
  /** The file of a link's last part; `null` when there never was such a link, or it is over. */
  readonly open: (token: string) => Promise<SharedFile | null>;
};

const PERSONAL_MINUTES = 15;
const USUAL_MINUTES = 24 * 60;
const MOST_FILE_BYTES = 16 * 1024 * 1024;
/** For that long a file that could not be stored keeps answers from being shown: whoever made its link asks by then. */
const FAILED_MS = 5000;

/**
 * Hands files out by short links: one file each, named by chance and over after a while, from every process on the database and
 * after a restart as well. Only the hash of a link is stored. `folder` is the address under which `open` is served; `now` in
 * milliseconds.
 */
export function createSharedFiles(folder: string, database: Database, now: () => number): SharedFiles {
  const storing = new Set<Promise<void>>();

  const store = (token: string, file: SharedFile, minutes: number) => {
    const stored = shareFile(database, hashOf(token), file, minutes * 60);
    storing.add(stored);
    stored.then(
      () => storing.delete(stored),
      () => setTimeout(() => storing.delete(stored), FAILED_MS).unref(),
    );
  };

  return {
    share(file, personal) {
      if (file.bytes.byteLength > MOST_FILE_BYTES) return null;
      const minutes = personal ? PERSONAL_MINUTES : USUAL_MINUTES;
      const until = now() + minutes * 60_000;
      const [name, proof] = [12, 16].map((length) => randomBytes(length).toString('base64url'));
      const token = `${name}.${until.toString(36)}.${proof}`;
      store(token, file, minutes);
      return { url: `${folder}/${token}`, minutes };
    },
    stored: async () => {
      await Promise.all(storing);
    },
    async open(token) {
      const [, until = ''] = /^[\w-]{16}\.([a-z\d]{1,10})\.[\w-]{22}$/.exec(token) ?? [];
      if (until === '' || Number.parseInt(until, 36) <= now()) return null;
      return openSharedFile(database, hashOf(token));
    },
  };
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

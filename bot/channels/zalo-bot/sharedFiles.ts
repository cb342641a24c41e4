import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A file to hand out by a link. */
export type SharedFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
};

/** What a link may be shown as. */
export type Share = {
  readonly url: string;
  readonly minutes: number;
};

export type SharedFiles = {
  /** `null` when it is too large to be kept. Whoever has the link has the file: what is `personal` lives shortly. */
  readonly share: (file: SharedFile, personal: boolean) => Share | null;
  /** The file of a link's last part; `null` when the link was not made here, is over, or its file had to give way. */
  readonly open: (token: string) => SharedFile | null;
};

const PERSONAL_MINUTES = 15;
const USUAL_MINUTES = 24 * 60;
const MOST_FILE_BYTES = 16 * 1024 * 1024;
/** All files together; the oldest give way. */
const MOST_BYTES = 96 * 1024 * 1024;

type Kept = { readonly file: SharedFile; readonly until: number };

/**
 * Hands files out by short links: one file each, named by chance, signed and over after a while. Files and the key live in
 * memory: after a restart every link is over. `folder` is the address under which `open` is served; `now` in milliseconds.
 */
export function createSharedFiles(folder: string, now: () => number): SharedFiles {
  const key = randomBytes(32);
  const kept = new Map<string, Kept>();
  let bytes = 0;

  const drop = (id: string) => {
    bytes -= kept.get(id)?.file.bytes.byteLength ?? 0;
    kept.delete(id);
  };
  const sign = (claim: string) =>
    createHmac('sha256', key).update(claim).digest().subarray(0, 16).toString('base64url');

  return {
    share(file, personal) {
      if (file.bytes.byteLength > MOST_FILE_BYTES) return null;
      for (const [id, { until }] of kept) if (until <= now()) drop(id);
      const minutes = personal ? PERSONAL_MINUTES : USUAL_MINUTES;
      const until = now() + minutes * 60_000;
      const id = randomBytes(12).toString('base64url');
      kept.set(id, { file, until });
      bytes += file.bytes.byteLength;
      for (const oldest of kept.keys()) {
        if (bytes <= MOST_BYTES) break;
        drop(oldest);
      }
      const claim = `${id}.${until.toString(36)}`;
      return { url: `${folder}/${claim}.${sign(claim)}`, minutes };
    },
    open(token) {
      const [, id = '', until = '', signature = ''] =
        /^([\w-]{16})\.([a-z\d]{1,10})\.([\w-]{22})$/.exec(token) ?? [];
      const right = Buffer.from(sign(`${id}.${until}`));
      const given = Buffer.from(signature);
      if (given.byteLength !== right.byteLength || !timingSafeEqual(given, right)) return null;
      if (Number.parseInt(until, 36) <= now()) {
        drop(id);
        return null;
      }
      return kept.get(id)?.file ?? null;
    },
  };
}

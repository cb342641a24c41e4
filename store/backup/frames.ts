import { createCipheriv, createDecipheriv, createHash, randomBytes, scrypt } from 'node:crypto';
import { createReadStream } from 'node:fs';
import {
  backupAltered,
  backupForeign,
  backupKeyMissing,
  backupNotEncrypted,
  backupOfOtherFormat,
} from './backupTexts.ts';

/**
 * The outer form of a backup. A head of 33 bytes – mark (8), version (1), mode (1: AES-256-GCM, 0: in the clear), salt (16) and
 * the start of every nonce (7) – then frames: length with the highest bit set on the last one (4, big-endian), data, tag.
 *
 * A nonce is the start, the frame's number (4) and whether it is the last (1), and the head goes into every tag: frames cannot be
 * altered, dropped, doubled, exchanged, taken from another file or cut off at the end without its being seen (the STREAM
 * construction of Hoang, Reyhanitabar, Rogaway and Vizár). In the clear the tag is a SHA-256: it finds damage, not a forger.
 */
const MARK = Buffer.from('DATCHUAN', 'latin1');
const VERSION = 1;
const HEAD_BYTES = 33;
const FRAME_BYTES = 1024 * 1024;
const LAST = 0x8000_0000;

/** Memory of 128 MB and about half a second for each guess at the key. */
const SCRYPT = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 } as const;

type Sealing = {
  readonly tagBytes: number;
  readonly seal: (index: number, last: boolean, data: Uint8Array) => { data: Uint8Array; tag: Uint8Array };
  /** `null` where the tag does not fit. */
  readonly open: (index: number, last: boolean, data: Uint8Array, tag: Uint8Array) => Uint8Array | null;
};

/** The bytes of a backup file, out of the bytes of its content. `key` is what a person remembers; `null`: in the clear. */
export async function* sealFrames(
  content: AsyncIterable<Uint8Array>,
  key: string | null,
): AsyncGenerator<Uint8Array> {
  const head = Buffer.concat([
    MARK,
    Uint8Array.of(VERSION, key === null ? 0 : 1),
    key === null ? Buffer.alloc(23) : randomBytes(23),
  ]);
  const sealing = await sealingOf(head, key);
  yield head;
  let index = 0;
  const frame = (bytes: Uint8Array, last: boolean): Uint8Array => {
    const { data, tag } = sealing.seal(index, last, bytes);
    const length = Buffer.alloc(4);
    length.writeUInt32BE((data.length | (last ? LAST : 0)) >>> 0);
    index += 1;
    return Buffer.concat([length, data, tag]);
  };
  let held = Buffer.alloc(0);
  for await (const bytes of content) {
    held = Buffer.concat([held, bytes]);
    while (held.length > FRAME_BYTES) {
      yield frame(held.subarray(0, FRAME_BYTES), false);
      held = held.subarray(FRAME_BYTES);
    }
  }
  yield frame(held, true);
}

/**
 * The content of a backup file, frame by frame, each only after its tag was found right. Throws `file_unreadable` where the file is
 * no backup, is cut off or altered, or the key is wrong; `bad_config` where a key is missing, or given for a file in the clear.
 */
export async function* openFrames(file: string, key: string | null): AsyncGenerator<Uint8Array> {
  const source = createReadStream(file, { highWaterMark: FRAME_BYTES });
  try {
    yield* openedFrames(file, byteReader(source), key);
  } finally {
    source.destroy();
  }
}

async function* openedFrames(file: string, read: ByteReader, key: string | null): AsyncGenerator<Uint8Array> {
  const head = await read(HEAD_BYTES);
  if (head === null || !head.subarray(0, 8).equals(MARK)) throw backupForeign(file);
  if (head[8] !== VERSION) throw backupOfOtherFormat(file);
  const encrypted = head[9] !== 0;
  if (encrypted && key === null) throw backupKeyMissing(file);
  if (!encrypted && key !== null) throw backupNotEncrypted(file);
  const sealing = await sealingOf(head, key);
  for (let index = 0, last = false; !last; index += 1) {
    const length = (await read(4))?.readUInt32BE() ?? 0;
    last = length >= LAST;
    const size = last ? length - LAST : length;
    if (size > FRAME_BYTES) throw backupAltered(file, encrypted && index === 0);
    const data = await read(size);
    const tag = await read(sealing.tagBytes);
    const opened = data === null || tag === null ? null : sealing.open(index, last, data, tag);
    if (opened === null) throw backupAltered(file, encrypted && index === 0);
    yield opened;
  }
  if ((await read(1)) !== null) throw backupAltered(file, false);
}

async function sealingOf(head: Buffer, passphrase: string | null): Promise<Sealing> {
  const nonceStart = head.subarray(26);
  const place = (index: number, last: boolean): Buffer => {
    const number = Buffer.alloc(5);
    number.writeUInt32BE(index);
    number[4] = last ? 1 : 0;
    return Buffer.concat([nonceStart, number]);
  };
  if (passphrase === null) {
    const sum = (index: number, last: boolean, data: Uint8Array) =>
      createHash('sha256').update(head).update(place(index, last)).update(data).digest();
    return {
      tagBytes: 32,
      seal: (index, last, data) => ({ data, tag: sum(index, last, data) }),
      open: (index, last, data, tag) => (sum(index, last, data).equals(tag) ? data : null),
    };
  }
  const key = await deriveKey(passphrase, head.subarray(10, 26));
  return {
    tagBytes: 16,
    seal(index, last, data) {
      const cipher = createCipheriv('aes-256-gcm', key, place(index, last)).setAAD(head);
      return { data: Buffer.concat([cipher.update(data), cipher.final()]), tag: cipher.getAuthTag() };
    },
    open(index, last, data, tag) {
      const decipher = createDecipheriv('aes-256-gcm', key, place(index, last), { authTagLength: 16 });
      decipher.setAAD(head).setAuthTag(tag);
      const opened = decipher.update(data);
      try {
        return Buffer.concat([opened, decipher.final()]);
      } catch {
        return null;
      }
    },
  };
}

/** A backup is read twice before it is believed: the second time costs no half second. */
let lastDerived: {
  readonly passphrase: string;
  readonly salt: Buffer;
  readonly key: Promise<Buffer>;
} | null = null;

function deriveKey(passphrase: string, salt: Buffer): Promise<Buffer> {
  if (lastDerived?.passphrase !== passphrase || !lastDerived.salt.equals(salt)) {
    lastDerived = { passphrase, salt, key: scryptKey(passphrase, salt) };
  }
  return lastDerived.key;
}

function scryptKey(passphrase: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), salt, 32, SCRYPT, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}

/** Gives exactly as many bytes as are asked for, or `null` where fewer are left. */
type ByteReader = (count: number) => Promise<Buffer | null>;

function byteReader(source: AsyncIterable<Buffer>): ByteReader {
  const chunks = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  return async (count) => {
    while (held.length < count) {
      const next = await chunks.next();
      if (next.done === true) return null;
      held = Buffer.concat([held, next.value]);
    }
    const taken = held.subarray(0, count);
    held = held.subarray(count);
    return taken;
  };
}

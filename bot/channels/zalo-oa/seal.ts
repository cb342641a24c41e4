import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps secrets unreadable in the database and in its backups. */
export type Seal = {
  readonly close: (secret: string) => string;
  /** `null` for what was not closed with the same key. */
  readonly open: (sealed: string) => string | null;
};

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM by a key that is made from a secret of the environment. */
export function createSeal(secret: string, purpose: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, purpose, 'dat-chuan: seal', 32));
  return {
    close(text) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const closed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), closed]).toString('base64');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      if (bytes.byteLength < IV_BYTES + TAG_BYTES) return null;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      try {
        const opened = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
        return Buffer.concat([opened, decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}

/** By it a token is known again without being stored. */
export function fingerprint(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

import { z } from 'zod';
import type { Upload } from '../../domain/upload.ts';

/** Where a file came from in a chat, kept with the upload: by it the channel finds its message again after a restart. */
export type UploadOrigin = {
  /** The channel's key of the chat; a private one, so that of the person too. */
  readonly chat: string;
  /** The same for files that were sent together. */
  readonly group: string;
  /** The person's message. */
  readonly source: string;
  /** The product's message that tells how it goes; `null` before there is one. */
  readonly message: string | null;
  /** That message has told the end. */
  readonly told: boolean;
  /** The channel made it smaller on its way, as messengers do with photos. */
  readonly isPhoto?: boolean | undefined;
};

const origin: z.ZodType<UploadOrigin> = z.object({
  chat: z.string(),
  group: z.string(),
  source: z.string(),
  message: z.string().nullable(),
  told: z.boolean(),
  isPhoto: z.boolean().optional(),
});

/** The origin of an upload that was sent in a chat; `null` for one that came another way. */
export function originOf(upload: Upload): UploadOrigin | null {
  const read = origin.safeParse(upload.origin);
  return read.success ? read.data : null;
}

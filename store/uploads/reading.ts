import type { UploadProgress } from '../../domain/upload.ts';
import { asAccount, OPERATOR } from '../access/identity.ts';
import type { Database, Queryable } from '../database.ts';
import { logDocument } from './documentLog.ts';
import { insertDrafts, type NewDraft } from './drafts.ts';

/**
 * What the background does with an upload, as the operator: whoever sent it may be no admin any more. Nothing here asks who wants
 * it, so none of it is for a channel to call.
 */

/** A file whose turn has come. */
export type ReadableUpload = {
  readonly id: number;
  readonly fileName: string;
  readonly hash: string;
  readonly channel: string;
  readonly bytes: Uint8Array;
};

/** Takes a file up; `null` where there is nothing (more) to do: it was read by an earlier try, or given up. */
export async function beginReading(database: Database, id: number): Promise<ReadableUpload | null> {
  return asAccount(database, OPERATOR, async (tx) => {
    const [row] = await tx.query<Omit<ReadableUpload, 'fileName'> & { readonly file_name: string }>(
      `update uploads u set stage = 'reading', attempts = attempts + 1, progress = null, changed_at = now()
         from files f
        where u.id = $1 and u.stage in ('waiting', 'reading') and f.hash = u.hash
       returning u.id, u.file_name, u.hash, u.channel, f.bytes`,
      [id],
    );
    if (row === undefined) return null;
    const { file_name: fileName, ...rest } = row;
    return { ...rest, fileName };
  });
}

/** Says how far the reading has come, for whoever looks. */
export async function reportProgress(
  database: Database,
  id: number,
  progress: UploadProgress,
): Promise<void> {
  await asAccount(database, OPERATOR, (tx) =>
    tx.query("update uploads set progress = $2, changed_at = now() where id = $1 and stage = 'reading'", [
      id,
      progress,
    ]),
  );
}

/** Stores all that was read of a file, in one transaction: it is there for review, or failed where none of it was readable. */
export async function finishReading(
  database: Database,
  { id, fileName, channel }: ReadableUpload,
  drafts: readonly NewDraft[],
): Promise<void> {
  await asAccount(database, OPERATOR, async (tx) => {
    const [open] = await tx.query(`select 1 from uploads where id = $1 and stage = 'reading' for update`, [
      id,
    ]);
    if (open === undefined) return;
    await insertDrafts(tx, id, drafts);
    const failed = drafts.every(({ parsed }) => parsed === null);
    await end(tx, id, failed ? 'failed' : 'review', failed ? (drafts[0]?.reason ?? null) : null);
    const action = failed ? 'failed' : 'read';
    await logDocument(tx, { channel, action, document: fileName, uploadId: id });
  });
}

/** Ends an upload of which nothing can be read. `reason` is a Vietnamese sentence. */
export async function failUpload(database: Database, id: number, reason: string): Promise<void> {
  await asAccount(database, OPERATOR, async (tx) => {
    const [row] = await tx.query<{ file_name: string; channel: string }>(
      `select file_name, channel from uploads where id = $1 and stage in ('waiting', 'reading') for update`,
      [id],
    );
    if (row === undefined) return;
    await end(tx, id, 'failed', reason);
    await logDocument(tx, { channel: row.channel, action: 'failed', document: row.file_name, uploadId: id });
  });
}

async function end(
  tx: Queryable,
  id: number,
  stage: 'review' | 'failed',
  reason: string | null,
): Promise<void> {
  await tx.query(
    'update uploads set stage = $2, reason = $3, progress = null, changed_at = now() where id = $1',
    [id, stage, reason],
  );
}

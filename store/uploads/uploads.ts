import type { DraftLine, Upload, UploadProgress, UploadStage } from '../../domain/upload.ts';
import { requireAdmin } from '../access/accounts.ts';
import { asAccount, type Identity } from '../access/identity.ts';
import type { Database, Queryable } from '../database.ts';
import { findByHash } from '../directives.ts';
import { logDocument } from './documentLog.ts';
import { listDrafts } from './drafts.ts';
import { keepFiles } from './fileLock.ts';
import { noSuchUpload } from './uploadTexts.ts';

/** A file as a channel hands it in. */
export type NewUpload = {
  /** SHA-256 of `bytes`, hexadecimal. */
  readonly hash: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** `telegram`, `web`, `cli`, `folder`. */
  readonly channel: string;
  /** JSON by which the channel finds its own message again, after a restart too. */
  readonly origin?: unknown;
};

/** What became of a file at the door. Of what is `underway` or `published` already, nothing is stored again. */
export type Received =
  | { readonly status: 'accepted'; readonly uploadId: number }
  | { readonly status: 'underway'; readonly uploadId: number; readonly stage: UploadStage }
  | { readonly status: 'published'; readonly directiveId: number };

/**
 * Stores a file whole, who sent it, and the work to be done with it (`queue`), in one transaction: once this returns, nothing of
 * it is lost. The same bytes are under way once, also when they come twice at the same moment. For admins (`bad_input`).
 */
export async function storeUpload(
  database: Database,
  identity: Identity,
  file: NewUpload,
  queue: (tx: Queryable, uploadId: number) => Promise<void>,
): Promise<Received> {
  return asAccount(database, identity, async (tx) => {
    await requireAdmin(tx);
    await keepFiles(tx);
    await tx.query("select pg_advisory_xact_lock(hashtext('dat-chuan: upload'), hashtext($1))", [file.hash]);
    const directiveId = await findByHash(tx, file.hash);
    if (directiveId !== null) return { status: 'published', directiveId };
    const [open] = await tx.query<{ id: number; stage: UploadStage }>(
      "select id, stage from uploads where hash = $1 and stage in ('waiting', 'reading', 'review')",
      [file.hash],
    );
    if (open !== undefined) return { status: 'underway', uploadId: open.id, stage: open.stage };
    await tx.query('insert into files (hash, bytes) values ($1, $2) on conflict do nothing', [
      file.hash,
      file.bytes,
    ]);
    const [row] = await tx.query<{ id: number }>(
      `insert into uploads (hash, file_name, size, channel, origin) values ($1, $2, $3, $4, $5) returning id`,
      [
        file.hash,
        file.fileName,
        file.bytes.length,
        file.channel,
        file.origin === undefined ? null : JSON.stringify(file.origin),
      ],
    );
    if (row === undefined) throw new Error('storeUpload: the insert gave no id');
    await logDocument(tx, {
      channel: file.channel,
      action: 'uploaded',
      document: file.fileName,
      uploadId: row.id,
    });
    await queue(tx, row.id);
    return { status: 'accepted', uploadId: row.id };
  });
}

/** Uploads, the newest first; `open`: only those that still need something. For admins (`bad_input`). */
export async function listUploads(
  database: Database,
  identity: Identity,
  { open = false, limit = 50, offset = 0 }: { open?: boolean; limit?: number; offset?: number } = {},
): Promise<readonly Upload[]> {
  return asAccount(database, identity, async (tx) => {
    await requireAdmin(tx);
    const rows = await tx.query<UploadRow>(
      `select ${COLUMNS} from uploads where not $1 or stage in ('waiting', 'reading', 'review')
        order by at desc, id desc limit $2 offset $3`,
      [open, limit, offset],
    );
    const drafts = Map.groupBy(
      await listDrafts(
        tx,
        rows.map(({ id }) => id),
      ),
      ({ uploadId }) => uploadId,
    );
    return rows.map((row) => upload(row, drafts.get(row.id) ?? []));
  });
}

/** One upload with what was read of it. Throws `not_found`, or `bad_input` for others than admins. */
export async function readUpload(database: Database, identity: Identity, id: number): Promise<Upload> {
  return asAccount(database, identity, async (tx) => {
    await requireAdmin(tx);
    const [row] = await tx.query<UploadRow>(`select ${COLUMNS} from uploads where id = $1`, [id]);
    if (row === undefined) throw noSuchUpload(id);
    return upload(row, await listDrafts(tx, [id]));
  });
}

/** One upload with what was read of it; nobody else changes it until the transaction ends. Throws `not_found`. */
export async function lockUpload(tx: Queryable, id: number): Promise<Upload> {
  const [row] = await tx.query<UploadRow>(`select ${COLUMNS} from uploads where id = $1 for update`, [id]);
  if (row === undefined) throw noSuchUpload(id);
  return upload(row, await listDrafts(tx, [id]));
}

/** Leaves with an upload what its channel needs to find its message again. */
export async function setUploadOrigin(
  database: Database,
  identity: Identity,
  id: number,
  origin: unknown,
): Promise<void> {
  await asAccount(database, identity, (tx) =>
    tx.query('update uploads set origin = $2 where id = $1', [id, JSON.stringify(origin)]),
  );
}

/** Once nothing of an upload waits for a person it is done, and open again when something does. */
export async function settleUpload(tx: Queryable, id: number): Promise<void> {
  await tx.query(
    `update uploads set changed_at = now(),
            stage = case when exists (select from drafts where upload = $1 and state = 'draft') then 'review' else 'done' end
      where id = $1`,
    [id],
  );
}

const COLUMNS =
  'id, file_name, size, channel, account::text as account, by_name, origin, at, stage, progress, reason';

type UploadRow = {
  readonly id: number;
  readonly file_name: string;
  readonly size: number;
  readonly channel: string;
  readonly account: string;
  readonly by_name: string;
  readonly origin: unknown;
  readonly at: Date;
  readonly stage: UploadStage;
  readonly progress: UploadProgress | null;
  readonly reason: string | null;
};

function upload(row: UploadRow, drafts: readonly DraftLine[]): Upload {
  const { file_name: fileName, account: accountId, by_name: by, ...rest } = row;
  return { ...rest, fileName, accountId, by, drafts };
}

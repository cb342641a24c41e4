import type { DirectiveSummary } from '../../domain/directive.ts';
import { requireAdmin } from '../access/accounts.ts';
import { asAccount, type Identity } from '../access/identity.ts';
import type { Database, Queryable } from '../database.ts';
import { SUMMARY_COLUMNS, type SummaryRow, summary } from '../directives.ts';
import { readDraftRow } from './drafts.ts';

/** A stored document as whoever looks after documents sees it. */
export type ManagedDirective = DirectiveSummary & {
  readonly standing: 'live' | 'withdrawn';
  readonly storedAt: Date;
  /** The draft it was published from, and who sent the file; `null` where it came another way. */
  readonly draftId: number | null;
  readonly by: string | null;
};

/** Documents that are answered from or were taken back, the newest first; older versions are left out. For admins (`bad_input`). */
export async function listManaged(
  database: Database,
  identity: Identity,
): Promise<readonly ManagedDirective[]> {
  return asAccount(database, identity, async (tx) => {
    await requireAdmin(tx);
    const rows = await tx.query<ManagedRow>(
      `select ${SUMMARY_COLUMNS}, standing, stored_at, source.draft, source.by_name
         from directives
         left join lateral (
           select dr.id as draft, u.by_name from drafts dr join uploads u on u.id = dr.upload
            where dr.directive = directives.id order by dr.id desc limit 1
         ) as source on true
        where standing in ('live', 'withdrawn') order by stored_at desc, id desc`,
    );
    return rows.map((row) => ({
      ...summary(row),
      standing: row.standing,
      storedAt: row.stored_at,
      draftId: row.draft,
      by: row.by_name,
    }));
  });
}

/** A file as it was sent. */
export type Original = { readonly fileName: string; readonly bytes: Uint8Array };

/** The file of a stored document; `null` where there is no such document. For admins (`bad_input`). */
export async function readOriginal(
  database: Database,
  identity: Identity,
  directiveId: number,
): Promise<Original | null> {
  return asAccount(database, identity, async (tx) => {
    await requireAdmin(tx);
    const [row] = await tx.query<{ file_name: string; original: Uint8Array }>(
      'select file_name, original from directives where id = $1',
      [directiveId],
    );
    return row === undefined ? null : { fileName: row.file_name, bytes: row.original };
  });
}

/**
 * The file of a draft; of one that could not be taken out of its archive or letter, that one. For admins (`bad_input`); `not_found`
 * for an unknown draft, `null` where its file is gone.
 */
export async function readDraftFile(
  database: Database,
  identity: Identity,
  draftId: number,
): Promise<Original | null> {
  return asAccount(database, identity, async (tx) => {
    await requireAdmin(tx);
    const { hash, fileName, uploadId } = await readDraftRow(tx, draftId);
    const whole = await uploadFile(tx, uploadId);
    if (whole?.hash === hash) return whole;
    const [row] = await tx.query<{ bytes: Uint8Array }>('select bytes from files where hash = $1', [hash]);
    return row === undefined ? null : { fileName, bytes: row.bytes };
  });
}

/** The file of an upload as it was sent. For admins (`bad_input`); `null` where there is none, or its file is gone. */
export async function readUploadFile(
  database: Database,
  identity: Identity,
  uploadId: number,
): Promise<Original | null> {
  return asAccount(database, identity, async (tx) => {
    await requireAdmin(tx);
    return uploadFile(tx, uploadId);
  });
}

async function uploadFile(
  tx: Queryable,
  uploadId: number,
): Promise<(Original & { readonly hash: string }) | null> {
  const [row] = await tx.query<{ file_name: string; hash: string; bytes: Uint8Array }>(
    'select u.file_name, f.hash, f.bytes from uploads u join files f on f.hash = u.hash where u.id = $1',
    [uploadId],
  );
  return row === undefined ? null : { fileName: row.file_name, hash: row.hash, bytes: row.bytes };
}

type ManagedRow = SummaryRow & {
  readonly standing: ManagedDirective['standing'];
  readonly stored_at: Date;
  readonly draft: number | null;
  readonly by_name: string | null;
};

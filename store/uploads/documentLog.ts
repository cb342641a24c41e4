import type { DocumentAction, DocumentLogEntry } from '../../domain/upload.ts';
import { requireAdmin } from '../access/accounts.ts';
import { asAccount, type Identity } from '../access/identity.ts';
import type { Database, Queryable } from '../database.ts';

export type NewLogEntry = {
  readonly channel: string;
  readonly action: DocumentAction;
  readonly document: string;
  readonly uploadId?: number | null;
  readonly draftId?: number | null;
  readonly directiveId?: number | null;
  readonly detail?: Readonly<Record<string, unknown>>;
};

/** Writes down what the account of the transaction does with a document, in that transaction. */
export async function logDocument(tx: Queryable, entry: NewLogEntry): Promise<void> {
  await tx.query(
    `insert into document_log (channel, action, document, upload, draft, directive, detail)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      entry.channel,
      entry.action,
      entry.document,
      entry.uploadId ?? null,
      entry.draftId ?? null,
      entry.directiveId ?? null,
      entry.detail ?? {},
    ],
  );
}

/**
 * Who uploaded, changed and published what, the newest first; of one directive with what was done to its draft and its upload
 * before. For admins (`bad_input` for others).
 */
export async function listDocumentLog(
  database: Database,
  identity: Identity,
  { limit = 50, directiveId = null }: { readonly limit?: number; readonly directiveId?: number | null } = {},
): Promise<readonly DocumentLogEntry[]> {
  return asAccount(database, identity, async (tx) => {
    await requireAdmin(tx);
    const rows = await tx.query<LogRow>(
      `select at, by_name, channel, action, document, upload, draft, directive, detail from document_log
        where $2::integer is null or directive = $2
           or draft in (select d.id from drafts d where d.directive = $2)
           or draft is null and upload in (select d.upload from drafts d where d.directive = $2)
        order by at desc, id desc limit $1`,
      [limit, directiveId],
    );
    return rows.map(({ by_name, upload, draft, directive, ...entry }) => ({
      ...entry,
      by: by_name,
      uploadId: upload,
      draftId: draft,
      directiveId: directive,
    }));
  });
}

type LogRow = {
  readonly at: Date;
  readonly by_name: string;
  readonly channel: string;
  readonly action: DocumentAction;
  readonly document: string;
  readonly upload: number | null;
  readonly draft: number | null;
  readonly directive: number | null;
  readonly detail: Readonly<Record<string, unknown>>;
};

import type { DirectiveKind, Header, ParsedDirective } from '../../domain/directive.ts';
import type { Corrections, Decision, Draft, DraftLine, DraftState } from '../../domain/upload.ts';
import type { Queryable } from '../database.ts';
import { holdFiles, keepFiles } from './fileLock.ts';
import { noSuchDraft } from './uploadTexts.ts';

/** A document that was read out of an upload, or could not be (`reason`, a Vietnamese sentence). */
export type NewDraft = {
  readonly fileName: string;
  readonly hash: string;
  /** Those of the document itself; `null` where they are the upload's own, which are stored. */
  readonly bytes: Uint8Array | null;
} & (
  | { readonly parsed: ParsedDirective; readonly reason: null }
  | { readonly parsed: null; readonly reason: string }
);

const LINE_COLUMNS =
  'd.id, d.upload, d.part, d.file_name, d.hash, d.head, d.corrections, d.decisions, d.state, d.directive, d.reason';

/** The documents of uploads as lists show them, in their order. */
export async function listDrafts(tx: Queryable, uploadIds: readonly number[]): Promise<readonly DraftLine[]> {
  const rows = await tx.query<DraftRow>(
    `select ${LINE_COLUMNS} from drafts d where d.upload = any($1::integer[]) order by d.upload, d.part`,
    [uploadIds],
  );
  return rows.map(line);
}

/** One document of an upload whole. `lock`: nobody else changes it until the transaction ends. Throws `not_found`. */
export async function readDraftRow(tx: Queryable, id: number, { lock = false } = {}): Promise<Draft> {
  const [row] = await tx.query<DraftRow & { readonly parsed: ParsedDirective | null }>(
    `select ${LINE_COLUMNS}, d.parsed from drafts d where d.id = $1${lock ? ' for update' : ''}`,
    [id],
  );
  if (row === undefined) throw noSuchDraft(id);
  const { hash, parsed, corrections, decisions } = row;
  return { ...line(row), hash, parsed, corrections, decisions };
}

/** The draft that a directive was published from, or `null` where it came another way. */
export async function findDraftOf(tx: Queryable, directiveId: number): Promise<number | null> {
  const [row] = await tx.query<{ id: number }>(
    'select id from drafts where directive = $1 order by id desc limit 1',
    [directiveId],
  );
  return row?.id ?? null;
}

/** Stores the documents of an upload. Those that an earlier try stored are left as they are. */
export async function insertDrafts(
  tx: Queryable,
  uploadId: number,
  drafts: readonly NewDraft[],
): Promise<void> {
  await keepFiles(tx);
  for (const [part, { fileName, hash, bytes, parsed, reason }] of drafts.entries()) {
    if (bytes !== null) {
      await tx.query('insert into files (hash, bytes) values ($1, $2) on conflict do nothing', [hash, bytes]);
    }
    await tx.query(
      `insert into drafts (upload, part, file_name, hash, parsed, head, state, reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (upload, part) do nothing`,
      [
        uploadId,
        part,
        fileName,
        hash,
        parsed === null ? null : JSON.stringify(parsed),
        parsed === null ? null : { header: parsed.header, kind: parsed.kind },
        parsed === null ? 'failed' : 'draft',
        reason,
      ],
    );
  }
}

/** Changes what a person decides of a draft. */
export async function updateDraft(
  tx: Queryable,
  id: number,
  change: {
    readonly corrections?: Corrections;
    readonly decisions?: Readonly<Record<string, Decision>>;
    readonly state?: DraftState;
    readonly directiveId?: number | null;
  },
): Promise<void> {
  await tx.query(
    `update drafts set corrections = coalesce($2::jsonb, corrections), decisions = coalesce($3::jsonb, decisions),
            state = coalesce($4, state), directive = case when $5 then $6::integer else directive end,
            parsed = case when $4 = 'discarded' then null else parsed end, changed_at = now()
      where id = $1`,
    [
      id,
      change.corrections ?? null,
      change.decisions ?? null,
      change.state ?? null,
      change.directiveId !== undefined,
      change.directiveId ?? null,
    ],
  );
}

/** The bytes of a stored file. Throws where they are gone: a fault of the program. */
export async function readFile(tx: Queryable, hash: string): Promise<Uint8Array> {
  const [row] = await tx.query<{ bytes: Uint8Array }>('select bytes from files where hash = $1', [hash]);
  if (row === undefined) throw new Error(`the file ${hash} is not stored`);
  return row.bytes;
}

/** Deletes the bytes of a draft (`hash`), and of the file that it came in, where nothing else is made of them. */
export async function dropUnneededFiles(
  tx: Queryable,
  { hash = null, uploadId }: { readonly hash?: string | null; readonly uploadId: number },
): Promise<void> {
  await holdFiles(tx);
  await tx.query(
    `delete from files f
      where f.hash in ($1::text, (select u.hash from uploads u where u.id = $2))
        and not exists (select from drafts d join uploads u on u.id = d.upload
                         where f.hash in (d.hash, u.hash) and d.state in ('draft', 'published'))
        and not exists (select from uploads u where u.hash = f.hash and u.stage in ('waiting', 'reading'))`,
    [hash, uploadId],
  );
}

type DraftRow = {
  readonly id: number;
  readonly upload: number;
  readonly part: number;
  readonly file_name: string;
  readonly hash: string;
  readonly head: { readonly header: Header; readonly kind: DirectiveKind } | null;
  readonly corrections: Corrections;
  readonly decisions: Readonly<Record<string, Decision>>;
  readonly state: DraftState;
  readonly directive: number | null;
  readonly reason: string | null;
};

function line(row: DraftRow): DraftLine {
  const { kind: correctedKind, ...fields } = row.corrections;
  return {
    id: row.id,
    uploadId: row.upload,
    part: row.part,
    fileName: row.file_name,
    state: row.state,
    header: row.head === null ? null : { ...row.head.header, ...fields },
    kind: row.head === null ? null : (correctedKind ?? row.head.kind),
    directiveId: row.directive,
    reason: row.reason,
  };
}

import { documentName } from '../domain/citation.ts';
import type { DirectiveSummary, Passage, StoredDirective } from '../domain/directive.ts';
import type { Standing } from '../domain/upload.ts';
import type { Queryable } from './database.ts';
import { SUMMARY_COLUMNS, type SummaryRow, summary } from './directives.ts';
import { packIndex } from './passages/packedIndex.ts';
import type { PassageIndex } from './passages/passageIndex.ts';
import { savePassages } from './passages/savePassages.ts';
import { raiseFrequencies } from './passages/termFrequencies.ts';
import { lockDirectives } from './passages/writeLock.ts';
import { silence } from './removeDirective.ts';
import { type SaidOfValidity, saveValidity } from './validity/saveValidity.ts';

/** A directive among the versions of one document. */
export type Version = DirectiveSummary & {
  readonly standing: Exclude<Standing['standing'], 'removed'>;
  readonly storedAt: Date;
};

/**
 * Takes a directive out of search and out of what is known of others, and leaves its words to be opened from old citations.
 * @param replacedBy the version that takes its place
 */
export async function retireDirective(tx: Queryable, id: number, replacedBy: number | null): Promise<void> {
  await silence(tx, id);
  await tx.query('update directives set standing = $2, replaced_by = $3 where id = $1', [
    id,
    replacedBy === null ? 'withdrawn' : 'replaced',
    replacedBy,
  ]);
}

/** What makes a directive found that is stored without it: see `reviveDirective`. */
export type Revival = {
  readonly passages: readonly Passage[];
  readonly index: PassageIndex;
  readonly said: Pick<SaidOfValidity, 'relations' | 'effects'>;
};

/** Takes a directive that was retired into search again, and what it says of others; with the ids that citations of it know. */
export async function reviveDirective(
  tx: Queryable,
  directive: StoredDirective,
  { passages, index, said }: Revival,
): Promise<void> {
  const { id, text, provisions } = directive;
  await lockDirectives(tx);
  const provisionIds = provisions.map((provision) => provision.id);
  const packed = await packIndex(index, await raiseFrequencies(tx, index));
  await tx.query(
    `update directives set standing = 'live', replaced_by = null, title_terms = $2, index_version = $3 where id = $1`,
    [id, packed.titleTerms, index.version],
  );
  await saveValidity(tx, id, { ...said, provisions }, provisionIds);
  await savePassages(tx, id, { text, passages }, provisionIds, packed.passages);
}

/** Says of a directive that was taken back which version is answered from in its place. */
export async function pointToVersion(tx: Queryable, id: number, version: number): Promise<void> {
  await tx.query("update directives set replaced_by = $2 where id = $1 and standing = 'withdrawn'", [
    id,
    version,
  ]);
}

/** The directive that is answered from and has the same bytes as this one, or `null`. */
export async function findTwin(queryable: Queryable, id: number): Promise<number | null> {
  const [row] = await queryable.query<{ id: number }>(
    `select t.id from directives d join directives t on t.hash = d.hash and t.standing = 'live'
      where d.id = $1 and t.id <> $1`,
    [id],
  );
  return row?.id ?? null;
}

/** Where a directive stands that was cited once; `null` for an id that no directive ever had. */
export async function readStanding(queryable: Queryable, id: number): Promise<Standing | null> {
  const [row] = await queryable.query<SummaryRow & Omit<Version, keyof DirectiveSummary> & Replaced>(
    `select ${SUMMARY_COLUMNS}, standing, replaced_by from directives where id = $1`,
    [id],
  );
  if (row !== undefined) {
    const { header, fileName } = summary(row);
    return {
      standing: row.standing,
      replacedBy: row.replaced_by,
      document: documentName(header, fileName),
    };
  }
  const [gone] = await queryable.query<GoneRow>(
    'select file_name, type, number, title from removed_directives where id = $1',
    [id],
  );
  if (gone === undefined) return null;
  const { type, number, title, file_name: fileName } = gone;
  const blank = { issuer: null, issued: null, effective: null, signer: null, place: null };
  const document = documentName({ ...blank, type, number, title }, fileName);
  return { standing: 'removed', replacedBy: null, document };
}

/** The directive with these bytes that was answered from once and is no more, or `null`; the newest of several. */
export async function findFormer(queryable: Queryable, hash: string): Promise<number | null> {
  const [row] = await queryable.query<{ id: number }>(
    "select id from directives where hash = $1 and standing <> 'live' order by id desc limit 1",
    [hash],
  );
  return row?.id ?? null;
}

/** All versions of the document that a directive is one of, the oldest first; itself alone where there is no other. */
export async function listVersions(queryable: Queryable, id: number): Promise<readonly Version[]> {
  const rows = await queryable.query<SummaryRow & { standing: Version['standing']; stored_at: Date }>(
    `with recursive up (id) as (
       select $1::integer
       union select d.replaced_by from directives d join up on d.id = up.id where d.replaced_by is not null
     ), versions (id) as (
       select id from up
       union select d.id from directives d join versions v on d.replaced_by = v.id
     )
     select ${SUMMARY_COLUMNS}, standing, stored_at from directives where id in (select id from versions) order by id`,
    [id],
  );
  return rows.map((row) => ({ ...summary(row), standing: row.standing, storedAt: row.stored_at }));
}

type Replaced = { readonly replaced_by: number | null };

type GoneRow = {
  readonly file_name: string;
  readonly type: string | null;
  readonly number: string | null;
  readonly title: string | null;
};

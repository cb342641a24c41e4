import type {
  DirectiveKind,
  DirectiveSummary,
  Format,
  Header,
  ParsedDirective,
  Provision,
  ProvisionKind,
  StoredDirective,
  StoredProvision,
} from '../domain/directive.ts';
import { amendedNumbers } from '../vietnamese/amendedNumbers.ts';
import { documentNumberKey } from '../vietnamese/documentNumber.ts';
import { sketching } from '../vietnamese/shingles.ts';
import type { Database, Queryable, Row } from './database.ts';
import { gently } from './gently.ts';
import { packIndex } from './passages/packedIndex.ts';
import type { PassageIndex } from './passages/passageIndex.ts';
import { savePassages } from './passages/savePassages.ts';
import { raiseFrequencies } from './passages/termFrequencies.ts';
import { lockDirectives } from './passages/writeLock.ts';
import { saveValidity } from './validity/saveValidity.ts';
import { encodeParameter } from './values.ts';

/** A file as it came, with what was read from it and how it is to be found. */
export type NewDirective = {
  /** SHA-256 of `original`, hexadecimal: the identity under which the same bytes are stored once. */
  readonly hash: string;
  readonly fileName: string;
  readonly original: Uint8Array;
  readonly sample: boolean;
  readonly parsed: ParsedDirective;
  readonly index: PassageIndex;
};

/**
 * Stores a directive whole, with its provisions, passages and search index, or nothing.
 * The same bytes are stored once: `stored` is false where they were there already. After the last of several,
 * `settleIndex` is to be called.
 */
export async function saveDirective(
  database: Database,
  directive: NewDirective,
): Promise<{ readonly id: number; readonly stored: boolean }> {
  return database.transaction((tx) => storeDirective(tx, directive));
}

/** As `saveDirective`, in a transaction that stores more than this. Other writers of directives wait until it ends. */
export async function storeDirective(
  tx: Queryable,
  directive: NewDirective,
): Promise<{ readonly id: number; readonly stored: boolean }> {
  await lockDirectives(tx);
  const known = await findByHash(tx, directive.hash);
  if (known !== null) return { id: known, stored: false };
  const index = await packIndex(directive.index, await raiseFrequencies(tx, directive.index));
  const id = await insertDirective(tx, directive, index.titleTerms);
  const provisionIds = await insertProvisions(tx, id, directive.parsed.provisions);
  await saveValidity(tx, id, directive.parsed, provisionIds);
  await savePassages(tx, id, directive.parsed, provisionIds, index.passages);
  return { id, stored: true };
}

/** The id of the directive with these bytes that is answered from, or `null`. */
export async function findByHash(queryable: Queryable, hash: string): Promise<number | null> {
  const [row] = await queryable.query<{ id: number }>(
    "select id from directives where hash = $1 and standing = 'live'",
    [hash],
  );
  return row?.id ?? null;
}

/** All directives or a part of their list, issued ones first, the newest first. */
export async function listDirectives(
  queryable: Queryable,
  part: { readonly limit?: number; readonly offset?: number } = {},
): Promise<readonly DirectiveSummary[]> {
  const rows = await queryable.query<SummaryRow>(
    `select ${SUMMARY_COLUMNS} from directives where standing = 'live' order by kind, issued desc nulls last, id limit $1 offset $2`,
    [part.limit ?? null, part.offset ?? 0],
  );
  return rows.map(summary);
}

/** How many directives there are. */
export async function countDirectives(queryable: Queryable): Promise<number> {
  const [row] = await queryable.query<{ count: number }>(
    "select count(*)::integer as count from directives where standing = 'live'",
  );
  return row?.count ?? 0;
}

/** One directive whole, or `null` where there is none with this id. Older and withdrawn ones too (`readStanding` tells). */
export async function readDirective(queryable: Queryable, id: number): Promise<StoredDirective | null> {
  const [row] = await queryable.query<SummaryRow & { body: string; warnings: string[] }>(
    `select ${SUMMARY_COLUMNS}, body, warnings from directives where id = $1`,
    [id],
  );
  if (row === undefined) return null;
  return {
    ...summary(row),
    text: row.body,
    warnings: row.warnings,
    provisions: await listProvisions(queryable, id),
  };
}

/** A directive's provisions in document order. */
async function listProvisions(
  queryable: Queryable,
  directiveId: number,
): Promise<readonly StoredProvision[]> {
  const rows = await queryable.query<ProvisionRow>(
    `select id, parent_ordinal, kind, label, path, heading, start_at, end_at, page
       from provisions where directive_id = $1 order by ordinal`,
    [directiveId],
  );
  return rows.map((row) => ({
    id: row.id,
    parent: row.parent_ordinal,
    kind: row.kind,
    label: row.label,
    path: row.path,
    heading: row.heading,
    start: row.start_at,
    end: row.end_at,
    page: row.page,
  }));
}

/** The directives with this number, in whatever spelling; one number may come again in another file. */
export async function findByNumber(
  queryable: Queryable,
  number: string,
): Promise<readonly DirectiveSummary[]> {
  const rows = await queryable.query<SummaryRow>(
    `select ${SUMMARY_COLUMNS} from directives where number_key = $1 and standing = 'live' order by issued desc nulls last, id`,
    [documentNumberKey(number)],
  );
  return rows.map(summary);
}

/** The directives whose numbers begin with this serial (without leading zeros), the newest first. */
export async function findBySerial(
  queryable: Queryable,
  serial: string,
): Promise<readonly DirectiveSummary[]> {
  const rows = await queryable.query<SummaryRow>(
    `select ${SUMMARY_COLUMNS} from directives
      where (number_key = $1 or number_key like $1 || '/%' or number_key like $1 || '-%') and standing = 'live'
      order by issued desc nulls last, id`,
    [serial],
  );
  return rows.map(summary);
}

/** The directives of a type, given in words as it is stored (`Luật`), the newest first. */
export async function findByType(
  queryable: Queryable,
  types: readonly string[],
): Promise<readonly DirectiveSummary[]> {
  const rows = await queryable.query<SummaryRow>(
    `select ${SUMMARY_COLUMNS} from directives
      where type = any($1::text[]) and standing = 'live' order by issued desc nulls last, id`,
    [types],
  );
  return rows.map(summary);
}

/** The ids of issued directives that have a provision with one of these labels, the newest first. */
export async function findHaving(
  queryable: Queryable,
  labels: readonly string[],
  limit: number,
): Promise<readonly number[]> {
  const rows = await queryable.query<{ id: number }>(
    `select id from directives
      where kind = 'issued' and standing = 'live' and id in (select directive_id from provisions where label = any($1::text[]))
      order by issued desc nulls last, id limit $2`,
    [labels, limit],
  );
  return rows.map(({ id }) => id);
}

/** The directives whose titles say that they amend, replace or repeal the one with this number. */
export async function findAmending(
  queryable: Queryable,
  number: string,
): Promise<readonly DirectiveSummary[]> {
  const rows = await queryable.query<SummaryRow>(
    `select ${SUMMARY_COLUMNS} from directives
      where amends @> array[$1::text] and number_key is distinct from $1 and kind = 'issued' and standing = 'live'
      order by issued desc nulls last, id`,
    [documentNumberKey(number)],
  );
  return rows.map(summary);
}

/** How much is stored. */
export async function countStored(
  queryable: Queryable,
): Promise<{ readonly directives: number; readonly provisions: number; readonly passages: number }> {
  const [row] = await queryable.query<{ directives: number; provisions: number; passages: number }>(
    `select (select count(*)::integer from directives where standing = 'live') as directives,
            (select count(*)::integer from provisions p join directives d on d.id = p.directive_id
              where d.standing = 'live') as provisions,
            (select passages from corpus) as passages`,
  );
  return row ?? { directives: 0, provisions: 0, passages: 0 };
}

export const SUMMARY_COLUMNS = `id, file_name, format, kind, sample, number, type, issuer,
  issued::text as issued, effective::text as effective, title, signer, place`;

/** A row of `SUMMARY_COLUMNS`. */
export type SummaryRow = Row & {
  readonly id: number;
  readonly file_name: string;
  readonly format: Format;
  readonly kind: DirectiveKind;
  readonly sample: boolean;
} & { readonly [field in keyof Header]: string | null };

type ProvisionRow = {
  readonly id: number;
  readonly parent_ordinal: number | null;
  readonly kind: ProvisionKind;
  readonly label: string;
  readonly path: string[];
  readonly heading: string | null;
  readonly start_at: number;
  readonly end_at: number;
  readonly page: number | null;
};

/** What lists and cards show of a row. */
export function summary(row: SummaryRow): DirectiveSummary {
  const { number, type, issuer, issued, effective, title, signer, place } = row;
  return {
    id: row.id,
    fileName: row.file_name,
    format: row.format,
    kind: row.kind,
    sample: row.sample,
    header: { number, type, issuer, issued, effective, title, signer, place },
  };
}

async function insertDirective(
  tx: Queryable,
  directive: NewDirective,
  titleTerms: readonly number[],
): Promise<number> {
  const { parsed } = directive;
  const { header } = parsed;
  const [row] = await tx.query<{ id: number }>(
    `insert into directives (hash, file_name, format, kind, sample, number, number_key, type, issuer, issued,
       effective, title, signer, place, body, original, warnings, amends, title_terms, index_version, sketch)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21) returning id`,
    [
      directive.hash,
      directive.fileName,
      parsed.format,
      parsed.kind,
      directive.sample,
      header.number,
      header.number === null ? null : documentNumberKey(header.number),
      header.type,
      header.issuer,
      header.issued,
      header.effective,
      header.title,
      header.signer,
      header.place,
      parsed.text,
      directive.original,
      parsed.warnings,
      header.title === null ? [] : amendedNumbers(header.title),
      titleTerms,
      directive.index.version,
      await gently(sketching(parsed.text)),
    ],
  );
  if (row === undefined) throw new Error(`saveDirective: ${directive.fileName}: the insert gave no id`);
  return row.id;
}

/** Returns the ids in the order of `provisions`. */
async function insertProvisions(
  tx: Queryable,
  directiveId: number,
  provisions: readonly Provision[],
): Promise<readonly number[]> {
  if (provisions.length === 0) return [];
  const [inserted] = await tx.query<{ ids: number[] }>(
    `with inserted as (
       insert into provisions
         (directive_id, ordinal, parent_ordinal, kind, label, path, heading, start_at, end_at, page)
       select $1, p.ordinal, p.parent, p.kind, p.label, p.path::text[], p.heading, p.start_at, p.end_at, p.page
         from unnest($2::integer[], $3::integer[], $4::text[], $5::text[], $6::text[], $7::text[], $8::integer[],
                     $9::integer[], $10::integer[])
           as p(ordinal, parent, kind, label, path, heading, start_at, end_at, page)
       returning id, ordinal
     )
     select array_agg(id order by ordinal) as ids from inserted`,
    [
      directiveId,
      provisions.map((_, ordinal) => ordinal),
      provisions.map((provision) => provision.parent),
      provisions.map((provision) => provision.kind),
      provisions.map((provision) => provision.label),
      provisions.map((provision) => encodeParameter(provision.path)),
      provisions.map((provision) => provision.heading),
      provisions.map((provision) => provision.start),
      provisions.map((provision) => provision.end),
      provisions.map((provision) => provision.page),
    ],
  );
  return inserted?.ids ?? [];
}

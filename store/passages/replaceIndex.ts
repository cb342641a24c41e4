import type { Passage } from '../../domain/directive.ts';
import type { Database, Queryable } from '../database.ts';
import { encodeParameter } from '../values.ts';
import { type PackedPassage, packIndex } from './packedIndex.ts';
import type { PassageIndex } from './passageIndex.ts';
import { type TermIds, termIds } from './termFrequencies.ts';
import { lockDirectives } from './writeLock.ts';

/** A stored passage as far as its index is made of it. */
export type IndexedPassage = Pick<Passage, 'heading' | 'start' | 'end'> & { readonly id: number };

/** A directive's passages in the order of the document. */
export async function listPassages(
  queryable: Queryable,
  directiveId: number,
): Promise<readonly IndexedPassage[]> {
  const rows = await queryable.query<{ id: number; heading: string; start_at: number; end_at: number }>(
    'select id, heading, start_at, end_at from passages where directive_id = $1 order by id',
    [directiveId],
  );
  return rows.map(({ id, heading, start_at: start, end_at: end }) => ({ id, heading, start, end }));
}

/** How many directives have an index of another version than this. */
export async function countStale(queryable: Queryable, version: string): Promise<number> {
  const [row] = await queryable.query<{ count: number }>(
    "select count(*)::integer as count from directives where index_version <> $1 and standing = 'live'",
    [version],
  );
  return row?.count ?? 0;
}

/** The next directive beyond `after` whose index is of another version than this (`null`: of any), or `null`. */
export async function nextStale(
  queryable: Queryable,
  version: string | null,
  after: number,
): Promise<number | null> {
  const [row] = await queryable.query<{ id: number }>(
    `select id from directives
      where id > $1 and ($2::text is null or index_version <> $2) and standing = 'live' order by id limit 1`,
    [after, version],
  );
  return row?.id ?? null;
}

/**
 * Gives a stored directive a new index in one transaction: a search sees the old one or the new one. Passages keep their
 * ids, and those whose index comes out the same are not touched.
 * @param passageIds the passages of the index, in its order
 * @param also what else is to change in the same transaction
 * @returns `false` where the directive is not there any more
 */
export async function replaceIndex(
  database: Database,
  directiveId: number,
  passageIds: readonly number[],
  index: PassageIndex,
  also: (tx: Queryable) => Promise<void>,
): Promise<boolean> {
  return database.transaction(async (tx) => {
    await lockDirectives(tx);
    const stored = await readStored(tx, directiveId);
    if (stored === null) return false;
    const { titleTerms, passages } = await packIndex(index, await idsOf(tx, index));
    const changes = passageIds.flatMap((id, at): readonly Change[] => {
      const [before, after] = [stored.get(id), passages[at]];
      if (after === undefined) throw new Error(`replaceIndex: the index lacks passage ${id}`);
      return before !== undefined && isSame(before, after) ? [] : [{ id, before, after }];
    });
    await tx.query('update directives set title_terms = $2, index_version = $3 where id = $1', [
      directiveId,
      titleTerms,
      index.version,
    ]);
    if (changes.length > 0) await apply(tx, directiveId, changes);
    await also(tx);
    return true;
  });
}

type Change = {
  readonly id: number;
  readonly before: PackedPassage | undefined;
  readonly after: PackedPassage;
};

/** What is stored, by passage id; `null` where there is no such directive. A passage without lexemes has none. */
async function readStored(
  tx: Queryable,
  directiveId: number,
): Promise<ReadonlyMap<number, PackedPassage> | null> {
  const [directive] = await tx.query('select 1 as there from directives where id = $1', [directiveId]);
  if (directive === undefined) return null;
  const rows = await tx.query<PackedPassage & { readonly id: number }>(
    `select p.id, p.terms, p.length, coalesce(l.lexemes, '{}') as lexemes
       from passages p left join passage_lexemes l on l.passage_id = p.id where p.directive_id = $1`,
    [directiveId],
  );
  return new Map(rows.map(({ id, ...packed }) => [id, packed]));
}

function idsOf(tx: Queryable, { title, passages }: PassageIndex): Promise<TermIds> {
  const all = new Set(title);
  for (const { heading, body } of passages) {
    for (const term of heading.keys()) all.add(term);
    for (const term of body.keys()) all.add(term);
  }
  return termIds(tx, [...all]);
}

function isSame(before: PackedPassage, after: PackedPassage): boolean {
  const known = new Set(before.lexemes);
  return (
    before.length === after.length &&
    known.size === after.lexemes.length &&
    after.lexemes.every((id) => known.has(id)) &&
    Buffer.compare(before.terms, after.terms) === 0
  );
}

async function apply(tx: Queryable, directiveId: number, changes: readonly Change[]): Promise<void> {
  const more = new Map<number, number>();
  const count = (lexemes: readonly number[], by: number): void => {
    for (const id of lexemes) if (id > 0) more.set(id, (more.get(id) ?? 0) + by);
  };
  let longer = 0;
  for (const { before, after } of changes) {
    count(before?.lexemes ?? [], -1);
    count(after.lexemes, 1);
    longer += after.length - (before?.length ?? 0);
  }
  const counted = [...more].filter(([, by]) => by !== 0);
  await tx.query(
    `update terms set passages = terms.passages + counted.by
       from unnest($1::integer[], $2::integer[]) as counted(id, by) where terms.id = counted.id`,
    [counted.map(([id]) => id), counted.map(([, by]) => by)],
  );
  await tx.query(
    `with changed as (
       select * from unnest($2::integer[], $3::bytea[], $4::integer[], $5::text[]) as c(id, terms, length, lexemes)
     ), counts as (
       update passages set terms = changed.terms, length = changed.length from changed where passages.id = changed.id
     ), sums as (
       update corpus set total_length = total_length + $6
     )
     insert into passage_lexemes (passage_id, directive_id, lexemes)
     select id, $1, lexemes::integer[] from changed
     on conflict (passage_id) do update set lexemes = excluded.lexemes`,
    [
      directiveId,
      changes.map(({ id }) => id),
      changes.map(({ after }) => after.terms),
      changes.map(({ after }) => after.length),
      changes.map(({ after }) => encodeParameter(after.lexemes)),
      longer,
    ],
  );
}

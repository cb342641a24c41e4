import type { Queryable } from '../database.ts';
import type { PassageIndex } from './passageIndex.ts';

/** Gives the id of a term. Throws for one that was not asked for: a fault of the program. */
export type TermIds = (term: string) => number;

/**
 * Counts for each term of an index the passages in which it stands, and tells the terms' ids. To be called in the
 * transaction that stores the passages.
 */
export async function raiseFrequencies(tx: Queryable, index: PassageIndex): Promise<TermIds> {
  const frequencies = documentFrequencies(index);
  const [counted] = await tx.query<LongRow>(
    `with named as (
       insert into terms (term, passages)
       select added.term, added.passages from unnest($1::text[], $2::integer[]) as added(term, passages)
       on conflict (term) do update set passages = terms.passages + excluded.passages
       returning id, term
     ) ${LONG_ROW}`,
    [[...frequencies.keys()], [...frequencies.values()]],
  );
  return lookup(readLongRow(counted));
}

/** The ids of terms, each given once. Those that the corpus does not know yet get one, and stand in no passage. */
export async function termIds(tx: Queryable, terms: readonly string[]): Promise<TermIds> {
  // Asked one by one: the planner would rather read all terms there are.
  const [known] = await tx.query<LongRow>(
    `with named as (
       select id, asked.term from unnest($1::text[]) as asked(term)
        cross join lateral (select id from terms where terms.term = asked.term limit 1) as found
     ) ${LONG_ROW}`,
    [terms],
  );
  const ids = readLongRow(known);
  const [added] = await tx.query<LongRow>(
    `with named as (
       insert into terms (term, passages) select term, 0 from unnest($1::text[]) as new(term) returning id, term
     ) ${LONG_ROW}`,
    [terms.filter((term) => !ids.has(term))],
  );
  return lookup(new Map([...ids, ...readLongRow(added)]));
}

/** Takes back what a directive's stored passages were counted for. Terms that nothing holds any more stay, at nought. */
export async function lowerFrequencies(tx: Queryable, directiveId: number): Promise<void> {
  await tx.query(
    `update terms set passages = terms.passages - held.passages
       from (select term_id, count(*)::integer as passages
               from passage_lexemes cross join lateral unnest(lexemes) as term_id
              where directive_id = $1 and term_id > 0 group by term_id) as held
      where terms.id = held.term_id`,
    [directiveId],
  );
}

/** One row of long texts instead of thousands of short rows, which would cost more than the rest. No term holds a space. */
const LONG_ROW = "select string_agg(id::text, ' ') as ids, string_agg(term, ' ') as terms from named";
type LongRow = { readonly ids: string | null; readonly terms: string | null };

function readLongRow(row: LongRow | undefined): ReadonlyMap<string, number> {
  const ids = row?.ids?.split(' ') ?? [];
  return new Map(row?.terms?.split(' ').map((term, at) => [term, Number(ids[at])]));
}

function lookup(ids: ReadonlyMap<string, number>): TermIds {
  return (term) => {
    const id = ids.get(term);
    if (id === undefined) throw new Error(`the term "${term}" has no id`);
    return id;
  };
}

/** In how many passages each term stands; the title's terms stand in every passage. */
function documentFrequencies(index: PassageIndex): ReadonlyMap<string, number> {
  const frequencies = new Map<string, number>();
  const title = new Set(index.title);
  for (const term of title) frequencies.set(term, index.passages.length);
  const count = (term: string): void => {
    if (!title.has(term)) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  };
  for (const { heading, body } of index.passages) {
    for (const term of body.keys()) count(term);
    for (const term of heading.keys()) if (!body.has(term)) count(term);
  }
  return frequencies;
}

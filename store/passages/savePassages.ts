import type { Passage } from '../../domain/directive.ts';
import type { Queryable } from '../database.ts';
import { packTerms } from './packedTerms.ts';
import type { PassageIndex } from './passageIndex.ts';

/**
 * Stores a directive's passages and their index, and raises the document frequencies in the same transaction,
 * so that a search sees both or neither.
 */
export async function savePassages(
  tx: Queryable,
  directiveId: number,
  text: string,
  passages: readonly Passage[],
  provisionIds: readonly number[],
  index: PassageIndex,
): Promise<void> {
  const frequencies = documentFrequencies(index);
  const ids = await countTerms(tx, frequencies);
  const idOf = (term: string): number => {
    const id = ids.get(term);
    if (id === undefined) throw new Error(`savePassages: no id for the term "${term}"`);
    return id;
  };
  const titleIds = [...new Set(index.title)].map(idOf);
  await tx.query('update directives set title_terms = $2 where id = $1', [directiveId, titleIds]);

  const rows = passages.map((passage, ordinal) => {
    const { heading, body } = index.passages[ordinal] ?? { heading: new Map(), body: new Map() };
    const own = [...new Set([...heading.keys(), ...body.keys()])].map((term) => ({
      termId: idOf(term),
      heading: heading.get(term) ?? 0,
      body: body.get(term) ?? 0,
    }));
    return {
      provisionId: passage.provision === null ? null : (provisionIds[passage.provision] ?? null),
      passage,
      terms: packTerms(own),
      lexemes: [...new Set([...own.map(({ termId }) => termId), ...titleIds])],
      length: [...body.values()].reduce((sum, count) => sum + count, 0),
    };
  });
  await tx.query(
    `with added as (
       insert into passages (directive_id, provision_id, path, heading, start_at, end_at, body, terms, length)
       select $1, p.provision_id, array(select jsonb_array_elements_text(p.path::jsonb)), p.heading, p.start_at,
              p.end_at, p.body, p.terms, p.length
         from unnest($2::integer[], $3::text[], $4::text[], $5::integer[], $6::integer[], $7::text[], $8::bytea[],
                     $9::integer[])
           as p(provision_id, path, heading, start_at, end_at, body, terms, length)
       returning id, start_at
     )
     insert into passage_lexemes (passage_id, directive_id, lexemes)
     select added.id, $1, array_to_tsvector(found.lexemes::text[])
       from added join unnest($5::integer[], $10::text[]) as found(start_at, lexemes) using (start_at)`,
    [
      directiveId,
      rows.map((row) => row.provisionId),
      rows.map((row) => JSON.stringify(row.passage.path)),
      rows.map((row) => row.passage.heading),
      rows.map((row) => row.passage.start),
      rows.map((row) => row.passage.end),
      rows.map((row) => text.slice(row.passage.start, row.passage.end)),
      rows.map((row) => row.terms),
      rows.map((row) => row.length),
      // Lists of lists go in as array literals: unnest cannot take ragged arrays.
      rows.map((row) => `{${row.lexemes.join(',')}}`),
    ],
  );
  await tx.query('update corpus set passages = passages + $1, total_length = total_length + $2', [
    rows.length,
    rows.reduce((sum, row) => sum + row.length, 0),
  ]);
}

/** In how many passages each term stands; the title's terms stand in every passage. */
function documentFrequencies(index: PassageIndex): ReadonlyMap<string, number> {
  const frequencies = new Map<string, number>();
  const title = new Set(index.title);
  for (const term of title) frequencies.set(term, index.passages.length);
  for (const { heading, body } of index.passages) {
    for (const term of new Set([...heading.keys(), ...body.keys()])) {
      if (!title.has(term)) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
    }
  }
  return frequencies;
}

async function countTerms(
  tx: Queryable,
  frequencies: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ id: number; term: string }>(
    `insert into terms (term, passages)
     select added.term, added.passages from unnest($1::text[], $2::integer[]) as added(term, passages)
     on conflict (term) do update set passages = terms.passages + excluded.passages
     returning id, term`,
    [[...frequencies.keys()], [...frequencies.values()]],
  );
  return new Map(rows.map((row) => [row.term, row.id]));
}

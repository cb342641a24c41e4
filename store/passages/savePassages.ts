import type { Passage } from '../../domain/directive.ts';
import type { Queryable } from '../database.ts';
import { encodeParameter } from '../values.ts';
import type { PackedPassage } from './packedIndex.ts';

/**
 * Stores a directive's passages with their index, in the transaction that counts their terms: so a search sees both or
 * neither. Lists are in the order of the document; `provisionIds` are those of `Passage.provision`.
 */
export async function savePassages(
  tx: Queryable,
  directiveId: number,
  { text, passages }: { readonly text: string; readonly passages: readonly Passage[] },
  provisionIds: readonly number[],
  index: readonly PackedPassage[],
): Promise<void> {
  if (index.length !== passages.length) {
    throw new Error(`savePassages: ${passages.length} passages, but an index of ${index.length}`);
  }
  // Lists of lists go in as array literals: unnest cannot take ragged arrays.
  await tx.query(
    `with added as (
       insert into passages (directive_id, provision_id, path, heading, start_at, end_at, body, terms, length)
       select $1, p.provision_id, p.path::text[], p.heading, p.start_at, p.end_at, p.body, p.terms, p.length
         from unnest($2::integer[], $3::text[], $4::text[], $5::integer[], $6::integer[], $7::text[], $8::bytea[],
                     $9::integer[])
           as p(provision_id, path, heading, start_at, end_at, body, terms, length)
       returning id, start_at
     ), indexed as (
       insert into passage_lexemes (passage_id, directive_id, lexemes)
       select added.id, $1, found.lexemes::integer[]
         from added join unnest($5::integer[], $10::text[]) as found(start_at, lexemes) using (start_at)
     )
     update corpus set passages = passages + $11, total_length = total_length + $12`,
    [
      directiveId,
      passages.map(({ provision }) => (provision === null ? null : (provisionIds[provision] ?? null))),
      passages.map(({ path }) => encodeParameter(path)),
      passages.map(({ heading }) => heading),
      passages.map(({ start }) => start),
      passages.map(({ end }) => end),
      passages.map(({ start, end }) => text.slice(start, end)),
      index.map(({ terms }) => terms),
      index.map(({ length }) => length),
      index.map(({ lexemes }) => encodeParameter(lexemes)),
      index.length,
      index.reduce((sum, { length }) => sum + length, 0),
    ],
  );
}

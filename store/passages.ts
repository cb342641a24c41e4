import type { DirectiveKind, IsoDate, Passage } from '../domain/directive.ts';
import type { Queryable } from './database.ts';
import { packTerms, pickTerms, type TermCount } from './packedTerms.ts';

/** How often each term stands in the fields by which a passage is found. */
export type PassageTerms = {
  readonly heading: ReadonlyMap<string, number>;
  readonly body: ReadonlyMap<string, number>;
};

/** The terms of a directive: of its name and title, and of its passages in their order. */
export type PassageIndex = {
  readonly title: readonly string[];
  readonly passages: readonly PassageTerms[];
};

/** A known term of the corpus. */
export type TermStatistics = { readonly id: number; readonly term: string; readonly passages: number };

/** Size of the corpus; lengths are in terms. */
export type CorpusStatistics = { readonly passages: number; readonly averageLength: number };

/** A passage with what exact scoring needs: of its terms those that were asked. */
export type Candidate = {
  readonly passageId: number;
  readonly directiveId: number;
  readonly provisionId: number | null;
  readonly path: readonly string[];
  readonly heading: string;
  readonly start: number;
  readonly end: number;
  readonly page: number | null;
  readonly terms: readonly TermCount[];
  readonly length: number;
  readonly titleTermIds: readonly number[];
  /** Type, number and title of the directive. */
  readonly title: string;
  readonly kind: DirectiveKind;
  readonly sample: boolean;
  readonly effective: IsoDate | null;
};

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

/** What the corpus knows of these terms; unknown ones are left out. */
export async function findTerms(
  queryable: Queryable,
  terms: readonly string[],
): Promise<readonly TermStatistics[]> {
  return queryable.query<TermStatistics>(
    'select id, term, passages from terms where term = any($1::text[]) and passages > 0',
    [terms],
  );
}

export async function corpusStatistics(queryable: Queryable): Promise<CorpusStatistics> {
  const [row] = await queryable.query<{ passages: number; average: number }>(
    'select passages, (total_length::float8 / greatest(passages, 1)) as average from corpus',
  );
  return { passages: row?.passages ?? 0, averageLength: row?.average ?? 0 };
}

/**
 * The passages that hold the heaviest share of the weighted terms, best first, with all that exact scoring needs.
 * @param wanted the terms by which candidates are found
 * @param asked all terms of the question: their counts are returned, the passage's other terms are not
 * @param directiveIds only passages of these directives; `null` for all
 */
export async function findCandidates(
  queryable: Queryable,
  wanted: readonly { readonly termId: number; readonly weight: number }[],
  asked: readonly number[],
  limit: number,
  directiveIds: readonly number[] | null,
): Promise<readonly Candidate[]> {
  if (wanted.length === 0) return [];
  const rows = await queryable.query<CandidateRow>(
    `with best as (
       select hit.id, sum(wanted.weight) as weight
         from unnest($1::text[], $2::float8[]) as wanted(lexeme, weight)
        cross join lateral (
          select passage_id as id from passage_lexemes
           where lexemes @@ wanted.lexeme::tsquery
             and ($4::integer[] is null or directive_id = any($4::integer[]))
        ) as hit
        group by hit.id order by weight desc, hit.id limit $3
     )
     select passages.id, passages.directive_id, passages.provision_id, passages.path, passages.heading,
            passages.start_at, passages.end_at, provisions.page, passages.terms, passages.length, directives.kind, directives.sample, directives.effective::text as effective,
            array(select id from unnest(directives.title_terms) as id where id = any($5::integer[])) as title_terms,
            concat_ws(' ', directives.type, directives.number, directives.title) as title
       from best
       join passages on passages.id = best.id
       join directives on directives.id = passages.directive_id
       left join provisions on provisions.id = passages.provision_id
      order by best.weight desc, passages.id`,
    [
      wanted.map(({ termId }) => String(termId)),
      wanted.map(({ weight }) => weight),
      limit,
      directiveIds === null ? null : [...directiveIds],
      asked,
    ],
  );
  const sorted = [...asked].sort((a, b) => a - b);
  return rows.map((row) => candidate(row, sorted));
}

/** The exact words of passages, by passage id. */
export async function readPassageTexts(
  queryable: Queryable,
  passageIds: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const rows = await queryable.query<{ id: number; body: string }>(
    'select id, body from passages where id = any($1::integer[])',
    [passageIds],
  );
  return new Map(rows.map((row) => [row.id, row.body]));
}

type CandidateRow = {
  readonly id: number;
  readonly directive_id: number;
  readonly provision_id: number | null;
  readonly path: string[];
  readonly heading: string;
  readonly start_at: number;
  readonly end_at: number;
  readonly page: number | null;
  readonly terms: Uint8Array;
  readonly length: number;
  readonly title_terms: number[];
  readonly title: string;
  readonly kind: DirectiveKind;
  readonly sample: boolean;
  readonly effective: string | null;
};

function candidate(row: CandidateRow, asked: readonly number[]): Candidate {
  return {
    passageId: row.id,
    directiveId: row.directive_id,
    provisionId: row.provision_id,
    path: row.path,
    heading: row.heading,
    start: row.start_at,
    end: row.end_at,
    page: row.page,
    terms: pickTerms(row.terms, asked),
    length: row.length,
    titleTermIds: row.title_terms,
    title: row.title,
    kind: row.kind,
    sample: row.sample,
    effective: row.effective,
  };
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

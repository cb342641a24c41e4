import type { DirectiveKind, IsoDate, Passage } from '../domain/directive.ts';
import type { Queryable } from './database.ts';

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

/** A passage with what exact scoring needs. The count arrays run parallel to `termIds`. */
export type Candidate = {
  readonly passageId: number;
  readonly directiveId: number;
  readonly provisionId: number | null;
  readonly path: readonly string[];
  readonly heading: string;
  readonly start: number;
  readonly end: number;
  readonly page: number | null;
  readonly termIds: readonly number[];
  readonly headingCounts: readonly number[];
  readonly bodyCounts: readonly number[];
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
    const own = [...new Set([...heading.keys(), ...body.keys()])];
    const ownIds = own.map(idOf);
    return {
      provisionId: passage.provision === null ? null : (provisionIds[passage.provision] ?? null),
      passage,
      termIds: ownIds,
      headingCounts: own.map((term) => heading.get(term) ?? 0),
      bodyCounts: own.map((term) => body.get(term) ?? 0),
      length: [...body.values()].reduce((sum, count) => sum + count, 0),
      lexemes: [...new Set([...ownIds, ...titleIds])],
    };
  });
  // Lists of lists go in as array literals: unnest cannot take ragged arrays.
  const literal = (numbers: readonly number[]) => `{${numbers.join(',')}}`;
  await tx.query(
    `insert into passages (directive_id, provision_id, path, heading, start_at, end_at, body,
       term_ids, heading_counts, body_counts, length, search_vector)
     select $1, p.provision_id, array(select jsonb_array_elements_text(p.path::jsonb)), p.heading, p.start_at,
            p.end_at, p.body, p.term_ids::integer[], p.heading_counts::smallint[], p.body_counts::smallint[], p.length,
            array_to_tsvector(p.lexemes::text[])
       from unnest($2::integer[], $3::text[], $4::text[], $5::integer[], $6::integer[], $7::text[], $8::text[],
                   $9::text[], $10::text[], $11::integer[], $12::text[])
         as p(provision_id, path, heading, start_at, end_at, body, term_ids, heading_counts, body_counts, length, lexemes)`,
    [
      directiveId,
      rows.map((row) => row.provisionId),
      rows.map((row) => JSON.stringify(row.passage.path)),
      rows.map((row) => row.passage.heading),
      rows.map((row) => row.passage.start),
      rows.map((row) => row.passage.end),
      rows.map((row) => text.slice(row.passage.start, row.passage.end)),
      rows.map((row) => literal(row.termIds)),
      rows.map((row) => literal(row.headingCounts)),
      rows.map((row) => literal(row.bodyCounts)),
      rows.map((row) => row.length),
      rows.map((row) => literal(row.lexemes)),
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
 * @param directiveIds only passages of these directives; `null` for all
 */
export async function findCandidates(
  queryable: Queryable,
  wanted: readonly { readonly termId: number; readonly weight: number }[],
  limit: number,
  directiveIds: readonly number[] | null,
): Promise<readonly Candidate[]> {
  if (wanted.length === 0) return [];
  const rows = await queryable.query<CandidateRow>(
    `with best as (
       select hit.id, sum(wanted.weight) as weight
         from unnest($1::text[], $2::float8[]) as wanted(lexeme, weight)
        cross join lateral (
          select passages.id from passages
           where passages.search_vector @@ wanted.lexeme::tsquery
             and ($4::integer[] is null or passages.directive_id = any($4::integer[]))
        ) as hit
        group by hit.id order by weight desc, hit.id limit $3
     )
     ${CANDIDATE_COLUMNS} join best on best.id = passages.id
     order by best.weight desc, passages.id`,
    [
      wanted.map(({ termId }) => String(termId)),
      wanted.map(({ weight }) => weight),
      limit,
      directiveIds === null ? null : [...directiveIds],
    ],
  );
  return rows.map(candidate);
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

const CANDIDATE_COLUMNS = `
  select passages.id, passages.directive_id, passages.provision_id, passages.path, passages.heading,
         passages.start_at, passages.end_at, provisions.page, passages.term_ids, passages.heading_counts,
         passages.body_counts, passages.length, directives.title_terms, directives.kind,
         concat_ws(' ', directives.type, directives.number, directives.title) as title, directives.sample,
         directives.effective::text as effective
    from passages
    join directives on directives.id = passages.directive_id
    left join provisions on provisions.id = passages.provision_id`;

type CandidateRow = {
  readonly id: number;
  readonly directive_id: number;
  readonly provision_id: number | null;
  readonly path: string[];
  readonly heading: string;
  readonly start_at: number;
  readonly end_at: number;
  readonly page: number | null;
  readonly term_ids: number[];
  readonly heading_counts: number[];
  readonly body_counts: number[];
  readonly length: number;
  readonly title_terms: number[];
  readonly title: string;
  readonly kind: DirectiveKind;
  readonly sample: boolean;
  readonly effective: string | null;
};

function candidate(row: CandidateRow): Candidate {
  return {
    passageId: row.id,
    directiveId: row.directive_id,
    provisionId: row.provision_id,
    path: row.path,
    heading: row.heading,
    start: row.start_at,
    end: row.end_at,
    page: row.page,
    termIds: row.term_ids,
    headingCounts: row.heading_counts,
    bodyCounts: row.body_counts,
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

import type { DirectiveKind, IsoDate } from '../../domain/directive.ts';
import type { Queryable } from '../database.ts';
import { pickTerms, type TermCount } from './packedTerms.ts';

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
  /** Terms of the heading in all. */
  readonly headingLength: number;
  readonly length: number;
  readonly titleTermIds: readonly number[];
  /** Type, number and title of the directive. */
  readonly title: string;
  readonly kind: DirectiveKind;
  readonly sample: boolean;
  readonly effective: IsoDate | null;
};

/** Size of the corpus, and what it knows of these terms; unknown ones are left out. */
export async function corpusAndTerms(
  queryable: Queryable,
  terms: readonly string[],
): Promise<{ readonly corpus: CorpusStatistics; readonly terms: readonly TermStatistics[] }> {
  const rows = await queryable.query<{
    all_passages: number;
    average: number;
    id: number | null;
    term: string;
    passages: number;
  }>(
    `select corpus.passages as all_passages, (total_length::float8 / greatest(corpus.passages, 1)) as average,
            terms.id, terms.term, terms.passages
       from corpus left join terms on terms.term = any($1::text[]) and terms.passages > 0`,
    [terms],
  );
  const [first] = rows;
  return {
    corpus: { passages: first?.all_passages ?? 0, averageLength: first?.average ?? 0 },
    terms: rows.flatMap(({ id, term, passages }) => (id === null ? [] : [{ id, term, passages }])),
  };
}

/** What the corpus knows of these terms; unknown ones are left out. */
export async function findTerms(
  queryable: Queryable,
  terms: readonly string[],
): Promise<readonly TermStatistics[]> {
  return (await corpusAndTerms(queryable, terms)).terms;
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
     select ${columns('$5')}, best.weight from best ${joined('best.id')}
      order by best.weight desc, passages.id`,
    [
      wanted.map(({ termId }) => String(termId)),
      wanted.map(({ weight }) => weight),
      limit,
      directiveIds === null ? null : [...directiveIds],
      asked,
    ],
  );
  return withTerms(rows, asked);
}

/** The given passages, in no order, with all that exact scoring needs; `asked` as for `findCandidates`. */
export async function readCandidates(
  queryable: Queryable,
  passageIds: readonly number[],
  asked: readonly number[],
): Promise<readonly Candidate[]> {
  const rows = await queryable.query<CandidateRow>(
    `select ${columns('$2')} from unnest($1::integer[]) as wanted(id) ${joined('wanted.id')}`,
    [passageIds, asked],
  );
  return withTerms(rows, asked);
}

/** What a candidate is made of; `asked` names the parameter with the term ids. */
function columns(asked: string): string {
  return `passages.id, passages.directive_id, passages.provision_id, passages.path, passages.heading,
    passages.start_at, passages.end_at, provisions.page, passages.terms, passages.length, directives.kind,
    directives.sample, directives.effective::text as effective,
    array(select id from unnest(directives.title_terms) as id where id = any(${asked}::integer[])) as title_terms,
    concat_ws(' ', directives.type, directives.number, directives.title) as title`;
}

function joined(passageId: string): string {
  return `join passages on passages.id = ${passageId}
    join directives on directives.id = passages.directive_id
    left join provisions on provisions.id = passages.provision_id`;
}

function withTerms(rows: readonly CandidateRow[], asked: readonly number[]): readonly Candidate[] {
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
    ...pickTerms(row.terms, asked),
    length: row.length,
    titleTermIds: row.title_terms,
    title: row.title,
    kind: row.kind,
    sample: row.sample,
    effective: row.effective,
  };
}

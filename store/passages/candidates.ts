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
  readonly length: number;
  readonly titleTermIds: readonly number[];
  /** Type, number and title of the directive. */
  readonly title: string;
  readonly kind: DirectiveKind;
  readonly sample: boolean;
  readonly effective: IsoDate | null;
};

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

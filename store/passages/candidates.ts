import type { IsoDate } from '../../domain/day.ts';
import type { DirectiveKind } from '../../domain/directive.ts';
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
  readonly terms: readonly TermCount[];
  /** Terms of the heading in all. */
  readonly headingLength: number;
  readonly length: number;
  readonly titleTermIds: readonly number[];
  readonly kind: DirectiveKind;
  /** The first day on which it can be in force. */
  readonly effective: IsoDate | null;
};

/** A term by which candidates are found. */
export type Wanted = { readonly termId: number; readonly weight: number; readonly headingWeight: number };

/** What a passage says and where it stands. */
export type PassageText = {
  readonly path: readonly string[];
  readonly heading: string;
  readonly start: number;
  readonly end: number;
  readonly page: number | null;
  readonly text: string;
  /** Type, number and title of the directive. */
  readonly title: string;
  readonly sample: boolean;
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
 * @param wanted the terms by which candidates are found; `headingWeight` is added where the heading holds the term
 * @param asked all terms of the question: their counts are returned, the passage's other terms are not
 * @param directiveIds only passages of these directives; `null` for all
 */
export async function findCandidates(
  queryable: Queryable,
  wanted: readonly Wanted[],
  asked: readonly number[],
  limit: number,
  directiveIds: readonly number[] | null,
): Promise<readonly Candidate[]> {
  if (wanted.length === 0) return [];
  const rows = await queryable.query<CandidateRow>(
    `with best as (
       select hit.id, sum(wanted.weight) as weight
         from unnest($1::integer[], $2::float8[]) as wanted(term_id, weight)
        cross join lateral (
          select passage_id as id from passage_lexemes
           where lexemes @> array[wanted.term_id]
             and ($4::integer[] is null or directive_id = any($4::integer[]))
          -- Planned for one term at a time: for all together, the planner would rather read every passage.
          offset 0
        ) as hit
        group by hit.id order by weight desc, hit.id limit $3
     )
     select ${CANDIDATE_COLUMNS} from best join passages on passages.id = best.id
      order by best.weight desc, passages.id`,
    [
      // What the heading holds stands in the index with a minus.
      wanted.flatMap(({ termId }) => [termId, -termId]),
      wanted.flatMap(({ weight, headingWeight }) => [weight, headingWeight]),
      limit,
      directiveIds === null ? null : [...directiveIds],
    ],
  );
  return withDirectives(queryable, rows, asked);
}

/** The given passages, in the order of their ids, with all that exact scoring needs; `asked` as for `findCandidates`. */
export async function readCandidates(
  queryable: Queryable,
  passageIds: readonly number[],
  asked: readonly number[],
): Promise<readonly Candidate[]> {
  const rows = await queryable.query<CandidateRow>(
    `select ${CANDIDATE_COLUMNS} from passages where id = any($1::integer[]) order by id`,
    [passageIds],
  );
  return withDirectives(queryable, rows, asked);
}

/** What passages say and where they stand, by passage id. */
export async function readPassageTexts(
  queryable: Queryable,
  passageIds: readonly number[],
): Promise<ReadonlyMap<number, PassageText>> {
  const rows = await queryable.query<TextRow>(
    `select passages.id, passages.path, passages.heading, passages.start_at, passages.end_at, provisions.page,
            passages.body, concat_ws(' ', directives.type, directives.number, directives.title) as title,
            directives.sample
       from passages
       join directives on directives.id = passages.directive_id
       left join provisions on provisions.id = passages.provision_id
      where passages.id = any($1::integer[])`,
    [passageIds],
  );
  return new Map(
    rows.map(({ id, start_at: start, end_at: end, body: text, ...row }) => [
      id,
      { ...row, start, end, text },
    ]),
  );
}

const CANDIDATE_COLUMNS =
  'passages.id, passages.directive_id, passages.provision_id, passages.terms, passages.length';

type CandidateRow = {
  readonly id: number;
  readonly directive_id: number;
  readonly provision_id: number | null;
  readonly terms: Uint8Array;
  readonly length: number;
};

type DirectiveRow = {
  readonly id: number;
  readonly kind: DirectiveKind;
  readonly effective: string | null;
  readonly title_terms: number[];
};

type TextRow = {
  readonly id: number;
  readonly path: string[];
  readonly heading: string;
  readonly start_at: number;
  readonly end_at: number;
  readonly page: number | null;
  readonly body: string;
  readonly title: string;
  readonly sample: boolean;
};

/** Adds what the directives of passages say for all their passages; each is read once. */
async function withDirectives(
  queryable: Queryable,
  rows: readonly CandidateRow[],
  asked: readonly number[],
): Promise<readonly Candidate[]> {
  const found = await queryable.query<DirectiveRow>(
    // Of a document that does not say when it takes effect, this much is sure: not before it was issued.
    `select id, kind, coalesce(effective, issued)::text as effective,
            array(select term from unnest(title_terms) as term where term = any($2::integer[])) as title_terms
       from directives where id = any($1::integer[])`,
    [[...new Set(rows.map((row) => row.directive_id))], asked],
  );
  const directives = new Map(found.map((directive) => [directive.id, directive]));
  const sorted = [...asked].sort((a, b) => a - b);
  return rows.flatMap((row) => {
    const directive = directives.get(row.directive_id);
    // Removed between the two statements: then the passage is gone too.
    if (directive === undefined) return [];
    return [
      {
        passageId: row.id,
        directiveId: row.directive_id,
        provisionId: row.provision_id,
        ...pickTerms(row.terms, sorted),
        length: row.length,
        titleTermIds: directive.title_terms,
        kind: directive.kind,
        effective: directive.effective,
      },
    ];
  });
}

import { type Citation, withValidity } from '../domain/citation.ts';
import type { IsoDate } from '../domain/day.ts';
import type { ProvisionPath } from '../domain/provisionPath.ts';
import { type Validity, type ValidityFacts, validityOn } from '../domain/validity.ts';
import type { Queryable } from './database.ts';
import type { Fact } from './validity/facts.ts';

/** A passage whose validity is asked: with its directive's first day, as a search has it at hand. */
export type DatedPassage = {
  readonly passageId: number;
  readonly directiveId: number;
  readonly effective: IsoDate | null;
};

/**
 * How passages stand on a day, in their order. Quick, since a search asks for hundreds: most directives have no facts, and
 * where none has there is one query.
 */
export async function readPassageValidity(
  queryable: Queryable,
  passages: readonly DatedPassage[],
  asOf: IsoDate,
): Promise<readonly Validity[]> {
  const rows = await queryable.query<FactRow>(
    'select directive_id, fact from validity_facts where directive_id = any($1::integer[])',
    [distinct(passages.map(({ directiveId }) => directiveId))],
  );
  const facts = gather(rows);
  const concerned = passages.filter(({ directiveId }) => facts.has(directiveId));
  const places =
    concerned.length === 0
      ? []
      : await queryable.query<{ id: number; path: string[] }>(
          'select id, path from passages where id = any($1::integer[])',
          [concerned.map(({ passageId }) => passageId)],
        );
  const paths = new Map(places.map(({ id, path }) => [id, path]));
  return passages.map(({ passageId, directiveId, effective }) =>
    validityOn(asOf, paths.get(passageId) ?? [], { effective, ...(facts.get(directiveId) ?? NOTHING) }),
  );
}

/** How provisions stand on a day, in their order; an empty path stands for the directive whole. */
export async function readValidity(
  queryable: Queryable,
  places: readonly { readonly directiveId: number; readonly path: ProvisionPath }[],
  asOf: IsoDate,
): Promise<readonly Validity[]> {
  const facts = await readValidityFacts(
    queryable,
    places.map(({ directiveId }) => directiveId),
  );
  return places.map(({ directiveId, path }) =>
    validityOn(asOf, path, facts.get(directiveId) ?? { effective: null, ...NOTHING }),
  );
}

/** The same citations with how what they cite stands on a day. */
export async function markValidity<C extends Citation>(
  queryable: Queryable,
  citations: readonly C[],
  asOf: IsoDate,
): Promise<readonly Citation[]> {
  const found = await readValidity(queryable, citations, asOf);
  return citations.map((citation, at) => {
    const validity = found[at];
    return validity === undefined ? citation : withValidity(citation, validity);
  });
}

/** What is known of the validity of directives, by id; one that is not stored is left out. */
export async function readValidityFacts(
  queryable: Queryable,
  directiveIds: readonly number[],
): Promise<ReadonlyMap<number, ValidityFacts>> {
  if (directiveIds.length === 0) return new Map();
  const rows = await queryable.query<{ directive_id: number; effective: IsoDate | null; fact: Fact | null }>(
    `select d.id as directive_id, d.effective::text as effective, f.fact
       from directives d left join validity_facts f on f.directive_id = d.id
      where d.id = any($1::integer[])`,
    [distinct(directiveIds)],
  );
  const facts = gather(rows.flatMap((row) => (row.fact === null ? [] : [{ ...row, fact: row.fact }])));
  return new Map(
    rows.map(({ directive_id: id, effective }) => [id, { effective, ...(facts.get(id) ?? NOTHING) }]),
  );
}

type Gathered = Pick<ValidityFacts, 'effects' | 'changes'>;

const NOTHING: Gathered = { effects: [], changes: [] };

type FactRow = { readonly directive_id: number; readonly fact: Fact };

function gather(rows: readonly FactRow[]): ReadonlyMap<number, Gathered> {
  const byDirective = Map.groupBy(rows, ({ directive_id: id }) => id);
  return new Map(
    [...byDirective].map(([id, own]) => [
      id,
      {
        effects: own.flatMap(({ fact }) => ('effect' in fact ? [fact.effect] : [])),
        changes: own.flatMap(({ fact }) => ('change' in fact ? [fact.change] : [])),
      },
    ]),
  );
}

function distinct(ids: readonly number[]): readonly number[] {
  return [...new Set(ids)];
}

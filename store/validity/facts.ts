import { documentName } from '../../domain/citation.ts';
import type { IsoDate } from '../../domain/day.ts';
import { holds } from '../../domain/provisionPath.ts';
import {
  CHANGE_KINDS,
  type ChangeKind,
  type Effect,
  type Relation,
  type RelationException,
  type ValidityFacts,
} from '../../domain/validity.ts';
import type { Queryable } from '../database.ts';

/** One thing known of a directive's validity, as it is kept. */
export type Fact =
  | { readonly effect: ValidityFacts['effects'][number] }
  | { readonly change: ValidityFacts['changes'][number] };

type FactOf = { readonly directiveId: number; readonly byDirective: number; readonly fact: Fact };

/** What all stored directives say of the validity of some of them. */
export async function readFacts(
  queryable: Queryable,
  directiveIds: readonly number[],
): Promise<readonly FactOf[]> {
  const effects = await queryable.query<EffectRow>(EFFECTS, [directiveIds]);
  const changes = await queryable.query<ChangeRow>(CHANGES, [directiveIds, CHANGE_KINDS]);
  const overtaken = await queryable.query<
    ChangeRow & { readonly amended: string[]; readonly clause: string[] }
  >(OVERTAKEN, [directiveIds]);
  const found = [
    ...changes.map((row) => changeOf(row, row)),
    // A change to what a clause changes is a change to the clause where it reaches as far; then the clause goes whole.
    ...overtaken
      .filter(({ kind, scope, changed, amended }) =>
        scope === 'whole' ? kind !== 'amends' : holds(changed, amended),
      )
      .map((row) => changeOf(row, { scope: 'provision', changed: row.clause })),
  ];
  return [
    ...effects.map(({ directive_id: id, ...effect }) => ({
      directiveId: id,
      byDirective: id,
      fact: { effect },
    })),
    ...once(found).map(({ directiveId, change }) => ({
      directiveId,
      byDirective: change.directiveId,
      fact: { change },
    })),
  ];
}

type Found = { readonly directiveId: number; readonly change: ValidityFacts['changes'][number] };

/** A directive may be stored twice, as two files. */
function once(found: readonly Found[]): readonly Found[] {
  const seen = new Set<string>();
  return found.filter(({ directiveId, change: { kind, changed, document, path } }) => {
    const same = JSON.stringify([directiveId, kind, changed, document, path]);
    return !seen.has(same) && seen.add(same);
  });
}

function changeOf(row: ChangeRow, { scope, changed }: Pick<ChangeRow, 'scope' | 'changed'>): Found {
  const { type, number, title } = row;
  const header = {
    type,
    number,
    title,
    issuer: null,
    issued: null,
    effective: null,
    signer: null,
    place: null,
  };
  return {
    directiveId: row.directive_id,
    change: {
      kind: row.kind,
      scope,
      changed,
      partial: row.partial,
      except: row.except_for,
      since: row.since,
      directiveId: row.by_directive,
      provisionId: row.provision_id,
      document: documentName(header, row.file_name),
      path: row.path ?? [],
      start: row.start_at ?? 0,
      end: row.end_at ?? 0,
    },
  };
}

type EffectRow = {
  readonly directive_id: number;
  readonly path: string[];
  readonly bound: Effect['bound'];
  readonly day: IsoDate | null;
};

type ChangeRow = {
  /** Whose validity it is, and by whom it is changed. */
  readonly directive_id: number;
  readonly by_directive: number;
  readonly kind: ChangeKind;
  readonly scope: Relation['scope'];
  readonly changed: string[];
  readonly partial: boolean;
  readonly except_for: RelationException[];
  readonly since: IsoDate | null;
  /** The clause that says so; `null` for the title. */
  readonly provision_id: number | null;
  readonly path: string[] | null;
  readonly start_at: number | null;
  readonly end_at: number | null;
  readonly type: string | null;
  readonly number: string | null;
  readonly title: string | null;
  readonly file_name: string;
};

const EFFECTS = `
  select e.directive_id, coalesce(p.path, '{}') as path, e.bound, e.day::text as day
    from provision_effects e left join provisions p on p.id = e.provision_id
   where e.directive_id = any($1::integer[])
   order by e.directive_id, p.ordinal`;

const CHANGE_COLUMNS = `s.id as by_directive, r.kind, r.scope, r.target_path as changed, r.partial, r.except_for,
  coalesce(r.since, s.effective)::text as since, r.provision_id, p.path, p.start_at, p.end_at,
  s.type, s.number, s.title, s.file_name`;

/**
 * A sample changes samples only. A number that does not tell the document needs its day of issue or, where that is not
 * said, the same issuer; and nothing changes what is issued after it.
 */
const CHANGES = `
  select t.id as directive_id, ${CHANGE_COLUMNS}
    from directives t
    join relations r on r.target_key = t.number_key and r.kind = any($2::text[])
    join directives s on s.id = r.directive_id
    left join provisions p on p.id = r.provision_id
   where t.id = any($1::integer[]) and t.kind = 'issued' and s.kind = 'issued'
     and s.number_key is distinct from t.number_key and (t.sample or not s.sample)
     and (r.target_issued is null or t.issued is null or r.target_issued = t.issued or not r.target_local)
     and (r.target_issued is not null or not r.target_local or s.issuer is null or t.issuer is null
          or lower(s.issuer) = lower(t.issuer))
     and (s.issued is null or t.issued is null or s.issued >= t.issued)
   order by t.id, s.id, p.ordinal, r.id`;

/** What later changes the same provision as a clause of these directives does: the clause's words are old then. */
const OVERTAKEN = `
  select t.id as directive_id, own.path as clause, o.target_path as amended, ${CHANGE_COLUMNS}
    from directives t
    join relations o on o.directive_id = t.id and o.scope = 'provision' and o.kind in ('replaces', 'amends', 'supplements')
    join provisions own on own.id = o.provision_id
    join relations r on r.target_key = o.target_key and r.directive_id <> o.directive_id
     and r.kind in ('replaces', 'repeals', 'amends') and not r.partial
    join directives s on s.id = r.directive_id
    left join provisions p on p.id = r.provision_id
   where t.id = any($1::integer[]) and s.kind = 'issued' and s.number_key is distinct from t.number_key
     and (t.sample or not s.sample) and coalesce(r.since, s.effective) > coalesce(o.since, t.effective)
     and (r.target_issued is null or o.target_issued is null or r.target_issued = o.target_issued)
   order by t.id, s.id, p.ordinal, r.id`;

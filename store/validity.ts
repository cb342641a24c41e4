import { type Citation, documentName, withValidity } from '../domain/citation.ts';
import type { IsoDate, ParsedDirective } from '../domain/directive.ts';
import { holds, type ProvisionPath } from '../domain/provisionPath.ts';
import {
  type Effect,
  type Relation,
  type RelationException,
  type RelationKind,
  type Validity,
  type ValidityFacts,
  validityOn,
} from '../domain/validity.ts';
import { parseDocumentNumber } from '../vietnamese/documentNumber.ts';
import type { Queryable } from './database.ts';

/** What a directive says of validity, with the provisions to which the indices point. */
export type SaidOfValidity = Pick<ParsedDirective, 'relations' | 'effects' | 'provisions'>;

/**
 * Stores what a directive says of validity, in place of what was stored of it before.
 * @param provisionIds the ids of its provisions, in their order
 */
export async function saveValidity(
  tx: Queryable,
  directiveId: number,
  { relations, effects, provisions }: SaidOfValidity,
  provisionIds: readonly number[],
): Promise<void> {
  const idOf = (index: number | null): number | null =>
    index === null ? null : (provisionIds[index] ?? null);
  await tx.query(
    `with gone as (delete from relations where directive_id = $1), past as (delete from provision_effects where directive_id = $1)
     insert into provision_effects (directive_id, provision_id, bound, day)
     select $1, provision_id, bound, day from unnest($2::integer[], $3::text[], $4::date[]) as e(provision_id, bound, day)`,
    [
      directiveId,
      effects.map(({ provision }) => idOf(provision)),
      effects.map(({ bound }) => bound),
      effects.map(({ day }) => day),
    ],
  );
  await tx.query(
    `insert into relations (directive_id, provision_id, kind, target_number, target_key, target_title, target_issued,
       target_local, scope, target_path, partial, except_for, since)
     select $1, r.provision_id, r.kind, r.number, r.key, r.title, r.issued, r.is_local, r.scope,
            array(select jsonb_array_elements_text(r.path::jsonb)), r.partial, r.except_for::jsonb, r.since
       from unnest($2::integer[], $3::text[], $4::text[], $5::text[], $6::text[], $7::date[], $8::boolean[], $9::text[],
                   $10::text[], $11::boolean[], $12::text[], $13::date[])
         as r(provision_id, kind, number, key, title, issued, is_local, scope, path, partial, except_for, since)`,
    [
      directiveId,
      relations.map(({ source }) => idOf(source)),
      relations.map(({ kind }) => kind),
      relations.map(({ target }) => target.number),
      relations.map(({ target }) => target.numberKey),
      relations.map(({ target }) => target.title),
      relations.map(({ target }) => target.issued),
      relations.map(({ target }) => isLocal(target.number)),
      relations.map(({ scope }) => scope),
      relations.map(({ provision }) => JSON.stringify(provision ?? [])),
      relations.map(({ partial }) => partial),
      relations.map(({ except }) => JSON.stringify(except)),
      relations.map((relation) => relation.since ?? ownDay(relation.source, effects, provisions)),
    ],
  );
}

/** The day on which a clause takes effect apart from its directive; `null`: with it. */
function ownDay(
  source: number | null,
  effects: readonly Effect[],
  provisions: ParsedDirective['provisions'],
): IsoDate | null {
  for (let at = source; at !== null; at = provisions[at]?.parent ?? null) {
    const own = effects.find(({ provision, bound }) => provision === at && bound === 'from');
    if (own !== undefined) return own.day;
  }
  return null;
}

/** Numbers without a year come again every year, those of a province's authorities in every province. */
function isLocal(number: string | null): boolean {
  const parsed = number === null ? null : parseDocumentNumber(number);
  return parsed === null || parsed.year === null || /UBND|HĐND/u.test(parsed.issuer ?? '');
}

/** How each of these passages stands on a day, in their order; an empty path stands for the document whole. One query. */
export async function readValidity(
  queryable: Queryable,
  passages: readonly { readonly directiveId: number; readonly path: ProvisionPath }[],
  asOf: IsoDate,
): Promise<readonly Validity[]> {
  const facts = await readValidityFacts(
    queryable,
    passages.map(({ directiveId }) => directiveId),
  );
  return passages.map(({ directiveId, path }) => validityOn(asOf, path, facts.get(directiveId) ?? UNKNOWN));
}

/** The same citations with how what they cite stands on a day. */
export async function markValidity(
  queryable: Queryable,
  citations: readonly Citation[],
  asOf: IsoDate,
): Promise<readonly Citation[]> {
  const found = await readValidity(queryable, citations, asOf);
  return citations.map((citation, at) => {
    const validity = found[at];
    return validity === undefined ? citation : withValidity(citation, validity);
  });
}

const UNKNOWN: ValidityFacts = { effective: null, effects: [], changes: [] };

/** What the stored directives say of the validity of some of them. */
export async function readValidityFacts(
  queryable: Queryable,
  directiveIds: readonly number[],
): Promise<ReadonlyMap<number, ValidityFacts>> {
  const ids = [...new Set(directiveIds)];
  if (ids.length === 0) return new Map();
  const rows = await queryable.query<FactRow>(FACTS, [ids]);
  const facts = new Map<
    number,
    { effective: IsoDate | null; effects: KnownEffect[]; changes: KnownChange[] }
  >();
  const factsOf = (id: number) => {
    const known = facts.get(id) ?? { effective: null, effects: [], changes: [] };
    facts.set(id, known);
    return known;
  };
  const seen = new Set<string>();
  for (const row of rows) {
    const known = factsOf(row.directive_id);
    if (row.what === 'directive') known.effective = row.day;
    else if (row.what === 'effect') known.effects.push({ path: row.path, bound: row.bound, day: row.day });
    // A change to what this clause changes is a change to the clause where it reaches as far.
    else if (row.what === 'change' || reaches(row)) {
      // A directive may be stored twice, as two files.
      const same = JSON.stringify([
        row.directive_id,
        row.kind,
        row.path,
        row.by_number ?? row.by_directive,
        row.by_path,
      ]);
      if (!seen.has(same)) known.changes.push(change(row));
      seen.add(same);
    }
  }
  return facts;
}

function reaches({ kind, scope, partial, changed, amended }: ChangeRow): boolean {
  return !partial && (scope === 'whole' ? kind !== 'amends' : holds(changed, amended));
}

type KnownEffect = ValidityFacts['effects'][number];
type KnownChange = ValidityFacts['changes'][number];

function change(row: ChangeRow): KnownChange {
  const { by_type: type, by_number: number, by_title: title } = row;
  return {
    kind: row.kind,
    // Seen from the clause that it overtakes, it is the clause whole that goes.
    scope: row.what === 'overtaken' ? 'provision' : row.scope,
    changed: row.what === 'overtaken' ? row.path : row.changed,
    partial: row.partial,
    except: row.except_for,
    since: row.day,
    directiveId: row.by_directive,
    provisionId: row.by_provision,
    document: documentName({ ...NO_HEADER, type, number, title }, row.by_file),
    path: row.by_path ?? [],
    start: row.by_start ?? 0,
    end: row.by_end ?? 0,
  };
}

const NO_HEADER = { issuer: null, issued: null, effective: null, signer: null, place: null };

type ChangeRow = {
  readonly what: 'change' | 'overtaken';
  readonly directive_id: number;
  /** Of the clause that is overtaken; of a change the same as `changed`. */
  readonly path: string[];
  readonly day: IsoDate | null;
  readonly bound: null;
  readonly kind: RelationKind;
  readonly scope: Relation['scope'];
  readonly changed: string[];
  /** What the clause that is overtaken changes. */
  readonly amended: string[];
  readonly partial: boolean;
  readonly except_for: RelationException[];
  readonly by_directive: number;
  readonly by_provision: number | null;
  readonly by_path: string[] | null;
  readonly by_start: number | null;
  readonly by_end: number | null;
  readonly by_type: string | null;
  readonly by_number: string | null;
  readonly by_title: string | null;
  readonly by_file: string;
};
type FactRow =
  | { readonly what: 'directive'; readonly directive_id: number; readonly day: IsoDate | null }
  | {
      readonly what: 'effect';
      readonly directive_id: number;
      readonly path: string[];
      readonly bound: Effect['bound'];
      readonly day: IsoDate | null;
    }
  | ChangeRow;

/**
 * A sample changes samples only. A number that does not tell the document needs its day of issue or, where that is not
 * said, the same issuer; and nothing changes what is issued after it.
 */
const FACTS = `
  with asked as materialized (
    select id, kind, number_key, issuer, issued, effective, sample from directives where id = any($1::integer[])
  )
  select 'directive' as what, id as directive_id, null::text[] as path, effective::text as day, null as bound,
         null as kind, null as scope, null::text[] as changed, null::text[] as amended, null::boolean as partial,
         null::jsonb as except_for, null::integer as by_directive, null::integer as by_provision,
         null::text[] as by_path, null::integer as by_start, null::integer as by_end, null as by_type,
         null as by_number, null as by_title, null as by_file
    from asked
  union all
  select 'effect', e.directive_id, coalesce(p.path, '{}'), e.day::text, e.bound,
         null, null, null, null, null, null, null, null, null, null, null, null, null, null, null
    from provision_effects e left join provisions p on p.id = e.provision_id
   where e.directive_id = any($1::integer[])
  union all
  select 'change', t.id, r.target_path, coalesce(r.since, s.effective)::text, null,
         r.kind, r.scope, r.target_path, null, r.partial, r.except_for,
         s.id, r.provision_id, p.path, p.start_at, p.end_at, s.type, s.number, s.title, s.file_name
    from asked t
    join relations r on r.target_key = t.number_key
    join directives s on s.id = r.directive_id
    left join provisions p on p.id = r.provision_id
   where t.kind = 'issued' and s.kind = 'issued' and s.number_key is distinct from t.number_key
     and (t.sample or not s.sample)
     and (r.target_issued is null or t.issued is null or r.target_issued = t.issued or not r.target_local)
     and (r.target_issued is not null or not r.target_local or s.issuer is null or t.issuer is null
          or lower(s.issuer) = lower(t.issuer))
     and (s.issued is null or t.issued is null or s.issued >= t.issued)
  union all
  select 'overtaken', t.id, own.path, coalesce(r.since, s.effective)::text, null,
         r.kind, r.scope, r.target_path, o.target_path, r.partial, r.except_for,
         s.id, r.provision_id, p.path, p.start_at, p.end_at, s.type, s.number, s.title, s.file_name
    from asked t
    join relations o on o.directive_id = t.id and o.scope = 'provision' and o.kind in ('replaces', 'amends', 'supplements')
    join provisions own on own.id = o.provision_id
    join relations r on r.target_key = o.target_key and r.directive_id <> o.directive_id
     and r.kind in ('replaces', 'repeals', 'amends')
    join directives s on s.id = r.directive_id
    left join provisions p on p.id = r.provision_id
   where s.kind = 'issued' and s.number_key is distinct from t.number_key and (t.sample or not s.sample)
     and coalesce(r.since, s.effective) > coalesce(o.since, t.effective)
     and (r.target_issued is null or o.target_issued is null or r.target_issued = o.target_issued)
   order by what, by_directive, by_provision`;

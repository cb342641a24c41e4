import type { IsoDate } from '../../domain/day.ts';
import type { ParsedDirective } from '../../domain/directive.ts';
import { CHANGE_KINDS, type Effect } from '../../domain/validity.ts';
import { parseDocumentNumber } from '../../vietnamese/documentNumber.ts';
import type { Queryable } from '../database.ts';
import { encodeParameter } from '../values.ts';
import { readFacts } from './facts.ts';

/** What a directive says of validity, with the provisions to which the indices point. */
export type SaidOfValidity = Pick<ParsedDirective, 'relations' | 'effects' | 'provisions'>;

/**
 * Stores what a directive says of validity, in place of what was stored of it before, and works out anew what is known of
 * every directive that it concerns. The directive itself and its provisions are stored already.
 * @param provisionIds the ids of its provisions, in their order
 */
export async function saveValidity(
  tx: Queryable,
  directiveId: number,
  said: SaidOfValidity,
  provisionIds: readonly number[],
): Promise<void> {
  const before = await tx.query<{ id: number }>(
    `with gone as (delete from relations where directive_id = $1),
          past as (delete from provision_effects where directive_id = $1)
     select directive_id as id from validity_facts where by_directive = $1
     union select d.id from directives d join relations r on r.target_key = d.number_key where d.id = $1`,
    [directiveId],
  );
  await insertEffects(tx, directiveId, said, provisionIds);
  await insertRelations(tx, directiveId, said, provisionIds);
  const concerned = said.relations.length === 0 ? [] : await readConcerned(tx, directiveId);
  const own = said.effects.length === 0 ? [] : [directiveId];
  await workOut(tx, [...new Set([...before.map(({ id }) => id), ...concerned, ...own])]);
}

/** The directives that a directive's relations concern: those it changes, and those that changed the same before. */
async function readConcerned(tx: Queryable, directiveId: number): Promise<readonly number[]> {
  const rows = await tx.query<{ id: number }>(
    `select t.id from relations r join directives t on t.number_key = r.target_key
      where r.directive_id = $1 and r.kind = any($2::text[])
     union select o.directive_id from relations r join relations o on o.target_key = r.target_key
            where r.directive_id = $1 and o.provision_id is not null
              and r.kind = any($2::text[]) and o.kind = any($2::text[])`,
    [directiveId, CHANGE_KINDS],
  );
  return rows.map(({ id }) => id);
}

/** What is known of these directives' validity, from all that is stored. */
async function workOut(tx: Queryable, directiveIds: readonly number[]): Promise<void> {
  if (directiveIds.length === 0) return;
  const facts = await readFacts(tx, directiveIds);
  await tx.query('delete from validity_facts where directive_id = any($1::integer[])', [directiveIds]);
  if (facts.length === 0) return;
  await tx.query(
    `insert into validity_facts (directive_id, by_directive, fact)
     select f.directive_id, f.by_directive, f.fact::jsonb
       from unnest($1::integer[], $2::integer[], $3::text[]) as f(directive_id, by_directive, fact)`,
    [
      facts.map(({ directiveId }) => directiveId),
      facts.map(({ byDirective }) => byDirective),
      facts.map(({ fact }) => JSON.stringify(fact)),
    ],
  );
}

async function insertEffects(
  tx: Queryable,
  directiveId: number,
  { effects }: SaidOfValidity,
  provisionIds: readonly number[],
): Promise<void> {
  if (effects.length === 0) return;
  await tx.query(
    `insert into provision_effects (directive_id, provision_id, bound, day)
     select $1, e.provision_id, e.bound, e.day from unnest($2::integer[], $3::text[], $4::date[]) as e(provision_id, bound, day)`,
    [
      directiveId,
      effects.map(({ provision }) => idOf(provisionIds, provision)),
      effects.map(({ bound }) => bound),
      effects.map(({ day }) => day),
    ],
  );
}

async function insertRelations(
  tx: Queryable,
  directiveId: number,
  { relations, effects, provisions }: SaidOfValidity,
  provisionIds: readonly number[],
): Promise<void> {
  if (relations.length === 0) return;
  await tx.query(
    `insert into relations (directive_id, provision_id, kind, target_number, target_key, target_title, target_issued,
       target_local, scope, target_path, partial, except_for, since)
     select $1, r.provision_id, r.kind, r.number, r.key, r.title, r.issued, r.is_local, r.scope, r.path::text[],
            r.partial, r.except_for::jsonb, r.since
       from unnest($2::integer[], $3::text[], $4::text[], $5::text[], $6::text[], $7::date[], $8::boolean[], $9::text[],
                   $10::text[], $11::boolean[], $12::text[], $13::date[])
         as r(provision_id, kind, number, key, title, issued, is_local, scope, path, partial, except_for, since)`,
    [
      directiveId,
      relations.map(({ source }) => idOf(provisionIds, source)),
      relations.map(({ kind }) => kind),
      relations.map(({ target }) => target.number),
      relations.map(({ target }) => target.numberKey),
      relations.map(({ target }) => target.title),
      relations.map(({ target }) => target.issued),
      relations.map(({ target }) => isLocal(target.number)),
      relations.map(({ scope }) => scope),
      relations.map(({ provision }) => encodeParameter(provision ?? [])),
      relations.map(({ partial }) => partial),
      relations.map(({ except }) => JSON.stringify(except)),
      relations.map((relation) => relation.since ?? ownDay(relation.source, effects, provisions)),
    ],
  );
}

function idOf(provisionIds: readonly number[], index: number | null): number | null {
  return index === null ? null : (provisionIds[index] ?? null);
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

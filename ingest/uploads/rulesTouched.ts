import { holds, liesBelow } from '../../domain/provisionPath.ts';
import { CHANGE_KINDS, type Relation } from '../../domain/validity.ts';
import type { Queryable } from '../../store/database.ts';
import { listQuotingRules } from '../../store/rules/publishedRules.ts';
import { readValidityFacts } from '../../store/validity.ts';
import { documentNumberKey } from '../../vietnamese/documentNumber.ts';

const CHANGES: ReadonlySet<string> = new Set(CHANGE_KINDS);

/** Ids of approved rules that rest on a provision which these relations change: whoever published them has to look at each. */
export async function rulesTouched(
  tx: Queryable,
  relations: readonly Relation[],
): Promise<readonly string[]> {
  const changes = relations.filter(
    ({ kind, provision, partial }) => CHANGES.has(kind) && (provision !== null || !partial),
  );
  const keys = changes.map(({ target }) => target.numberKey).filter((key) => key !== null);
  if (keys.length === 0) return [];
  const quoting = await listQuotingRules(tx, new Set(keys));
  return quoting
    .filter(({ numberKey, path }) =>
      changes.some(
        ({ target, scope, provision, except }) =>
          target.numberKey === numberKey &&
          !except.some((kept) => holds(kept.path, path)) &&
          (scope === 'whole' ||
            (provision !== null && (holds(provision, path) || liesBelow(provision, path)))),
      ),
    )
    .map(({ id }) => id);
}

/** Of these rules, which rest on a document, those whose provision other stored documents have changed or are going to change. */
export async function rulesChanged(
  tx: Queryable,
  directiveId: number,
  number: string,
  rules: readonly string[],
): Promise<readonly string[]> {
  const changes = (await readValidityFacts(tx, [directiveId])).get(directiveId)?.changes ?? [];
  if (changes.length === 0 || rules.length === 0) return [];
  const quoting = await listQuotingRules(tx, new Set([documentNumberKey(number)]));
  return quoting
    .filter(
      ({ id, path }) =>
        rules.includes(id) &&
        changes.some(
          ({ kind, scope, partial, changed, except }) =>
            !except.some((kept) => holds(kept.path, path)) &&
            (scope === 'whole'
              ? !partial && (kind === 'replaces' || kind === 'repeals')
              : holds(changed, path) || liesBelow(changed, path)),
        ),
    )
    .map(({ id }) => id);
}

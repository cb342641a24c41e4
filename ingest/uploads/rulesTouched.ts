import { holds, liesBelow } from '../../domain/provisionPath.ts';
import { CHANGE_KINDS, type Relation } from '../../domain/validity.ts';
import type { Queryable } from '../../store/database.ts';
import { listQuotingRules } from '../../store/rules/publishedRules.ts';

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

import type { Relation, RelationKind, RelationTarget } from '../../domain/validity.ts';
import { parseDate } from '../../vietnamese/dates.ts';
import type { Item } from './items.ts';
import { type ChangedPath, isAttached } from './namedPaths.ts';

/** What becomes of a target and its provisions, one relation for each. */
export function relationsTo(
  kind: RelationKind,
  target: RelationTarget,
  changes: readonly ChangedPath[],
  { extent }: Item,
  rest: Pick<Relation, 'except' | 'since' | 'source'> & { readonly vague: boolean },
): readonly Relation[] {
  const { vague, ...common } = rest;
  // A phrase that goes, comes or is replaced changes the provision; it neither ends nor extends it.
  const toldOf = (part: ChangedPath['extent'], hasPath: boolean) =>
    part === 'part' && (hasPath || kind !== 'amends') && kind !== 'corrects' ? 'amends' : kind;
  const provisions = changes.filter(({ path }) => path.length > 0);
  // Who amends an attached regulation amends the document, and says further down which of its articles.
  if (kind === 'amends' && provisions.length > 0 && provisions.every(({ path }) => isAttached(path))) {
    return [{ ...common, kind, target, scope: 'whole', provision: null, partial: true }];
  }
  if (provisions.length > 0) {
    return provisions.map((change) => ({
      ...common,
      kind: toldOf(change.extent, true),
      target,
      scope: 'provision',
      provision: change.path,
      partial: change.extent !== 'all' || kind === 'corrects',
      except: [],
    }));
  }
  const told = toldOf(extent, false);
  const adds = kind === 'supplements' || kind === 'corrects';
  if (extent === 'all' || told === 'amends' || adds) {
    const partial = vague || extent !== 'all' || adds;
    return [{ ...common, kind: told, target, scope: 'whole', provision: null, partial }];
  }
  return [{ ...common, kind: told, target, scope: 'provision', provision: null, partial: true, except: [] }];
}

/** The day in "hết hiệu lực kể từ ngày 01/7/2026" or "Từ ngày 01/7/2026, bãi bỏ …"; `null` for the clause's own. */
export function dayOfEnd(words: string): string | null {
  const match =
    /hết hiệu lực(?:\s+thi hành)?,?\s*(?:kể\s+)?từ\s+(?:ngày\s+)?(?=\d)|^(?:kể\s+)?từ\s+(?:ngày\s+)?(?=\d)/iu.exec(
      words,
    );
  if (match === null) return null;
  return parseDate(words.slice(match.index + match[0].length, match.index + match[0].length + 32));
}

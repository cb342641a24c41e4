import type { ParsedDirective } from '../../domain/directive.ts';
import type { ProvisionPath } from '../../domain/provisionPath.ts';
import type { Relation, RelationException } from '../../domain/validity.ts';
import { findDocumentMentions, issueDays } from './documentMentions.ts';
import { keptProvisions, lastDayIn } from './exceptions.ts';

/** What a clause of its own leaves in force of the document with this number key. */
export type Kept = { readonly key: string; readonly except: readonly RelationException[] };

/** "Điều 5 Nghị định số … tiếp tục có hiệu lực đến hết ngày …", beside a clause that ends the rest of it. */
export function remaining(sentence: string): readonly Kept[] {
  const goesOn = /tiếp tục\s+(?:được\s+)?(?:có hiệu lực|thực hiện|áp dụng)/u.exec(sentence);
  if (
    goesOn === null ||
    !/^(?:Riêng\s|Các quy định|Quy định|Điều|Khoản|Điểm|Các [Đđ]iều|Các khoản)/u.test(sentence)
  )
    return [];
  const before = sentence.slice(0, goesOn.index);
  const until = lastDayIn(sentence.slice(goesOn.index));
  const except = keptProvisions(before).map(({ path }) => ({ path, until }));
  const key = findDocumentMentions(before)[0]?.target.numberKey ?? null;
  return key === null || except.length === 0 ? [] : [{ key, except }];
}

/**
 * Adds what stands elsewhere in the document: exceptions, the day of issue of a target; leaves out what is said twice, and
 * what only announces: of "Sửa đổi Điều 7 như sau: a) Sửa đổi khoản 1 …" the items tell what becomes of Điều 7.
 */
export function complete(
  relations: readonly Relation[],
  kept: readonly Kept[],
  { text, provisions }: Pick<ParsedDirective, 'text' | 'provisions'>,
): readonly Relation[] {
  if (relations.length === 0) return [];
  const days = issueDays(text);
  const isAnnounced = (relation: Relation, other: Relation): boolean =>
    relation.target.numberKey === other.target.numberKey &&
    other.provision !== null &&
    isBelow(other.provision, relation.provision ?? []) &&
    (isInside(provisions, other.source, relation.source) ||
      (other.source === relation.source && !relation.partial));
  const completed = relations
    .filter(
      (relation) =>
        (relation.kind !== 'amends' && relation.provision !== null) ||
        relation.scope === 'whole' ||
        !relations.some((other) => isAnnounced(relation, other)),
    )
    .map((relation): Relation => {
      const { target, scope } = relation;
      const issued =
        target.issued ?? (target.numberKey === null ? null : (days.get(target.numberKey) ?? null));
      const stays = kept.filter(({ key }) => scope === 'whole' && key === target.numberKey);
      const remains = [...relation.except, ...stays.flatMap((one) => one.except)];
      const except = [...new Map(remains.map((one) => [one.path.join(' > '), one])).values()];
      return { ...relation, target: { ...target, issued }, except };
    });
  const seen = new Set<string>();
  const same = ({ kind, target, provision, scope }: Relation) =>
    JSON.stringify([kind, target.numberKey ?? [target.title, target.issued], scope, provision]);
  // An item that gives a provision new words says more than the sentence that announces it among others.
  const whole = new Set(
    completed.filter(({ partial, provision }) => !partial && provision !== null).map(same),
  );
  // What a clause says goes before the same in the title.
  return completed
    .toSorted((a, b) => Number(a.source === null) - Number(b.source === null))
    .filter((relation) => {
      const key = same(relation);
      return !(relation.partial && whole.has(key)) && !seen.has(key) && seen.add(key);
    });
}

function isBelow(path: ProvisionPath | null, above: ProvisionPath): boolean {
  return path !== null && path.length > above.length && above.every((label, at) => path[at] === label);
}

/** Whether the provision at one index stands somewhere below the one at another. */
function isInside(
  provisions: ParsedDirective['provisions'],
  inner: number | null,
  outer: number | null,
): boolean {
  const holder = outer === null ? undefined : provisions[outer];
  const held = inner === null ? undefined : provisions[inner];
  return (
    holder !== undefined &&
    held !== undefined &&
    inner !== outer &&
    held.start >= holder.start &&
    held.end <= holder.end
  );
}

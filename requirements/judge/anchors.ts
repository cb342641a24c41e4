import type { CadreRecord } from '../../domain/record.ts';
import type { Condition } from '../../domain/requirement.ts';
import { nameKey } from '../../vietnamese/nameKey.ts';
import type { Catalogue } from './catalogue.ts';

const CAREER = ['post', 'planned', 'grade', 'group'] as const;
type Career = (typeof CAREER)[number];

/** Names of the career of which a person must have one, or may have one unrecorded, to be bound at all. */
type Anchors = readonly { readonly career: Career; readonly key: string }[];

/** `null` where the condition does not rest on such names. */
function anchorsOf(condition: Condition, catalogue: Catalogue): Anchors | null {
  switch (condition.form) {
    case 'post':
    case 'planned':
      if (condition.leadership === true || condition.positions.length === 0) return null;
      return condition.positions.map((name) => ({ career: condition.form, key: catalogue.find(name).key }));
    case 'grade':
      if (condition.grades.length === 0) return null;
      return condition.grades.map((name) => ({ career: 'grade', key: nameKey(name) }));
    case 'group':
      if (condition.groups.length === 0) return null;
      return condition.groups.map((name) => ({ career: 'group', key: nameKey(name) }));
    case 'all':
      return (
        condition.of.map((part) => anchorsOf(part, catalogue)).find((anchors) => anchors !== null) ?? null
      );
    case 'any': {
      const parts = condition.of.map((part) => anchorsOf(part, catalogue));
      return parts.some((anchors) => anchors === null) ? null : parts.flatMap((anchors) => anchors ?? []);
    }
    default:
      return null;
  }
}

/** Requirements, by their place in the list, that rest on a name, and all that rest on any name of a part of the career. */
type Index = Readonly<
  Record<Career, { readonly named: Map<string, Set<number>>; readonly every: Set<number> }>
>;

/**
 * Finds the requirements that can bind a person without asking each: `mark` sets 1 at the places of those. What is left at 0 surely
 * does not bind.
 */
export function createAnchors(
  appliesTo: readonly (Condition | null)[],
  catalogue: Catalogue,
): { readonly mark: (record: CadreRecord, marks: Uint8Array) => void } {
  const free: number[] = [];
  const part = () => ({ named: new Map<string, Set<number>>(), every: new Set<number>() });
  const index: Index = { post: part(), planned: part(), grade: part(), group: part() };
  for (const [at, condition] of appliesTo.entries()) {
    const anchors = condition === null ? null : anchorsOf(condition, catalogue);
    if (anchors === null) free.push(at);
    for (const { career, key } of anchors ?? []) {
      const { named, every } = index[career];
      every.add(at);
      const places = named.get(key) ?? new Set();
      named.set(key, places.add(at));
    }
  }

  function markName(career: Career, key: string, marks: Uint8Array): void {
    const places = index[career].named.get(key);
    if (places !== undefined) for (const at of places) marks[at] = 1;
  }

  function mark(record: CadreRecord, marks: Uint8Array): void {
    marks.fill(0);
    for (const at of free) marks[at] = 1;
    for (const { position } of record.posts) markName('post', catalogue.find(position).key, marks);
    for (const { position } of record.planned) markName('planned', catalogue.find(position).key, marks);
    for (const { name, code } of record.grades) {
      markName('grade', nameKey(name), marks);
      if (code !== null) markName('grade', nameKey(code), marks);
    }
    for (const { name } of record.groups) markName('group', nameKey(name), marks);
    if (record.reviewed !== null) return;
    // A record that is silent of a part of the career may have any name there.
    if (record.posts.length === 0) for (const at of index.post.every) marks[at] = 1;
    if (record.planned.length === 0) for (const at of index.planned.every) marks[at] = 1;
    if (record.grades.length === 0) for (const at of index.grade.every) marks[at] = 1;
    if (record.groups.length === 0) for (const at of index.group.every) marks[at] = 1;
  }

  return { mark };
}

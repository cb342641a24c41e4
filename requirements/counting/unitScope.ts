import type { Unit } from '../../domain/record.ts';

/** Codes of a unit and of all units below it, former ones included; the code alone where no such unit is known. */
export function unitAndBelow(code: string, units: readonly Unit[]): ReadonlySet<string> {
  const children = new Map<string, string[]>();
  for (const unit of units) {
    if (unit.parent === null) continue;
    const siblings = children.get(unit.parent);
    if (siblings === undefined) children.set(unit.parent, [unit.code]);
    else siblings.push(unit.code);
  }
  const scope = new Set([code]);
  // A set visits what is added while it is walked, and holds each code once: a circle of parents ends.
  for (const each of scope) for (const child of children.get(each) ?? []) scope.add(child);
  return scope;
}

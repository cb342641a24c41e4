import type { Unit } from '../../domain/record.ts';
import { nameKey } from '../../vietnamese/nameKey.ts';

/** What each unit is called where units stand side by side: units with equal names are told apart by the unit above, else by code. */
export function distinctNames(units: readonly Unit[]): ReadonlyMap<string, string> {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const nameWithParent = ({ name, parent }: Unit): string => {
    const above = parent === null ? undefined : byCode.get(parent);
    return above === undefined ? name : `${name} (${above.name})`;
  };
  const plain = countBy(units, ({ name }) => name);
  const longer = countBy(units, nameWithParent);
  return new Map(
    units.map((unit) => {
      const { code, name } = unit;
      if (plain.get(nameKey(name)) === 1) return [code, name];
      const long = nameWithParent(unit);
      return [code, long !== name && longer.get(nameKey(long)) === 1 ? long : `${name} [${code}]`];
    }),
  );
}

function countBy(units: readonly Unit[], nameOf: (unit: Unit) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const unit of units) {
    const key = nameKey(nameOf(unit));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

import successors from '../../data/successors.json' with { type: 'json' };
import type { IsoDate } from '../../domain/day.ts';
import { fold } from '../../vietnamese/text.ts';

/** An agency that no longer exists, and who took over from it. */
export type Succession = {
  readonly former: string;
  readonly successors: readonly string[];
  /** First day of the successors. */
  readonly since: IsoDate;
  /** Number of the document that set up the new structure. */
  readonly source: string;
};

const SOURCES: Readonly<Record<string, { readonly number: string }>> = successors.sources;

const BY_NAME: ReadonlyMap<string, Succession> = new Map(
  successors.units.map(({ source, ...unit }) => [
    nameKey(unit.former),
    { ...unit, source: SOURCES[source]?.number ?? source },
  ]),
);

/** Who took over from an agency; several where agencies issued together. Empty for one that still exists, or is not known. */
export function successionsOf(agency: string): readonly Succession[] {
  const whole = BY_NAME.get(nameKey(agency));
  if (whole !== undefined) return [whole];
  return agency
    .split(/\s[-–]\s(?=Bộ|Ủy ban|Thanh tra)/u)
    .map((part) => BY_NAME.get(nameKey(part)))
    .filter((found) => found !== undefined);
}

function nameKey(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

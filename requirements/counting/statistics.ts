import type { IsoDate } from '../../domain/day.ts';
import type { CadreRecord, Unit } from '../../domain/record.ts';
import type { Position } from '../../domain/requirement.ts';
import type { Facet } from './facet.ts';
import { createSorter } from './facets.ts';

/** One part of a whole. The parts of a facet sum to the whole: whoever is not known stands in a part of their own. */
export type Part = {
  /** A unit's code, a level, `none`, … ; `unknown` for those not known. */
  readonly key: string;
  readonly label: string;
  readonly people: number;
  readonly women: number;
};

export type FacetCount = {
  readonly facet: Facet;
  readonly label: string;
  /** Every part that there may be, also with nobody in it (but only units with people); `unknown` stands last. */
  readonly parts: readonly Part[];
  readonly people: number;
  readonly women: number;
};

/**
 * Counts people by facets, on a date. A level is the highest that is surely held then. `positions` is the catalogue that tells
 * which posts are of leadership. Pure.
 */
export function countPeople(
  cadres: readonly CadreRecord[],
  units: readonly Unit[],
  facets: readonly Facet[],
  asOf: IsoDate,
  positions: readonly Position[],
): readonly FacetCount[] {
  const sorters = facets.map((facet) => ({
    facet,
    ...createSorter(facet, { units, asOf, positions }),
    counts: new Map<string, { people: number; women: number }>(),
  }));
  let women = 0;
  // People outside, facets inside: over a hundred thousand records, fetching one from memory costs more than sorting it.
  for (const cadre of cadres) {
    const one = cadre.sex === 'female' ? 1 : 0;
    women += one;
    for (const { keyOf, counts } of sorters) {
      const key = keyOf(cadre);
      const count = counts.get(key);
      if (count === undefined) counts.set(key, { people: 1, women: one });
      else {
        count.people += 1;
        count.women += one;
      }
    }
  }
  return sorters.map(({ facet, label, parts, counts }) => ({
    facet,
    label,
    parts: parts
      .map((part) => ({ ...part, ...(counts.get(part.key) ?? { people: 0, women: 0 }) }))
      .filter(({ key, people }) => facet !== 'unit' || people > 0 || key === 'unknown'),
    people: cadres.length,
    women,
  }));
}

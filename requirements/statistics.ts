import type { CadreRecord, Unit } from '../domain/record.ts';

export const FACETS = [
  'unit',
  'tier',
  'sex',
  'age',
  'political_theory',
  'degree',
  'state_management',
  'leadership_post',
  'party',
  'ethnicity',
] as const;
/** By what people are counted. */
export type Facet = (typeof FACETS)[number];

/** One part of a whole. The parts of a facet sum to the whole: whoever is not known stands in a part of their own. */
export type Part = {
  readonly key: string;
  readonly label: string;
  readonly people: number;
  readonly women: number;
};

export type FacetCount = {
  readonly facet: Facet;
  readonly label: string;
  readonly parts: readonly Part[];
  readonly people: number;
};

/** Counts people by facets, on a date. Pure. */
export function countPeople(
  _cadres: readonly CadreRecord[],
  _units: readonly Unit[],
  _facets: readonly Facet[],
  _asOf: string,
): readonly FacetCount[] {
  throw new Error('not written yet');
}

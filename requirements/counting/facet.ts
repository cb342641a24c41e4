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

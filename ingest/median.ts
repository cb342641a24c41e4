/** The middle one of some values, the higher of two middle ones; 0 of none. */
export const median = (values: readonly number[]): number =>
  Float64Array.from(values).sort()[values.length >> 1] ?? 0;

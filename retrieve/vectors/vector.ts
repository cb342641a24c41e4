/** A text's place in the space of meanings; all of one space have the same length. */
export type Vector = readonly number[];

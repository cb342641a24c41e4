import type { Syllable } from '../../vietnamese/text.ts';

/** A syllable of a sentence or provision, with what it weighs there. */
export type Word = Syllable & {
  /** One form for every way to write it. */
  readonly key: string;
  /** 0 for what carries no claim by itself (function words, figures) … 1 for a rare word. */
  readonly weight: number;
};

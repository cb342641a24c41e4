import type { search } from './search.ts';

/** Finds the passages that answer a question: by words alone (`search`), or by words and vectors together. */
export type Searcher = typeof search;

/** How often each term stands in the fields by which a passage is found. */
export type PassageTerms = {
  readonly heading: ReadonlyMap<string, number>;
  readonly body: ReadonlyMap<string, number>;
};

/** The terms of a directive: of its name and title, and of its passages in their order. */
export type PassageIndex = {
  /** Of the code and glossary that made it: an index of another version is stale. */
  readonly version: string;
  readonly title: readonly string[];
  readonly passages: readonly PassageTerms[];
};

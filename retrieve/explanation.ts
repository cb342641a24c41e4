/** What one term of the question did for a passage. */
export type TermExplanation = {
  /** As it is indexed: `dao`, `dao_tao`. */
  readonly term: string;
  /** Stood in the question, or was added for a word of it (`giáo viên` → `nhà giáo`) or for a typing error. */
  readonly origin: 'asked' | 'synonym' | 'corrected';
  /** In how many passages of the corpus it stands; 0: in none. */
  readonly passages: number;
  /** Rarity times the weight by kind and origin. */
  readonly weight: number;
  /** How often it stands in this passage's heading and words; `title`: whether in its document's title. */
  readonly heading: number;
  readonly body: number;
  readonly title: boolean;
  /** What it added to the score before the factors. */
  readonly score: number;
};

/** Something else that raised or lowered a passage, by a factor on its score. */
export type FactorExplanation = {
  /** A key of `FACTORS`. */
  readonly factor: string;
  /** What was measured, 0–1 or a count. */
  readonly value: number;
  /** What the score was multiplied by; 1 changes nothing. */
  readonly times: number;
};

/** Why a passage ranked where it did. */
export type Explanation = {
  readonly terms: readonly TermExplanation[];
  readonly factors: readonly FactorExplanation[];
  /** Place in the ranking by words alone and by vectors alone, counted from 1; `null`: not in it. */
  readonly lexicalRank: number | null;
  readonly vectorRank: number | null;
  readonly score: number;
};

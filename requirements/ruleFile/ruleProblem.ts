/** A fault of a rule file. */
export type RuleProblem = {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** Vietnamese: what is wrong and what to write instead. */
  readonly message: string;
};

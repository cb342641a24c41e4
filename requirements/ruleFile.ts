import type { CadreRecord } from '../domain/record.ts';
import type { RuleBook } from '../domain/requirement.ts';
import type { Status } from './finding.ts';

/** A fault of a rule file. */
export type RuleProblem = {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** Vietnamese: what is wrong and what to write instead. */
  readonly message: string;
};

/** A person of a rule file with the expected result for each requirement of that file that binds them. */
export type RuleExample = {
  readonly line: number;
  readonly record: CadreRecord;
  readonly asOf: string;
  /** Requirement id → status; `null` for one that must not bind the person. */
  readonly expected: Readonly<Record<string, Status | null>>;
};

export type RuleFile = {
  readonly book: RuleBook;
  readonly examples: readonly RuleExample[];
};

/** Reads the text of a rule file (YAML). Never throws for what the file says: all its problems come back together. Pure. */
export function readRuleFile(
  _text: string,
):
  | { readonly ok: true; readonly file: RuleFile }
  | { readonly ok: false; readonly problems: readonly RuleProblem[] } {
  throw new Error('not written yet');
}

import { RULE_STATUSES, type RuleBook } from '../../domain/requirement.ts';
import type { RuleExample } from './ruleExample.ts';
import { isAtKey, isRaw } from './ruleFileFields.ts';
import { referenceProblems } from './ruleFileNames.ts';
import { readRuleText } from './ruleFileText.ts';
import type { RuleProblem } from './ruleProblem.ts';
import { type Defaults, ruleFileReader } from './ruleSchema.ts';

export type RuleFile = {
  readonly book: RuleBook;
  readonly examples: readonly RuleExample[];
};

/**
 * Reads the text of a rule file (YAML). Never throws for what the file says: all its problems come back together, in the
 * order of the lines. Examples may also name the ids of other files in `knownIds`. Pure.
 */
export function readRuleFile(
  text: string,
  knownIds: readonly string[] = [],
):
  | { readonly ok: true; readonly file: RuleFile }
  | { readonly ok: false; readonly problems: readonly RuleProblem[] } {
  const written = readRuleText(text);
  // What cannot be read at all would only be told again, as missing.
  if (written.value === null && written.problems.length > 0) return failed(written.problems);
  const read = ruleFileReader(defaultsOf(written.value)).safeParse(written.value ?? {});
  const problems = [
    ...written.problems,
    ...(read.error?.issues ?? []).map((issue) => ({
      ...written.placeOf(issue.path, isAtKey(issue) ? 'key' : 'value'),
      message: issue.message,
    })),
    ...referenceProblems(written, knownIds),
  ];
  if (!read.success || problems.length > 0) return failed(problems);
  const { examples, ...book } = read.data;
  return {
    ok: true,
    file: {
      book,
      examples: examples.map((example, index) => ({
        line: written.placeOf(['examples', index]).line,
        ...example,
      })),
    },
  };
}

function failed(problems: readonly RuleProblem[]): {
  readonly ok: false;
  readonly problems: readonly RuleProblem[];
} {
  return { ok: false, problems: problems.toSorted((a, b) => a.line - b.line || a.column - b.column) };
}

/** A wrong status at the head of a file is told once, not again for each rule that leans on it. */
function defaultsOf(value: unknown): Defaults {
  if (!isRaw(value)) return { status: null, document: null };
  const status = value.status === '' ? undefined : value.status;
  const known = RULE_STATUSES.find((word) => word === status) ?? null;
  return {
    status: known ?? (typeof status === 'string' ? 'sample' : null),
    document: typeof value.document === 'string' && value.document !== '' ? value.document : null,
  };
}

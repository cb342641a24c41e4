import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml';
import { ruleFileTexts, syntaxText } from './ruleFileTexts.ts';
import type { RuleProblem } from './ruleProblem.ts';

type Place = { readonly line: number; readonly column: number };

/** A parsed text: plain maps, lists and strings, and where each stands. */
export type RuleText = {
  readonly value: unknown;
  /** Where the value at a path stands, or its key; the nearest part that exists where the path does not. */
  readonly placeOf: (path: readonly PropertyKey[], at?: 'value' | 'key') => Place;
  readonly problems: readonly RuleProblem[];
};

const MOST_CHARACTERS = 1_000_000;
const MOST_ALIASES = 500;
/** With these the rest of the text still means what it says. */
const BEARABLE: ReadonlySet<string> = new Set(['DUPLICATE_KEY', 'TAG_RESOLVE_FAILED']);

/**
 * Reads YAML whose scalars are all strings: YAML's own types turn the grade code 01.003 into 1.003. No tags; aliases to
 * what was named before. `value` is `null` where the text cannot be read at all.
 */
export function readRuleText(text: string): RuleText {
  if (text.length > MOST_CHARACTERS) {
    const message = ruleFileTexts.tooLong(MOST_CHARACTERS);
    return unreadable([{ line: 1, column: 1, message }]);
  }
  const lines = new LineCounter();
  const yaml = parseDocument(text.replace(/^\ufeff/, ''), {
    lineCounter: lines,
    schema: 'failsafe',
    stringKeys: true,
    prettyErrors: false,
    logLevel: 'error',
  });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problem = (code: string, offset: number): RuleProblem => ({
    ...placeAt(offset),
    message: syntaxText(code),
  });
  const faults = [...yaml.errors, ...yaml.warnings];
  const problems = [
    ...faults.map(({ code, pos }) => problem(code, pos[0])),
    ...aliasFaults(yaml).map(({ code, offset }) => problem(code, offset)),
  ];
  const placeOf = placesOf(yaml, placeAt);
  if (problems.length > faults.filter(({ code }) => BEARABLE.has(code)).length) return unreadable(problems);
  try {
    return { value: yaml.toJS({ maxAliasCount: MOST_ALIASES }), placeOf, problems };
  } catch {
    // The one thing left that this throws for: so many aliases that expanding them would exhaust the memory.
    return unreadable([...problems, problem('MANY_ALIASES', 0)]);
  }
}

function unreadable(problems: readonly RuleProblem[]): RuleText {
  return { value: null, placeOf: () => ({ line: 1, column: 1 }), problems };
}

/** Aliases of names that were not given before, and of the very part that they stand in. */
function aliasFaults(yaml: Document): readonly { readonly code: string; readonly offset: number }[] {
  const found: { code: string; offset: number }[] = [];
  visit(yaml, {
    Alias(_, alias) {
      const offset = alias.range?.[0] ?? 0;
      const range = alias.resolve(yaml)?.range;
      if (range === undefined || range === null) found.push({ code: 'UNKNOWN_ALIAS', offset });
      else if (offset >= range[0] && offset < range[2]) found.push({ code: 'CIRCULAR_ALIAS', offset });
    },
  });
  return found;
}

function placesOf(yaml: Document, placeAt: (offset: number) => Place): RuleText['placeOf'] {
  return (path, at = 'value') => {
    let node: unknown = yaml.contents;
    let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
    for (const [index, step] of path.entries()) {
      if (isAlias(node)) node = node.resolve(yaml);
      // One item may stand for a list of one.
      if (typeof step === 'number' && !isSeq(node)) continue;
      let next: unknown;
      if (isMap(node)) {
        const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
        next = pair?.value;
        if (at === 'key' && index === path.length - 1 && isScalar(pair?.key)) next = pair.key;
      } else if (isSeq(node)) next = node.items[Number(step)];
      if (!isNode(next)) break;
      node = next;
      offset = next.range?.[0] ?? offset;
    }
    return placeAt(offset);
  };
}

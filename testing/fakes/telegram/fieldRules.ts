import type { SpecField } from './spec.ts';

/** What the specification says of a field in words, read once a field. */
export type FieldRule = {
  /** Of an array. */
  readonly items: readonly [number, number] | null;
  /** Of a number. */
  readonly values: readonly [number, number] | null;
  readonly isNonZero: boolean;
  /** Of a text; empty where any may stand. */
  readonly oneOf: readonly string[];
  readonly length: {
    readonly least: number;
    readonly most: number;
    readonly unit: 'characters' | 'bytes';
  } | null;
  /** Tags do not count. */
  readonly isFormatted: boolean;
  readonly alphabet: { readonly pattern: RegExp; readonly said: string } | null;
};

const known = new WeakMap<SpecField, FieldRule>();

export function ruleOf(field: SpecField): FieldRule {
  const found = known.get(field);
  if (found !== undefined) return found;
  const rule = readRule(field);
  known.set(field, rule);
  return rule;
}

function readRule({ name, description }: SpecField): FieldRule {
  return {
    items:
      rangeIn(description, /must include (\d+)-(\d+) items|list of (\d+)-(\d+) identifiers/) ??
      mostIn(description),
    values: rangeIn(description, /(?:Values between |for update delivery, )(\d+)-(\d+)/),
    isNonZero: /must be non-zero/.test(description),
    oneOf: allowedValues(description),
    length: lengthIn(description),
    // The text of an inline result is said to be counted as it stands, but is formatted like any other.
    isFormatted: /after entit/.test(description) || name === 'message_text',
    alphabet: alphabetOf(name, description),
  };
}

function rangeIn(description: string, pattern: RegExp): readonly [number, number] | null {
  const [least, most] = (pattern.exec(description) ?? []).slice(1).filter((part) => part !== undefined);
  return least === undefined ? null : [Number(least), Number(most)];
}

function mostIn(description: string): readonly [number, number] | null {
  const most = /At most (\d+) /.exec(description)?.[1];
  return most === undefined ? null : [0, Number(most)];
}

function lengthIn(description: string): FieldRule['length'] {
  const [, least, most, unit] = /(\d+)-(\d+) (characters|bytes)/i.exec(description) ?? [];
  const counted = unit?.toLowerCase() === 'bytes' ? 'bytes' : 'characters';
  if (least !== undefined) return { least: Number(least), most: Number(most), unit: counted };
  const bytes = /can't exceed (\d+) bytes/.exec(description)?.[1];
  return bytes === undefined ? null : { least: 0, most: Number(bytes), unit: 'bytes' };
}

function alphabetOf(name: string, description: string): FieldRule['alphabet'] {
  if (/only lowercase English letters, digits and underscores/.test(description))
    return { pattern: /^[a-z\d_]+$/, said: 'lowercase English letters, digits and underscores' };
  if (/only (?:characters )?A-Z, a-z, 0-9, _ and - are allowed/i.test(description))
    return { pattern: /^[\w-]*$/, said: 'A-Z, a-z, 0-9, _ and -' };
  if (name === 'language_code' && /two-letter/.test(description))
    return { pattern: /^(?:[a-z]{2})?$/, said: 'a two-letter code' };
  return null;
}

function allowedValues(description: string): readonly string[] {
  const always = /(?:must be|always) ["“]?([a-z_]+)["”]?\.?$/.exec(description)?.[1];
  if (always !== undefined) return [always];
  const listed = /(?:[Mm]ust be|it can be) one of (.+?)(?:\. |\.$|$)/.exec(description)?.[1];
  if (listed !== undefined) return [...listed.matchAll(/["“]([^"”]+)["”]/g)].map(([, word = '']) => word);
  const actions = /Choose one, [^:]+: (.+)$/.exec(description)?.[1];
  if (actions === undefined) return [];
  return [...actions.matchAll(/\b([a-z_]+)(?= for | or [a-z_]+ for )/g)].map(([, word = '']) => word);
}

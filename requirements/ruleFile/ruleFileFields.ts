import { z } from 'zod';
import type { IsoDate } from '../../domain/day.ts';
import { LADDERS, QUALIFICATION_KINDS, type QualificationKind, rung } from '../../domain/ladders.ts';
import { isPartialDate } from '../../domain/partialDate.ts';
import { ruleFileTexts as texts } from './ruleFileTexts.ts';

/** Reads one value of a rule file; what is wrong comes back as issues whose messages are for the author. */
export type Reader<Output> = z.ZodType<Output>;

/** Says that something is wrong at a path below the value that is read. */
export type Report = (path: readonly PropertyKey[], message: string, at?: 'value' | 'key') => void;

type Context = z.core.$RefinementCtx<unknown>;

export function reporter(context: Context): Report {
  return (path, message, at = 'value') => {
    context.issues.push({
      code: 'custom',
      message,
      path: [...path],
      params: { at },
      input: context.value,
    });
  };
}

/** Passes on what another reader finds wrong, and its value where nothing is. */
export function passOn<Output>(
  read: z.ZodSafeParseResult<Output>,
  context: Context,
  path: readonly PropertyKey[] = [],
  counts: (issue: z.core.$ZodIssue) => boolean = () => true,
): Output {
  if (read.success) return read.data;
  const report = reporter(context);
  for (const issue of read.error.issues.filter(counts)) {
    report([...path, ...issue.path], issue.message, isAtKey(issue) ? 'key' : 'value');
  }
  return z.NEVER;
}

export function isAtKey(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'custom' && issue.params?.at === 'key';
}

export type Raw = Readonly<Record<string, unknown>>;

export function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A map with these keys and no others. A key without a value counts as left out. `also` sees the map as written, even where
 * some of its values are wrong, so that all problems of a file come back together.
 */
export function entries<Shape extends z.ZodRawShape>(
  shape: Shape,
  also?: (raw: Raw, report: Report) => void,
): Reader<z.output<z.ZodObject<Shape>>> {
  const known = Object.keys(shape);
  const object = z.object(shape);
  return z.unknown().transform((value, context): z.output<z.ZodObject<Shape>> => {
    const report = reporter(context);
    if (!isRaw(value)) {
      report([], texts.notMap);
      return z.NEVER;
    }
    for (const key of Object.keys(value)) {
      if (!known.includes(key)) report([key], texts.unknownKey(key, known), 'key');
    }
    const given = Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== ''));
    also?.(given, report);
    const read = object.safeParse(given);
    for (const key of missingKeys(read, given)) report([key], texts.missingKey(key));
    return passOn(read, context, [], ({ path }) => given[String(path[0])] !== undefined);
  });
}

/** Keys of which something is said to be wrong though nothing is written for them. */
function missingKeys(read: z.ZodSafeParseResult<unknown>, given: Raw): ReadonlySet<string> {
  const keys = (read.error?.issues ?? []).map(({ path }) => String(path[0]));
  return new Set(keys.filter((key) => given[key] === undefined));
}

export const text: Reader<string> = z
  .string({ error: texts.notText })
  .transform((value) => value.normalize('NFC').trim());

/** A text with a meaning of its own: `parse` gives `null` and a message for what it does not understand. */
export function word<Output extends string | number | boolean>(
  parse: (written: string) => Output | null,
  message: (written: string) => string,
): Reader<Output> {
  return text.transform((written, context): Output => {
    const value = parse(written);
    if (value !== null) return value;
    reporter(context)([], message(written));
    return z.NEVER;
  });
}

export function oneOf<const Word extends string>(words: readonly Word[]): Reader<Word> {
  return word(
    (written) => words.find((known) => known === written) ?? null,
    (written) => texts.unknownWord(written, words),
  );
}

export function optional<Output>(reader: Reader<Output>): Reader<Output | null> {
  return reader.nullish().transform((value) => value ?? null);
}

export function otherwise<Output>(reader: Reader<Output>, value: Output): Reader<Output> {
  return reader.optional().transform((given) => given ?? value);
}

export function list<Output>(item: Reader<Output>): Reader<readonly Output[]> {
  return otherwise<readonly Output[]>(z.array(item, { error: texts.notList }), []);
}

/** Like `list`; one item may stand alone, without brackets. */
export function several<Output>(item: Reader<Output>): Reader<readonly Output[]> {
  const items = z.array(item);
  return otherwise(
    z
      .unknown()
      .transform((value, context) =>
        passOn(items.safeParse(Array.isArray(value) ? value : [value]), context),
      ),
    [],
  );
}

/** Like `several`, and not empty. */
export function oneOrMore<Output>(item: Reader<Output>): Reader<readonly Output[]> {
  const items = several(item);
  return z.unknown().transform((value, context): readonly Output[] => {
    const read = passOn(items.safeParse(value), context);
    if (value === undefined || (Array.isArray(value) && value.length === 0)) {
      reporter(context)([], texts.emptyList);
    }
    return read;
  });
}

export const wholeNumber = word(
  (written) => (/^\d{1,6}$/.test(written) ? Number(written) : null),
  texts.notNumber,
);

export const flag = oneOf(['true', 'false']).transform((written) => written === 'true');

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const day: Reader<IsoDate> = word(
  (written) => (DAY.test(written) && isPartialDate(written) ? written : null),
  (written) => (DAY.test(written) ? texts.noSuchDay(written) : texts.notDay(written)),
);

export const partialDay = word(
  (written) => (isPartialDate(written) ? written : null),
  (written) => (DAY.test(written) ? texts.noSuchDay(written) : texts.notPartialDate(written)),
);

export const kind = oneOf(QUALIFICATION_KINDS);

/** Says so where a map names a level that its kind does not have. */
export function checkLevel(kindKey: string): (raw: Raw, report: Report) => void {
  return (raw, report) => {
    const { [kindKey]: kindWritten, level } = raw;
    if (typeof level !== 'string') return;
    if (kindWritten === undefined) report(['level'], texts.levelWithoutKind);
    const found = QUALIFICATION_KINDS.find((known) => known === kindWritten);
    if (found !== undefined) reportLevel(found, level, (message) => report(['level'], message));
  };
}

function reportLevel(found: QualificationKind, level: string, report: (message: string) => void): void {
  const levels: readonly string[] = LADDERS[found];
  if (levels.length === 0) report(texts.noLevels(found));
  else if (rung(found, level) === -1) report(texts.unknownLevel(level, found, levels));
}

/** Says so where the first of two days stands after the second. */
export function checkOrder(first: string, second: string): (raw: Raw, report: Report) => void {
  return (raw, report) => {
    const { [first]: from, [second]: until } = raw;
    if (typeof from !== 'string' || typeof until !== 'string') return;
    if (isPartialDate(from) && isPartialDate(until) && from > until) {
      report([second], texts.turnedPeriod(from, until));
    }
  };
}

import { type PartialDate, writePartialDate } from '../../../domain/partialDate.ts';
import { syllables } from '../../../vietnamese/text.ts';
import {
  type Reading,
  read,
  readCode,
  readDate,
  readNumber,
  readPhone,
  readYesNo,
  textOf,
  wrong,
} from '../readValue.ts';
import { SHEET_TEXTS, VALUE_FAULTS } from '../texts.ts';
import type { Cell } from '../xlsx/sheetRows.ts';

/** How one column is named, read, written and explained. */
export type Column<T> = {
  readonly heading: string;
  /** Other headings under which people keep it. */
  readonly synonyms: readonly string[];
  readonly required: boolean;
  /** How to fill it in, for the template. */
  readonly note: string;
  readonly example: string;
  /** In characters. */
  readonly width: number;
  /** Offered as a list in the template; other wordings are read as well. */
  readonly choices: readonly string[];
  /** What an empty cell means. */
  readonly empty: T | undefined;
  readonly read: (cell: Cell) => Reading<T>;
  /** The cell's text or number; `null` leaves it empty. */
  readonly write: (value: T) => string | number | null;
};

type Names = {
  readonly heading: string;
  readonly synonyms?: readonly string[];
  readonly note: string;
  readonly example?: string;
  readonly width?: number;
};

const longestText = 1_000;

function base<T>(names: Names, empty: T | undefined, width: number) {
  const { heading, synonyms = [], note, example = '' } = names;
  return {
    heading,
    synonyms,
    note,
    example,
    width: names.width ?? width,
    empty,
    required: empty === undefined,
    choices: [],
  };
}

/** The form in which headings and words of lists are compared. */
export function keyOf(text: string): string {
  return syllables(text)
    .map(({ folded }) => folded)
    .join(' ');
}

function words(cell: Cell): Reading<string> {
  const text = textOf(cell);
  return [...text].length > longestText ? wrong(VALUE_FAULTS.tooLong(longestText)) : read(text);
}

export function requiredText(names: Names): Column<string> {
  return { ...base<string>(names, undefined, 28), read: words, write: (value) => value };
}

export function optionalText(names: Names): Column<string | null> {
  return { ...base<string | null>(names, null, 24), read: words, write: (value) => value };
}

export function requiredCode(names: Names): Column<string> {
  return {
    ...base<string>(names, undefined, 14),
    read: (cell) => readCode(textOf(cell)),
    write: (code) => code,
  };
}

export function optionalCode(names: Names): Column<string | null> {
  return {
    ...base<string | null>(names, null, 14),
    read: (cell) => readCode(textOf(cell)),
    write: (code) => code,
  };
}

/** Several codes in one cell, with a semicolon or comma between. */
export function codeList(names: Names): Column<readonly string[]> {
  return {
    ...base<readonly string[]>(names, [], 20),
    read: (cell) => {
      const codes = textOf(cell)
        .split(/[;,]/)
        .map((part) => part.trim())
        .filter((part) => part !== '');
      const bad = codes.find((code) => !readCode(code).ok);
      return bad === undefined ? read(codes) : wrong(VALUE_FAULTS.badCode(bad));
    },
    write: (codes) => (codes.length === 0 ? null : codes.join('; ')),
  };
}

export function date(names: Names): Column<PartialDate | null> {
  return {
    ...base<PartialDate | null>(names, null, 13),
    read: (cell) => readDate(textOf(cell)),
    write: (value) => (value === null ? null : writePartialDate(value)),
  };
}

/** A date that must be known to the day. */
export function wholeDay(names: Names): Column<string | null> {
  return {
    ...date(names),
    read: (cell) => {
      const text = textOf(cell);
      const found = readDate(text);
      return found.ok && found.value.length < 10 ? wrong(VALUE_FAULTS.notWholeDay(text)) : found;
    },
  };
}

type Words = { readonly yes?: readonly string[]; readonly no?: readonly string[] };

export function yesNo(names: Names, { yes = [], no = [] }: Words = {}): Column<boolean | null> {
  return {
    ...base<boolean | null>(names, null, 12),
    choices: [SHEET_TEXTS.yes, SHEET_TEXTS.no],
    read: (cell) => readYesNo(textOf(cell), { yes, no }),
    write: (value) => (value === null ? null : value ? SHEET_TEXTS.yes : SHEET_TEXTS.no),
  };
}

/** A mark that is set or not; an empty cell is not. */
export function mark(names: Names): Column<boolean> {
  return {
    ...base<boolean>(names, false, 12),
    choices: [SHEET_TEXTS.yes],
    read: (cell) => readYesNo(textOf(cell), { yes: ['mau'], no: [] }),
    write: (value) => (value ? SHEET_TEXTS.yes : null),
  };
}

/** One value of a list: how it is written, and the other words that mean it. */
export type Choice<T> = { readonly value: T; readonly written: string; readonly others: readonly string[] };

export function requiredChoice<T>(names: Names, choices: readonly Choice<T>[]): Column<T> {
  const written = choices.map((choice) => choice.written);
  const byWord = new Map(
    choices.flatMap(({ value, written: own, others }) =>
      [own, ...others].map((word) => [keyOf(word), value] as const),
    ),
  );
  return {
    ...base<T>(names, undefined, 18),
    choices: written,
    read: (cell) => {
      const text = textOf(cell);
      const value = byWord.get(keyOf(text));
      return value === undefined ? wrong(VALUE_FAULTS.notChoice(text, written)) : read(value);
    },
    write: (value) => choices.find((choice) => choice.value === value)?.written ?? null,
  };
}

export function optionalChoice<T>(names: Names, choices: readonly Choice<T>[]): Column<T | null> {
  const { empty: _, ...column } = requiredChoice<T | null>(names, choices);
  return { ...column, empty: null, required: false };
}

export function requiredNumber(names: Names, from: number, to: number): Column<number> {
  return {
    ...base<number>(names, undefined, 10),
    read: (cell) => {
      const found = readNumber(cell, from, to);
      return found.ok && !Number.isInteger(found.value) ? wrong(VALUE_FAULTS.notNumber(textOf(cell))) : found;
    },
    write: (value) => value,
  };
}

export function optionalNumber(names: Names, from: number, to: number): Column<number | null> {
  return {
    ...base<number | null>(names, null, 10),
    read: (cell) => readNumber(cell, from, to),
    write: (value) => value,
  };
}

export function phone(names: Names): Column<string | null> {
  return { ...base<string | null>(names, null, 14), read: readPhone, write: (value) => value };
}

/** How alike two headings are, from 0 to 1: by letters and by words, whichever is kinder. */
export function likeness(one: string, other: string): number {
  const [a, b] = [keyOf(one), keyOf(other)];
  if (a === '' || b === '') return 0;
  const [left, right] = [new Set(a.split(' ')), new Set(b.split(' '))];
  const shared = [...left].filter((word) => right.has(word)).length;
  return Math.max(
    (2 * shared) / (left.size + right.size),
    1 - editDistance(a, b) / Math.max(a.length, b.length),
  );
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      const best = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + change,
      );
      current.push(best);
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

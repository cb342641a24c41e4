import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reference, RuleBook } from '../../domain/requirement.ts';
import { type RuleFile, readRuleFile } from '../../requirements/ruleFile/ruleFile.ts';

const FOLDER = import.meta.dirname;

export type SampleRuleFile = RuleFile & { readonly name: string; readonly text: string };

/** The sample rule files, each read; throws with all the problems of the first that cannot be. */
export function readSampleRuleFiles(): readonly SampleRuleFile[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(FOLDER, name), 'utf8');
      const read = readRuleFile(text);
      if (read.ok) return { name, text, ...read.file };
      throw new Error(
        read.problems.map(({ line, column, message }) => `${name}:${line}:${column}: ${message}`).join('\n'),
      );
    });
}

/** All rules of several files as one book. */
export function mergeBooks(files: readonly RuleFile[]): RuleBook {
  return {
    requirements: files.flatMap(({ book }) => book.requirements),
    equivalences: files.flatMap(({ book }) => book.equivalences),
    positions: files.flatMap(({ book }) => book.positions),
    targets: files.flatMap(({ book }) => book.targets),
    classes: files.flatMap(({ book }) => book.classes),
  };
}

/** Everything of a book that has an id. */
export function rulesOf({ requirements, equivalences, targets, classes }: RuleBook) {
  return [...requirements, ...equivalences, ...targets, ...classes];
}

/** Every reference of a book with the id of the rule that rests on it. */
export function referencesOf(
  book: RuleBook,
): readonly { readonly id: string; readonly reference: Reference }[] {
  const exemptions = book.requirements.flatMap(({ id, exemptions: each }) =>
    each.map(({ reference }) => ({ id, reference })),
  );
  return [...rulesOf(book).map(({ id, reference }) => ({ id, reference })), ...exemptions];
}

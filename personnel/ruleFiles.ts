import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { RuleBook } from '../domain/requirement.ts';
import { KnownError } from '../errors.ts';
import type { RuleExample } from '../requirements/ruleFile/ruleExample.ts';
import { readRuleFile } from '../requirements/ruleFile/ruleFile.ts';
import type { RuleProblem } from '../requirements/ruleFile/ruleProblem.ts';
import { texts } from './texts.ts';

/** A rule file on disk: what it says, or what is wrong with it. */
export type RuleFileOnDisk = {
  readonly path: string;
  readonly book: RuleBook;
  readonly examples: readonly RuleExample[];
  readonly problems: readonly RuleProblem[];
};

/** The rules that come with the product, all of them samples. */
export const SAMPLE_RULES = join(import.meta.dirname, '..', 'data', 'requirements');

const EMPTY: RuleBook = { requirements: [], equivalences: [], positions: [], targets: [], classes: [] };

/** Reads rule files, or the `.yaml` files of folders. A path that is missing is `file_missing`; faults of a file stand in it. */
export async function readRuleFiles(paths: readonly string[]): Promise<readonly RuleFileOnDisk[]> {
  const files = (await Promise.all(paths.map(listRuleFiles))).flat();
  return Promise.all(
    files.map(async (path) => {
      const read = readRuleFile(await readFile(path, 'utf8'));
      return read.ok
        ? { path, ...read.file, problems: [] }
        : { path, book: EMPTY, examples: [], problems: read.problems };
    }),
  );
}

/** One book of all files. Throws `bad_input` that names the first faults with file and line. */
export async function readRuleBookFrom(paths: readonly string[]): Promise<RuleBook> {
  const files = await readRuleFiles(paths);
  const faults = files.flatMap(({ path, problems }) =>
    problems.map(({ line, message }) => texts.ruleFault(basename(path), line, message)),
  );
  if (faults.length > 0) throw new KnownError('bad_input', texts.ruleFaults(faults));
  return files.reduce<RuleBook>(
    (all, { book }) => ({
      requirements: [...all.requirements, ...book.requirements],
      equivalences: [...all.equivalences, ...book.equivalences],
      positions: [...all.positions, ...book.positions],
      targets: [...all.targets, ...book.targets],
      classes: [...all.classes, ...book.classes],
    }),
    EMPTY,
  );
}

async function listRuleFiles(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new KnownError('file_missing', texts.ruleFileMissing(path), { cause });
  });
  if (!found.isDirectory()) return [path];
  const names = await readdir(path);
  return names
    .filter((name) => /\.ya?ml$/i.test(name))
    .sort()
    .map((name) => join(path, name));
}

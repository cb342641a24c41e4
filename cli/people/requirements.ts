import type { RuleBook } from '../../domain/requirement.ts';
import {
  type RuleFileOnDisk,
  readRuleBookFrom,
  readRuleFiles,
  SAMPLE_RULES,
} from '../../personnel/ruleFiles.ts';
import { checkExamples } from '../../requirements/ruleFile/ruleFileCheck.ts';
import type { RuleProblem } from '../../requirements/ruleFile/ruleProblem.ts';
import { OPERATOR } from '../../store/access/identity.ts';
import { readRuleBook, saveRules, setRuleStatus } from '../../store/rules/rules.ts';
import { type CommonOptions, type ExitCode, type Io, withDatabase, withExistingDatabase } from '../io.ts';
import { peopleTexts as texts } from './peopleTexts.ts';

/** `requirements check FILE…`: the faults of rule files and the examples that do not come out as they say. */
export async function rulesCheckCommand(
  io: Io,
  paths: readonly string[],
  options: CommonOptions,
): Promise<ExitCode> {
  const files = await readRuleFiles(paths);
  const results = files.map((file) => ({ file, wrong: checkExamples(file.examples, file.book) }));
  const good = results.every(({ file, wrong }) => file.problems.length === 0 && wrong.length === 0);
  if (options.json === true) {
    io.out(
      JSON.stringify({
        ok: good,
        files: results.map(({ file, wrong }) => ({
          file: file.path,
          rules: size(file.book),
          examples: file.examples.length,
          problems: file.problems,
          wrongExamples: wrong,
        })),
      }),
    );
  } else {
    io.out(results.flatMap(({ file, wrong }) => fileLines(file, wrong)).join('\n'));
  }
  return good ? 0 : 2;
}

function fileLines(file: RuleFileOnDisk, wrong: readonly RuleProblem[]): readonly string[] {
  if (file.problems.length === 0 && wrong.length === 0) {
    return [texts.ruleFine(file.path, size(file.book), file.examples.length)];
  }
  return [
    ...[...file.problems, ...wrong].map(({ line, column, message }) =>
      texts.ruleFault(file.path, line, column, message),
    ),
  ];
}

function size(book: RuleBook): number {
  return Object.values(book).reduce((sum, rules) => sum + rules.length, 0);
}

/** `requirements load [FILE…]`: the samples where no file is named. */
export async function rulesLoadCommand(
  io: Io,
  paths: readonly string[],
  options: CommonOptions,
): Promise<ExitCode> {
  const book = await readRuleBookFrom(paths.length === 0 ? [SAMPLE_RULES] : paths);
  const saved = await withDatabase(io, options, (database) => saveRules(database, OPERATOR, book));
  io.out(
    options.json === true
      ? JSON.stringify(saved)
      : texts.rulesSaved(saved.added, saved.changed, saved.unchanged),
  );
  return 0;
}

/** `requirements list`: everything that people are judged by. */
export async function rulesListCommand(io: Io, options: CommonOptions): Promise<ExitCode> {
  const book = await withExistingDatabase(io, options, readRuleBook);
  if (options.json === true) {
    io.out(JSON.stringify(book));
    return 0;
  }
  const lines = [
    ...book.requirements,
    ...book.targets,
    ...book.classes,
    ...book.equivalences.map((one) => ({ ...one, title: one.reference.quote })),
  ].map(({ id, status, title }) => texts.ruleLine(id, status, title));
  io.out(lines.join('\n'));
  return 0;
}

/** `requirements approve|retire ID`. */
export async function rulesStatusCommand(
  io: Io,
  id: string,
  status: 'approved' | 'retired',
  options: CommonOptions,
): Promise<ExitCode> {
  await withExistingDatabase(io, options, async (database) => {
    await setRuleStatus(database, OPERATOR, id, status);
  });
  io.out(options.json === true ? JSON.stringify({ id, status }) : texts.statusSet(id, status));
  return 0;
}

import { codeProblems, textProblems } from './habits.ts';
import { importProblems } from './imports.ts';
import { purityProblems } from './purity.ts';
import { type Problem, parse, type SourceFile } from './source.ts';
import { unusedExports } from './unused.ts';

/** Every rule over every file; `dependencies` are the packages that come with the product. */
export function houseProblems(
  files: readonly SourceFile[],
  dependencies: ReadonlySet<string>,
): readonly Problem[] {
  const code = files.filter(({ path }) => /\.tsx?$/.test(path)).map(parse);
  return [
    ...files.flatMap(textProblems),
    ...code.flatMap((parsed) => [
      ...importProblems(parsed, dependencies),
      ...purityProblems(parsed),
      ...codeProblems(parsed),
    ]),
    ...unusedExports(code),
  ];
}

import { codeProblems, textProblems } from './habits.ts';
import { importProblems } from './imports.ts';
import { purityProblems } from './purity.ts';
import { type Problem, parse, type SourceFile } from './source.ts';

/** Every rule over every file; `dependencies` are the packages that come with the product. */
export function houseProblems(
  files: readonly SourceFile[],
  dependencies: ReadonlySet<string>,
): readonly Problem[] {
  return files.flatMap((file) => {
    if (!/\.tsx?$/.test(file.path)) return textProblems(file);
    const parsed = parse(file);
    return [
      ...textProblems(file),
      ...importProblems(parsed, dependencies),
      ...purityProblems(parsed),
      ...codeProblems(parsed),
    ];
  });
}

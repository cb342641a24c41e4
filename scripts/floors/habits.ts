import {
  isConfiguration,
  isSyntax,
  isTest,
  type Parsed,
  type Problem,
  type SourceFile,
  type Syntax,
} from './source.ts';

const mostLines = 350;
const code = /\.(ts|tsx|mts|js|mjs|css|sql|html|sh)$/;

/** Folders of one machine, at the start of a path. A longer path or an address may well contain such a name. */
const machinePath = /(?<![\w.~})\]@%+-])\/(?:home|root|work|Users)\/[\w.$-]/;

/** What can be seen in the text of any file: its length, and paths that exist on one machine only. */
export function textProblems(file: SourceFile): readonly Problem[] {
  // A file with NUL is a picture or the like.
  if (file.text.includes('\0')) return [];
  const lines = file.text.split('\n');
  const count = file.text.endsWith('\n') ? lines.length - 1 : lines.length;
  const long =
    code.test(file.path) && count > mostLines
      ? [{ path: file.path, line: mostLines + 1, message: `${count} lines; ${mostLines} at the most` }]
      : [];
  const paths = lines.flatMap((line, index) =>
    machinePath.test(line)
      ? [{ path: file.path, line: index + 1, message: 'a path that exists on one machine only' }]
      : [],
  );
  return [...long, ...paths];
}

function isDefaultExport(node: Syntax): boolean {
  if (node.type === 'ExportDefaultDeclaration') return true;
  return node.type === 'ExportSpecifier' && isSyntax(node.exported) && node.exported.name === 'default';
}

/** The first name of `it.concurrent.skip(…)`: `it`. */
function rootName(node: unknown): string | null {
  if (!isSyntax(node)) return null;
  if (node.type === 'Identifier') return typeof node.name === 'string' ? node.name : null;
  if (node.type === 'MemberExpression') return rootName(node.object);
  return node.type === 'CallExpression' ? rootName(node.callee) : null;
}

function testSwitch(node: Syntax): string | null {
  if (node.type !== 'MemberExpression' || !isSyntax(node.property)) return null;
  const name = node.property.name ?? node.property.value;
  if (name !== 'skip' && name !== 'only' && name !== 'todo') return null;
  const root = rootName(node.object);
  return root !== null && ['it', 'test', 'describe', 'suite', 'bench', 'context', 'ctx'].includes(root)
    ? `${root}.${name}`
    : null;
}

/** What a line of code may not do anywhere in the house: `any`, default exports, tests switched off or on by hand. */
export function codeProblems(parsed: Parsed): readonly Problem[] {
  const { path } = parsed.file;
  return parsed.nodes.flatMap(({ node }) => {
    const line = parsed.lineOf(node.start);
    if (node.type === 'TSAnyKeyword') return [{ path, line, message: 'the type `any`' }];
    if (isDefaultExport(node) && !isConfiguration(path)) return [{ path, line, message: 'a default export' }];
    const switched = isTest(path) ? testSwitch(node) : null;
    return switched === null ? [] : [{ path, line, message: `${switched}: a test that is switched by hand` }];
  });
}

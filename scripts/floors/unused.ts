import { isConfiguration, isSyntax, type Parsed, type Problem, type Syntax, target } from './source.ts';

/** Called by name by the tool that loads the file. */
const CALLED_BY_TOOLS: ReadonlySet<string> = new Set(['testing/globalSetup.ts setup']);

/** Used as a whole: `import * as all`, `export * from`, `await import()`, `typeof import()`. */
const EVERYTHING = '*';

function nameOf(value: unknown): string | null {
  if (!isSyntax(value)) return null;
  if (typeof value.name === 'string') return value.name;
  return typeof value.value === 'string' ? value.value : null;
}

function listOf(value: unknown): readonly Syntax[] {
  return Array.isArray(value) ? value.filter(isSyntax) : [];
}

/** The names that a declaration gives: one for a function, several for `const [a, { b }] = …`. */
function declaredNames(node: Syntax): readonly string[] {
  if (node.type === 'VariableDeclaration') return listOf(node.declarations).flatMap(({ id }) => bound(id));
  const name = nameOf(node.id);
  return name === null ? [] : [name];
}

function bound(pattern: unknown): readonly string[] {
  if (!isSyntax(pattern)) return [];
  switch (pattern.type) {
    case 'ObjectPattern':
      return listOf(pattern.properties).flatMap((property) => bound(property.value ?? property.argument));
    case 'ArrayPattern':
      return listOf(pattern.elements).flatMap(bound);
    case 'AssignmentPattern':
      return bound(pattern.left);
    case 'RestElement':
      return bound(pattern.argument);
    default:
      return nameOf(pattern) === null ? [] : [nameOf(pattern) ?? ''];
  }
}

type Export = { readonly name: string; readonly line: number };

/** What a file exports by itself. Types are left out: they often stand only in the signature of what is used. */
function exportsOf({ nodes, lineOf }: Parsed): readonly Export[] {
  return nodes.flatMap(({ node }) => {
    if (node.type !== 'ExportNamedDeclaration' || node.source || node.exportKind === 'type') return [];
    const names = isSyntax(node.declaration)
      ? declaredNames(node.declaration)
      : listOf(node.specifiers).flatMap(({ exported, exportKind }) =>
          exportKind === 'type' ? [] : [nameOf(exported) ?? ''],
        );
    return names.map((name) => ({ name, line: lineOf(node.start) }));
  });
}

type Use = { readonly path: string; readonly name: string };

/** What a file takes from others of the repository. */
function usesOf({ file, nodes }: Parsed): readonly Use[] {
  return nodes.flatMap(({ node }) => {
    const specifier = isSyntax(node.source) ? nameOf(node.source) : null;
    if (specifier === null) return [];
    const to = target(file.path, specifier);
    if (to.kind !== 'file') return [];
    return takenNames(node).map((name) => ({ path: to.path, name }));
  });
}

function takenNames(node: Syntax): readonly string[] {
  if (node.type !== 'ImportDeclaration' && node.type !== 'ExportNamedDeclaration') return [EVERYTHING];
  return listOf(node.specifiers).map((specifier) => {
    if (specifier.type === 'ImportNamespaceSpecifier') return EVERYTHING;
    return nameOf(specifier.imported ?? specifier.local) ?? EVERYTHING;
  });
}

/** Functions and values that are exported and that no other file imports; tests count as users. */
export function unusedExports(files: readonly Parsed[]): readonly Problem[] {
  const used = new Set([
    ...CALLED_BY_TOOLS,
    ...files.flatMap(usesOf).map(({ path, name }) => `${path} ${name}`),
  ]);
  return files.flatMap((parsed) => {
    const { path } = parsed.file;
    if (isConfiguration(path) || used.has(`${path} ${EVERYTHING}`)) return [];
    return exportsOf(parsed)
      .filter(({ name }) => !used.has(`${path} ${name}`))
      .map(({ name, line }) => ({ path, line, message: `${name} is exported and nobody imports it` }));
  });
}

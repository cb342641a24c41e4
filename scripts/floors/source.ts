import path from 'node:path';
import { parseSync } from 'vite';

/** One file of the repository. `path` is relative to its root, with `/`. */
export type SourceFile = { readonly path: string; readonly text: string };

/** Something that breaks a rule of the house, in words for the engineer who is to mend it. */
export type Problem = { readonly path: string; readonly line: number; readonly message: string };

/** One node of the syntax tree (ESTree with TypeScript), as far as the rules look at it. */
export type Syntax = { readonly type: string; readonly start: number; readonly [key: string]: unknown };

export type Import = {
  /** As written: `../store/database.ts`, `pg`, `node:fs`. */
  readonly specifier: string;
  /** Erased before running: `import type`, `typeof import()`. */
  readonly typeOnly: boolean;
  readonly line: number;
};

export type Parsed = {
  readonly file: SourceFile;
  readonly imports: readonly Import[];
  /** Every node with its parent, in the order of the text. */
  readonly nodes: readonly { readonly node: Syntax; readonly parent: Syntax | null; readonly key: string }[];
  readonly lineOf: (offset: number) => number;
};

export function isSyntax(value: unknown): value is Syntax {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/**
 * Tests (`NAME.test.ts`) and what only they use (`NAME.testing.ts` beside them, or the folder `testing`). They stand
 * above all floors, since they may prepare with one what they test in another.
 */
export function isTest(file: string): boolean {
  return /(^|[./])(test|testing)\.tsx?$/.test(file) || file.startsWith('testing/');
}

/** Programs around the product: they may use all of it, and nothing of it may use them. */
export function isTool(file: string): boolean {
  return /^(scripts|bench)\//.test(file) || isConfiguration(file);
}

/** Files whose tool asks for a default export. */
export function isConfiguration(file: string): boolean {
  return /\.config\.ts$/.test(file);
}

/** Where an import leads: the path of a file of the repository, or the name of a package. */
export function target(
  from: string,
  specifier: string,
): { readonly kind: 'file'; readonly path: string } | { readonly kind: 'package'; readonly name: string } {
  if (specifier.startsWith('.')) {
    return { kind: 'file', path: path.posix.join(path.posix.dirname(from), specifier) };
  }
  if (specifier.startsWith('node:')) return { kind: 'package', name: specifier };
  const parts = specifier.split('/');
  return {
    kind: 'package',
    name: parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/'),
  };
}

function literal(value: unknown): string | null {
  if (!isSyntax(value)) return null;
  if (value.type === 'Literal' && typeof value.value === 'string') return value.value;
  return null;
}

function importOf(node: Syntax, lineOf: (offset: number) => number): readonly Import[] {
  const specifier = literal(node.source);
  if (specifier === null) return [];
  const line = lineOf(node.start);
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration': {
      const names = Array.isArray(node.specifiers) ? node.specifiers.filter(isSyntax) : [];
      const kind = node.importKind ?? node.exportKind;
      const everyNameIsType =
        names.length > 0 && names.every((name) => (name.importKind ?? name.exportKind) === 'type');
      return [{ specifier, typeOnly: kind === 'type' || everyNameIsType, line }];
    }
    case 'ImportExpression':
      return [{ specifier, typeOnly: false, line }];
    case 'TSImportType':
      return [{ specifier, typeOnly: true, line }];
    default:
      return [];
  }
}

/** Parses TypeScript with the parser that vite brings. Throws an error that names the file when it is not TypeScript. */
export function parse(file: SourceFile): Parsed {
  const starts = [0];
  for (let at = file.text.indexOf('\n'); at !== -1; at = file.text.indexOf('\n', at + 1)) starts.push(at + 1);
  const lineOf = (offset: number) => {
    const after = starts.findIndex((start) => start > offset);
    return after === -1 ? starts.length : after;
  };
  const { program, errors } = parseSync(file.path, file.text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${file.path}: ${error.message}`);
  const nodes: { node: Syntax; parent: Syntax | null; key: string }[] = [];
  const visit = (value: unknown, parent: Syntax | null, key: string): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item, parent, key);
      return;
    }
    if (!isSyntax(value)) return;
    nodes.push({ node: value, parent, key });
    for (const [name, child] of Object.entries(value)) visit(child, value, name);
  };
  visit(program, null, 'program');
  return { file, imports: nodes.flatMap(({ node }) => importOf(node, lineOf)), nodes, lineOf };
}

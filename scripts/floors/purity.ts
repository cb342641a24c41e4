import { pureFolders } from './imports.ts';
import { isSyntax, isTest, type Parsed, type Problem, type Syntax } from './source.ts';

/** Names through which a function reaches the world, the clock or chance without importing anything. */
const worldly = new Set(
  `process fetch console performance crypto globalThis window document localStorage navigator
   setTimeout setInterval setImmediate queueMicrotask XMLHttpRequest WebSocket require`.split(/\s+/),
);

const worldlyMembers = new Set(['Date.now', 'Math.random', 'Temporal.Now']);

function nameOf(value: unknown): string | null {
  return isSyntax(value) && value.type === 'Identifier' && typeof value.name === 'string' ? value.name : null;
}

/** Whether an identifier stands for a value, not for a property, a key or a type. */
function isValue(node: Syntax, parent: Syntax | null, key: string): boolean {
  if (parent === null) return true;
  if (parent.type.startsWith('TS') && !parent.type.endsWith('Expression')) return false;
  if (parent.type === 'MemberExpression' && key === 'property') return parent.computed === true;
  if (key === 'key') return parent.computed === true;
  if (key === 'imported' || key === 'exported' || key === 'label') return false;
  return node.type === 'Identifier';
}

function worldlyUse(node: Syntax, parent: Syntax | null, key: string): string | null {
  if (node.type === 'MemberExpression') {
    const member = `${nameOf(node.object)}.${nameOf(node.property)}`;
    return worldlyMembers.has(member) ? member : null;
  }
  const isDate =
    (node.type === 'NewExpression' || node.type === 'CallExpression') && nameOf(node.callee) === 'Date';
  if (isDate) {
    const given = Array.isArray(node.arguments) && node.arguments.length > 0;
    // Called without `new`, Date gives the present time whatever it is given.
    if (node.type === 'CallExpression' || !given)
      return node.type === 'CallExpression' ? 'Date()' : 'new Date()';
  }
  const name = nameOf(node);
  return name !== null && worldly.has(name) && isValue(node, parent, key) ? name : null;
}

/** What makes a file of a pure folder impure: the clock, chance, the network, the process. */
export function purityProblems(parsed: Parsed): readonly Problem[] {
  const { path } = parsed.file;
  const folder = path.split('/')[0] ?? '';
  if (!pureFolders.includes(folder) || isTest(path)) return [];
  return parsed.nodes.flatMap(({ node, parent, key }) => {
    const use = worldlyUse(node, parent, key);
    if (use === null) return [];
    const message = `${folder} is pure: ${use} must come in as a parameter`;
    return [{ path, line: parsed.lineOf(node.start), message }];
  });
}

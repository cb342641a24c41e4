import { describe, expect, it } from 'vitest';
import { parse } from './source.ts';
import { unusedExports } from './unused.ts';

/** The messages for `bot/words.ts` beside a file that uses it. */
function unused(text: string, user = '', userPath = 'bot/user.ts'): readonly string[] {
  const files = [
    { path: 'bot/words.ts', text },
    { path: userPath, text: user },
  ];
  return unusedExports(files.map(parse)).map(({ path, line, message }) => `${path}:${line}: ${message}`);
}

const some = [
  'export const a = 1;',
  'export function b() {}',
  'export async function* c() {}',
  'export class D {}',
].join('\n');

describe('exports that nobody imports', () => {
  it('are told with their line', () => {
    expect(unused(some, "import { a, D } from './words.ts';")).toEqual([
      'bot/words.ts:2: b is exported and nobody imports it',
      'bot/words.ts:3: c is exported and nobody imports it',
    ]);
  });

  it('are found in lists, renamed and in patterns', () => {
    const text = 'const a = 1;\nexport { a as b };\nexport const { c, d: { e }, ...f } = x, [g = 1, h] = y;';
    const names = unused(text).map((message) => message.split(' ')[1]);
    expect(names).toEqual(['b', 'c', 'e', 'f', 'g', 'h']);
    expect(unused(text, "import { b as z, c, e, f, g, h } from './words.ts';")).toEqual([]);
  });

  it.each([
    ["import * as words from './words.ts';", 'bot/user.ts'],
    ["export * from './words.ts';", 'bot/user.ts'],
    ["const words = await import('./words.ts');", 'bot/user.ts'],
    ["type Words = typeof import('./words.ts');", 'bot/user.ts'],
    ["import { a, b, c, D } from './words.ts';", 'bot/words.test.ts'],
    [
      "import { a, type D } from '../bot/words.ts';\nimport type { b, c } from '../bot/words.ts';",
      'cli/x.ts',
    ],
    ["export { a, b, c as z, D } from './words.ts';", 'bot/user.ts'],
  ])('are none where another file says %s', (user, path) => {
    expect(unused(some, user, path).filter((message) => message.startsWith('bot/words'))).toEqual([]);
  });

  it('are not types, nor what a file takes from another of the same name', () => {
    const types =
      'export type A = 1;\nexport interface B {}\ntype C = 1;\nexport type { C };\nexport { type C as D };';
    expect(unused(types)).toEqual([]);
    expect(unused('export const a = 1;', "import { a } from './other.ts';")).toHaveLength(1);
  });

  it('are not what a tool asks for', () => {
    const files = [{ path: 'vitest.config.ts', text: 'export const x = 1;' }];
    expect(unusedExports(files.map(parse))).toEqual([]);
  });
});

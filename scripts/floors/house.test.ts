import { describe, expect, it } from 'vitest';
import { houseProblems } from './house.ts';

const dependencies = new Set([
  'pg',
  'pgvector',
  'grammy',
  'mammoth',
  'hono',
  'preact',
  'zod',
  'openai',
  'vite',
]);

/** The messages for one invented file, of which everything is used. */
function problemsOf(path: string, text: string): readonly string[] {
  const user = { path: 'bench/user.ts', text: `import * as all from '../${path}';\n` };
  return houseProblems([{ path, text }, user], dependencies).map(
    ({ line, message }) => `${line}: ${message}`,
  );
}

/** The message for a file whose only line imports `specifier`; empty when the house allows it. */
function importing(path: string, specifier: string): string {
  return problemsOf(path, `import { thing } from '${specifier}';\n`).join('; ');
}

describe('floors', () => {
  it.each([
    ['bot/features/ask.ts', '../../answer/answer.ts'],
    ['bot/main.ts', '../ingest/ingest.ts'],
    ['cli/ask.ts', '../bot/core.ts'],
    ['answer/answer.ts', '../retrieve/search.ts'],
    ['answer/answer.ts', '../store/passages.ts'],
    ['retrieve/search.ts', '../store/passages.ts'],
    ['retrieve/search.ts', '../vietnamese/text.ts'],
    ['store/pool.ts', '../config.ts'],
    ['config.ts', './errors.ts'],
    ['vietnamese/abbreviations.ts', '../data/abbreviations.json'],
    ['ingest/read/pdf.ts', './rawDocument.ts'],
  ])('let %s import %s', (path, specifier) => {
    expect(importing(path, specifier)).toBe('');
  });

  it.each([
    ['answer/answer.ts', '../bot/core.ts', 'answer may not import bot: imports only go down'],
    ['store/pool.ts', '../retrieve/search.ts', 'store may not import retrieve: imports only go down'],
    ['domain/directive.ts', '../store/pool.ts', 'domain is pure'],
    ['errors.ts', './store/pool.ts', 'errors may not import store'],
    ['retrieve/search.ts', '../ingest/ingest.ts', 'retrieve may not import ingest'],
    ['requirements/rules.ts', '../store/facts.ts', 'requirements is pure'],
    ['vietnamese/text.ts', '../config.ts', 'vietnamese is pure'],
    ['vietnamese/text.ts', '../data/load.ts', 'vietnamese is pure'],
    ['answer/answer.ts', '../ingest/ingest.ts', 'answer and ingest never import each other'],
    ['ingest/ingest.ts', '../answer/answer.ts', 'ingest and answer never import each other'],
    ['helpers/strings.ts', './more.ts', 'helpers has no floor'],
    ['bot/core.ts', '../helpers/strings.ts', 'helpers has no floor'],
  ])('do not let %s import %s', (path, specifier, message) => {
    expect(importing(path, specifier)).toContain(message);
  });

  it('see every way to import, and say on which line', () => {
    const text = [
      "import type { A } from '../bot/message.ts';",
      "import '../bot/main.ts';",
      "export { b } from '../bot/b.ts';",
      "export * from '../bot/c.ts';",
      "const d = await import('../bot/d.ts');",
      "type E = import('../bot/e.ts').E;",
      "// import '../bot/comment.ts'",
      'const text = "import \'../bot/text.ts\'";',
    ].join('\n');
    expect(problemsOf('store/all.ts', text).map((line) => line.split(':')[0])).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
    ]);
  });

  it.each([
    ['answer/answer.ts', '../testing/prerequisites.ts', 'belongs to tests'],
    ['answer/answer.ts', './answer.test.ts', 'belongs to tests'],
    ['answer/answer.ts', './samples.testing.ts', 'belongs to tests'],
    ['answer/answer.ts', './testing.ts', 'belongs to tests'],
    ['answer/answer.ts', '../bench/main.ts', 'a tool around it'],
    ['answer/answer.ts', '../scripts/command.ts', 'a tool around it'],
  ])('keep product code (%s) from leaning on %s', (path, specifier, message) => {
    expect(importing(path, specifier)).toContain(message);
  });

  it.each(['store/pool.test.ts', 'testing/fakeTelegram.ts', 'bench/retrieval.ts', 'scripts/command.ts'])(
    'leave %s free to use anything',
    (path) => {
      const text = ['../bot/core.ts', '../ingest/ingest.ts', 'pg', 'grammy', 'vitest']
        .map((specifier) => `import '${specifier}';`)
        .join('\n');
      expect(problemsOf(path, text)).toEqual([]);
    },
  );
});

describe('rooms of packages', () => {
  it.each([
    ['bot/channels/telegram.ts', 'grammy'],
    ['store/pool.ts', 'pg'],
    ['store/vectors.ts', 'pgvector/pg'],
    ['ingest/read/docx.ts', 'mammoth'],
    ['answer/model.ts', 'openai'],
    ['retrieve/embedding.ts', 'openai'],
    ['web/page.tsx', 'preact/hooks'],
    ['bot/channels/web.ts', 'hono'],
    ['config.ts', 'zod'],
    ['ingest/read/file.ts', 'node:fs/promises'],
  ])('let %s import %s', (path, specifier) => {
    expect(importing(path, specifier)).toBe('');
  });

  it.each([
    ['answer/answer.ts', 'grammy', 'only be imported in bot'],
    ['answer/answer.ts', '@grammyjs/types', 'only be imported in bot'],
    ['retrieve/search.ts', 'pg', 'only be imported in store'],
    ['bot/main.ts', '@electric-sql/pglite', 'only be imported in store'],
    ['bot/upload.ts', 'mammoth', 'only be imported in ingest'],
    ['store/read.ts', '@xmldom/xmldom', 'only be imported in ingest'],
    ['bot/core.ts', 'openai', 'only be imported in answer and retrieve'],
    ['ingest/describe.ts', '@langchain/core/documents', 'only be imported in answer and retrieve'],
    ['answer/stream.ts', 'hono/streaming', 'only be imported in bot and web'],
    ['cli/page.ts', 'preact', 'only be imported in bot and web'],
    ['bot/picture.ts', 'playwright-core', 'only be imported in tests'],
    ['bot/check.ts', 'vitest', 'only be imported in tests'],
    ['bot/core.ts', 'left-pad', 'not among the dependencies'],
  ])('do not let %s import %s', (path, specifier, message) => {
    expect(importing(path, specifier)).toContain(message);
  });

  it('do not ask for a dependency where only a type is taken', () => {
    expect(problemsOf('bot/core.ts', "import type { Thing } from 'type-fest';")).toEqual([]);
    expect(problemsOf('bot/core.ts', "import { type Thing } from 'type-fest';")).toEqual([]);
    expect(problemsOf('bot/core.ts', "import { type Thing, thing } from 'type-fest';")).toHaveLength(1);
  });
});

describe('pure folders', () => {
  it.each([
    ["import { readFileSync } from 'node:fs';", 'may not import node:fs'],
    ['export const now = Date.now();', 'Date.now'],
    ['export const now = new Date();', 'new Date()'],
    ['export const now = new Date;', 'new Date()'],
    ['export const now = Date();', 'Date()'],
    ['export const chance = Math.random();', 'Math.random'],
    ['export const key = process.env.KEY;', 'process'],
    ["export const page = await fetch('https://example.vn');", 'fetch'],
    ['export const get = { fetch };', 'fetch'],
    ['console.log(1);', 'console'],
    ['setTimeout(() => undefined, 1);', 'setTimeout'],
  ])('do not hold %s', (line, message) => {
    for (const folder of ['vietnamese', 'domain', 'requirements']) {
      expect(problemsOf(`${folder}/rule.ts`, `${line}\n`).join()).toContain(message);
    }
  });

  it('may use dates they are given and names that only look worldly', () => {
    const text = [
      "export const day = new Date('2026-07-01');",
      'export const utc = Date.UTC(2026, 6, 1);',
      'export type Reader = { fetch(): string; readonly process: string };',
      "export const words = { process: 'quy trình', fetch: 1 };",
      'export const said = (reader: Reader) => reader.process + reader.fetch();',
    ].join('\n');
    expect(problemsOf('domain/dates.ts', text)).toEqual([]);
  });

  it('are the only ones that may not', () => {
    expect(problemsOf('bot/clock.ts', 'export const now = Date.now();')).toEqual([]);
    expect(problemsOf('domain/dates.test.ts', 'const now = Date.now();')).toEqual([]);
  });
});

describe('habits', () => {
  it.each([
    ['export const a: any = 1;', 'the type `any`'],
    ['export type A = Record<string, any>;', 'the type `any`'],
    ['export const a = (b: unknown) => b as any;', 'the type `any`'],
    ['export default 1;', 'a default export'],
    ['export default function a() {}', 'a default export'],
    ['const a = 1;\nexport { a as default };', 'a default export'],
  ])('do not include %s', (text, message) => {
    expect(problemsOf('bot/core.ts', text).join()).toContain(message);
    expect(problemsOf('bot/core.test.ts', text).join()).toContain(message);
  });

  it('know the word any from the type', () => {
    expect(problemsOf('bot/core.ts', "// any\nexport const any = 'any: any';")).toEqual([]);
  });

  it('let a configuration file export as its tool asks', () => {
    expect(problemsOf('web/vite.config.ts', 'export default {};')).toEqual([]);
  });

  it.each(['it.skip', 'test.only', 'describe.todo', 'it.concurrent.only', "it['skip']", 'it.each([1]).skip'])(
    'do not switch tests by hand with %s',
    (call) => {
      expect(problemsOf('bot/core.test.ts', `${call}('name', () => undefined);`).join()).toContain(
        'switched by hand',
      );
    },
  );

  it('let a test be left out for want of a prerequisite', () => {
    const text = "describe.skipIf(leaveOut('chromium'))('the page', () => undefined);\nlist.skip(1);";
    expect(problemsOf('bot/core.test.ts', text)).toEqual([]);
  });

  it('keep files short', () => {
    expect(problemsOf('bot/core.ts', '\n'.repeat(350))).toEqual([]);
    expect(problemsOf('bot/core.ts', '\n'.repeat(351))).toEqual(['351: 351 lines; 350 at the most']);
    expect(problemsOf('data/long.md', '\n'.repeat(2000))).toEqual([]);
  });

  it.each(['home', 'root', 'work', 'Users'])('do not name a path under /%s of one machine', (name) => {
    const path = ['', name, 'lan', 'dat-chuan'].join('/');
    for (const line of [`cd ${path}`, `'${path}'`, `file://${path}`, `KEY=${path}`]) {
      expect(problemsOf('README.md', `one\n${line}\n`)).toEqual([
        '2: a path that exists on one machine only',
      ]);
    }
  });

  it('take addresses and longer paths for what they are', () => {
    const text = 'https://example.vn/home/page ../shared/work/x ~/work/x $HOME/work/x ./home/x src/root/x';
    expect(problemsOf('README.md', text)).toEqual([]);
  });

  it('do not look into pictures', () => {
    expect(problemsOf('data/picture.png', `\0${['', 'home', 'lan'].join('/')}`)).toEqual([]);
  });
});

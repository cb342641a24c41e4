import { execFile } from 'node:child_process';
import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { houseProblems } from './floors/house.ts';
import type { SourceFile } from './floors/source.ts';

/**
 * Keeps the floors of the house, the purity of its pure folders and a few habits. A program rather than a lint rule:
 * Biome's rules know neither floors nor rooms, and rather than a test: its findings are about files, one a line.
 */

/** All that a commit may hold: what git tracks and what it does not ignore; without git, what stands in the folder. */
async function filesOf(root: string): Promise<readonly string[]> {
  try {
    // The folder may belong to another account than the one that runs this.
    const safe = ['-c', `safe.directory=${root}`];
    const listed = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
    const { stdout } = await promisify(execFile)('git', [...safe, ...listed], {
      cwd: root,
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout.split('\0').filter((name) => name !== '');
  } catch {
    const ignored = new Set(['node_modules', '.git', '.data', '.artifacts', 'dist', '.env']);
    const found: string[] = [];
    const entries = glob('**/*', {
      cwd: root,
      withFileTypes: true,
      exclude: ({ name }) => ignored.has(name),
    });
    for await (const entry of entries) {
      if (entry.isFile()) found.push(path.relative(root, path.join(entry.parentPath, entry.name)));
    }
    return found.map((name) => name.split(path.sep).join('/'));
  }
}

async function readAll(root: string): Promise<readonly SourceFile[]> {
  const names = await filesOf(root);
  const files = await Promise.all(
    names.map(async (name): Promise<SourceFile | null> => {
      // A tracked file that was deleted and not yet committed is no longer there to look at.
      const text = await readFile(path.join(root, name), 'utf8').catch(() => null);
      return text === null ? null : { path: name, text };
    }),
  );
  return files.filter((file) => file !== null);
}

const root = path.resolve(import.meta.dirname, '..');
const manifest: { readonly dependencies?: Readonly<Record<string, string>> } = JSON.parse(
  await readFile(path.join(root, 'package.json'), 'utf8'),
);
const files = await readAll(root);
const problems = houseProblems(files, new Set(Object.keys(manifest.dependencies ?? {})));
for (const { path: file, line, message } of problems) console.log(`${file}:${line}: ${message}`);
console.log(`${files.length} files, ${problems.length} problems`);
if (problems.length > 0) process.exitCode = 1;

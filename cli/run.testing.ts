import { execFile } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

const { NODE_COMPILE_CACHE } = process.env;
/** Shared by all starts, as the test command sets it. */
const compileCache = NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE };

export type CliRun = { readonly code: number; readonly out: string; readonly err: string };

/** Runs a command as a person does, in a process of its own and an environment without anybody's settings. */
export function runCli(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CliRun> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [path.join(root, 'cli/main.ts'), ...args],
      {
        cwd: folder,
        env: { PATH: process.env.PATH ?? '', ...compileCache, ...env },
        maxBuffer: 64 * 1024 * 1024,
      },
      (error, out, err) => {
        const code = typeof error?.code === 'number' ? error.code : error === null ? 0 : -1;
        resolve({ code, out, err });
      },
    );
    child.stdin?.end();
  });
}

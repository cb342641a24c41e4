import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import path from 'node:path';

/** Programs of the machine that read documents better than any package does, where they are installed. */
export type ToolName = 'pdftotext' | 'pdftoppm' | 'tesseract';

export type Tool = {
  /** Absolute path of the executable. */
  readonly path: string;
  /** What it says of itself, such as `22.12.0`; `unknown` when it says nothing that looks like a version. */
  readonly version: string;
};

/** How each is asked for its version. */
const VERSION_ARGUMENTS: Readonly<Record<ToolName, string>> = {
  pdftotext: '-v',
  pdftoppm: '-v',
  tesseract: '--version',
};

/** A program that hangs when asked for its version is not usable. */
const askTimeoutMs = 30_000;

async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

/** Runs the program and gives all it printed (poppler prints its version to standard error), `null` if it cannot run. */
function printed(file: string, argument: string): Promise<string | null> {
  return new Promise((resolve) => {
    const child = execFile(file, [argument], { timeout: askTimeoutMs }, (error, stdout, stderr) => {
      // Some versions of poppler exit with 99 after printing their version: only a program that never ran counts as absent.
      const ran = error === null || typeof error.code === 'number';
      resolve(ran ? `${stdout}\n${stderr}` : null);
    });
    child.stdin?.end();
  });
}

/**
 * The first executable among `names` in `folders` (searched in order), asked for its version. `null` when there is
 * none that runs.
 */
export async function findExecutable(
  names: readonly string[],
  folders: readonly string[],
  ask: string,
): Promise<Tool | null> {
  for (const folder of folders) {
    for (const name of names) {
      const file = path.join(folder, name);
      if (!(await isExecutable(file))) continue;
      const text = await printed(file, ask);
      if (text !== null) return { path: file, version: /\d+(?:\.\d+)+/.exec(text)?.[0] ?? 'unknown' };
    }
  }
  return null;
}

/** The folders of PATH, absolute ones only: a relative one would run whatever stands in the current folder. */
export function searchPath(pathVariable: string | undefined = process.env.PATH): readonly string[] {
  return (pathVariable ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
}

/** Finds one of the document tools on this machine; `null` when it is not installed or does not run. */
export async function findTool(
  name: ToolName,
  folders: readonly string[] = searchPath(),
): Promise<Tool | null> {
  return findExecutable([name], folders, VERSION_ARGUMENTS[name]);
}

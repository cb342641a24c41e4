import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findExecutable, findTool, searchPath } from './systemTools.ts';

let folder: string;

async function program(name: string, script: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
  return file;
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'system-tools-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('finding the document tools of a machine', () => {
  it('gives the path and the version that the program prints', async () => {
    const file = await program('tesseract', 'echo "tesseract 5.3.0"');
    expect(await findTool('tesseract', [folder])).toEqual({ path: file, version: '5.3.0' });
  });

  it('reads a version from standard error, whatever the exit code', async () => {
    const file = await program('pdftotext', 'echo "pdftotext version 22.12.0" >&2; exit 99');
    expect(await findTool('pdftotext', [folder])).toEqual({ path: file, version: '22.12.0' });
  });

  it('gives null for a program that is nowhere', async () => {
    expect(await findTool('tesseract', [folder])).toBeNull();
  });

  it('passes over a file that cannot be run', async () => {
    await writeFile(path.join(folder, 'tesseract'), 'not a program');
    expect(await findTool('tesseract', [folder])).toBeNull();
  });

  it('passes over a program that breaks at start and takes the next name', async () => {
    const broken = path.join(folder, 'first');
    await writeFile(broken, '#!/no/such/interpreter\n');
    await chmod(broken, 0o755);
    const file = await program('second', 'echo nothing to say');
    expect(await findExecutable(['first', 'second'], [folder], '--version')).toEqual({
      path: file,
      version: 'unknown',
    });
  });

  it('never searches relative folders of PATH', () => {
    expect(searchPath(['/usr/bin', '.', 'bin', '', '/opt/bin'].join(path.delimiter))).toEqual([
      '/usr/bin',
      '/opt/bin',
    ]);
  });
});

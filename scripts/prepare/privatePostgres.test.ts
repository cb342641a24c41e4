import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startServer } from './postgresServer.ts';
import { cacheFolder, serverPrograms } from './privatePostgres.ts';

const { signal } = new AbortController();
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'private-postgres-'));
  // As root the server runs under another account, which must be able to come here.
  await chmod(folder, 0o755);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

async function program(file: string, script: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
}

async function install(major: number, parts: { readonly vector: boolean; readonly initdb: boolean }) {
  const extensions = path.join(folder, 'usr/share/postgresql', String(major), 'extension');
  const programs = path.join(folder, 'usr/lib/postgresql', String(major), 'bin');
  await mkdir(extensions, { recursive: true });
  await mkdir(programs, { recursive: true });
  if (parts.vector) await writeFile(path.join(extensions, 'vector.control'), '');
  if (parts.initdb) await writeFile(path.join(programs, 'initdb'), '');
  return programs;
}

describe('a server with pgvector on this machine', () => {
  it('is the newest that has both the server and pgvector', async () => {
    await install(14, { vector: true, initdb: true });
    await install(15, { vector: true, initdb: true });
    const best = await install(16, { vector: true, initdb: true });
    await install(17, { vector: false, initdb: true });
    await install(18, { vector: true, initdb: false });
    expect(await serverPrograms(folder)).toBe(best);
  });

  it('is none where PostgreSQL was never installed, is too old or lacks pgvector', async () => {
    expect(await serverPrograms(folder)).toBeNull();
    await install(14, { vector: true, initdb: true });
    await install(15, { vector: false, initdb: true });
    expect(await serverPrograms(folder)).toBeNull();
  });

  it('is kept in the cache of the account', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: folder })).toBe(path.join(folder, 'dat-chuan'));
    const home = path.join(os.homedir(), '.cache', 'dat-chuan');
    expect(cacheFolder({})).toBe(home);
    expect(cacheFolder({ XDG_CACHE_HOME: 'relative' })).toBe(home);
  });
});

describe('a server that does not start', () => {
  const leftBehind = async () =>
    (await readdir(folder)).filter((name) => name.startsWith('dat-chuan-postgres-'));

  beforeEach(() => {
    vi.stubEnv('TMPDIR', folder);
  });

  it('says why its data could not be set up, and leaves nothing behind', async () => {
    const programs = path.join(folder, 'bin');
    await program(path.join(programs, 'initdb'), 'echo "no locale" >&2; exit 1');
    await expect(startServer(programs, signal)).rejects.toThrow(/initdb.*failed[\s\S]*no locale/);
    expect(await leftBehind()).toEqual([]);
  });

  it('says what it printed before it ended, and leaves nothing behind', async () => {
    const programs = path.join(folder, 'bin');
    await program(path.join(programs, 'initdb'), 'exit 0');
    await program(path.join(programs, 'postgres'), 'echo "FATAL: out of memory" >&2; exit 1');
    await expect(startServer(programs, signal)).rejects.toThrow(/did not start[\s\S]*out of memory/);
    expect(await leftBehind()).toEqual([]);
  });
});

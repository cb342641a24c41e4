import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const repository = fileURLToPath(new URL('..', import.meta.url));

/** What the built page depends on: itself, the pure modules that it shares with the server, the versions of its packages. */
const sourceFolders = ['web', 'domain'];
const otherSources = ['package.json'];

async function sourcePaths(): Promise<readonly string[]> {
  const listed = await Promise.all(
    sourceFolders.map(async (name) => {
      const entries = await readdir(join(repository, name), { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => relative(repository, join(entry.parentPath, entry.name)).split(sep).join('/'));
    }),
  );
  return [...listed.flat(), ...otherSources]
    .filter((path) => !path.startsWith('web/dist/') && !/\.test(ing)?\./.test(path))
    .sort();
}

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const path of await sourcePaths()) {
    hash
      .update(`${path}\0`)
      .update(await readFile(join(repository, path)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

async function buildInto(target: string): Promise<void> {
  const { build } = await import('vite');
  await build({
    configFile: join(folder, 'vite.config.ts'),
    configLoader: 'native',
    logLevel: 'warn',
    build: { outDir: target },
  });
}

/** A running server may still serve the build before this one, so builds stay for a week. */
const keptMs = 7 * 24 * 60 * 60 * 1000;

async function removeOldBuilds(dist: string, current: string): Promise<void> {
  for (const name of await readdir(dist)) {
    const path = join(dist, name);
    // Another process may have finished and renamed its build in the meantime.
    const built = await stat(path).catch(() => null);
    const old = built !== null && Date.now() - built.mtimeMs > keptMs;
    if (old && name !== current) await rm(path, { recursive: true, force: true });
  }
}

/**
 * Returns the folder of the built page, `web/dist/HASH OF THE SOURCES`, and builds it (1–2 s) only when it is missing.
 * A build appears whole or not at all, so processes that start at once may all call this.
 */
export async function ensureBuilt(): Promise<string> {
  const dist = join(folder, 'dist');
  const hash = await hashOfSources();
  const wanted = join(dist, hash);
  if (existsSync(join(wanted, 'index.html'))) return wanted;

  const unfinished = join(dist, `unfinished-${process.pid}-${Date.now()}`);
  await mkdir(unfinished, { recursive: true });
  try {
    await buildInto(unfinished);
    try {
      await rename(unfinished, wanted);
    } catch (error) {
      // Another process was faster with the same sources.
      if (!existsSync(join(wanted, 'index.html'))) throw error;
    }
    await removeOldBuilds(dist, hash);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return wanted;
}

import { cp, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { must, run } from '../command.ts';
import {
  debianMirrors,
  download,
  downloadSource,
  install,
  installable,
  libraryDependencies,
  offeredPostgres,
  osRelease,
} from './apt.ts';

/**
 * PostgreSQL with pgvector in a folder of its own, out of Debian's packages: no service is set up and the packages of
 * the machine stay as they are, except for libraries that the server needs. Debian 12 has no pgvector package, so
 * there the source package of Debian 13 is built against the private copy.
 */

/** The release whose source package of pgvector builds on the one before it. */
const sourceRelease = 'trixie';
const debianKeys = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** Where downloaded and built things stay between runs. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>> = process.env): string {
  const base = env.XDG_CACHE_HOME;
  const caches = base !== undefined && path.isAbsolute(base) ? base : path.join(os.homedir(), '.cache');
  return path.join(caches, 'dat-chuan');
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** The folder of the server's programs under `root` whose extensions include pgvector; `null` when there is none. */
export async function serverPrograms(root: string): Promise<string | null> {
  const versions = await readdir(path.join(root, 'usr', 'lib', 'postgresql')).catch(() => []);
  for (const version of versions
    .map(Number)
    .filter((major) => major >= 15)
    .sort((a, b) => b - a)) {
    const control = path.join(root, 'usr/share/postgresql', String(version), 'extension/vector.control');
    const programs = path.join(root, 'usr/lib/postgresql', String(version), 'bin');
    if ((await exists(control)) && (await exists(path.join(programs, 'initdb')))) return programs;
  }
  return null;
}

/** Whether the server starts at all: after an upgrade of the system a library may be missing. */
async function runs(programs: string, signal: AbortSignal): Promise<boolean> {
  return run(path.join(programs, 'postgres'), ['--version'], { signal }).then(
    ({ code }) => code === 0,
    () => false,
  );
}

/** The programs folder of a server with pgvector that is on this machine already: ours from before, or the system's. */
export async function findServer(signal: AbortSignal): Promise<string | null> {
  for (const root of [await keptRoot(), '/']) {
    const programs = await serverPrograms(root);
    if (programs !== null && (await runs(programs, signal))) return programs;
  }
  const config = await run('pg_config', ['--bindir', '--sharedir'], { signal }).catch(() => null);
  const [programs, share] = config?.code === 0 ? config.stdout.trim().split('\n') : [];
  if (programs === undefined || share === undefined) return null;
  const complete =
    (await exists(path.join(programs, 'initdb'))) &&
    (await exists(path.join(share, 'extension/vector.control')));
  return complete && (await runs(programs, signal)) ? programs : null;
}

/** One folder for each release and processor: a private copy does not outlive an upgrade of the system. */
async function keptRoot(): Promise<string> {
  const { ID = 'unknown', VERSION_CODENAME = '' } = await osRelease();
  return path.join(cacheFolder(), `postgresql-${ID}-${VERSION_CODENAME}-${process.arch}`);
}

async function unpack(folder: string, into: string, signal: AbortSignal): Promise<void> {
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.deb'))) {
    await must('dpkg', ['-x', path.join(folder, file), into], { signal });
  }
}

async function librariesOf(folder: string, signal: AbortSignal): Promise<readonly string[]> {
  const archives = (await readdir(folder)).filter((name) => name.endsWith('.deb'));
  const fields = await Promise.all(
    archives.map((file) => must('dpkg-deb', ['--field', path.join(folder, file), 'Depends'], { signal })),
  );
  return [...new Set(fields.flatMap(libraryDependencies))];
}

async function fetchVectorSource(work: string, signal: AbortSignal): Promise<string> {
  const { VERSION_CODENAME = '' } = await osRelease();
  const mirrors = await debianMirrors(VERSION_CODENAME, signal);
  if (mirrors.length === 0) {
    throw new Error('the apt sources of this machine name no Debian archive to take pgvector from');
  }
  const problems: unknown[] = [];
  for (const [index, mirror] of mirrors.entries()) {
    const folder = path.join(work, `vector-${index}`);
    await Promise.all(
      ['lists/partial', 'cache/archives/partial', 'source'].map((name) =>
        mkdir(path.join(folder, name), { recursive: true }),
      ),
    );
    const list = path.join(folder, 'sources.list');
    const signed = (await exists(debianKeys)) ? `[signed-by=${debianKeys}] ` : '';
    await writeFile(list, `deb-src ${signed}${mirror} ${sourceRelease} main\n`);
    const settings = {
      'Dir::Etc::sourcelist': list,
      'Dir::Etc::sourceparts': '/dev/null',
      'Dir::State::Lists': path.join(folder, 'lists'),
      'Dir::Cache': path.join(folder, 'cache'),
    };
    const options = Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
    try {
      await downloadSource('pgvector', folder, options, signal);
      const archive = (await readdir(folder)).find((name) => /^pgvector_.*\.orig\.tar\.\w+$/.test(name));
      if (archive === undefined) throw new Error('the source package of pgvector holds no upstream archive');
      const source = path.join(folder, 'source');
      await must('tar', ['xf', path.join(folder, archive), '-C', source, '--strip-components=1'], { signal });
      return source;
    } catch (error) {
      signal.throwIfAborted();
      problems.push(error);
    }
  }
  throw new AggregateError(problems, `no archive gave the source of pgvector: ${problems.join('\n')}`);
}

async function buildVector(root: string, major: number, work: string, signal: AbortSignal): Promise<void> {
  const source = await fetchVectorSource(work, signal);
  const headers = path.join(work, 'headers');
  await mkdir(headers);
  // Unpacked rather than installed: it would bring more than a hundred packages for a compiler that is not used.
  await download([`postgresql-server-dev-${major}`], headers, signal);
  await unpack(headers, root, signal);
  const config = path.join(root, 'usr/lib/postgresql', String(major), 'bin/pg_config');
  const settings = [`PG_CONFIG=${config}`, 'OPTFLAGS=', 'with_llvm=no'];
  await must('make', [`-j${os.availableParallelism()}`, ...settings, 'install'], { cwd: source, signal });
}

/**
 * Makes the private server from what apt offers (its lists must be fresh) and gives the folder of its programs.
 * It is put together aside and then renamed, so that an interrupted build is never taken for a ready one.
 */
export async function buildServer(signal: AbortSignal): Promise<string> {
  const [best, ...others] = await offeredPostgres(signal);
  if (best === undefined) throw new Error('apt offers no PostgreSQL 15 or newer');
  const { major, packagedVector } = [best, ...others].find((offer) => offer.packagedVector) ?? best;
  await mkdir(cacheFolder(), { recursive: true });
  const work = await mkdtemp(path.join(cacheFolder(), 'building-'));
  try {
    const packages = path.join(work, 'packages');
    const root = path.join(work, 'root');
    await Promise.all([mkdir(packages), mkdir(root)]);
    const vector = packagedVector ? [`postgresql-${major}-pgvector`] : [];
    // The client's package holds pg_config, by which extensions find their place.
    const parts = [`postgresql-${major}`, `postgresql-client-${major}`, ...vector];
    await download(parts, packages, signal);
    await unpack(packages, root, signal);
    const tools = packagedVector ? [] : ['gcc', 'make', 'libc6-dev', 'xz-utils'];
    const needed = await installable([...(await librariesOf(packages, signal)), ...tools], signal);
    await install(needed, signal);
    if (!packagedVector) await buildVector(root, major, work, signal);
    const kept = await keptRoot();
    // One that was kept but no longer runs, or that another run finished first; both may be replaced by this one.
    await rm(kept, { recursive: true, force: true });
    await rename(root, kept);
    const programs = await serverPrograms(kept);
    if (programs === null || !(await runs(programs, signal))) {
      throw new Error('the private PostgreSQL was put together but does not start');
    }
    return programs;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * Copies a private server to where an unprivileged user may read it: the cache of root lies in a folder that is closed
 * to others. The programs find their libraries and data by their place relative to each other.
 */
export async function copyServer(programs: string, into: string): Promise<string> {
  if (!programs.startsWith(cacheFolder() + path.sep)) return programs;
  const root = path.resolve(programs, '../../../../..');
  await cp(root, into, { recursive: true, verbatimSymlinks: true });
  return path.join(into, path.relative(root, programs));
}

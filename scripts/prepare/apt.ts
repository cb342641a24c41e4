import { readFile } from 'node:fs/promises';
import { type CommandOptions, must, run } from '../command.ts';

/** Another apt may hold the lock for a while, and a mirror may drop a connection: wait and try again. */
const patience = [
  '-o',
  'DPkg::Lock::Timeout=600',
  '-o',
  'Acquire::Retries=4',
  '-o',
  'Acquire::http::Timeout=60',
  // The unprivileged user with which apt downloads cannot write to our private folders.
  '-o',
  'APT::Sandbox::User=root',
];

/** No question may be asked, and messages are read by code: plain English. */
const quiet = { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };

const attempts = 3;
const pauseMs = 5_000;

async function aptGet(args: readonly string[], options: CommandOptions): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await must('apt-get', [...patience, '-q', ...args], { ...options, env: { ...options.env, ...quiet } });
      return;
    } catch (error) {
      if (attempt === attempts || options.signal.aborted) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs * attempt));
    }
  }
}

/** `ID`, `VERSION_CODENAME` and the like of the system; empty where there is no such file. */
export async function osRelease(): Promise<Readonly<Record<string, string>>> {
  const text = await readFile('/etc/os-release', 'utf8').catch(() => '');
  const pairs = [...text.matchAll(/^([A-Z_]+)="?([^"\n]*)"?$/gm)];
  return Object.fromEntries(pairs.map(([, key = '', value = '']) => [key, value]));
}

/** Root on Debian or a relative of it, where packages can be installed. */
export async function canInstall(signal: AbortSignal): Promise<boolean> {
  if (process.getuid?.() !== 0) return false;
  const { ID = '', ID_LIKE = '' } = await osRelease();
  if (!`${ID} ${ID_LIKE}`.split(' ').includes('debian')) return false;
  return run('apt-get', ['--version'], { signal }).then(
    ({ code }) => code === 0,
    () => false,
  );
}

export async function updateLists(signal: AbortSignal): Promise<void> {
  await aptGet(['update'], { signal });
}

/** Those of `names` that apt can install here, in the given order. */
export async function installable(names: readonly string[], signal: AbortSignal): Promise<readonly string[]> {
  if (names.length === 0) return [];
  const policy = await must('apt-cache', ['policy', ...names], { signal, env: quiet });
  return candidatesOf(policy, names);
}

/** Reads `apt-cache policy`: the names with a candidate version, in the order of `names`. */
export function candidatesOf(policy: string, names: readonly string[]): readonly string[] {
  const found = new Set(
    [...policy.matchAll(/^(\S+):\n {2}Installed: .*\n {2}Candidate: (?!\(none\))/gm)].map(([, name]) => name),
  );
  return names.filter((name) => found.has(name));
}

/** Installs packages without their recommendations. */
export async function install(names: readonly string[], signal: AbortSignal): Promise<void> {
  await aptGet(['install', '-y', '--no-install-recommends', ...names], { signal });
}

/** Downloads packages into `folder` without installing them. */
export async function download(names: readonly string[], folder: string, signal: AbortSignal): Promise<void> {
  await aptGet(['download', ...names], { cwd: folder, signal });
}

/** Downloads the upstream archive of a source package from the lists of `aptOptions` into `folder`. */
export async function downloadSource(
  name: string,
  folder: string,
  aptOptions: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  await aptGet([...aptOptions, 'update'], { cwd: folder, signal });
  await aptGet([...aptOptions, 'source', '--tar-only', '--download-only', name], { cwd: folder, signal });
}

/** The server packages that apt offers, newest first, with their pgvector package where there is one. */
export async function offeredPostgres(
  signal: AbortSignal,
): Promise<readonly { readonly major: number; readonly packagedVector: boolean }[]> {
  const listed = await must('apt-cache', ['pkgnames', 'postgresql-'], { signal, env: quiet });
  const majors = listed
    .split('\n')
    .flatMap((name) => /^postgresql-(\d+)$/.exec(name)?.[1] ?? [])
    .map(Number)
    .filter((major) => major >= 15)
    .sort((a, b) => b - a);
  const names = majors.flatMap((major) => [`postgresql-${major}`, `postgresql-${major}-pgvector`]);
  const there = new Set(await installable(names, signal));
  return majors
    .filter((major) => there.has(`postgresql-${major}`))
    .map((major) => ({ major, packagedVector: there.has(`postgresql-${major}-pgvector`) }));
}

/**
 * Addresses of the Debian archives that this machine uses already, whatever the form of its source lists: apt itself
 * reads them and tells by the signed release files which of them are Debian's main archive.
 */
export async function debianMirrors(codename: string, signal: AbortSignal): Promise<readonly string[]> {
  const format = '$(ORIGIN)|$(RELEASE)|$(COMPONENT)|$(REPO_URI)';
  const targets = await must('apt-get', ['indextargets', '--format', format, 'Created-By: Packages'], {
    signal,
    env: quiet,
  });
  return mirrorsAmong(targets, codename);
}

/** Reads `ORIGIN|RELEASE|COMPONENT|REPO_URI` lines: Debian's main archives for the release itself, each once. */
export function mirrorsAmong(targets: string, codename: string): readonly string[] {
  const mirrors = targets.split('\n').flatMap((line) => {
    const [origin, release, component, uri = ''] = line.split('|');
    const main = origin === 'Debian' && component === 'main';
    return main && (release === codename || release === 'stable') && uri !== '' ? [uri] : [];
  });
  return [...new Set(mirrors)];
}

/** Library packages among the dependencies that a `Depends:` field names (the first of alternatives). */
export function libraryDependencies(depends: string): readonly string[] {
  return (
    depends
      .split(',')
      .map(
        (dependency) =>
          dependency
            .split('|')[0]
            ?.replace(/\(.*\)|:any/g, '')
            .trim() ?? '',
      )
      .filter((name) => /^(lib|zlib|tzdata$)/.test(name))
      // Only the just-in-time compiler needs LLVM, which is larger than the server; it is switched off.
      .filter((name) => !name.startsWith('libllvm'))
  );
}

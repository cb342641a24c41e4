import { type Detection, detect, type PrerequisiteName } from '../../testing/detect.ts';
import { run } from '../command.ts';
import { canInstall, install, installable, updateLists } from './apt.ts';
import { type RunningServer, startServer } from './postgresServer.ts';
import { buildServer, findServer } from './privatePostgres.ts';

export type Prepared = {
  readonly detection: Detection;
  /** What could not be prepared although it was tried. */
  readonly problems: readonly string[];
  /** Stops what was started for this run. */
  stop(): Promise<void>;
};

/** Debian's packages for what the tests need. */
const packages: Readonly<Partial<Record<PrerequisiteName, readonly string[]>>> = {
  chromium: ['chromium'],
  pdftotext: ['poppler-utils'],
  tesseract: ['tesseract-ocr', 'tesseract-ocr-vie'],
  soffice: ['libreoffice-writer-nogui'],
};

/** Neither Chromium nor LibreOffice brings a font with Vietnamese letters. */
const fontPackages = ['fontconfig', 'fonts-dejavu-core', 'fonts-liberation'];

async function hasVietnameseFont(signal: AbortSignal): Promise<boolean> {
  const list = await run('fc-list', [':lang=vi', 'family'], { signal }).catch(() => null);
  return list?.code === 0 && list.stdout.trim() !== '';
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Makes this machine ready for the tests: as root on Debian and its relatives it installs what is missing; anywhere
 * it starts a private PostgreSQL when one with pgvector is there and `DATABASE_URL` does not name another. `say` is
 * told of each step. Throws only when it is interrupted.
 */
export async function prepare(
  root: string,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<Prepared> {
  const problems: string[] = [];
  const attempt = async <T>(what: string, work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      problems.push(`${what}: ${describe(error)}`);
      return null;
    }
  };

  const before = await detect(root);
  const given = process.env.DATABASE_URL;
  const ownServer = given === undefined || given === '';
  let programs = ownServer ? await findServer(signal) : null;
  const missing = Object.entries(packages).flatMap(([name, names]) =>
    before.found[name as PrerequisiteName] === null ? names : [],
  );
  if (!(await hasVietnameseFont(signal))) missing.push(...fontPackages);
  const needsServer = ownServer && programs === null;
  if ((missing.length > 0 || needsServer) && (await canInstall(signal))) {
    await attempt('apt-get update', () => updateLists(signal));
    const names = await attempt('apt-cache policy', () => installable([...new Set(missing)], signal));
    if (names !== null && names.length > 0) {
      say(`Installing ${names.join(' ')}`);
      await attempt('installing packages', () => install(names, signal));
    }
    if (needsServer) {
      say('Putting together a private PostgreSQL with pgvector (kept for the next run)');
      programs = await attempt('PostgreSQL with pgvector', () => buildServer(signal));
    }
  }

  let server: RunningServer | null = null;
  const usable = programs;
  if (usable !== null) {
    say(`Starting PostgreSQL from ${usable}`);
    server = await attempt('starting PostgreSQL', () => startServer(usable, signal));
  }
  const url = server?.url ?? given;
  const detection = await detect(root, { ...process.env, DATABASE_URL: url });
  return { detection, problems, stop: async () => server?.stop() };
}

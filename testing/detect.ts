import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { findExecutable, findTool, searchPath } from '../ingest/systemTools.ts';

/** What tests need beyond the packages of `npm ci`; `null` where this machine does not have it. */
export type Prerequisites = {
  /** A PostgreSQL server with pgvector on which tests may create databases and roles. */
  readonly postgresUrl: string | null;
  /** Executable of Chromium or Chrome. */
  readonly chromium: string | null;
  readonly pdftotext: string | null;
  /** Executable of tesseract, with the Vietnamese language installed. */
  readonly tesseract: string | null;
  /** Executable of LibreOffice, which makes the PDF and DOCX files of the tests. */
  readonly soffice: string | null;
  /** Folder of the real documents that stand beside the checkout. */
  readonly corpora: string | null;
  /** File of the machine-readable Bot API, beside the checkout too. */
  readonly telegramSpec: string | null;
  /** OpenAI's specification of its interface, beside the checkout too. */
  readonly openaiSpec: string | null;
  /** Executable of `mount`, where this account may mount a small disk and fill it. */
  readonly smallDisk: string | null;
};

export type PrerequisiteName = keyof Prerequisites;

export type Detection = {
  readonly found: Prerequisites;
  /** Why something that looked present cannot be used, for those where there is more to say than "not found". */
  readonly because: Readonly<Partial<Record<PrerequisiteName, string>>>;
};

type Explanation = { readonly untested: string; readonly provide: string };

const explanations: Readonly<Record<PrerequisiteName, Explanation>> = {
  postgresUrl: {
    untested: 'the store, search and ingest on PostgreSQL (they are tested on the embedded database only)',
    provide: 'set DATABASE_URL to a PostgreSQL 15+ server with pgvector where tests may create databases',
  },
  chromium: {
    untested: 'the web chat in a real browser',
    provide: 'install Chromium or Chrome, or set CHROME_PATH to its executable',
  },
  pdftotext: {
    untested: 'reading PDF with poppler',
    provide: 'install poppler-utils (macOS: brew install poppler)',
  },
  tesseract: {
    untested: 'reading Vietnamese scans with tesseract',
    provide: 'install tesseract-ocr and tesseract-ocr-vie (macOS: brew install tesseract-lang)',
  },
  soffice: {
    untested: 'PDF and DOCX files made by LibreOffice',
    provide: 'install libreoffice-writer-nogui, or LibreOffice from its site',
  },
  corpora: {
    untested: 'the real decrees, questions and figures',
    provide: 'put the folder of real documents beside the checkout, as ../shared/corpora',
  },
  telegramSpec: {
    untested: 'the Telegram channel and its calls',
    provide: 'put the machine-readable Bot API beside the checkout, as ../shared/specs/telegram-bot-api.json',
  },
  openaiSpec: {
    untested: 'whether requests for vectors follow OpenAI’s specification',
    provide: 'put OpenAI’s specification beside the checkout, as ../shared/specs/openai-openapi.yaml',
  },
  smallDisk: {
    untested: 'a full disk under the embedded database',
    provide: 'run the tests on Linux as root, in a container with the right to mount (CAP_SYS_ADMIN)',
  },
};

/**
 * Those that the test command can provide or the developer can install; with `CI=true` each of them must be there.
 * What stands beside the checkout is handed out apart from the repository, and the right to mount is given by whoever
 * runs the container: no command can get them, so a run without them says what it leaves out and goes on.
 */
export const requiredInCi: readonly PrerequisiteName[] = [
  'postgresUrl',
  'chromium',
  'pdftotext',
  'tesseract',
  'soffice',
];

export const prerequisiteNames: readonly PrerequisiteName[] = [
  ...requiredInCi,
  'corpora',
  'telegramSpec',
  'openaiSpec',
  'smallDisk',
];

/** `CI=true`, as the services that run tests set it. */
export function isCi(env: Readonly<Record<string, string | undefined>> = process.env): boolean {
  return env.CI === 'true' || env.CI === '1';
}

/** One line that says what is missing, what is therefore not tested, and how to provide it. */
export function missingLine(name: PrerequisiteName, because?: string): string {
  const { untested, provide } = explanations[name];
  const reason = because === undefined ? '' : ` (${because})`;
  return `Left out: ${name}${reason} – not tested: ${untested}. To include it: ${provide}.`;
}

/** The lines for everything that was not found, in a fixed order. */
export function missingLines(detection: Detection): readonly string[] {
  return prerequisiteNames
    .filter((name) => detection.found[name] === null)
    .map((name) => missingLine(name, detection.because[name]));
}

/** Why the server at `url` cannot serve the tests; `null` when it can. The URL, which holds a password, is never quoted. */
export async function postgresProblem(url: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A server that goes away while idle must not end the process: the query reports it.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ number: number; vector: boolean; creates: boolean }>(
      `select current_setting('server_version_num')::int as number,
              exists (select from pg_available_extensions where name = 'vector') as vector,
              (select rolcreatedb or rolsuper from pg_roles where rolname = current_user) as creates`,
    );
    const [server] = rows;
    if (server === undefined || server.number < 150_000) return 'the server is older than PostgreSQL 15';
    if (!server.vector) return 'the server does not have pgvector';
    if (!server.creates) return 'the role may not create databases';
    return null;
  } catch (error) {
    return `DATABASE_URL does not answer: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function findChromium(env: Readonly<Record<string, string | undefined>>): Promise<string | null> {
  if (env.CHROME_PATH !== undefined && env.CHROME_PATH !== '') {
    const { dir, base } = path.parse(path.resolve(env.CHROME_PATH));
    return (await findExecutable([base], [dir], '--version'))?.path ?? null;
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const onPath = await findExecutable(names, searchPath(env.PATH), '--version');
  if (onPath !== null) return onPath.path;
  const applications = ['Google Chrome', 'Chromium'].map((name) =>
    path.join('/Applications', `${name}.app`, 'Contents', 'MacOS'),
  );
  return (await findExecutable(['Google Chrome', 'Chromium'], applications, '--version'))?.path ?? null;
}

async function findVietnameseTesseract(): Promise<{
  readonly path: string | null;
  readonly because?: string;
}> {
  const tool = await findTool('tesseract');
  if (tool === null) return { path: null };
  try {
    const { stdout, stderr } = await promisify(execFile)(tool.path, ['--list-langs'], { timeout: 30_000 });
    // Older versions print the list to standard error.
    if (/^vie$/m.test(`${stdout}\n${stderr}`)) return { path: tool.path };
    return { path: null, because: 'the Vietnamese language is missing' };
  } catch (error) {
    return { path: null, because: `it does not list its languages: ${String(error)}` };
  }
}

/** Tries it in a space of mounts of its own, of which nothing stays. */
async function findMount(env: Readonly<Record<string, string | undefined>>): Promise<string | null> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const mount = await findExecutable(['mount'], searchPath(env.PATH), '--version');
  if (mount === null) return null;
  const trial = ['--mount', mount.path, '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', os.tmpdir()];
  return promisify(execFile)('unshare', trial, { timeout: 30_000 }).then(
    () => mount.path,
    () => null,
  );
}

async function pathOf(file: string, kind: 'isFile' | 'isDirectory'): Promise<string | null> {
  return stat(file).then(
    (found) => (found[kind]() ? file : null),
    () => null,
  );
}

/** Looks at the machine once. `root` is the folder of the checkout. */
export async function detect(
  root: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<Detection> {
  const url = env.DATABASE_URL === undefined || env.DATABASE_URL === '' ? null : env.DATABASE_URL;
  const shared = path.resolve(root, '..', 'shared');
  const [problem, chromium, pdftotext, tesseract, soffice, corpora, telegramSpec, openaiSpec, smallDisk] =
    await Promise.all([
      url === null ? null : postgresProblem(url),
      findChromium(env),
      findTool('pdftotext'),
      findVietnameseTesseract(),
      findExecutable(
        ['soffice', 'libreoffice'],
        [...searchPath(), '/usr/lib/libreoffice/program'],
        '--version',
      ),
      pathOf(path.join(shared, 'corpora'), 'isDirectory'),
      pathOf(path.join(shared, 'specs', 'telegram-bot-api.json'), 'isFile'),
      pathOf(path.join(shared, 'specs', 'openai-openapi.yaml'), 'isFile'),
      findMount(env),
    ]);
  return {
    found: {
      postgresUrl: problem === null ? url : null,
      chromium,
      pdftotext: pdftotext?.path ?? null,
      tesseract: tesseract.path,
      soffice: soffice?.path ?? null,
      corpora,
      telegramSpec,
      openaiSpec,
      smallDisk,
    },
    because: {
      ...(problem === null ? {} : { postgresUrl: problem }),
      ...(tesseract.because === undefined ? {} : { tesseract: tesseract.because }),
    },
  };
}

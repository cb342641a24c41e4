import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { showProgress } from '../../bot/progress.ts';
import type { ArchiveLimits, IngestLimits } from '../../config.ts';
import { documentName } from '../../domain/citation.ts';
import { KnownError } from '../../errors.ts';
import { archiveBudget } from '../../ingest/containers/archiveBudget.ts';
import { emptyContainer } from '../../ingest/containers/texts.ts';
import { unpackFile } from '../../ingest/containers/unpackFile.ts';
import { type IncomingFile, ingestFile } from '../../ingest/ingest.ts';
import { readSamples } from '../../ingest/samples.ts';
import { fileTooLarge } from '../../ingest/texts.ts';
import type { Database } from '../../store/database.ts';
import { readDirective } from '../../store/directives.ts';
import { type CommonOptions, type ExitCode, failureJson, type Io, withDatabase } from '../io.ts';
import { texts } from '../texts.ts';

/** Extensions that are taken from a folder; a file named by itself is tried whatever its name. */
const READABLE = new Set(
  'pdf docx docm doc rtf xlsx xlsm xls pptx ppt odt ods odp html htm mht mhtml txt md markdown jpg jpeg png tif tiff zip eml msg'
    .split(' ')
    .map((extension) => `.${extension}`),
);

/** `ingest FILE|DIR…`: reads files and stores each whole or not at all. */
export async function ingestCommand(
  io: Io,
  paths: readonly string[],
  options: CommonOptions,
): Promise<ExitCode> {
  const limits = io.config().ingest;
  const listed = await Promise.all(paths.map(listFiles));
  const files = listed.flatMap((found) => found ?? []);
  if (files.length === 0) {
    // Nothing to do at all: no database is created for a slip of the pen.
    const [first = ''] = paths;
    throw new KnownError(
      'file_missing',
      listed[0] === null ? texts.pathMissing(first) : texts.nothingToIngest(first),
    );
  }
  return ingestAll(
    io,
    listed
      .flatMap((found, at) => found ?? [paths[at] ?? ''])
      .map((path) => ({
        name: path,
        read: async () => ({ fileName: basename(path), bytes: await readBytes(path, limits), sample: false }),
      })),
    options,
  );
}

/** `sample`: the samples that come with the product. */
export async function sampleCommand(io: Io, options: CommonOptions): Promise<ExitCode> {
  const samples = await readSamples();
  return ingestAll(
    io,
    samples.map((file) => ({ name: file.fileName, read: async () => file })),
    options,
  );
}

type Source = { readonly name: string; readonly read: () => Promise<IncomingFile> };

async function ingestAll(io: Io, sources: readonly Source[], options: CommonOptions): Promise<ExitCode> {
  const { ingest: limits } = io.config();
  return withDatabase(io, options, async (database) => {
    const progress = showProgress(io.say, texts.ingesting, sources.length);
    const results: Result[] = [];
    for (const source of sources) {
      progress.step(source.name);
      results.push(...(await ingestSource(database, source, limits)));
    }
    progress.end();
    if (options.json === true) io.out(JSON.stringify({ files: results }));
    else io.out(results.map(resultText).join('\n'));
    return results.every(({ status }) => status !== 'failed') ? 0 : 1;
  });
}

type Result = {
  readonly file: string;
  readonly status: 'stored' | 'known' | 'failed';
  readonly document: string | null;
  readonly provisions: number | null;
  readonly warnings: readonly string[];
  readonly error: { readonly code: string; readonly message: string } | null;
};

/** A file, or each document in an archive or a letter. */
async function ingestSource(
  database: Database,
  source: Source,
  limits: ArchiveLimits,
): Promise<readonly Result[]> {
  try {
    const file = await source.read();
    const unpacked = await unpackFile(file.bytes, file.fileName, limits);
    if (unpacked === null) return [await ingestOne(database, source.name, file, limits)];
    if (unpacked.members.length === 0) throw emptyContainer(file.fileName);
    const results: Result[] = [];
    const budget = archiveBudget(file.fileName, limits);
    for (const { refusal, ...member } of unpacked.members) {
      const name = `${source.name} › ${member.fileName}`;
      const why =
        refusal === null ? budget.refuse(member.fileName) : new KnownError('file_unreadable', refusal);
      results.push(
        why === null
          ? await ingestOne(database, name, { ...member, sample: file.sample }, limits)
          : failed(name, why),
      );
    }
    const [first, ...others] = results;
    return first === undefined
      ? results
      : [{ ...first, warnings: [...unpacked.warnings, ...first.warnings] }, ...others];
  } catch (error) {
    return [failed(source.name, error)];
  }
}

function failed(file: string, error: unknown): Result {
  return { file, status: 'failed', document: null, provisions: null, warnings: [], ...failureJson(error) };
}

async function ingestOne(
  database: Database,
  name: string,
  file: IncomingFile,
  limits: IngestLimits,
): Promise<Result> {
  try {
    const { directiveId, status } = await ingestFile(database, file, limits);
    const stored = await readDirective(database, directiveId);
    return {
      file: name,
      status,
      document: stored === null ? null : documentName(stored.header, stored.fileName),
      provisions: stored?.provisions.length ?? null,
      warnings: stored?.warnings ?? [],
      error: null,
    };
  } catch (error) {
    return failed(name, error);
  }
}

function resultText({ file, status, document, provisions, warnings, error }: Result): string {
  if (error !== null) return texts.ingestFailed(file, error.message);
  const what = status === 'known' ? texts.knownBefore : texts.storedNow(provisions ?? 0);
  return [texts.ingested(file, document ?? file, what), ...warnings.map((warning) => `  ! ${warning}`)].join(
    '\n',
  );
}

/** The files of a folder that can be read, or the file itself; `null` where there is neither. */
async function listFiles(path: string): Promise<readonly string[] | null> {
  const found = await stat(path).catch(() => null);
  if (found === null) return null;
  if (!found.isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && READABLE.has(extname(entry.name).toLowerCase()))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The bytes of a file that a person named. Throws `file_too_large` before anything of a larger file is read. */
export async function readBytes(path: string, limits: IngestLimits): Promise<Uint8Array> {
  const unread = (cause: unknown) => {
    throw new KnownError('file_missing', texts.fileUnreadable(path), { cause });
  };
  const { size } = await stat(path).catch(unread);
  if (size > limits.fileBytes) throw fileTooLarge(basename(path), limits.fileBytes);
  return readFile(path).catch(unread);
}

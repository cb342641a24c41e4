import { createHash } from 'node:crypto';
import type { ArchiveLimits, IngestLimits } from '../../config.ts';
import type { ParsedDirective } from '../../domain/directive.ts';
import type { UploadProgress } from '../../domain/upload.ts';
import { KnownError } from '../../errors.ts';
import type { Database } from '../../store/database.ts';
import type { NewDraft } from '../../store/uploads/drafts.ts';
import {
  beginReading,
  failUpload,
  finishReading,
  type ReadableUpload,
  reportProgress,
} from '../../store/uploads/reading.ts';
import { archiveBudget } from '../containers/archiveBudget.ts';
import { uploadTexts as texts } from './texts.ts';
import type { Part } from './unpack.ts';
import { readAmended, withAmendedWhose } from './whoseAmended.ts';

/** What reading an upload leans on; tests pass their own. */
export type Reading = {
  readonly limits: ArchiveLimits;
  readonly unpack: (file: Part, limits: IngestLimits) => Promise<readonly Part[]>;
  readonly parse: (
    bytes: Uint8Array,
    fileName: string,
    limits: IngestLimits,
    onPage?: (pages: { readonly done: number; readonly all: number }) => void,
  ) => Promise<ParsedDirective>;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /** Told after each step, in this process; whoever looks from another one finds it in the database. */
  readonly onStep: (uploadId: number) => void;
};

/**
 * Reads an upload into drafts. What is wrong with the file ends it with a reason; what is wrong with the machine throws, and
 * the work is done again from the start: nothing of it is stored before all of it is.
 */
export async function readUpload(database: Database, uploadId: number, reading: Reading): Promise<void> {
  const upload = await beginReading(database, uploadId);
  if (upload === null) return;
  const report = async (progress: UploadProgress) => {
    await reportProgress(database, uploadId, progress);
    reading.onStep(uploadId);
  };
  try {
    const { fileName } = upload;
    await report({ step: 'unpacking', file: fileName, done: 0, of: 1 });
    const parts = await reading.unpack(upload, reading.limits);
    if (parts.length === 0) throw new KnownError('file_unsupported', texts.emptyContainer(fileName));
    const drafts: NewDraft[] = [];
    const budget = archiveBudget(fileName, reading.limits, reading.now);
    for (const part of parts) {
      const progress = {
        step: 'parsing' as const,
        file: part.fileName,
        done: drafts.length,
        of: parts.length,
      };
      await report(progress);
      // Reading goes on whether or not it could be told how far it has come.
      const onPage: Parameters<Reading['parse']>[3] = (pages) =>
        void report({ ...progress, pages }).catch(() => undefined);
      const late = part.refusal == null ? budget.refuse(part.fileName) : null;
      if (late !== null) {
        drafts.push({ ...draftOf(part, upload), parsed: null, reason: late.sentence });
        continue;
      }
      const draft = await readPart(part, upload, reading, onPage);
      const withWhose = (parsed: ParsedDirective) =>
        withAmendedWhose(parsed, (number) => readAmended(database, number));
      drafts.push(draft.parsed === null ? draft : { ...draft, parsed: await withWhose(draft.parsed) });
    }
    await report({ step: 'saving', file: fileName, done: parts.length, of: parts.length });
    await finishReading(database, upload, drafts);
  } catch (error) {
    if (!(error instanceof KnownError) || !isOfFile(error)) throw error;
    await failUpload(database, uploadId, error.sentence);
  }
  reading.onStep(uploadId);
}

async function readPart(
  part: Part,
  upload: ReadableUpload,
  { parse, limits }: Reading,
  onPage: Parameters<Reading['parse']>[3],
): Promise<NewDraft> {
  const { fileName, refusal = null, warnings = [] } = part;
  if (refusal !== null) return { fileName, hash: upload.hash, bytes: null, parsed: null, reason: refusal };
  const draft = draftOf(part, upload);
  try {
    const parsed = await parse(part.bytes, fileName, limits, onPage);
    return { ...draft, parsed: { ...parsed, warnings: [...warnings, ...parsed.warnings] }, reason: null };
  } catch (error) {
    if (!(error instanceof KnownError) || !isOfFile(error)) throw error;
    return { ...draft, parsed: null, reason: error.sentence };
  }
}

/** The document itself is kept, whether or not it can be read. */
function draftOf(
  { fileName, bytes }: Part,
  upload: ReadableUpload,
): Pick<NewDraft, 'fileName' | 'hash' | 'bytes'> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { fileName, hash, bytes: hash === upload.hash ? null : bytes };
}

/** Another try would end the same way. A full disk or a database that is away is another matter. */
function isOfFile({ code }: KnownError): boolean {
  return code.startsWith('file_') || code === 'limit_exceeded' || code === 'bad_input';
}

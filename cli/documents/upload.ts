import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { documentName } from '../../domain/citation.ts';
import type { Upload } from '../../domain/upload.ts';
import { cardLines } from '../../ingest/uploads/cardLines.ts';
import { type Published, publishDraft } from '../../ingest/uploads/publish.ts';
import { readCard } from '../../ingest/uploads/review.ts';
import { startUploads, type Uploads } from '../../ingest/uploads/uploads.ts';
import { OPERATOR } from '../../store/access/identity.ts';
import type { Database } from '../../store/database.ts';
import { readStanding } from '../../store/standing.ts';
import { readUpload } from '../../store/uploads/uploads.ts';
import { type CommonOptions, type ExitCode, failureJson, type Io, withDatabase } from '../io.ts';
import { readBytes } from './ingest.ts';
import { uploadTexts as texts } from './uploadTexts.ts';

/** Whoever runs the machine. */
export const CLI_REVIEWER = { ...OPERATOR, channel: 'cli' } as const;

const LOOK_MS = 300;

/** `upload FILE…`: the files go the way of any upload; `--publish` publishes what can be read of them as it was read. */
export function uploadCommand(
  io: Io,
  paths: readonly string[],
  options: CommonOptions & { readonly publish?: boolean },
): Promise<ExitCode> {
  const { ingest: limits } = io.config();
  return withDatabase<ExitCode>(io, options, async (database) => {
    const onError = (error: unknown) => io.say(String(error));
    const uploads = await startUploads(database, { limits, onError });
    try {
      const results: Result[] = [];
      for (const path of paths) {
        results.push(await uploadOne(io, database, uploads, path, options.publish === true));
      }
      io.out(
        options.json === true
          ? JSON.stringify({ files: results.map(({ lines: _, ...result }) => result) })
          : results.flatMap(({ lines }) => lines).join('\n'),
      );
      return results.every(({ error }) => error === null) ? 0 : 1;
    } finally {
      await uploads.stop();
    }
  });
}

type Result = {
  readonly file: string;
  readonly uploadId: number | null;
  readonly status: 'review' | 'published' | 'underway' | 'failed';
  readonly draftIds: readonly number[];
  readonly published: readonly Published[];
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly lines: readonly string[];
};

async function uploadOne(
  io: Io,
  database: Database,
  uploads: Uploads,
  path: string,
  publish: boolean,
): Promise<Result> {
  const blank = { file: path, uploadId: null, draftIds: [], published: [], error: null, lines: [] };
  const fileName = basename(path);
  try {
    const bytes = await readBytes(path, io.config().ingest);
    const received = await uploads.receive(OPERATOR, { fileName, bytes, channel: 'cli' });
    if (received.status === 'published') {
      const document = (await readStanding(database, received.directiveId))?.document ?? fileName;
      return { ...blank, status: 'published', lines: [texts.published(fileName, document)] };
    }
    const { uploadId } = received;
    if (received.status === 'underway') {
      const lines = [texts.underway(fileName, uploadId, texts.stages[received.stage])];
      return { ...blank, uploadId, status: 'underway', lines };
    }
    const upload = await waitUntilRead(io, database, uploadId);
    if (upload.stage === 'failed') {
      const message = upload.reason ?? texts.stages.failed;
      const error = { code: 'file_unreadable', message };
      return { ...blank, uploadId, status: 'failed', error, lines: [`✗ ${message}`] };
    }
    return { ...blank, uploadId, ...(await showDrafts(database, upload, publish)) };
  } catch (error) {
    const failure = failureJson(error).error;
    return { ...blank, status: 'failed', error: failure, lines: [`✗ ${path}: ${failure.message}`] };
  }
}

async function showDrafts(
  database: Database,
  upload: Upload,
  publish: boolean,
): Promise<Pick<Result, 'status' | 'draftIds' | 'published' | 'lines'>> {
  const lines: string[] = [];
  const published: Published[] = [];
  const draftIds: number[] = [];
  for (const { id, state, fileName, reason } of upload.drafts) {
    if (state !== 'draft') {
      lines.push(`✗ ${reason ?? fileName}`);
      continue;
    }
    draftIds.push(id);
    lines.push(texts.draftTitle(id), ...cardLines(await readCard(database, OPERATOR, id)));
    if (!publish) {
      lines.push(texts.next(id));
      continue;
    }
    const done = await publishDraft(database, CLI_REVIEWER, id);
    published.push(done);
    lines.push(...publishedLines(done));
  }
  return { status: publish ? 'published' : 'review', draftIds, published, lines };
}

/** What was published, and what a person should know of it. */
export function publishedLines(done: Published): readonly string[] {
  return [
    texts.nowPublished(done.document, done.directiveId),
    ...(done.replaced === null ? [] : [texts.replaced(done.replaced)]),
    ...(done.rules.length === 0 ? [] : [texts.rules(done.rules)]),
    ...done.kept.map(({ key, why }) => texts.kept(key, why)),
    ...(done.rulesInDoubt.length === 0 ? [] : [texts.inDoubt(done.rulesInDoubt)]),
  ];
}

/** Tells the steps while they go on, also where another process does the reading. */
async function waitUntilRead(io: Io, database: Database, uploadId: number): Promise<Upload> {
  let told = '';
  for (;;) {
    const upload = await readUpload(database, OPERATOR, uploadId);
    if (upload.stage !== 'waiting' && upload.stage !== 'reading') return upload;
    const step = upload.progress === null ? '' : texts.step(upload.progress);
    if (step !== told) io.say(`… ${step}`);
    told = step;
    await delay(LOOK_MS);
  }
}

/** `Quyết định 12/2026/QĐ-UBND`, or the file's name where nothing was read. */
export function draftName({ header, fileName }: Upload['drafts'][number]): string {
  return header === null ? fileName : documentName(header, fileName);
}

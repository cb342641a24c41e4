import { writeMoment } from '../../domain/day.ts';
import type { Upload } from '../../domain/upload.ts';
import { KnownError } from '../../errors.ts';
import { discardUpload } from '../../ingest/uploads/review.ts';
import { OPERATOR } from '../../store/access/identity.ts';
import { readUploadFile } from '../../store/uploads/console.ts';
import { listUploads } from '../../store/uploads/uploads.ts';
import { type CommonOptions, type ExitCode, type Io, withExistingDatabase } from '../io.ts';
import { saveFile } from './saveFile.ts';
import { CLI_REVIEWER, draftName } from './upload.ts';
import { uploadTexts as texts } from './uploadTexts.ts';

export type UploadsOptions = CommonOptions & {
  readonly all?: boolean;
  readonly discard?: string;
  readonly save?: string;
};

const LATEST = 100;

/** `uploads`: what still needs something; with `--all` the last hundred. `--save` and `--discard` do it with one. */
export async function uploadsCommand(io: Io, options: UploadsOptions): Promise<ExitCode> {
  const [discard, save] = [readUploadId(options.discard), readUploadId(options.save)];
  if (discard !== null || save !== null) {
    return withExistingDatabase<ExitCode>(io, options, async (database) => {
      if (save !== null) await saveFile(io, options, await readUploadFile(database, OPERATOR, save));
      if (discard === null) return 0;
      const fileName = await discardUpload(database, CLI_REVIEWER, discard);
      io.out(
        options.json === true
          ? JSON.stringify({ discardedUpload: discard })
          : texts.discardedUpload(discard, fileName),
      );
      return 0;
    });
  }
  const uploads = await withExistingDatabase(io, options, async (database) => {
    const latest = await listUploads(database, OPERATOR, { limit: LATEST });
    if (options.all === true) return latest;
    const open = await listUploads(database, OPERATOR, { open: true, limit: LATEST });
    // What could not be read is done for the queue, and waits to be sent again or thrown away.
    return [...open, ...latest.filter(({ stage }) => stage === 'failed')].sort((a, b) => b.id - a.id);
  });
  if (options.json === true) io.out(JSON.stringify({ uploads }));
  else io.out(uploads.length === 0 ? texts.none : uploads.flatMap(uploadLines).join('\n'));
  return 0;
}

function uploadLines({ id, fileName, stage, by, at, progress, reason, drafts }: Upload): readonly string[] {
  const step = progress === null ? texts.stages[stage] : texts.step(progress);
  return [
    texts.uploadLine(id, fileName, step, by, writeMoment(at)),
    ...(reason === null ? [] : [texts.reason(reason)]),
    ...(stage === 'failed' ? [texts.mayDiscard(id)] : []),
    ...drafts.map((draft) => texts.draftLine(draft.id, draftName(draft), texts.states[draft.state])),
  ];
}

/** Digits, with or without the sign before them. */
function readUploadId(written: string | undefined): number | null {
  if (written === undefined) return null;
  const digits = /^#?(\d{1,9})$/.exec(written.trim())?.[1];
  if (digits === undefined) throw new KnownError('bad_input', texts.notAnId(written));
  return Number(digits);
}

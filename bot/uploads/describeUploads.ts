import { documentName } from '../../domain/citation.ts';
import type { DraftLine, Upload } from '../../domain/upload.ts';
import { adminReply, shorten } from '../features/review/adminReply.ts';
import { texts } from '../features/review/texts.ts';
import { writeIds } from '../intents/idRanges.ts';
import type { Block, Reply } from '../message.ts';
import { list, note, plain, title } from '../reply/blocks.ts';
import { originOf } from './origin.ts';

/** Names of photos: pages of one document perhaps. */
const PHOTO = /\.(?:jpe?g|png|webp|heic)$/i;
const LINE = 110;
/** Documents of an archive that are named; the list of all is a command away. */
const MOST = 15;
/** Files that could not be read to which there is a way. */
const MOST_FAILED = 3;

/** The files that were sent together: how far each has come. */
export function describeProgress(uploads: readonly Upload[]): Reply {
  return adminReply([
    plain(texts.receiving(uploads.length)),
    list(
      uploads.slice(0, MOST).map((upload) => `${shorten(upload.fileName, LINE)} – ${progressWords(upload)}`),
    ),
  ]);
}

/** `đang đọc “a.docx” (2/5)`, `đã đọc`. */
export function progressWords(upload: Upload): string {
  const { stage, progress, fileName } = upload;
  if (stage === 'waiting') return texts.waiting;
  if (stage === 'reading') return progress === null ? texts.beginning : texts.progress(progress, fileName);
  return stage === 'failed' ? texts.states.failed : texts.readDone;
}

/** Whether something of a file could not be read and nobody has thrown it away yet. */
export function hasUnread({ stage, drafts }: Upload): boolean {
  return stage === 'failed' || (stage === 'review' && drafts.some(isUnread));
}

export function isUnread({ state }: DraftLine): boolean {
  return state === 'failed';
}

/** Whether what is read has been read, all of it. */
export function isRead(uploads: readonly Upload[]): boolean {
  return uploads.every(({ stage }) => stage !== 'waiting' && stage !== 'reading');
}

/** The only document of the files, whose card is shown at once; `null` where there are several, or none. */
export function onlyDraft(uploads: readonly Upload[]): number | null {
  const [only, ...others] = uploads.flatMap(({ drafts }) => drafts);
  const isAlone = uploads.length === 1 && others.length === 0;
  return isAlone && only?.state === 'draft' ? only.id : null;
}

/** What is said of files that came as photos. */
export function photoNotes(uploads: readonly Upload[]): readonly Block[] {
  return uploads.some((upload) => originOf(upload)?.isPhoto === true) ? [note(texts.photoNote)] : [];
}

/** What became of several files or documents: a line for each, and a choice where there is something to decide. */
export function describeOutcome(uploads: readonly Upload[]): Reply {
  const drafts = uploads.flatMap((upload) => upload.drafts);
  const ready = drafts.filter(({ state }) => state === 'draft');
  const lines = uploads.flatMap((upload) =>
    upload.drafts.length === 0 ? [failedLine(upload)] : upload.drafts.map(draftLine),
  );
  const failed =
    uploads.filter(({ stage, drafts: none }) => stage === 'failed' && none.length === 0).length +
    drafts.filter(({ state }) => state === 'failed').length;
  const photos = ready.filter(({ fileName }) => PHOTO.test(fileName)).map(({ id }) => id);
  const more = ready.length > MOST ? [{ label: texts.buttons.waiting, send: '/tailieu' }] : [];
  return adminReply(
    [
      title(texts.readFiles(uploads.length, ready.length, failed)),
      list([...lines.slice(0, MOST), ...(lines.length > MOST ? [texts.more(lines.length - MOST)] : [])]),
      ...photoNotes(uploads),
    ],
    [
      ...ready.slice(0, MOST).map((draft) => ({
        label: texts.openDraft(draft.id, nameOf(draft)),
        send: `/duyet ${draft.id}`,
      })),
      ...more,
      // Where something can be reviewed, that comes first; the list of files leads to the rest.
      ...(ready.length > 0 ? [] : uploads.filter(hasUnread))
        .slice(0, MOST_FAILED)
        .map(({ id }) => ({ label: texts.buttons.oneFile(id), send: `/tep ${id}` })),
      ...(photos.length > 1 && photos.length === ready.length
        ? [{ label: texts.joinPhotos(photos.length), send: `/gop ${writeIds(photos)}` }]
        : []),
      ...(ready.length > 2
        ? [{ label: texts.discardAll(ready.length), send: `/bo ${writeIds(ready.map(({ id }) => id))}` }]
        : []),
    ],
  );
}

function failedLine({ fileName, reason }: Pick<Upload, 'fileName' | 'reason'>): string {
  return texts.failedFile(fileName, reason ?? '');
}

function draftLine(draft: DraftLine): string {
  if (draft.state === 'failed') return failedLine(draft);
  const line = texts.draftLine(draft.id, nameOf(draft), shorten(draft.fileName, LINE));
  return draft.state === 'draft' ? line : `${line} – ${texts.states[draft.state]}`;
}

function nameOf({ header, fileName }: DraftLine): string {
  return shorten(header === null ? fileName : documentName(header, fileName), LINE);
}

import type { Upload } from '../../../domain/upload.ts';
import { discardUpload } from '../../../ingest/uploads/review.ts';
import { readUploadFile } from '../../../store/uploads/console.ts';
import { readUpload } from '../../../store/uploads/uploads.ts';
import { type IntentFeature, parts, type Services } from '../../feature.ts';
import { writeIds } from '../../intents/idRanges.ts';
import type { DocumentsIntent } from '../../intents/intent.ts';
import type { Message, Reply } from '../../message.ts';
import { list, note, plain, title, warning } from '../../reply/blocks.ts';
import { isUnread } from '../../uploads/describeUploads.ts';
import { adminReply, originalReply, reviewerOf, writeMoment } from './adminReply.ts';
import { texts } from './texts.ts';

type OneFile = Extract<DocumentsIntent, { kind: 'upload' }>;

/** `/tep 5`: what became of a file; `/tep 5 goc`: the file as it was sent; `/tep 5 bo`: throws away one that could not be read. */
export const oneFile: IntentFeature = {
  name: 'oneFile',
  personal: false,
  adminOnly: true,
  intents: ['upload'],
  commands: [{ name: 'tep', description: texts.commands.file }],
  async *answer(intent, message, services) {
    if (intent.kind === 'upload') yield* parts(await answer(intent, message, services));
  },
};

async function answer({ upload: id, act }: OneFile, message: Message, services: Services): Promise<Reply> {
  const reviewer = reviewerOf(services, message);
  const { database } = services;
  const upload = await readUpload(database, reviewer, id);
  const back = { label: texts.buttons.cancel, send: `/tep ${id}`, beside: true };
  switch (act) {
    case 'file':
      return originalReply(await readUploadFile(database, reviewer, id), {
        ...back,
        label: texts.buttons.back,
      });
    case 'discard': {
      const send = `/tep ${id} bo dongy`;
      return adminReply(
        [plain(texts.discardFileAsk(upload.fileName)), note(texts.publishTyped(send))],
        [{ label: texts.discardYes, send }, back],
      );
    }
    case 'discard_now':
      return adminReply(
        [plain(texts.discardedFile(await discardUpload(database, reviewer, id)))],
        [{ label: texts.buttons.waiting, send: '/tailieu' }],
      );
    case 'show':
      return show(upload);
  }
}

function show({ id, fileName, stage, reason, by, at, drafts }: Upload): Reply {
  const unread = stage === 'review' ? drafts.filter(isUnread) : [];
  return adminReply(
    [
      title(texts.fileTitle(id, fileName)),
      plain(`${texts.fileStages[stage]} ${texts.sentBy(by, writeMoment(at))}.`),
      ...(reason === null ? [] : [warning(reason)]),
      ...(unread.length === 0
        ? []
        : [
            plain(texts.listUnread),
            list([
              ...unread
                .slice(0, MOST)
                .map((draft) => texts.unreadLine(draft.id, draft.fileName, draft.reason ?? '')),
              ...(unread.length > MOST ? [texts.more(unread.length - MOST)] : []),
            ]),
          ]),
    ],
    [
      ...drafts
        .filter(({ state }) => state === 'draft')
        .slice(0, MOST)
        .map((draft) => ({ label: texts.openDraft(draft.id, draft.fileName), send: `/duyet ${draft.id}` })),
      { label: texts.buttons.file, send: `/tep ${id} goc` },
      ...(stage === 'failed'
        ? [{ label: texts.buttons.discardFile, send: `/tep ${id} bo`, beside: true }]
        : []),
      ...(unread.length === 0
        ? []
        : [{ label: texts.buttons.discardUnread, send: `/bo ${writeIds(unread.map((one) => one.id))}` }]),
      { label: texts.buttons.waiting, send: '/tailieu' },
    ],
  );
}

/** Documents of an archive to which there is a way. */
const MOST = 8;

import { joinPages } from '../../../ingest/uploads/joinPages.ts';
import { discardDraft, readDraft } from '../../../ingest/uploads/review.ts';
import { readDraftFile } from '../../../store/uploads/console.ts';
import { noSuchDraft } from '../../../store/uploads/uploadTexts.ts';
import { type IntentFeature, parts, type Services } from '../../feature.ts';
import { writeIds } from '../../intents/idRanges.ts';
import type { Message, Reply } from '../../message.ts';
import { plain } from '../../reply/blocks.ts';
import type { UploadOrigin } from '../../uploads/origin.ts';
import { adminReply, reviewerOf } from './adminReply.ts';
import { texts } from './texts.ts';

/** `/gop 12-14`: photos of the pages of one document, sent one by one, are read again as that document. */
export const join: IntentFeature = {
  name: 'join',
  personal: false,
  adminOnly: true,
  intents: ['join'],
  commands: [{ name: 'gop', description: texts.commands.join }],
  async *answer(intent, message, services) {
    if (intent.kind === 'join') yield* parts(await answer(intent.drafts, message, services));
  },
};

async function answer(ids: readonly number[], message: Message, services: Services): Promise<Reply> {
  const { database, uploads } = services;
  if (uploads === undefined) return adminReply([plain(texts.notHere)]);
  if (ids.length < 2) return adminReply([plain(texts.joinHow)]);
  const reviewer = reviewerOf(services, message);
  const photos: Uint8Array[] = [];
  for (const id of ids) {
    const { draft, parsed } = await readDraft(database, reviewer, id);
    if (draft.state !== 'draft' || parsed.format !== 'image')
      return adminReply([plain(texts.joinOnlyPhotos(id))]);
    const file = await readDraftFile(database, reviewer, id);
    if (file === null) throw noSuchDraft(id);
    photos.push(file.bytes);
  }
  const name = writeIds(ids).replaceAll(' ', '-');
  const received = await uploads.receive(reviewer, {
    fileName: `${texts.joinedName}-${name}.tiff`,
    bytes: await joinPages(photos),
    channel: message.channel,
    ...(message.channel === 'telegram' ? { origin: originOf(message, name) } : {}),
  });
  if (received.status !== 'accepted') return adminReply([plain(texts.joinedBefore)]);
  for (const id of ids) await discardDraft(database, reviewer, id);
  return adminReply([plain(texts.joined(ids.length))]);
}

/** It has a message of its own, as if the file had been sent in the chat. */
function originOf({ conversation }: Message, name: string): UploadOrigin {
  return { chat: conversation, group: `gop ${name}`, source: `gop ${name}`, message: null, told: false };
}

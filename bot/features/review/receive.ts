import { readStanding } from '../../../store/standing.ts';
import { readUpload } from '../../../store/uploads/uploads.ts';
import { type CommandFeature, parts } from '../../feature.ts';
import type { Choice, Reply } from '../../message.ts';
import { plain } from '../../reply/blocks.ts';
import { originOf } from '../../uploads/origin.ts';
import { reviewerOf } from './adminReply.ts';
import { texts } from './texts.ts';

/** A file: an admin's is stored whole before anything is said; nobody else's is even fetched. */
export const receive: CommandFeature = {
  name: 'receive',
  commands: [],
  async *reply(message, services) {
    const { file, isPrivate, channel } = message;
    const { account, uploads, database } = services;
    if (!isPrivate) return yield* parts(refuse(texts.filesInPrivate));
    if (account === null) return yield* parts(refuse(texts.onlyAdmins, texts.adminsLink));
    if (!account.admin) return yield* parts(refuse(texts.onlyAdmins));
    if (file === undefined || uploads === undefined) return yield* parts(refuse(texts.notHere));
    const reviewer = reviewerOf(services, message);
    const bytes = await file.load();
    const received = await uploads.receive(reviewer, {
      fileName: file.name,
      bytes,
      channel,
      origin: file.origin,
    });
    if (received.status === 'accepted') return yield* parts(toldElsewhere);
    if (received.status === 'published') {
      const { directiveId } = received;
      const document = (await readStanding(database, directiveId))?.document ?? file.name;
      const open = { label: texts.buttons.manage(directiveId), send: `/tailieu ${directiveId}` };
      return yield* parts(say(texts.alreadyPublished(document, directiveId), [open]));
    }
    const upload = await readUpload(database, reviewer, received.uploadId);
    const origin = originOf(upload);
    // A channel hands the same message over again after a kill.
    if (origin?.source === file.origin.source && origin.chat === file.origin.chat)
      return yield* parts(toldElsewhere);
    const waiting = upload.drafts.filter(({ state }) => state === 'draft');
    yield* parts(
      say(
        texts.alreadyUnderway(upload.fileName, received.stage === 'review'),
        waiting
          .slice(0, 5)
          .map(({ id }) => ({ label: texts.openDraft(id, upload.fileName), send: `/duyet ${id}` })),
      ),
    );
  },
};

const toldElsewhere: Reply = { outcome: 'document', blocks: [], choices: [], toldElsewhere: true };

const refuse = (...words: readonly string[]): Reply => ({
  outcome: 'error',
  blocks: words.map(plain),
  choices: [],
});

const say = (words: string, choices: readonly Choice[]): Reply => ({
  outcome: 'document',
  blocks: [plain(words)],
  choices,
});

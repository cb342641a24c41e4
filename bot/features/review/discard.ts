import { discardDraft, nameDraft } from '../../../ingest/uploads/review.ts';
import { type IntentFeature, parts } from '../../feature.ts';
import { writeIds } from '../../intents/idRanges.ts';
import { list, note, plain } from '../../reply/blocks.ts';
import { adminReply, reviewerOf, shorten } from './adminReply.ts';
import { texts } from './texts.ts';

/** `/bo 12`, `/bo 12-20`: asks once, then throws drafts away. */
export const discard: IntentFeature = {
  name: 'discard',
  personal: false,
  adminOnly: true,
  intents: ['discard'],
  commands: [{ name: 'bo', description: texts.commands.discard }],
  async *answer(intent, message, services) {
    if (intent.kind !== 'discard') return;
    const { drafts, confirmed } = intent;
    const reviewer = reviewerOf(services, message);
    const documents: string[] = [];
    for (const draft of drafts) {
      documents.push(shorten(await nameDraft(services.database, reviewer, draft), 150));
    }
    if (confirmed) {
      for (const draft of drafts) await discardDraft(services.database, reviewer, draft);
      yield* parts(adminReply([plain(texts.discarded), list(documents)]));
      return;
    }
    const send = `/bo ${writeIds(drafts)} dongy`;
    const [first = 0, ...others] = drafts;
    const cancel = { label: texts.buttons.cancel, beside: true };
    yield* parts(
      adminReply(
        [plain(texts.discardAsk(drafts.length)), list(documents), note(texts.publishTyped(send))],
        [
          { label: texts.discardYes, send },
          { ...cancel, send: others.length === 0 ? `/duyet ${first} lai` : '/tailieu' },
        ],
      ),
    );
  },
};

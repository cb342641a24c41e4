import { readCard, readDraft } from '../../../ingest/uploads/review.ts';
import { readDraftFile } from '../../../store/uploads/console.ts';
import { type IntentFeature, parts, type Services } from '../../feature.ts';
import type { DocumentsIntent } from '../../intents/intent.ts';
import type { Choice, Message, Reply } from '../../message.ts';
import { plain, title } from '../../reply/blocks.ts';
import { adminReply, originalReply, pageOf, reviewerOf, turnPages } from './adminReply.ts';
import { cardReply } from './cardReply.ts';
import { pagesOf } from './pagesOf.ts';
import { texts } from './texts.ts';

type Review = Extract<DocumentsIntent, { kind: 'review' }>;

/** `/duyet 12`: the card of a document that was read of a file; `/duyet 12 loi`: its words as they were read; `/duyet 12 tep`: the file. */
export const review: IntentFeature = {
  name: 'review',
  personal: false,
  adminOnly: true,
  intents: ['review'],
  commands: [{ name: 'duyet', description: texts.commands.review }],
  async *answer(intent, message, services) {
    if (intent.kind === 'review') yield* parts(await answer(intent, message, services));
  },
};

async function answer(intent: Review, message: Message, services: Services): Promise<Reply> {
  const { draft, part, again } = intent;
  const reviewer = reviewerOf(services, message);
  const { database } = services;
  const back: Choice = { label: texts.buttons.back, send: `/duyet ${draft} lai` };
  if (part === 'file') return originalReply(await readDraftFile(database, reviewer, draft), back);
  if (part === 'words') {
    const { parsed } = await readDraft(database, reviewer, draft);
    const { items, page, pages } = pageOf(pagesOf(parsed.text), intent.page, 1);
    return adminReply(
      [title(texts.wordsTitle(draft, page, pages)), plain(items[0] ?? '')],
      [...turnPages(page, pages, (other) => `/duyet ${draft} loi ${other}`), back],
    );
  }
  const card = await readCard(database, reviewer, draft);
  return cardReply(database, reviewer, card, { inPlace: again });
}

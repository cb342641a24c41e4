import { readCard } from '../../../ingest/uploads/review.ts';
import { type IntentFeature, parts } from '../../feature.ts';
import { adminReply, reviewerOf } from './adminReply.ts';
import { cardChoices, describeCard } from './describeCard.ts';
import { texts } from './texts.ts';

/** `/duyet 12`: the card of a document that was read of a file. */
export const review: IntentFeature = {
  name: 'review',
  personal: false,
  adminOnly: true,
  intents: ['review'],
  commands: [{ name: 'duyet', description: texts.commands.review }],
  async *answer(intent, message, services) {
    if (intent.kind !== 'review') return;
    const card = await readCard(services.database, reviewerOf(services, message), intent.draft);
    yield* parts(adminReply(describeCard(card), cardChoices(card), { inPlace: intent.again }));
  },
};

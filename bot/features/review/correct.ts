import type { Card } from '../../../ingest/uploads/card.ts';
import { correctDraft, type Reviewer, readCard } from '../../../ingest/uploads/review.ts';
import { listUploads } from '../../../store/uploads/uploads.ts';
import { type IntentFeature, parts, type Services } from '../../feature.ts';
import type { Message, Reply } from '../../message.ts';
import { list, plain, title } from '../../reply/blocks.ts';
import { ask } from '../ask.ts';
import { adminReply, reviewerOf } from './adminReply.ts';
import { cardReply } from './cardReply.ts';
import { draftOfCard } from './describeCard.ts';
import { texts } from './texts.ts';

/** `/sua 12 số=…`, or `số: …` in reply to a card: corrects what was read of a document's head. */
export const correct: IntentFeature = {
  name: 'correct',
  personal: false,
  adminOnly: true,
  intents: ['correct'],
  commands: [{ name: 'sua', description: texts.commands.correct }],
  async *answer(intent, message, services) {
    if (intent.kind !== 'correct') return;
    const reviewer = reviewerOf(services, message);
    const meant = intent.draft ?? (await draftTalkedOf(message, reviewer, services));
    if (meant === null) yield* ask.reply(message, services);
    else if (typeof meant !== 'number') yield* parts(adminReply([plain(texts.correctWhich(meant))]));
    else yield* parts(await answer(meant, intent.written, reviewer, services));
  },
};

async function answer(
  draft: number,
  written: Readonly<Record<string, string>>,
  reviewer: Reviewer,
  { database }: Services,
): Promise<Reply> {
  if (Object.keys(written).length === 0) return howTo(await readCard(database, reviewer, draft));
  const card = await correctDraft(database, reviewer, draft, written);
  return cardReply(database, reviewer, card);
}

function howTo({ draftId, document }: Card): Reply {
  return adminReply(
    [title(texts.correctTitle(document)), list([texts.correctHow(draftId), texts.correctNames])],
    [{ label: texts.buttons.back, send: `/duyet ${draftId} lai` }],
  );
}

/** The draft whose card is replied to, or the only one that waits; several: none can be told; `null`: none waits. */
async function draftTalkedOf(
  { repliesTo }: Message,
  reviewer: Reviewer,
  { database }: Services,
): Promise<number | readonly number[] | null> {
  const replied = draftOfCard(repliesTo);
  if (replied !== null) return replied;
  const uploads = await listUploads(database, reviewer, { open: true });
  const waiting = uploads.flatMap(({ drafts }) => drafts.filter(({ state }) => state === 'draft'));
  const [only, ...others] = waiting;
  if (only === undefined) return null;
  return others.length === 0 ? only.id : waiting.map(({ id }) => id);
}

import { amendedBy } from '../../../ingest/uploads/amendedBy.ts';
import type { Card } from '../../../ingest/uploads/card.ts';
import { readDraft } from '../../../ingest/uploads/review.ts';
import type { Identity } from '../../../store/access/identity.ts';
import type { Database } from '../../../store/database.ts';
import type { Block, Choice, Reply } from '../../message.ts';
import { adminReply, shorten } from './adminReply.ts';
import { cardChoices, describeCard } from './describeCard.ts';
import { texts } from './texts.ts';

/** Amended documents that a card leads to. */
const MOST = 3;

/** A card with what can be done with it, its changes to stored documents among that. For admins. */
export async function cardReply(
  database: Database,
  reviewer: Identity,
  card: Card,
  { inPlace = true, after = [] }: { readonly inPlace?: boolean; readonly after?: readonly Block[] } = {},
): Promise<Reply> {
  const changes = card.state === 'draft' ? await changeChoices(database, reviewer, card.draftId) : [];
  return adminReply([...describeCard(card), ...after], [...cardChoices(card), ...changes], { inPlace });
}

async function changeChoices(
  database: Database,
  reviewer: Identity,
  draftId: number,
): Promise<readonly Choice[]> {
  const { parsed } = await readDraft(database, reviewer, draftId);
  const amended = await amendedBy(database, parsed.relations);
  return amended.slice(0, MOST).map(({ directiveId, document }) => ({
    label: texts.buttons.amends(shorten(document, 40)),
    send: `/sosanh ban ${draftId} ${directiveId}`,
  }));
}

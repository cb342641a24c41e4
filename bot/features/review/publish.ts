import type { Card } from '../../../ingest/uploads/card.ts';
import { cardTexts } from '../../../ingest/uploads/cardTexts.ts';
import { type Published, publishDraft } from '../../../ingest/uploads/publish.ts';
import { type Reviewer, readCard } from '../../../ingest/uploads/review.ts';
import { readStanding } from '../../../store/standing.ts';
import { type IntentFeature, parts, type Services } from '../../feature.ts';
import type { Block, Choice, Reply } from '../../message.ts';
import { list, note, plain, title, warning } from '../../reply/blocks.ts';
import { adminReply, reviewerOf, shorten } from './adminReply.ts';
import { texts } from './texts.ts';

/** Relations that the result of a publication names. */
const MOST = 8;

/** `/congbo 12`: asks once, then publishes; answers come from the document from then on. */
export const publish: IntentFeature = {
  name: 'publish',
  personal: false,
  adminOnly: true,
  intents: ['publish'],
  commands: [{ name: 'congbo', description: texts.commands.publish }],
  async *answer(intent, message, services) {
    if (intent.kind !== 'publish') return;
    const reviewer = reviewerOf(services, message);
    const card = await readCard(services.database, reviewer, intent.draft);
    yield* parts(
      intent.as === null && card.state === 'draft'
        ? confirm(card)
        : await carryOut(card, placeOf(card, intent.as), reviewer, services),
    );
  },
};

/** The directive whose place it takes. */
function placeOf({ replaces }: Card, as: 'as_shown' | 'own' | number | null): number | null {
  if (as === 'own') return null;
  return typeof as === 'number' ? as : replaces;
}

function confirm(card: Card): Reply {
  const { draftId, document, header, proposals, replaces, similar } = card;
  const older = similar.find(({ directiveId }) => directiveId === replaces);
  const unknown = (['number', 'issuer', 'issued', 'effective'] as const).filter(
    (field) => header[field] === null,
  );
  const approved = proposals.filter(({ decision }) => decision === 'approved');
  const kept = approved.filter((proposal) => proposal.kept !== null).length;
  const undecided = proposals.filter(({ decision }) => decision === null).length;
  const apart = `/congbo ${draftId} rieng`;
  const said: readonly Block[] = [
    title(texts.publishTitle(document)),
    plain(texts.publishMeans),
    ...(older === undefined ? [] : [warning(texts.publishReplaces(older.document, older.directiveId))]),
    ...(unknown.length === 0
      ? []
      : [warning(texts.publishUnknown(unknown.map((field) => texts.fieldNames[field])))]),
    ...(approved.length === 0 ? [] : [plain(texts.publishRules(approved.length - kept, kept))]),
    ...(undecided === 0 ? [] : [note(texts.publishUndecided(undecided))]),
  ];
  const back: Choice = { label: texts.buttons.cancel, send: `/duyet ${draftId} lai` };
  if (older === undefined) {
    return adminReply(
      [...said, note(texts.publishTyped(`/congbo ${draftId} dongy`))],
      [
        { label: texts.publishNow, send: apart },
        { ...back, beside: true },
      ],
    );
  }
  const instead = `/congbo ${draftId} thay ${older.directiveId}`;
  return adminReply(
    [...said, note(texts.publishTyped(instead))],
    [
      { label: texts.publishReplacing(older.directiveId), send: instead },
      { label: texts.publishApart, send: apart },
      {
        label: texts.buttons.compareWith(older.directiveId),
        send: `/sosanh ban ${draftId} ${older.directiveId}`,
      },
      back,
    ],
  );
}

async function carryOut(
  card: Card,
  replaces: number | null,
  reviewer: Reviewer,
  { database }: Services,
): Promise<Reply> {
  const published = await publishDraft(database, reviewer, card.draftId, { replaces });
  const older = published.replaced === null ? null : await readStanding(database, published.replaced);
  const { directiveId } = published;
  return adminReply(result(published, older?.document ?? null, card), [
    { label: texts.buttons.open, send: `/xem ${directiveId}` },
    { label: texts.buttons.unpublish, send: `/go ${directiveId}`, beside: true },
    ...(older === null ? [] : [{ label: texts.buttons.compareBefore, send: `/sosanh ${directiveId}` }]),
  ]);
}

/** Rules that somebody has to look at again, by their ids. */
export function doubted(ids: readonly string[]): readonly Block[] {
  if (ids.length === 0) return [];
  const named = ids.slice(0, MOST).join(', ');
  return [warning(texts.publishedDoubt(ids.length, ids.length > MOST ? `${named}, …` : named))];
}

function result(
  { directiveId, document, replaced, rules, kept, rulesInDoubt }: Published,
  older: string | null,
  card: Card,
): readonly Block[] {
  const words = [
    ...(replaced === null || older === null ? [] : [texts.publishedReplaced(older, replaced)]),
    ...(rules.length === 0 ? [] : [texts.publishedRules(rules.length)]),
    ...kept.slice(0, MOST).map(({ key, why }) => texts.publishedKept(key, why)),
    ...(kept.length > MOST ? [texts.more(kept.length - MOST)] : []),
  ];
  // What it rests on and what it guides changes nothing of the others.
  const { basis, guides } = cardTexts.relations;
  const effects = card.relations.filter((words) => !words.startsWith(basis) && !words.startsWith(guides));
  return [
    title(texts.published(document, directiveId)),
    ...(words.length === 0 ? [] : [list(words)]),
    ...(effects.length === 0
      ? []
      : [
          plain(texts.publishedEffects),
          list([
            ...effects.slice(0, MOST).map((words) => shorten(words, 220)),
            ...(effects.length > MOST ? [texts.more(effects.length - MOST)] : []),
          ]),
        ]),
    ...doubted(rulesInDoubt),
  ];
}

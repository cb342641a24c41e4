import { type Restored, restoreVersion } from '../../../ingest/uploads/restore.ts';
import { isLiveAlready, noSuchDocument } from '../../../ingest/uploads/texts.ts';
import { listVersions, readStanding } from '../../../store/standing.ts';
import { type IntentFeature, parts, type Services } from '../../feature.ts';
import type { Reply } from '../../message.ts';
import { list, note, plain, title, warning } from '../../reply/blocks.ts';
import { adminReply, reviewerOf } from './adminReply.ts';
import { doubted } from './publish.ts';
import { texts } from './texts.ts';

/** `/dunglai 34`: asks once, then answers from an older version, or from a document that was taken back, again. */
export const republish: IntentFeature = {
  name: 'republish',
  personal: false,
  adminOnly: true,
  intents: ['republish'],
  commands: [{ name: 'dunglai', description: texts.commands.republish }],
  async *answer(intent, message, services) {
    if (intent.kind !== 'republish') return;
    const { directive, confirmed } = intent;
    yield* parts(
      confirmed
        ? told(await restoreVersion(services.database, reviewerOf(services, message), directive))
        : await ask(directive, services),
    );
  },
};

async function ask(directive: number, { database }: Services): Promise<Reply> {
  const standing = await readStanding(database, directive);
  if (standing === null || standing.standing === 'removed') throw noSuchDocument(directive);
  if (standing.standing === 'live') throw isLiveAlready(standing.document);
  const live = (await listVersions(database, directive)).filter((one) => one.standing === 'live');
  const send = `/dunglai ${directive} dongy`;
  return adminReply(
    [
      plain(texts.republishAsk(standing.document, directive)),
      ...live.map(({ id }) => warning(texts.republishInstead(id))),
      note(texts.publishTyped(send)),
    ],
    [
      { label: texts.buttons.republish, send },
      ...live.map(({ id }) => ({
        label: texts.buttons.compareWith(id),
        send: `/sosanh ${directive} ${id}`,
      })),
      { label: texts.buttons.cancel, send: `/tailieu ${directive}` },
    ],
  );
}

function told({ directiveId, document, replaced, rules, rulesInDoubt }: Restored): Reply {
  const words = [
    ...replaced.map(texts.republishedInstead),
    ...(rules.length === 0 ? [] : [texts.republishedRules(rules.length)]),
  ];
  return adminReply(
    [
      title(texts.republished(document, directiveId)),
      ...(words.length === 0 ? [] : [list(words)]),
      ...doubted(rulesInDoubt),
    ],
    [
      { label: texts.buttons.open, send: `/xem ${directiveId}` },
      { label: texts.buttons.manage(directiveId), send: `/tailieu ${directiveId}`, beside: true },
    ],
  );
}

import { deleteDocument, unpublish as takeBack } from '../../../ingest/uploads/publish.ts';
import { noSuchDocument } from '../../../ingest/uploads/texts.ts';
import { readStanding } from '../../../store/standing.ts';
import { type IntentFeature, parts, type Services } from '../../feature.ts';
import type { Reply } from '../../message.ts';
import { note, plain } from '../../reply/blocks.ts';
import { adminReply, reviewerOf } from './adminReply.ts';
import { texts } from './texts.ts';

/** `/go 34`: asks once, then takes a published document back. */
export const unpublish: IntentFeature = {
  name: 'unpublish',
  personal: false,
  adminOnly: true,
  intents: ['unpublish'],
  commands: [{ name: 'go', description: texts.commands.unpublish }],
  async *answer(intent, message, services) {
    if (intent.kind !== 'unpublish') return;
    const { directive, confirmed } = intent;
    if (!confirmed) {
      const document = await nameOf(directive, services, ['live']);
      yield* parts(
        question(texts.unpublishAsk(document), texts.unpublishYes, `/go ${directive} dongy`, directive),
      );
      return;
    }
    const done = await takeBack(services.database, reviewerOf(services, message), directive);
    const { document, draftId, rulesRetired, earlier } = done;
    yield* parts(
      adminReply(
        [plain(texts.unpublished(document, rulesRetired, draftId))],
        [
          ...(draftId === null ? [] : [{ label: texts.buttons.review, send: `/duyet ${draftId}` }]),
          ...(earlier === null
            ? []
            : [{ label: texts.buttons.republishEarlier(earlier), send: `/dunglai ${earlier}` }]),
        ],
      ),
    );
  },
};

/** `/xoa 34`: asks twice, then deletes a stored document with its words. */
export const remove: IntentFeature = {
  name: 'remove',
  personal: false,
  adminOnly: true,
  intents: ['delete_document'],
  commands: [{ name: 'xoa', description: texts.commands.remove }],
  async *answer(intent, message, services) {
    if (intent.kind !== 'delete_document') return;
    const { directive, step } = intent;
    if (step === 2) {
      const { database } = services;
      const done = await deleteDocument(database, reviewerOf(services, message), directive);
      yield* parts(adminReply([plain(texts.removed(done.document, done.rulesRetired))]));
      return;
    }
    const document = await nameOf(directive, services, ['live', 'withdrawn', 'replaced']);
    yield* parts(
      step === 0
        ? question(texts.removeAsk(document), texts.removeYes, `/xoa ${directive} 1`, directive)
        : question(texts.removeAskAgain(document), texts.removeYesAgain, `/xoa ${directive} 2`, directive),
    );
  },
};

function question(words: string, yes: string, send: string, directive: number): Reply {
  return adminReply(
    [plain(words), note(texts.publishTyped(send))],
    [
      { label: yes, send },
      { label: texts.buttons.cancel, send: `/tailieu ${directive}`, beside: true },
    ],
  );
}

async function nameOf(
  directive: number,
  { database }: Services,
  allowed: readonly string[],
): Promise<string> {
  const standing = await readStanding(database, directive);
  if (standing === null || !allowed.includes(standing.standing)) throw noSuchDocument(directive);
  return standing.document;
}

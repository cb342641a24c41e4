import { closeCorrection, listCorrections } from '../../../store/records/corrections.ts';
import { type IntentFeature, parts, type Services } from '../../feature.ts';
import type { Intent } from '../../intents/intent.ts';
import type { Message, Reply } from '../../message.ts';
import { plain, title } from '../../reply/blocks.ts';
import { texts } from './texts.ts';
import { identityOf, logNames, staffReply } from './view.ts';

/** Requests that one chat message can show with its buttons. */
const MOST = 10;

/** `/denghi`: what people of the asker's units say is wrong in their records, to be answered with yes or no. */
export const corrections: IntentFeature = {
  name: 'corrections',
  personal: true,
  staffOnly: true,
  intents: ['corrections'],
  commands: [{ name: 'denghi', description: texts.commands.corrections }],
  async *answer(intent, message, services) {
    if (intent.kind === 'corrections') yield* parts(await answer(intent.close, message, services));
  },
};

async function answer(
  close: Extract<Intent, { kind: 'corrections' }>['close'],
  message: Message,
  services: Services,
): Promise<Reply> {
  const identity = identityOf(services);
  if (close !== null) {
    await closeCorrection(services.database, identity, close.id, {
      state: close.accept ? 'accepted' : 'declined',
      answer: close.accept ? texts.accepted : texts.declined,
    });
    return staffReply([plain(texts.correctionClosed(close.id))]);
  }
  const open = (await listCorrections(services.database, identity, 'ofUnits')).slice(0, MOST);
  if (open.length === 0) return staffReply([plain(texts.correctionsNone)]);
  const people = [...new Set(open.map(({ cadre }) => cadre))].map((code) => ({ code }));
  await logNames(services, message, people, texts.purposes.corrections, false);
  return staffReply(
    [
      title(texts.correctionsTitle),
      {
        kind: 'list',
        items: open.map(({ id, name, cadre, says, line }) =>
          texts.correctionLine(id, name, cadre, says, line),
        ),
      },
    ],
    open.flatMap(({ id }) => [
      { label: texts.accept(id), send: `/denghi ${id} dung` },
      { label: texts.decline(id), send: `/denghi ${id} khong` },
    ]),
  );
}

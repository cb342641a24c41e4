import { writeMoment } from '../../../domain/day.ts';
import { listLinks } from '../../../store/access/linking.ts';
import { listAccess } from '../../../store/records/accessLog.ts';
import { logShown } from '../../../store/records/cadres.ts';
import { erasePersonalData, exportPersonalData } from '../../../store/records/personalData.ts';
import { type IntentFeature, parts, type Services } from '../../feature.ts';
import type { Intent } from '../../intents/intent.ts';
import type { Block, Choice, Message, Reply } from '../../message.ts';
import { plain } from '../../reply/blocks.ts';
import { texts } from './texts.ts';

/** How many looks are listed in a chat; the export holds all. */
const LOOKS_SHOWN = 30;
const LOOKS_READ = 2000;

/** What the law gives a person: their data, its erasure, and who looked at it. */
export const personalData: IntentFeature = {
  name: 'personalData',
  personal: true,
  intents: ['my_data', 'erase', 'who_saw'],
  commands: [
    { name: 'aidaxem', description: texts.commands.whoSaw },
    { name: 'dulieucuatoi', description: texts.commands.myData },
    { name: 'xoadulieu', description: texts.commands.erase },
  ],
  async *answer(intent, message, services) {
    yield* parts(await answerWish(intent, message, services));
  },
};

async function answerWish(intent: Intent, message: Message, services: Services): Promise<Reply> {
  const { account } = services;
  if (account === null) return say([plain(texts.strangers)]);
  const identity = { accountId: account.id };
  switch (intent.kind) {
    case 'my_data': {
      if (account.cadre !== null) {
        await logShown(services.database, identity, [account.cadre], {
          channel: message.channel,
          reason: 'export',
          purpose: texts.purposes.myData,
        });
      }
      const data = await exportPersonalData(services.database, identity);
      const file: Block = {
        kind: 'file',
        name: texts.myDataFile,
        mediaType: 'application/json',
        base64: Buffer.from(JSON.stringify(data, null, 2)).toString('base64'),
      };
      return say([plain(texts.myData), file]);
    }
    case 'erase':
      return erase(intent.step, services, identity);
    case 'who_saw':
      return say(await describeLooks(services, identity));
    default:
      throw new Error(`personalData: no answer to ${intent.kind}`);
  }
}

/** Asked twice: a slip of the thumb erases nothing. */
async function erase(
  step: Extract<Intent, { kind: 'erase' }>['step'],
  { database, forgetRefused }: Services,
  identity: { readonly accountId: string },
): Promise<Reply> {
  const no: Choice = { label: texts.eraseNo, send: '/xoadulieu khong' };
  if (step === 'no') return say([plain(texts.kept)]);
  if (step === 0) return say([plain(texts.eraseAsk)], [{ label: texts.eraseYes, send: '/xoadulieu 1' }, no]);
  if (step === 1) {
    return say([plain(texts.eraseAskAgain)], [{ label: texts.eraseYesAgain, send: '/xoadulieu 2' }, no]);
  }
  // Before the links are gone that tell whose a chat is; and whoever is told that it failed can still ask again.
  forgetRefused?.(await listLinks(database, identity));
  const { links, traces, requests, keptMonths } = await erasePersonalData(database, identity);
  return { ...say([plain(texts.erased(links, traces, requests, keptMonths))]), account: null };
}

async function describeLooks(
  { database }: Services,
  identity: { readonly accountId: string },
): Promise<readonly Block[]> {
  const all = await listAccess(database, identity, LOOKS_READ);
  if (all.length === 0) return [plain(texts.whoSawNobody)];
  // One's own looks, however many, push nobody else's out of sight.
  const others = all.filter(({ own }) => !own).slice(0, LOOKS_SHOWN);
  const looks = [
    ...others,
    ...all.filter(({ own }) => own).slice(0, Math.max(5, LOOKS_SHOWN - others.length)),
  ];
  return [
    {
      kind: 'table',
      title: texts.whoSaw,
      columns: texts.whoSawColumns.map((label) => ({ label, align: 'left' as const })),
      rows: looks.map(({ at, by, own, purpose, reason, channel }) => [
        writeMoment(at),
        own ? texts.ownLook : by,
        `${purpose} (${texts.reasons[reason]})`,
        channel,
      ]),
    },
  ];
}

function say(blocks: readonly Block[], choices: readonly Choice[] = []): Reply {
  return { outcome: 'record', personal: true, blocks, choices };
}

import { createHash } from 'node:crypto';
import type { ChannelKey } from '../../../domain/account.ts';
import { writeDate } from '../../../domain/citation.ts';
import { findAccount } from '../../../store/access/accounts.ts';
import {
  checkLinkCode,
  type Linked,
  offerByPhone,
  unlink,
  useLinkCode,
} from '../../../store/access/linking.ts';
import { type IntentFeature, parts, type Services } from '../../feature.ts';
import type { Choice, Message, Reply } from '../../message.ts';
import { plain } from '../../reply/blocks.ts';
import { hashLinkCode, linkCodeEnd, newLinkCode } from './linkCode.ts';
import { describeLinks } from './links.ts';
import { texts } from './texts.ts';

/** Which words were agreed to: a hash of the consent as it is shown, so that a change of the words is a new version. */
const CONSENT = createHash('sha256').update(texts.consent('').join('\n')).digest('hex').slice(0, 12);

/** Messengers hand an account over to its new key; sessions of web and terminal, and other messengers, stand side by side. */
const REPLACING: ReadonlySet<string> = new Set(['telegram', 'zalo-bot', 'zalo-oa']);

/** Links a channel's person to their record: a code from staff or their own phone number, consent, and the way back. */
export const linking: IntentFeature = {
  name: 'linking',
  personal: true,
  intents: ['link', 'agree', 'shared_phone', 'unlink'],
  commands: [
    { name: 'lienket', description: texts.commands.link },
    { name: 'huylienket', description: texts.commands.unlink },
    { name: 'dongy', description: null },
    { name: 'chiasesodienthoai', description: null },
  ],
  async *answer(intent, message, services) {
    if (message.sender === null) {
      yield* parts(say(texts.noSender));
      return;
    }
    const by: ChannelKey = { channel: message.channel, key: message.sender };
    switch (intent.kind) {
      case 'link':
        yield* parts(
          intent.code === null ? await offer(message, services) : await look(intent.code, by, services),
        );
        return;
      case 'agree':
        if (intent.code === null) {
          yield* parts(say(texts.agreeByButton));
          return;
        }
        yield* parts(
          intent.code === 'khong'
            ? say(texts.disagreed)
            : await tellResult(
                await useLinkCode(services.database, by, {
                  hash: hashLinkCode(intent.code),
                  consent: CONSENT,
                }),
                by,
                services,
              ),
        );
        return;
      case 'shared_phone':
        yield* parts(await lookByPhone(message, by, services));
        return;
      case 'unlink':
        yield* parts(say((await unlink(services.database, by)) ? texts.unlinked : texts.notLinked));
    }
  },
};

async function offer(message: Message, services: Services): Promise<Reply> {
  if (services.account !== null) return describeLinks(services.account, message, services);
  const canShare = message.channel === 'telegram';
  return {
    outcome: 'record',
    blocks: [plain(texts.linkHow), ...(canShare ? [plain(texts.linkPhone)] : [])],
    choices: [],
    asksForPhone: canShare,
  };
}

async function look(code: string, by: ChannelKey, { database }: Services): Promise<Reply> {
  const check = await checkLinkCode(database, by, hashLinkCode(code));
  if (check.state !== 'valid') return say(refusal(check));
  return askConsent(check.name, `/dongy ${code.trim()}`);
}

function askConsent(name: string, agree: string): Reply {
  const choices: readonly Choice[] = [
    { label: texts.agree, send: agree },
    { label: texts.disagree, send: '/dongy khong' },
  ];
  return { outcome: 'record', personal: true, blocks: texts.consent(name).map(plain), choices };
}

/** The number is the sender's own, says the channel: a code is made for its record, to be used with the consent. */
async function lookByPhone({ ownPhone }: Message, by: ChannelKey, services: Services): Promise<Reply> {
  if (ownPhone === undefined) return say(texts.phoneNotShared);
  const code = newLinkCode();
  const found = await offerByPhone(services.database, ownPhone, {
    hash: hashLinkCode(code),
    expires: linkCodeEnd(services.now()),
  });
  // A code is taken only from whom it was shown to.
  return found === null ? say(texts.phoneUnknown) : look(code, by, services);
}

async function tellResult(linked: Linked, by: ChannelKey, services: Services): Promise<Reply> {
  const { tell, today, database } = services;
  if (linked.state !== 'linked') return say(refusal(linked));
  const day = writeDate(today());
  for (const key of linked.before) {
    const replaced = key.channel === by.channel && REPLACING.has(key.channel);
    await tell(key, replaced ? texts.replaced(day) : texts.relinked(day));
  }
  const account = await findAccount(database, by);
  const isAdmin = account?.admin === true;
  const ownsRecord = account === null || account.cadre !== null || !isAdmin;
  return {
    outcome: 'record',
    personal: true,
    account: null,
    linked: true,
    blocks: [
      plain(ownsRecord ? texts.linked(linked.name) : texts.linkedAccount(linked.name)),
      ...(isAdmin ? [plain(texts.adminMay)] : []),
    ],
    choices: [
      ...(isAdmin ? [{ label: texts.seeUploads, send: '/tailieu' }] : []),
      ...(ownsRecord
        ? [
            { label: texts.tryGaps, send: '/thieu' },
            { label: texts.choices.qualifications, send: '/bangcap' },
          ]
        : []),
    ],
  };
}

function refusal(check: Exclude<Linked, { state: 'linked' }>): string {
  return check.state === 'blocked' ? texts.codeBlocked : texts.codeRefused(check.triesLeft);
}

function say(text: string): Reply {
  return { outcome: 'record', blocks: [plain(text)], choices: [] };
}

import { createHash } from 'node:crypto';
import type { Account, ChannelKey } from '../../../domain/account.ts';
import { writeDate } from '../../../domain/citation.ts';
import { vietnamDay, writeMoment } from '../../../domain/day.ts';
import { type Link, listLinks } from '../../../store/access/linking.ts';
import { createOwnCode, removeLinks } from '../../../store/access/ownLinks.ts';
import { type IntentFeature, parts, type Services } from '../../feature.ts';
import type { LinksIntent } from '../../intents/intent.ts';
import type { Block, Choice, Message, Reply } from '../../message.ts';
import { channelName } from '../../notices/texts.ts';
import { list, plain, title, warning } from '../../reply/blocks.ts';
import { hashLinkCode, newLinkCode } from './linkCode.ts';
import { texts } from './linksTexts.ts';
import { texts as ownTexts } from './texts.ts';

/** A code that a person makes for another channel of their own lives this long. */
const OWN_CODE_MS = 10 * 60_000;
/** Links of browsers end by themselves after that; the store takes them no more, and forgets them once a day. */
const WEB_LINK_MS = 30 * 24 * 3_600_000;
/** Links that are offered one by one; more of them are sessions of browsers. */
const MOST_CHOICES = 6;

/** `/lienket` for who is linked: the channels of the account, to be removed or added to. */
export const links: IntentFeature = {
  name: 'links',
  personal: true,
  intents: ['links'],
  commands: [],
  async *answer(intent, message, services) {
    if (intent.kind !== 'links') return;
    const { account } = services;
    yield* parts(
      account === null
        ? say([plain(ownTexts.strangers)])
        : await answerStep(intent, account, message, services),
    );
  },
};

async function answerStep(
  intent: LinksIntent,
  account: Account,
  message: Message,
  services: Services,
): Promise<Reply> {
  switch (intent.step) {
    case 'list':
      return describeLinks(account, message, services);
    case 'new':
      return makeCode(account, services);
    case 'keep':
      return say([plain(texts.kept)]);
    case 'remove':
      return remove(intent, account, message, services);
  }
}

/** The links of the person's own account, and how to change them. */
export async function describeLinks(account: Account, message: Message, services: Services): Promise<Reply> {
  const all = await ownLinks(account, services);
  const others = all.filter((link) => !isHere(link, message));
  return say(
    [
      title(texts.title(account.name)),
      list(
        all.map((link) =>
          texts.link(placeOf(link), writeDate(vietnamDay(link.linkedAt)), isHere(link, message)),
        ),
      ),
      plain(texts.addHow),
    ],
    [
      ...others.slice(-MOST_CHOICES).map((link) => ({
        label: texts.remove(placeOf(link)),
        send: `/lienket go ${markOf(link)}`,
      })),
      ...(others.length > 1 ? [{ label: texts.removeOthers, send: '/lienket go khac' }] : []),
      { label: texts.add, send: '/lienket moi' },
    ],
  );
}

async function makeCode(account: Account, { database, now }: Services): Promise<Reply> {
  const code = newLinkCode();
  const expires = new Date(now().getTime() + OWN_CODE_MS);
  const made = await createOwnCode(
    database,
    { accountId: account.id },
    { hash: hashLinkCode(code), expires },
  );
  if (!made) return say([plain(ownTexts.strangers)]);
  return say([plain(texts.newCode(code, writeMoment(expires))), warning(texts.newCodeWarning)]);
}

/** Asked once more: a slip of the thumb ends no link. */
async function remove(
  { which, sure }: Extract<LinksIntent, { step: 'remove' }>,
  account: Account,
  message: Message,
  services: Services,
): Promise<Reply> {
  const all = await ownLinks(account, services);
  const others = all.filter((link) => !isHere(link, message));
  const chosen = which === 'others' ? others : others.filter((link) => markOf(link) === which);
  if (chosen.length === 0) {
    if (which === 'others') return say([plain(texts.noOthers)]);
    return say([plain(all.some((link) => markOf(link) === which) ? texts.isHere : texts.noSuch)]);
  }
  const [first] = chosen;
  if (!sure) {
    const ask =
      which === 'others' || first === undefined
        ? texts.askRemoveOthers(chosen.length)
        : texts.askRemove(placeOf(first));
    return say(
      [plain(ask)],
      [
        { label: texts.sure, send: `/lienket go ${which === 'others' ? 'khac' : which} co` },
        { label: texts.keep, send: '/lienket thoi' },
      ],
    );
  }
  const gone = await removeLinks(services.database, { accountId: account.id }, chosen);
  const day = writeDate(services.today());
  for (const key of gone) await services.tell(key, texts.removedHere(day));
  return say([plain(gone.length === 0 ? texts.noSuch : texts.removed(gone.map(placeOf)))]);
}

async function ownLinks({ id }: Account, { database, now }: Services): Promise<readonly Link[]> {
  const all = await listLinks(database, { accountId: id });
  const oldest = now().getTime() - WEB_LINK_MS;
  return all.filter(({ channel, linkedAt }) => channel !== 'web' || linkedAt.getTime() > oldest);
}

const isHere = ({ channel, key }: ChannelKey, { channel: here, sender }: Message): boolean =>
  channel === here && key === sender;

/** Short enough for a button, and of no use to anybody: it names a link only among those of one account. */
const markOf = ({ channel, key }: ChannelKey): string =>
  createHash('sha256').update(`${channel} ${key}`).digest('hex').slice(0, 8);

/** `Telegram …4821`: the last characters tell two apart without giving the key away. */
function placeOf({ channel, key }: ChannelKey): string {
  const name = channelName(channel);
  return texts.place(
    name.charAt(0).toUpperCase() + name.slice(1),
    key.slice(-Math.min(4, Math.floor(key.length / 2))),
  );
}

function say(blocks: readonly Block[], choices: readonly Choice[] = []): Reply {
  return { outcome: 'record', personal: true, blocks, choices };
}

import { writeMoment } from '../../../domain/day.ts';
import { MUTABLE_KINDS, type MutableKind } from '../../../store/notices/notice.ts';
import { listNotices } from '../../../store/notices/overview.ts';
import { mutedKinds, muteKinds } from '../../../store/notices/queueNotice.ts';
import { type IntentFeature, parts, type Services } from '../../feature.ts';
import type { Block, Choice, Message, Reply } from '../../message.ts';
import { channelName, texts as noticeTexts, writeState } from '../../notices/texts.ts';
import { list, note, plain, title } from '../../reply/blocks.ts';
import { describeNoticesOfOthers } from '../staff/notices.ts';
import { texts } from './noticesSettingsTexts.ts';

const MOST_SHOWN = 8;

/** Answers to one's own requests are what a person who is told nothing else still expects. */
const UNASKED: readonly MutableKind[] = MUTABLE_KINDS.filter((kind) => kind !== 'answer');

/** `/thongbao`, `/tatthongbao`, `/batthongbao`: what is told to a person unasked, and for staff what became of it with their people. */
export const noticesSettings: IntentFeature = {
  name: 'notices',
  personal: true,
  intents: ['notices', 'mute_notices'],
  commands: [
    { name: 'thongbao', description: texts.command },
    { name: 'tatthongbao', description: null },
    { name: 'batthongbao', description: null },
  ],
  async *answer(intent, message, services) {
    const { account, database } = services;
    if (account === null) {
      yield* parts(say([plain(texts.strangers)]));
      return;
    }
    const identity = { accountId: account.id };
    if (intent.kind === 'notices') yield* parts(await describe(identity, message, services));
    if (intent.kind !== 'mute_notices') return;
    const chosen = kindsOf(intent.what);
    if (chosen === null) {
      yield* parts(say([plain(texts.which(Object.values(noticeTexts.kindWords)))]));
      return;
    }
    // Whoever wants notices again wants all of them again.
    const kinds = intent.mute || intent.what !== null ? chosen : MUTABLE_KINDS;
    await muteKinds(database, identity, kinds, intent.mute);
    yield* parts(tellResult(kinds, intent.mute));
  },
};

/** `null`: words that name no kind. */
function kindsOf(what: string | null): readonly MutableKind[] | null {
  if (what === null) return UNASKED;
  const word = what.trim().toLowerCase();
  if (word === texts.everything) return MUTABLE_KINDS;
  const kind = MUTABLE_KINDS.find((one) => noticeTexts.kindWords[one] === word);
  return kind === undefined ? null : [kind];
}

function tellResult(kinds: readonly MutableKind[], mute: boolean): Reply {
  const [only, ...more] = kinds;
  if (only !== undefined && more.length === 0) {
    const name = noticeTexts.kinds[only];
    return say([plain(mute ? texts.mutedOne(name) : texts.unmutedOne(name))]);
  }
  if (!mute) return say([plain(texts.unmuted)]);
  const all = kinds.includes('answer');
  return say(
    [plain(all ? texts.mutedAll : texts.muted)],
    [
      { label: texts.unmute, send: '/batthongbao' },
      ...(all ? [] : [{ label: texts.muteAnswers, send: `/tatthongbao ${texts.everything}` }]),
    ],
  );
}

async function describe(
  identity: { readonly accountId: string },
  message: Message,
  services: Services,
): Promise<Reply> {
  const { database } = services;
  const muted = new Set(await mutedKinds(database, identity));
  const names = (kinds: readonly MutableKind[]) => kinds.map((kind) => noticeTexts.kinds[kind]);
  const wanted = MUTABLE_KINDS.filter((kind) => !muted.has(kind));
  const unwanted = MUTABLE_KINDS.filter((kind) => muted.has(kind));
  const own = await listNotices(database, identity, 'own', MOST_SHOWN);
  return say(
    [
      title(texts.title),
      ...(wanted.length === 0 ? [] : [plain(texts.wanted(names(wanted)))]),
      ...(unwanted.length === 0 ? [] : [plain(texts.unwanted(names(unwanted)))]),
      ...(own.length === 0
        ? [plain(texts.none)]
        : [
            plain(texts.recent),
            list(
              own.map(({ kind, state, failure, madeAt, endedAt, via }) =>
                texts.line(
                  noticeTexts.kinds[kind],
                  writeState(state, failure),
                  writeMoment(endedAt ?? madeAt),
                  via === null ? null : channelName(via),
                ),
              ),
            ),
          ]),
      note(`${texts.always} ${texts.quiet}`),
      ...(await describeNoticesOfOthers(message, services)),
    ],
    [
      ...(wanted.length > 0 ? [{ label: texts.mute, send: '/tatthongbao' }] : []),
      ...(wanted.includes('reminder')
        ? [
            {
              label: texts.muteOne(noticeTexts.kinds.reminder),
              send: `/tatthongbao ${noticeTexts.kindWords.reminder}`,
            },
          ]
        : []),
      ...(unwanted.length > 0 ? [{ label: texts.unmute, send: '/batthongbao' }] : []),
    ],
  );
}

function say(blocks: readonly Block[], choices: readonly Choice[] = []): Reply {
  return { outcome: 'record', personal: true, blocks, choices };
}

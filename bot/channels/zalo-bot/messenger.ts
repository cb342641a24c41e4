import type { Database } from '../../../store/database.ts';
import type { ComposeContext, Messenger, ReceivedUpdate } from '../../delivery/messenger.ts';
import { recordOwner } from '../../delivery/owner.ts';
import { collectReply, type Message, type Respond } from '../../message.ts';
import type { ChannelLog } from '../channelLog.ts';
import { type TypingPace, whileTyping } from '../whileTyping.ts';
import { downloadFile } from '../zalo-oa/download.ts';
import type { ZaloApi } from './api.ts';
import { rememberChoices } from './choices.ts';
import { safeFailure } from './failures.ts';
import { type Incoming, readUpdate, type ZaloUpdate } from './incoming.ts';
import { limits } from './limits.ts';
import { type OutgoingMessage, renderReply, renderSentence } from './render.ts';
import { fromStored, outcomeOf, sendMessage, showTyping, toStored } from './send.ts';
import type { SharedFiles } from './sharedFiles.ts';
import { texts } from './texts.ts';

export type MessengerParts = {
  readonly api: ZaloApi;
  readonly token: string;
  readonly database: Database;
  readonly respond: Respond;
  readonly log: ChannelLog;
  /** `null`: there is no address to hand files out from. */
  readonly files: SharedFiles | null;
  /** What the bot is called in groups; `null` as long as the server has not been reached. */
  readonly names: () => readonly string[] | null;
  /** Voice messages are listened to. */
  readonly hears: boolean;
  /** Of voice messages; longer ones are not fetched to their end. */
  readonly mostFileBytes: number;
  /** The server of `ZALO_BOT_API_ROOT`, where there is one: it hands out files too. */
  readonly ownHost: string | null;
  readonly typing: TypingPace;
  readonly now: () => number;
  /** The server takes no message for so many seconds; `null`: it did not say how long. */
  readonly onOverQuota: (seconds: number | null) => void;
  readonly onSent: () => void;
  readonly limits?: Messenger['limits'] | undefined;
};

/** The Zalo bot behind inbox and outbox: updates as the platform tells of them, one call for each message. */
export function createMessenger(parts: MessengerParts): Messenger {
  const { api, token, log, files } = parts;
  const choices = rememberChoices(parts.database, parts.now);

  const read = ({ update }: ReceivedUpdate): Incoming | null =>
    readUpdate(update as unknown as ZaloUpdate, parts.names() ?? []);

  /** A voice as the core is to hear it; `null` for what is none, or where nothing can listen. */
  const spoken = ({ chat, key, voice }: Incoming, stopping: AbortSignal): Message | null => {
    if (voice === null || !parts.hears) return null;
    const { mostFileBytes: mostBytes, ownHost } = parts;
    const name = texts.voiceName;
    const load = () => downloadFile(voice.url, name, { mostBytes, ownHost, stopping });
    const origin = { chat, group: key, source: key, message: null, told: false };
    const file = { name, load, origin };
    return { channel: 'zalo-bot', conversation: chat, sender: voice.sender, isPrivate: true, text: '', file };
  };

  const answer = async (
    incoming: Incoming,
    { speaksOf, stopping, keepTurn }: ComposeContext,
  ): Promise<readonly OutgoingMessage[]> => {
    const { chat } = incoming;
    const message = incoming.message ?? spoken(incoming, stopping);
    if (message === null) return renderSentence(parts.hears ? texts.notTextOrVoice : texts.notText);
    const chosen = message.file === undefined ? await choices.read(chat, message.text) : null;
    if (chosen?.kind === 'expired') return renderSentence(texts.choicesExpired);
    if (chosen?.kind === 'none') return renderSentence(texts.noSuchChoice(chosen.count));
    const asked: Message = {
      ...message,
      ...(chosen === null ? {} : { text: chosen.send }),
      ...(keepTurn === undefined ? {} : { keepTurn }),
    };
    const reply = await collectReply(parts.respond(asked));
    if (reply.toldElsewhere === true) return [];
    const personal = reply.personal === true;
    if (personal && !message.isPrivate) {
      // The core asks the person into a private chat itself; should it ever forget, the group must not read it.
      log.error({ channel: 'zalo-bot' }, 'a personal reply was kept out of a group');
      return renderSentence(texts.privateOnly);
    }
    speaksOf?.(recordOwner(reply, message));
    const messages = renderReply(reply, (file) => files?.share(file, personal) ?? null);
    // Links and numbers must be good before anybody can use them.
    await files?.stored();
    await choices.remember(chat, reply.choices);
    return messages;
  };

  return {
    name: 'zalo-bot',
    async compose(received, context) {
      const incoming = read(received);
      if (incoming === null) return [];
      const typing = (ended: AbortSignal) => showTyping(api, incoming.chat, ended);
      return toStored(await whileTyping(typing, parts.typing, () => answer(incoming, context)));
    },
    apology: () => toStored(renderSentence(texts.trouble), true),
    say: (text) => toStored(renderSentence(text), true),
    async send(chat, stored) {
      const message = fromStored(stored);
      try {
        await sendMessage(api, chat, message);
        parts.onSent();
        return { kind: 'sent', externalId: null };
      } catch (error) {
        const outcome = outcomeOf(error, message, token);
        if (outcome.kind === 'wait') parts.onOverQuota(outcome.seconds);
        const isPicture = message.kind === 'photo';
        if (isPicture && (outcome.kind === 'refused' || outcome.kind === 'unsure'))
          log.warn(
            { channel: 'zalo-bot', ...safeFailure(error, token) },
            'a picture could not be sent; its words were sent instead',
          );
        return outcome;
      }
    },
    isReady: () => parts.names() !== null,
    safeFailure: (error) => safeFailure(error, token),
    limits: parts.limits ?? limits,
    // Keys of groups and of people look alike; both have the same allowance.
    isGroup: () => false,
  };
}

import type { Database } from '../../../store/database.ts';
import { dropNote, keepNote } from '../../../store/messages/chatNotes.ts';
import type { ComposeContext, Messenger, ReceivedUpdate } from '../../delivery/messenger.ts';
import { recordOwner } from '../../delivery/owner.ts';
import { collectReply, type Message, type Respond } from '../../message.ts';
import type { ChannelLog } from '../channelLog.ts';
import { readChoice, rememberChoices } from './choices.ts';
import { downloadFile } from './download.ts';
import { type OaEvent, phoneDigits, readKept } from './events.ts';
import { safeFailure } from './failures.ts';
import { type OaMessage, readMessage } from './outgoing.ts';
import { renderNotice, renderReply, renderSentence, type ShareFile } from './render.ts';
import type { SendMessage } from './send.ts';
import { texts } from './texts.ts';

export type OaMessengerOptions = {
  readonly database: Database;
  readonly respond: Respond;
  readonly share: ShareFile;
  readonly send: SendMessage;
  readonly mostFileBytes: number;
  /** The server of files in tests; `null` is Zalo's own. */
  readonly ownHost: string | null;
  /** A phone number that a person shares by Zalo's form is taken for their own. */
  readonly trustSharedPhone: boolean;
  /** Voice messages are listened to. */
  readonly hears: boolean;
  readonly isReady: () => boolean;
  /** How long after their last message people may be told something; `null`: always. */
  readonly openMs: number | null;
  readonly log: ChannelLog;
};

export const UNFOLLOWED = 'unfollowed';
const YEARS_SECONDS = 10 * 365 * 86_400;

/** What the core is told of a person who shared their own phone number. */
const OWN_PHONE_TEXT = '/chiasesodienthoai';
const WELCOME_TEXT = '/start';

/** What has no name of its own is named for what it is: by a voice's ending it is known for one. */
function nameOf({ name, isPhoto, isVoice }: NonNullable<OaEvent['file']>): string {
  if (isVoice) return texts.voiceName;
  if (name.trim() !== '') return name;
  return isPhoto ? texts.photoName : texts.fileName;
}

/** The Zalo OA behind inbox and outbox. */
export function createOaMessenger(options: OaMessengerOptions): Messenger {
  const { database, log, openMs } = options;

  const reply = async (
    message: Message,
    { speaksOf, keepTurn }: ComposeContext,
  ): Promise<readonly OaMessage[]> => {
    const asked = keepTurn === undefined ? message : { ...message, keepTurn };
    const answer = await collectReply(options.respond(asked));
    if (answer.toldElsewhere === true) {
      // What was sent has no message of its own here that could be changed: its receipt is said, its end told later.
      return message.file === undefined ? [] : renderSentence(texts.fileTaken(message.file.name));
    }
    speaksOf?.(recordOwner(answer, message));
    return renderReply(answer, options.share);
  };

  const compose = async (
    event: OaEvent,
    key: string,
    context: ComposeContext,
  ): Promise<readonly OaMessage[]> => {
    const { stopping } = context;
    const { user, text } = event;
    const place = { channel: 'zalo-oa', chat: user };
    const base = { channel: 'zalo-oa', conversation: user, sender: user, isPrivate: true } as const;
    switch (event.event) {
      case 'unfollow':
        await keepNote(database, place, UNFOLLOWED, true, YEARS_SECONDS);
        return [];
      case 'follow':
        await dropNote(database, place, UNFOLLOWED);
        return reply({ ...base, text: WELCOME_TEXT }, context);
      case 'unreadable':
        return renderSentence(options.hears ? texts.notTextOrVoice : texts.notText);
      case 'shared_info': {
        const phone = event.phone === null ? null : phoneDigits(event.phone);
        if (phone === null || !options.trustSharedPhone) return renderSentence(texts.phoneNotOwn);
        return reply({ ...base, text: OWN_PHONE_TEXT, ownPhone: phone }, context);
      }
      case 'said': {
        const chosen = await readChoice(database, user, text);
        if (chosen?.kind === 'expired') return renderSentence(texts.choicesExpired);
        if (chosen?.kind === 'none') return renderSentence(texts.noSuchChoice(chosen.count));
        return reply({ ...base, text: chosen === null ? text : chosen.send }, context);
      }
      case 'file': {
        const { file } = event;
        if (file === null || (file.isVoice && !options.hears)) return renderSentence(texts.notText);
        const name = nameOf(file);
        const { mostFileBytes: mostBytes, ownHost } = options;
        const attached = {
          ...base,
          text,
          file: {
            name,
            load: () => downloadFile(file.url, name, { mostBytes, ownHost, stopping }),
            origin: {
              chat: user,
              group: event.message === '' ? key : event.message,
              source: key,
              message: null,
              told: false,
              isPhoto: file.isPhoto,
            },
          },
        };
        return reply(attached, context);
      }
    }
  };

  return {
    name: 'zalo-oa',
    async compose(received, context) {
      const event = readKept(received.update);
      if (event === null) {
        log.warn({ channel: 'zalo-oa' }, 'a stored event has another shape than is known');
        return [];
      }
      return compose(event, received.key, context);
    },
    apology: (received: ReceivedUpdate) =>
      readKept(received.update)?.event === 'unfollow' ? [] : renderSentence(texts.trouble),
    say: renderNotice,
    ...(openMs === null
      ? {}
      : { openUntil: (last: Date | null) => (last === null ? null : new Date(last.getTime() + openMs)) }),
    isReady: options.isReady,
    safeFailure,
    async send(chat, stored, stopping) {
      const message = readMessage(stored);
      if (message === null) return { kind: 'refused', failure: 'a message of another shape', instead: [] };
      const outcome = await options.send(chat, message, stopping);
      if (outcome.kind === 'sent' && message.kind === 'text' && message.choices.length > 0) {
        await rememberChoices(database, chat, message.choices).catch((error: unknown) =>
          log.warn({ channel: 'zalo-oa', ...safeFailure(error) }, 'choices could not be remembered'),
        );
      }
      return outcome;
    },
    // The server takes 4,000 calls a minute from an app, uploads among them; of a chat nothing is written.
    limits: {
      channel: { messages: 2000, perSeconds: 60 },
      chat: { messages: 30, perSeconds: 60 },
      group: { messages: 30, perSeconds: 60 },
    },
    isGroup: () => false,
  };
}

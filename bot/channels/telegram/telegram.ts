import { Api } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import { type Command, collectReply, type Message, type Reply, type Respond } from '../../message.ts';
import type { BoardPlace } from '../../uploads/boards.ts';
import type { UploadOrigin } from '../../uploads/origin.ts';
import { atMost } from '../atMost.ts';
import type { ChannelLog } from '../channelLog.ts';
import { createChatQueues } from '../chatQueues.ts';
import { connect } from '../connect.ts';
import type { MessengerServer } from '../outage.ts';
import type { ChannelPace } from '../pace.ts';
import { whileTyping } from '../whileTyping.ts';
import { createAlbums } from './albums.ts';
import { commandMenu } from './commandMenu.ts';
import { downloadFile } from './download.ts';
import { askedToWait, isBadToken, isShutOut, networkReason, safeFailure } from './failures.ts';
import { type Incoming, readUpdate, type Target } from './incoming.ts';
import { showInPlace } from './inPlace.ts';
import { type OutgoingMessage, renderSentence } from './outgoing.ts';
import { pollUpdates } from './poll.ts';
import { renderReply } from './render.ts';
import { repeatWhatDidNotArrive } from './retry.ts';
import { asGrammySignal, sendMessages, showTyping } from './send.ts';
import { operatorTexts, texts } from './texts.ts';

export type TelegramOptions = {
  readonly token: string;
  /** Another Bot API server; `undefined` is Telegram's own. */
  readonly apiRoot?: string | undefined;
  readonly respond: Respond;
  /** What the core knows; those with a description stand in the menu beside the input box. */
  readonly commands: readonly Command[];
  readonly log: ChannelLog;
  /** Shows a Vietnamese sentence to whoever runs the product: ready, offline, bad token, conflict. */
  readonly tell: (sentence: string) => void;
  /** Longer files are refused before they are fetched. */
  readonly mostFileBytes?: number;
  readonly pace?: Partial<ChannelPace>;
};

export type TelegramChannel = {
  /** Without `@`; `null` as long as the server has not been reached. */
  readonly username: string | null;
  /**
   * Sends a notice to somebody's private chat with the bot; `key` is `Message.sender`. `true` when it was delivered,
   * `false` when that is not sure, also where the person never wrote to the bot. Never throws.
   */
  readonly tell: (key: string, text: string) => Promise<boolean>;
  /**
   * Shows a reply in somebody's private chat, in the place of a message of the bot's where one is named, and answers the key of
   * the message. `null`: the person no longer takes messages. Throws where it may work later.
   */
  readonly show: (place: BoardPlace, reply: Reply) => Promise<string | null>;
  /** Ends polling, waits a moment for answers under way, and confirms what was handled. Never throws. */
  readonly stop: () => Promise<void>;
};

type Composed = {
  readonly messages: readonly OutgoingMessage[];
  readonly protect: boolean;
  /** Into the message whose button was pressed. */
  readonly inPlace?: boolean;
};

/** The typing sign lasts 5 s. */
const usualPace: ChannelPace = { typingEveryMs: 4000, holdSeconds: 30, firstWaitMs: 1000, graceMs: 2000 };
/** The server holds polls for half a minute; what takes longer than this is lost. */
const REQUEST_SECONDS = 60;
/** Answers worked on or waiting at once; while there are as many, no more updates are fetched. */
const MOST_PENDING = 100;
/** While an answer takes longer than this, the updates of other chats are asked for meanwhile. */
const BREATH_MS = 250;
const MOST_FILE_BYTES = 50 * 1024 * 1024;

/**
 * Starts the Telegram face by long polling. Resolves when the server has answered, or has failed to once; it then
 * keeps trying in the background. Never throws and never ends the process: a bad token, a conflict and a dead
 * network are told through `tell`, and the other faces go on.
 */
export async function startTelegram(options: TelegramOptions): Promise<TelegramChannel> {
  const { token, log, tell } = options;
  const pace = { ...usualPace, ...options.pace };
  const stopping = new AbortController();
  const apiRoot = options.apiRoot?.replace(/\/+$/, '');
  const api = new Api(token, {
    timeoutSeconds: REQUEST_SECONDS,
    ...(apiRoot === undefined ? {} : { apiRoot }),
  });
  const giveUp = new AbortController();
  api.config.use(repeatWhatDidNotArrive(giveUp.signal, pace.firstWaitMs));

  const ownCommands = new Set(options.commands.map(({ name }) => name));
  const queues = createChatQueues();
  const unfinished = new Set<number>();
  const albums = createAlbums();
  let lastSeen: number | undefined;
  let me: UserFromGetMe | null = null;

  const logFailure = (error: unknown, message: string, fields: object = {}) =>
    log.warn({ channel: 'telegram', ...fields, ...safeFailure(error, token) }, message);

  const accept = async (update: Update) => {
    lastSeen = update.update_id;
    const incoming = me === null ? null : readSafely(update, me);
    if (incoming === null || (incoming.message === null && albums.isRest(incoming.albumId))) return;
    if (incoming.callbackId !== undefined) {
      // Not awaited: the button's clock must not keep other chats waiting.
      api.answerCallbackQuery(incoming.callbackId).catch((error: unknown) => {
        logFailure(error, 'a button could not be acknowledged', { update: update.update_id });
      });
    }
    unfinished.add(update.update_id);
    queues.add(String(incoming.target.chatId), async () => {
      await answer(incoming, update.update_id);
      unfinished.delete(update.update_id);
    });
    await queues.whenBelow(MOST_PENDING, stopping.signal);
  };

  const readSafely = (update: Update, bot: UserFromGetMe): Incoming | null => {
    try {
      return readUpdate(update, bot, ownCommands);
    } catch (error) {
      logFailure(error, 'an update could not be read', { update: update.update_id });
      return null;
    }
  };

  /** The error boundary: the person gets kind words, the log what happened. */
  const answer = async (incoming: Incoming, update: number) => {
    const { target } = incoming;
    try {
      const typing = (ended: AbortSignal) => showTyping(api, target, ended);
      const composed = await whileTyping(typing, pace.typingEveryMs, () => compose(incoming));
      const { messages, protect, inPlace = false } = composed;
      // What could not be fetched in time comes again at the next start.
      if (incoming.file !== null && giveUp.signal.aborted) return;
      const options = { protect, onUploadFailure };
      // Ten files that are refused get one answer.
      if (incoming.file !== null && albums.wasSaid(incoming.albumId, messages)) return;
      if (inPlace) await showInPlace(api, target, incoming.messageId, messages, options);
      else await sendMessages(api, target, messages, options);
    } catch (error) {
      if (isShutOut(error)) {
        log.info({ channel: 'telegram', update }, 'the chat no longer takes messages from the bot');
        return;
      }
      logFailure(error, 'an update could not be answered', { update });
      await sendMessages(api, target, renderSentence(texts.trouble), unprotected).catch((again: unknown) =>
        logFailure(again, 'nor could the apology be sent', { update }),
      );
    }
  };

  const onUploadFailure = (error: unknown) =>
    logFailure(error, 'an upload failed; its words were sent instead');
  const unprotected = { protect: false, onUploadFailure };

  const compose = async (incoming: Incoming): Promise<Composed> => {
    const { message, refusal } = incoming;
    if (message === null) {
      const sentence = refusal === 'not_own_phone' ? texts.notOwnPhone : texts.notText;
      return { messages: renderSentence(sentence), protect: false };
    }
    const reply = await collectReply(options.respond(withFile(message, incoming)));
    if (reply.toldElsewhere === true) return { messages: [], protect: false };
    const protect = reply.personal === true;
    if (protect && !message.isPrivate) {
      // The core asks the person into a private chat itself; should it ever forget, the group must not read it.
      log.error({ channel: 'telegram' }, 'a personal reply was kept out of a group');
      return { messages: renderSentence(texts.privateOnly(me?.username ?? '')), protect: false };
    }
    const { isPrivate, ownPhone } = message;
    return {
      messages: renderReply(reply, { isPrivate, sharedPhone: ownPhone !== undefined }),
      protect,
      inPlace: reply.inPlace === true && incoming.callbackId !== undefined,
    };
  };

  const withFile = (message: Message, { file, albumId, messageId }: Incoming): Message => {
    if (file === null) return message;
    const origin: UploadOrigin = {
      chat: message.conversation,
      group: albumId ?? `m${messageId}`,
      source: String(messageId),
      message: null,
      told: false,
      ...(file.isPhoto ? { isPhoto: true } : {}),
    };
    const load = () =>
      downloadFile(api, file, {
        token,
        apiRoot,
        mostBytes: options.mostFileBytes ?? MOST_FILE_BYTES,
        stopping: giveUp.signal,
        firstWaitMs: pace.firstWaitMs,
      });
    return { ...message, file: { name: file.name, load, origin } };
  };

  const show = async ({ chat, message }: BoardPlace, reply: Reply): Promise<string | null> => {
    if (me === null) throw new Error('the Telegram server has not been reached yet');
    const target: Target = { chatId: Number(chat), threadId: undefined, replyTo: undefined };
    const messages = renderReply(reply, { isPrivate: true, sharedPhone: false });
    try {
      const shown =
        message === null
          ? await sendMessages(api, target, messages, unprotected)
          : await showInPlace(api, target, Number(message), messages, unprotected);
      return shown === null ? null : String(shown);
    } catch (error) {
      if (isShutOut(error)) return null;
      // grammY's own errors hold what was said.
      throw new Error(`a message could not be shown: ${safeFailure(error, token).failure}`);
    }
  };

  const tellPerson = async (key: string, text: string): Promise<boolean> => {
    const chatId = /^\d+$/.test(key) ? Number(key) : Number.NaN;
    // While the server has not been reached, waiting for it would hold up whoever asks.
    const messages = renderSentence(text);
    if (!Number.isSafeInteger(chatId) || me === null || messages.length === 0) return false;
    try {
      const target: Target = { chatId, threadId: undefined, replyTo: undefined };
      await sendMessages(api, target, messages, unprotected);
      return true;
    } catch (error) {
      logFailure(error, 'a notice could not be delivered');
      return false;
    }
  };

  const server: MessengerServer = {
    askedToWait,
    offline: (error) => operatorTexts.offline(networkReason(error)),
    backOnline: operatorTexts.backOnline,
    tell,
    stopping: stopping.signal,
    firstWaitMs: pace.firstWaitMs,
  };

  const attempt = async (patience: () => AbortSignal) => {
    const signal = asGrammySignal(patience());
    const found = await api.getMe(signal);
    await api.deleteWebhook({}, signal);
    me = found;
    tell(operatorTexts.ready(found.username));
  };
  const refusal = (error: unknown) => (isBadToken(error) ? operatorTexts.badToken : null);

  const run = async (tried: () => void) => {
    if (!(await connect({ attempt, refusal, server, tried }))) return;
    tried();
    api
      .setMyCommands(commandMenu(options.commands))
      .catch((error: unknown) => logFailure(error, 'the command menu could not be set'));
    await pollUpdates({
      api,
      accept,
      oldestUnfinished: () => (unfinished.size === 0 ? undefined : Math.min(...unfinished)),
      breathe: () => queues.whenBelow(1, AbortSignal.any([stopping.signal, AbortSignal.timeout(BREATH_MS)])),
      server,
      holdSeconds: pace.holdSeconds,
    });
  };

  /** Everything below is done; what is unfinished will come again at the next start. */
  const confirm = async () => {
    if (lastSeen === undefined) return;
    const offset = Math.min(lastSeen + 1, ...unfinished);
    const patience = asGrammySignal(AbortSignal.timeout(pace.graceMs));
    await api
      .getUpdates({ offset, limit: 1, timeout: 0 }, patience)
      .catch((error: unknown) => logFailure(error, 'the last updates could not be confirmed'));
  };

  const { promise: triedOnce, resolve: tried } = Promise.withResolvers<void>();
  const running = run(tried)
    .catch((error: unknown) => logFailure(error, 'the Telegram channel ended'))
    .finally(tried);
  await triedOnce;

  return {
    get username() {
      return me?.username ?? null;
    },
    tell: tellPerson,
    show,
    async stop() {
      if (stopping.signal.aborted) return running;
      stopping.abort();
      await atMost(pace.graceMs, Promise.all([running, queues.whenBelow(1, giveUp.signal)]));
      giveUp.abort();
      await confirm();
    },
  };
}

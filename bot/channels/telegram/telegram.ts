import { setTimeout as sleep } from 'node:timers/promises';
import { Api } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import type { Hono } from 'hono';
import type { Database } from '../../../store/database.ts';
import { reserveSend } from '../../../store/messages/reserve.ts';
import type { Delivery } from '../../delivery/delivery.ts';
import type { Messenger } from '../../delivery/messenger.ts';
import type { Command, Reply, Respond } from '../../message.ts';
import type { Share } from '../../shareable.ts';
import type { BoardPlace } from '../../uploads/boards.ts';
import { atMost } from '../atMost.ts';
import type { ChannelLog } from '../channelLog.ts';
import { connect } from '../connect.ts';
import { watchConnection } from '../connection.ts';
import type { MessengerServer } from '../outage.ts';
import type { ChannelPace } from '../pace.ts';
import { createInline } from './events/inline.ts';
import { introduce } from './events/introduce.ts';
import { createStops } from './events/stops.ts';
import { stopCommand } from './menus/commandMenu.ts';
import { createRoleMenus } from './menus/roleMenus.ts';
import { createMessenger, type ShowPace } from './messenger.ts';
import { downloadFile } from './receive/download.ts';
import { wantedUpdates } from './receive/incoming.ts';
import { pollUpdates } from './receive/poll.ts';
import { createIntake } from './receive/takeUpdates.ts';
import { TELEGRAM_PATH, TELEGRAM_WEBHOOK, webhookRoutes } from './receive/webhook.ts';
import { createButtons } from './render/buttons.ts';
import { createCallbackSeal } from './render/callbackData.ts';
import { askedToWait, isBadToken, isRefused, networkReason, safeFailure } from './send/failures.ts';
import { limits } from './send/limits.ts';
import { repeatWhatDidNotArrive } from './send/retry.ts';
import { asGrammySignal } from './send/send.ts';
import { showNow } from './send/show.ts';
import { createTransport } from './send/transport.ts';
import { operatorTexts } from './texts.ts';

export type TelegramOptions = {
  readonly token: string;
  /** Another Bot API server; `undefined` is Telegram's own. */
  readonly apiRoot?: string | undefined;
  readonly database: Database;
  readonly respond: Respond;
  /** What the core knows; those with a description stand in the menu beside the input box. */
  readonly commands: readonly Command[];
  /** What people may put into any chat by inline mode; left out: there is none. */
  readonly share?: Share;
  /** The commands of a person's role, for their menu; left out: all see those of everybody. */
  readonly commandsFor?: (sender: string) => Promise<readonly Command[]>;
  /** The core takes voice messages for questions; left out: they are declined. */
  readonly hears?: boolean;
  readonly log: ChannelLog;
  /** Shows a Vietnamese sentence to whoever runs the product: ready, offline, bad token, conflict. */
  readonly tell: (sentence: string) => void;
  /** Telegram tells of updates at this address, which `routes` serve, and proves itself by the secret; left out: it is asked for them. */
  readonly webhook?: { readonly publicUrl: string; readonly secret: string } | undefined;
  /** Longer files are refused before they are fetched. */
  readonly mostFileBytes?: number;
  readonly limits?: Messenger['limits'] | undefined;
  readonly pace?: Partial<TelegramPace>;
};

export type TelegramPace = ChannelPace &
  ShowPace & {
    /** How often an answer that takes long looks whether another process was told to end it. */
    readonly stopLookMs: number;
  };

export type TelegramChannel = {
  readonly messenger: Messenger;
  /** Whether its server takes the bot, as far as is known. */
  readonly isConnected: () => boolean;
  /** To be served below `TELEGRAM_PATH`; `null` where updates are asked for. */
  readonly routes: Hono | null;
  /** Without `@`; `null` as long as the server has not been reached. */
  readonly username: string | null;
  /**
   * Resolves when the server has answered, or has failed to once; it then keeps trying in the background. Never throws and never ends
   * the process: a bad token, a conflict and a dead network are told through `tell`, and the other faces go on.
   * `receives`: updates are taken in here; otherwise this process only works on them.
   */
  readonly start: (
    delivery: Pick<Delivery, 'accept' | 'takeDuty' | 'wake'>,
    receives?: boolean,
  ) => Promise<void>;
  /** See `showNow`. */
  readonly show: (place: BoardPlace, reply: Reply) => Promise<string | null>;
  /** Takes in no more updates, and confirms those that are stored. Never throws. */
  readonly stop: () => Promise<void>;
};

/** The typing sign lasts 5 s. */
const usualPace: TelegramPace = {
  typingAfterMs: 300,
  typingEveryMs: 4000,
  holdSeconds: 30,
  firstWaitMs: 1000,
  graceMs: 2000,
  receiptAfterMs: 2000,
  draftAfterMs: 1000,
  draftEveryMs: 1000,
  stopLookMs: 1500,
};
/** The server holds polls for half a minute; what takes longer than this is lost. */
const REQUEST_SECONDS = 60;
const MOST_FILE_BYTES = 50 * 1024 * 1024;
/** The same for all processes. */
const POLLING = 'telegram-poll';

/** The Telegram face. Nothing is asked of the network before `start`. */
export function createTelegram(options: TelegramOptions): TelegramChannel {
  const { token, log, tell, webhook } = options;
  const pace = { ...usualPace, ...options.pace };
  const stopping = new AbortController();
  const apiRoot = options.apiRoot?.replace(/\/+$/, '');
  const client = {
    timeoutSeconds: REQUEST_SECONDS,
    fetch: createTransport(),
    ...(apiRoot === undefined ? {} : { apiRoot }),
  };
  // The outbox repeats what it sends by itself; everything else waits here for a server that asks for it.
  const api = new Api(token, client);
  const patientApi = new Api(token, client);
  patientApi.config.use(repeatWhatDidNotArrive(stopping.signal, pace.firstWaitMs));
  const ownCommands = new Set([...options.commands, stopCommand].map(({ name }) => name));
  const callbacks = createCallbackSeal(token);
  const buttons = createButtons(options.database, callbacks);
  const stops = createStops(options.database, pace.stopLookMs);
  let me: UserFromGetMe | null = null;
  let accept: Delivery['accept'] | null = null;
  let running: Promise<void> = Promise.resolve();
  const connection = watchConnection(log, 'telegram');

  const logFailure = (error: unknown, message: string, fields: object = {}) =>
    log.warn({ channel: 'telegram', ...fields, ...safeFailure(error, token) }, message);

  const messenger = createMessenger({
    api,
    token,
    database: options.database,
    respond: options.respond,
    log,
    buttons,
    hears: options.hears ?? false,
    ownCommands,
    typing: pace,
    me: () => me,
    stops,
    showPace: pace,
    roleMenus:
      options.commandsFor === undefined
        ? null
        : createRoleMenus({
            api: patientApi,
            database: options.database,
            usual: options.commands,
            commandsFor: options.commandsFor,
            onError: (error) => {
              if (!stopping.signal.aborted) logFailure(error, 'a menu could not be set');
            },
          }),
    download: (file, given) =>
      downloadFile(patientApi, file, {
        token,
        apiRoot,
        mostBytes: options.mostFileBytes ?? MOST_FILE_BYTES,
        stopping: given,
      }),
    limits: options.limits,
  });

  const inline =
    options.share === undefined
      ? null
      : createInline({
          api,
          share: options.share,
          onError: (error) => logFailure(error, 'an inline query could not be answered'),
          stopping: stopping.signal,
        });

  const take = createIntake({
    api: patientApi,
    // A token begins with the number of its bot.
    botId: token.split(':', 1)[0] ?? '',
    callbacks,
    inline,
    stops,
    hears: options.hears ?? false,
    ownCommands,
    me: () => me,
    accept: () => accept,
    stopping: stopping.signal,
    logFailure,
  });

  /** What does not lie in the outbox leaves within the same allowances. */
  const mayLeave = async (chat: string) => {
    const { channel, chat: alone } = options.limits ?? limits;
    const reserve = () => reserveSend(options.database, { channel: 'telegram', chat }, [channel, alone]);
    for (let seconds = await reserve(); seconds !== null; seconds = await reserve())
      await sleep(seconds * 1000, undefined, { signal: stopping.signal });
  };

  const server: MessengerServer = {
    askedToWait,
    offline: (error) => operatorTexts.offline(networkReason(error)),
    backOnline: operatorTexts.backOnline,
    tell,
    stopping: stopping.signal,
    firstWaitMs: pace.firstWaitMs,
    onConnected: connection.changed,
  };

  const attempt = async (patience: () => AbortSignal, receives: boolean) => {
    const signal = asGrammySignal(patience());
    const found = await api.getMe(signal);
    if (receives && webhook !== undefined) {
      const url = `${webhook.publicUrl}${TELEGRAM_PATH}${TELEGRAM_WEBHOOK}`;
      await api.setWebhook(url, { secret_token: webhook.secret, allowed_updates: wantedUpdates }, signal);
    }
    if (receives && webhook === undefined) await api.deleteWebhook({}, signal);
    me = found;
    if (!receives) return;
    tell(operatorTexts.ready(found.username, webhook !== undefined));
    if (inline !== null && !found.supports_inline_queries) tell(operatorTexts.inlineIsOff(found.username));
  };
  const refusal = (error: unknown) => {
    if (isBadToken(error)) return operatorTexts.badToken;
    const refused = isRefused(error) && error.method === 'setWebhook';
    return refused ? operatorTexts.webhookRefused(error.description) : null;
  };

  const run = async (delivery: Pick<Delivery, 'takeDuty' | 'wake'>, receives: boolean, tried: () => void) => {
    const attempting = (patience: () => AbortSignal) => attempt(patience, receives);
    if (!(await connect({ attempt: attempting, refusal, server, tried }))) return;
    tried();
    delivery.wake();
    if (!receives) return;
    void introduce(patientApi, options.commands, (error) => {
      if (!stopping.signal.aborted) logFailure(error, 'the bot could not be introduced in full');
    });
    if (webhook !== undefined) return;
    const takesTurn = () => delivery.takeDuty(POLLING);
    await pollUpdates({ api, accept: take, takesTurn, server, holdSeconds: pace.holdSeconds });
  };

  return {
    messenger,
    isConnected: connection.isConnected,
    routes:
      webhook === undefined
        ? null
        : webhookRoutes({
            secret: webhook.secret,
            accept: (update) => take([update]),
            onUnreadable: () =>
              log.warn({ channel: 'telegram' }, 'an update has another shape than is known'),
          }),
    get username() {
      return me?.username ?? null;
    },
    async start(delivery, receives = true) {
      accept = delivery.accept;
      const { promise: triedOnce, resolve: tried } = Promise.withResolvers<void>();
      running = run(delivery, receives, tried)
        .catch((error: unknown) => logFailure(error, 'the Telegram channel ended'))
        .finally(tried);
      await triedOnce;
    },
    async show(place, reply) {
      if (me === null) throw new Error('the Telegram server has not been reached yet');
      return showNow(place, reply, { api: patientApi, token, seal: buttons.seal, mayLeave });
    },
    async stop() {
      stopping.abort();
      await atMost(pace.graceMs, running);
    },
  };
}

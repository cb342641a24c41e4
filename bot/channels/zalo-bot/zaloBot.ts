import { z } from 'zod';
import type { Database } from '../../../store/database.ts';
import type { Delivery } from '../../delivery/delivery.ts';
import type { Json, Messenger, ReceivedUpdate } from '../../delivery/messenger.ts';
import type { Respond } from '../../message.ts';
import { atMost } from '../atMost.ts';
import type { ChannelLog } from '../channelLog.ts';
import { connect } from '../connect.ts';
import { watchConnection } from '../connection.ts';
import type { MessengerServer } from '../outage.ts';
import type { ChannelPace } from '../pace.ts';
import { createZaloApi } from './api.ts';
import { askedToWait, isBadToken, isRefused, networkReason, safeFailure } from './failures.ts';
import { readUpdate, type ZaloUpdate } from './incoming.ts';
import { createMessenger } from './messenger.ts';
import { pollUpdates } from './poll.ts';
import { WEBHOOK, ZALO_PATH, type ZaloRoutes } from './routes.ts';
import type { SharedFiles } from './sharedFiles.ts';
import { operatorTexts } from './texts.ts';

export type ZaloBotOptions = {
  readonly token: string;
  /** Another server; `undefined` is Zalo's own. */
  readonly apiRoot?: string | undefined;
  /** What people call the bot in groups, without `@`; `undefined`: what the server says, else any “@Bot …”. */
  readonly name?: string | undefined;
  /** Zalo tells of messages at this address, where the webhook is served, and proves itself by the secret; left out: it is asked for them. */
  readonly webhook?: { readonly publicUrl: string; readonly secret: string } | undefined;
  /** Hands pictures and files out by links; `null`: they are named in words. */
  readonly files: SharedFiles | null;
  readonly database: Database;
  readonly respond: Respond;
  /** Voice messages are listened to; `false` when left out. */
  readonly hears?: boolean;
  /** Longer voice messages are not taken. */
  readonly mostFileBytes?: number;
  readonly log: ChannelLog;
  /** Shows a Vietnamese sentence to whoever runs the product: ready, offline, bad token, quota. */
  readonly tell: (sentence: string) => void;
  /** Milliseconds; for how long links and choices are good. */
  readonly now?: () => number;
  readonly limits?: Messenger['limits'] | undefined;
  readonly pace?: Partial<ChannelPace>;
};

export type ZaloBotChannel = {
  readonly messenger: Messenger;
  /** Whether its server takes the bot, as far as is known. */
  readonly isConnected: () => boolean;
  /** For `zaloRoutes`, to be served before `start`; `null` where updates are asked for. */
  readonly webhook: ZaloRoutes['webhook'];
  /**
   * Resolves when the server has answered, or has failed to once; it then keeps trying in the background. Never throws: a bad
   * token and a dead network are told, and the other faces go on. `receives`: updates are taken in here; otherwise this process only
   * works on them.
   */
  readonly start: (
    delivery: Pick<Delivery, 'accept' | 'takeDuty' | 'wake'>,
    receives?: boolean,
  ) => Promise<void>;
  /** Takes in no more updates. Never throws. */
  readonly stop: () => Promise<void>;
};

/** How long the typing sign lasts is not written anywhere. */
const usualPace: ChannelPace = {
  typingAfterMs: 300,
  typingEveryMs: 5000,
  holdSeconds: 30,
  firstWaitMs: 1000,
  graceMs: 2000,
};
/** Some minutes of speech. */
const MOST_VOICE_BYTES = 20_000_000;
/** The same for all processes. */
const POLLING = 'zalo-bot-poll';
/** So many refusals in a row, or a wait longer than that, are more than messages that come too fast. */
const WORTH_A_WORD = 5;
const SHORT_WAIT_SECONDS = 300;

const bot = z.object({
  account_name: z.string().optional().catch(undefined),
  display_name: z.string().optional().catch(undefined),
  name: z.string().optional().catch(undefined),
});

/** The face of a bot of the Zalo Bot Platform. Nothing is asked of the network before `start`. */
export function createZaloBot(options: ZaloBotOptions): ZaloBotChannel {
  const { token, log, tell, webhook, files } = options;
  const pace = { ...usualPace, ...options.pace };
  const now = options.now ?? Date.now;
  const stopping = new AbortController();
  const api = createZaloApi(token, options.apiRoot);
  /** Another bot's chats and messages have the same names. */
  const botId = token.split(':', 1)[0] ?? '';
  let names: readonly string[] | null = null;
  let accept: Delivery['accept'] | null = null;
  let overQuota = 0;
  let toldQuota = false;
  let running: Promise<void> = Promise.resolve();
  const connection = watchConnection(log, 'zalo-bot');

  const logFailure = (error: unknown, message: string) =>
    log.warn({ channel: 'zalo-bot', ...safeFailure(error, token) }, message);
  const onUnreadable = () => log.warn({ channel: 'zalo-bot' }, 'an update has another shape than is known');

  /** Once for as long as it lasts: a server that makes wait shortly only wants messages to come slower. */
  const onOverQuota = (seconds: number | null) => {
    overQuota += 1;
    if (toldQuota || (overQuota < WORTH_A_WORD && (seconds ?? 0) <= SHORT_WAIT_SECONDS)) return;
    toldQuota = true;
    log.error({ channel: 'zalo-bot', seconds }, 'the quota of messages is used up: answers wait');
    tell(operatorTexts.quota);
  };
  const onSent = () => {
    overQuota = 0;
    toldQuota = false;
  };

  const messenger = createMessenger({
    api,
    token,
    database: options.database,
    respond: options.respond,
    log,
    files,
    names: () => names,
    typing: pace,
    now,
    onOverQuota,
    onSent,
    limits: options.limits,
    hears: options.hears === true,
    mostFileBytes: options.mostFileBytes ?? MOST_VOICE_BYTES,
    ownHost: options.apiRoot === undefined ? null : new URL(options.apiRoot).host,
  });

  /** What is to be stored of an update; `null` where silence is right. */
  const receive = (update: ZaloUpdate): ReceivedUpdate | null => {
    // A process that has not met the server does not know yet whom groups call.
    const incoming = readUpdate(update, names ?? []);
    const { message } = update;
    if (message === undefined || (names !== null && incoming === null)) return null;
    const key = `${botId} ${message.chat.id} ${message.message_id}`;
    return { key, chat: message.chat.id, update: update as unknown as Json };
  };

  const take = async (updates: readonly ZaloUpdate[]): Promise<boolean> => {
    if (accept === null || stopping.signal.aborted) return false;
    try {
      const received = updates.map(receive).filter((one) => one !== null);
      if (received.length > 0) await accept('zalo-bot', received);
      return true;
    } catch (error) {
      logFailure(error, 'updates could not be stored');
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
    onConnected: connection.changed,
  };

  const attempt = async (patience: () => AbortSignal, receives: boolean) => {
    const found = bot.parse(await api('getMe', {}, patience()));
    const shown = options.name ?? found.display_name ?? found.name;
    if (receives && webhook !== undefined) {
      const url = `${webhook.publicUrl}${ZALO_PATH}${WEBHOOK}`;
      await api('setWebhook', { url, secret_token: webhook.secret }, patience());
    } else if (receives) {
      // None may be set: that it cannot be taken away then is no failure.
      await api('deleteWebhook', {}, patience()).catch((error: unknown) => {
        if (!isRefused(error)) throw error;
      });
    }
    names = shown === undefined ? [] : [shown];
    if (receives) tell(operatorTexts.ready(shown ?? found.account_name ?? '', webhook !== undefined));
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
    if (!receives || webhook !== undefined) return;
    await pollUpdates({
      api,
      accept: take,
      takesTurn: () => delivery.takeDuty(POLLING),
      onUnreadable,
      server,
      holdSeconds: pace.holdSeconds,
    });
  };

  return {
    messenger,
    isConnected: connection.isConnected,
    webhook: webhook === undefined ? null : { secret: webhook.secret, accept: take, onUnreadable },
    async start(delivery, receives = true) {
      accept = delivery.accept;
      const { promise: triedOnce, resolve: tried } = Promise.withResolvers<void>();
      running = run(delivery, receives, tried)
        .catch((error: unknown) => logFailure(error, 'the Zalo channel ended'))
        .finally(tried);
      await triedOnce;
    },
    async stop() {
      stopping.abort();
      await atMost(pace.graceMs, running);
    },
  };
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Hono } from 'hono';
import type { Database } from '../../../store/database.ts';
import { lastReceived, readNote } from '../../../store/messages/chatNotes.ts';
import type { AcceptUpdates, Messenger } from '../../delivery/messenger.ts';
import type { Reply, Respond } from '../../message.ts';
import { atMost } from '../atMost.ts';
import type { ChannelLog } from '../channelLog.ts';
import { connect } from '../connect.ts';
import type { MessengerServer } from '../outage.ts';
import { createRarely } from '../rarely.ts';
import { createAccountCall, isLow, readAccount, readQuota } from './account.ts';
import { createOaApi, OaRefusal } from './api.ts';
import { type Alarm, decide } from './decisions.ts';
import { networkReason, safeFailure } from './failures.ts';
import { createOaMessenger, UNFOLLOWED } from './messenger.ts';
import type { OaMessage } from './outgoing.ts';
import { renderReply, type ShareFile } from './render.ts';
import { zaloOaRoutes } from './routes.ts';
import { createSending, FREE_MS, type NoticeTemplate, OPEN_MS } from './send.ts';
import { operatorTexts } from './texts.ts';
import { createTokens, TokenTrouble } from './tokens.ts';

export type ZaloOaOptions = {
  readonly app: { readonly id: string; readonly secret: string };
  /** By it Zalo signs what it tells of; `null` while the webhook is being set up: nothing is taken. */
  readonly webhookSecret: string | null;
  /** The refresh token of the configuration: the first one, or one that takes the place of a dead one. */
  readonly refreshToken: string;
  /** Other servers, for tests; `undefined` is Zalo's own. */
  readonly apiRoot?: string | undefined;
  readonly oauthRoot?: string | undefined;
  /** For what is said to people who have not written of late; `null`: they are told nothing. */
  readonly noticeTemplate: NoticeTemplate | null;
  /** Whether messages that are paid for (48 hours to 7 days after the person's last) are sent. */
  readonly billable: boolean;
  readonly trustSharedPhone: boolean;
  /** Voice messages are listened to; `false` when left out. */
  readonly hears?: boolean;
  readonly database: Database;
  readonly accept: AcceptUpdates;
  readonly respond: Respond;
  /** Never asked for what speaks of somebody's record. */
  readonly share: ShareFile;
  readonly mostFileBytes: number;
  readonly log: ChannelLog;
  /** Shows a Vietnamese sentence to whoever runs the product. */
  readonly tell: (sentence: string) => void;
  /** Milliseconds. */
  readonly now?: () => number;
  readonly pace?: Partial<ZaloOaPace>;
};

export type ZaloOaPace = {
  /** Before the first repetition of what failed. */
  readonly firstWaitMs: number;
  /** How often tokens and quota are looked after. */
  readonly lookEveryMs: number;
  /** How long `stop` waits. */
  readonly graceMs: number;
};

export type ZaloOaChannel = {
  readonly messenger: Messenger;
  /** Whether its server has answered; what becomes of the tokens later is told by alarms. */
  readonly isConnected: () => boolean;
  /** To be served below `ZALO_OA_PATH`, before `start`. */
  readonly routes: Hono;
  /**
   * Resolves when the server has answered, or has failed to once; it then keeps trying in the background. Never throws. Updates are
   * taken before it too.
   */
  readonly start: () => Promise<void>;
  /** Stops taking updates and looking after tokens. What is being sent is the delivery's to wait for. Never throws. */
  readonly stop: () => Promise<void>;
  /** A reply that nobody asked for, such as the end of an upload, as messages for the outbox. */
  readonly messagesOf: (reply: Reply) => Promise<readonly OaMessage[]>;
};

const usualPace: ZaloOaPace = { firstWaitMs: 1000, lookEveryMs: 10 * 60_000, graceMs: 3000 };
const REQUEST_MS = 20_000;

/** The face of a Zalo Official Account. Nothing is asked of the network before `start`. */
export function createZaloOa(options: ZaloOaOptions): ZaloOaChannel {
  const { database, log, tell, app } = options;
  const now = options.now ?? Date.now;
  const pace = { ...usualPace, ...options.pace };
  const stopping = new AbortController();
  const tokens = createTokens({ ...options, now });
  const call = createAccountCall(createOaApi(options.apiRoot), tokens);
  const rarely = createRarely(now);
  let account: string | null = null;
  let connected = false;
  let toldLow = false;
  let running: Promise<void> = Promise.resolve();

  const warn = (error: unknown, message: string) =>
    log.warn({ channel: 'zalo-oa', ...safeFailure(error) }, message);

  /** Every failed send may call: whoever runs the product hears of it once an hour. */
  const onAlarm = (alarm: Alarm) => {
    const times = rarely.due(alarm);
    if (times === null) return;
    log.error({ channel: 'zalo-oa', alarm, times }, 'the Zalo OA needs somebody to look after it');
    tell(operatorTexts.alarms[alarm]);
  };

  const heardAt = async (chat: string): Promise<number | null> =>
    (await lastReceived(database, { channel: 'zalo-oa', chat }))?.getTime() ?? null;

  const hasLeft = async (chat: string): Promise<boolean> =>
    (await readNote(database, { channel: 'zalo-oa', chat }, UNFOLLOWED))?.expired === false;

  const send = createSending({
    ...options,
    call,
    heardAt,
    hasLeft,
    now,
    onAlarm,
    onFailure: (error) => warn(error, 'a message was not taken'),
  });

  const messenger = createOaMessenger({
    ...options,
    hears: options.hears === true,
    send,
    ownHost: options.apiRoot === undefined ? null : new URL(options.apiRoot).host,
    isReady: () => connected,
    openMs: options.noticeTemplate === null ? (options.billable ? OPEN_MS : FREE_MS) : null,
  });

  const server: MessengerServer = {
    askedToWait: () => undefined,
    offline: (error) =>
      error instanceof TokenTrouble ? operatorTexts.noAccess : operatorTexts.offline(networkReason(error)),
    backOnline: operatorTexts.backOnline,
    tell,
    stopping: stopping.signal,
    firstWaitMs: pace.firstWaitMs,
  };

  const attempt = async (patience: () => AbortSignal) => {
    const found = await readAccount(call, patience());
    account = found.id === '' ? null : found.id;
    connected = true;
    tell(options.webhookSecret === null ? operatorTexts.noWebhookSecret : operatorTexts.ready(found.name));
  };

  const lookAfterQuota = async () => {
    const quota = await readQuota(call, AbortSignal.timeout(REQUEST_MS));
    if (quota === null) return;
    if (isLow(quota) && !toldLow) tell(operatorTexts.quotaLow(quota.remain, quota.total));
    toldLow = isLow(quota);
  };

  const run = async (tried: () => void) => {
    await tokens.configure();
    const keeping = keepTokens();
    const refusal = (error: unknown) => refusalOf(error, onAlarm);
    // A dead token is told by the tokens themselves; a new one is taken over from the database by the next call.
    await connect({ attempt, refusal, server, tried });
    tried();
    await keeping;
  };

  const keepTokens = async () => {
    while (!stopping.signal.aborted) {
      await tokens.keep();
      await lookAfterQuota().catch((error: unknown) => {
        if (!(error instanceof TokenTrouble)) warn(error, 'the quota could not be read');
      });
      await sleep(pace.lookEveryMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };

  return {
    messenger,
    isConnected: () => connected,
    routes: zaloOaRoutes({
      signing: options.webhookSecret === null ? null : { appId: app.id, secret: options.webhookSecret },
      account: () => account,
      accept: (updates) => options.accept('zalo-oa', updates),
      onRefused(why, error) {
        const fields = { channel: 'zalo-oa', why, ...(error === undefined ? {} : safeFailure(error)) };
        if (why === 'store') log.error(fields, 'an event could not be stored; Zalo is to tell of it again');
        else log.warn(fields, 'an event was not taken');
      },
      now,
      isStopping: () => stopping.signal.aborted,
    }),
    async start() {
      const { promise: triedOnce, resolve: tried } = Promise.withResolvers<void>();
      running = run(tried)
        .catch((error: unknown) => warn(error, 'the Zalo OA is not looked after any more'))
        .finally(tried);
      await triedOnce;
    },
    async stop() {
      stopping.abort();
      // A new pair of tokens that is not stored would be lost.
      await tokens.settle();
      await atMost(pace.graceMs, running);
    },
    messagesOf: (reply) => renderReply(reply, options.share),
  };
}

/** What to tell where connecting has failed for a reason that trying again will not mend soon. */
function refusalOf(error: unknown, onAlarm: (alarm: Alarm) => void): string | null {
  const decision = decide(error);
  if (decision.kind === 'wait' && decision.alarm !== null && error instanceof OaRefusal)
    onAlarm(decision.alarm);
  return null;
}

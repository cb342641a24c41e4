import type { Hono } from 'hono';
import { z } from 'zod';
import { collectReply, type Message, type Respond } from '../../message.ts';
import { atMost } from '../atMost.ts';
import type { ChannelLog } from '../channelLog.ts';
import { createChatQueues } from '../chatQueues.ts';
import { connect } from '../connect.ts';
import type { MessengerServer } from '../outage.ts';
import type { ChannelPace } from '../pace.ts';
import { createSeen } from '../seen.ts';
import { whileTyping } from '../whileTyping.ts';
import { createZaloApi } from './api.ts';
import { rememberChoices } from './choices.ts';
import {
  askedToWait,
  isBadToken,
  isOverQuota,
  isRefused,
  isShutOut,
  networkReason,
  safeFailure,
} from './failures.ts';
import { type Incoming, readUpdate, type ZaloUpdate } from './incoming.ts';
import { pollUpdates } from './poll.ts';
import { type OutgoingMessage, renderReply, renderSentence } from './render.ts';
import { LINKS, WEBHOOK, ZALO_PATH, zaloRoutes } from './routes.ts';
import { type Sending, sendMessages, showTyping } from './send.ts';
import { createSharedFiles } from './sharedFiles.ts';
import { operatorTexts, texts } from './texts.ts';

export type ZaloBotOptions = {
  readonly token: string;
  /** Another server; `undefined` is Zalo's own. */
  readonly apiRoot?: string | undefined;
  /** What people call the bot in groups, without `@`; `undefined`: what the server says, else any “@Bot …”. */
  readonly name?: string | undefined;
  /** Zalo proves itself by it when it calls `publicUrl`; `undefined`: the server is polled. */
  readonly webhookSecret?: string | undefined;
  /** Where the web server is reached from outside; `undefined`: there are no links, and no webhook. */
  readonly publicUrl?: string | undefined;
  readonly respond: Respond;
  readonly log: ChannelLog;
  /** Shows a Vietnamese sentence to whoever runs the product: ready, offline, bad token, quota. */
  readonly tell: (sentence: string) => void;
  /** Milliseconds; for how long links and choices are good. */
  readonly now?: () => number;
  readonly pace?: Partial<ChannelPace>;
};

export type ZaloBotChannel = {
  /** To be served below `ZALO_PATH` before `start`. */
  readonly routes: Hono;
  /**
   * Resolves when the server has answered, or has failed to once; it then keeps trying in the background. Never throws: a bad
   * token and a dead network are told, and the other faces go on.
   */
  readonly start: () => Promise<void>;
  /** Sends a notice to a person's private chat; `key` is `Message.sender`. `false` when it is not sure to have arrived. */
  readonly tell: (key: string, text: string) => Promise<boolean>;
  /** Takes no more updates and waits a moment for answers under way. Never throws. */
  readonly stop: () => Promise<void>;
};

/**
 * How long the typing sign lasts is not written anywhere. Zalo does not tell again of the questions whose answers are worked on:
 * they get more time.
 */
const usualPace: ChannelPace = { typingEveryMs: 5000, holdSeconds: 30, firstWaitMs: 1000, graceMs: 5000 };
/** Answers worked on or waiting at once. */
const MOST_PENDING = 100;
const MOST_SEEN = 20_000;

const bot = z.object({
  account_name: z.string().optional().catch(undefined),
  display_name: z.string().optional().catch(undefined),
  name: z.string().optional().catch(undefined),
});

/** The face of a bot of the Zalo Bot Platform. Nothing is asked of the network before `start`. */
export function createZaloBot(options: ZaloBotOptions): ZaloBotChannel {
  const { token, log, tell, publicUrl } = options;
  const pace = { ...usualPace, ...options.pace };
  const now = options.now ?? Date.now;
  const stopping = new AbortController();
  const giveUp = new AbortController();
  const api = createZaloApi(token, options.apiRoot);
  const queues = createChatQueues();
  const seen = createSeen(MOST_SEEN);
  const choices = rememberChoices(now);
  const home = publicUrl === undefined ? null : `${publicUrl.replace(/\/+$/, '')}${ZALO_PATH}`;
  const files = home === null ? null : createSharedFiles(`${home}${LINKS}`, now);
  const secret = home === null ? undefined : options.webhookSecret;
  let names: readonly string[] = options.name === undefined ? [] : [options.name];
  let connected = false;
  let pending = 0;
  let toldQuota = false;
  let running: Promise<void> = Promise.resolve();

  const logFailure = (error: unknown, message: string) =>
    log.warn({ channel: 'zalo-bot', ...safeFailure(error, token) }, message);
  const onUnreadable = () => log.warn({ channel: 'zalo-bot' }, 'an update has another shape than is known');

  const sending: Sending = {
    api,
    giveUp: giveUp.signal,
    firstWaitMs: pace.firstWaitMs,
    pause: { until: 0, because: null },
    onPhotoFailure: (error) => logFailure(error, 'a picture could not be sent; its words were sent instead'),
  };
  const send = async (chat: string, messages: readonly OutgoingMessage[]) => {
    try {
      await sendMessages(sending, chat, messages);
      toldQuota = false;
    } catch (error) {
      if (isOverQuota(error)) {
        log.error(
          { channel: 'zalo-bot', ...safeFailure(error, token) },
          'the quota of messages is used up: an answer was not sent whole',
        );
        if (!toldQuota) tell(operatorTexts.quota);
        toldQuota = true;
      }
      throw error;
    }
  };

  /** Takes an update over; a repeated one does nothing. */
  const take = (update: ZaloUpdate) => {
    const incoming = readUpdate(update, names);
    if (incoming === null || !seen.isNew(incoming.key)) return;
    pending += 1;
    queues.add(incoming.chat, async () => {
      await answer(incoming);
      pending -= 1;
    });
  };

  /** The error boundary: the person gets kind words, the log what happened. */
  const answer = async (incoming: Incoming) => {
    const { chat } = incoming;
    try {
      const typing = (ended: AbortSignal) => showTyping(api, chat, ended);
      await send(chat, await whileTyping(typing, pace.typingEveryMs, () => compose(incoming)));
    } catch (error) {
      if (isShutOut(error)) {
        log.info({ channel: 'zalo-bot' }, 'the chat no longer takes messages from the bot');
        return;
      }
      logFailure(error, 'an update could not be answered');
      // Where messages are used up an apology would not arrive either.
      if (isOverQuota(error)) return;
      await send(chat, renderSentence(texts.trouble)).catch((again: unknown) =>
        logFailure(again, 'nor could the apology be sent'),
      );
    }
  };

  const compose = async ({ chat, message }: Incoming): Promise<readonly OutgoingMessage[]> => {
    if (message === null) return renderSentence(texts.notText);
    const chosen = choices.read(chat, message.text);
    if (chosen?.kind === 'expired') return renderSentence(texts.choicesExpired);
    if (chosen?.kind === 'none') return renderSentence(texts.noSuchChoice(chosen.count));
    const asked: Message = chosen === null ? message : { ...message, text: chosen.send };
    const reply = await collectReply(options.respond(asked));
    if (reply.toldElsewhere === true) return [];
    const personal = reply.personal === true;
    if (personal && !message.isPrivate) {
      // The core asks the person into a private chat itself; should it ever forget, the group must not read it.
      log.error({ channel: 'zalo-bot' }, 'a personal reply was kept out of a group');
      return renderSentence(texts.privateOnly);
    }
    choices.remember(chat, reply.choices);
    return renderReply(reply, (file) => files?.share(file, personal) ?? null);
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
    const found = bot.parse(await api('getMe', {}, patience()));
    const shown = options.name ?? found.display_name ?? found.name;
    names = shown === undefined ? [] : [shown];
    if (secret === undefined) {
      // None may be set: that it cannot be taken away then is no failure.
      await api('deleteWebhook', {}, patience()).catch((error: unknown) => {
        if (!isRefused(error)) throw error;
      });
    } else {
      await api('setWebhook', { url: `${home}${WEBHOOK}`, secret_token: secret }, patience());
    }
    connected = true;
    tell(operatorTexts.ready(shown ?? found.account_name ?? '', secret !== undefined));
  };
  const refusal = (error: unknown) => {
    if (isBadToken(error)) return operatorTexts.badToken;
    const refused = isRefused(error) && error.method === 'setWebhook';
    return refused ? operatorTexts.webhookRefused(error.description) : null;
  };

  const run = async (tried: () => void) => {
    if (!(await connect({ attempt, refusal, server, tried }))) return;
    tried();
    if (secret !== undefined) return;
    await pollUpdates({
      api,
      accept: (update) => {
        take(update);
        return queues.whenBelow(MOST_PENDING, stopping.signal);
      },
      onUnreadable,
      server,
      holdSeconds: pace.holdSeconds,
    });
  };

  return {
    routes: zaloRoutes({
      webhook:
        secret === undefined
          ? null
          : {
              secret,
              accept(updates) {
                if (stopping.signal.aborted || pending >= MOST_PENDING) return false;
                for (const update of updates) take(update);
                return true;
              },
              onUnreadable,
            },
      files,
    }),
    async start() {
      const { promise: triedOnce, resolve: tried } = Promise.withResolvers<void>();
      running = run(tried)
        .catch((error: unknown) => logFailure(error, 'the Zalo channel ended'))
        .finally(tried);
      await triedOnce;
    },
    async tell(key, text) {
      const messages = renderSentence(text);
      // While the server has not been reached, waiting for it would hold up whoever asks.
      if (!connected || messages.length === 0) return false;
      try {
        await send(key, messages);
        return true;
      } catch (error) {
        logFailure(error, 'a notice could not be delivered');
        return false;
      }
    },
    async stop() {
      stopping.abort();
      await atMost(pace.graceMs, Promise.all([running, queues.whenBelow(1, giveUp.signal)]));
      giveUp.abort();
    },
  };
}

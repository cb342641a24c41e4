import type { Config } from '../config.ts';
import type { ChannelKey } from '../domain/account.ts';
import { leaveNotice } from '../store/access/notices.ts';
import type { Database } from '../store/database.ts';
import type { ChannelLog } from './channels/channelLog.ts';
import { oncePerMessage } from './channels/rarely.ts';
import { TELEGRAM_PATH, TELEGRAM_WEBHOOK } from './channels/telegram/receive/webhook.ts';
import { createTelegram, type TelegramChannel } from './channels/telegram/telegram.ts';
import type { MessengerRoutes } from './channels/web/app.ts';
import { LINKS, WEBHOOK, ZALO_PATH, zaloRoutes } from './channels/zalo-bot/routes.ts';
import { createSharedFiles, type SharedFiles } from './channels/zalo-bot/sharedFiles.ts';
import { createZaloBot, type ZaloBotChannel } from './channels/zalo-bot/zaloBot.ts';
import { OA_WEBHOOK, ZALO_OA_PATH } from './channels/zalo-oa/routes.ts';
import { createZaloOa, type ZaloOaChannel } from './channels/zalo-oa/zaloOa.ts';
import { commands, commandsOfPerson } from './core.ts';
import { type Delivery, startDelivery } from './delivery/delivery.ts';
import { journalOf } from './delivery/journal.ts';
import { failureName } from './delivery/steadily.ts';
import { throwPassing } from './delivery/throwPassing.ts';
import type { ChannelName, Respond } from './message.ts';
import type { Metrics } from './metrics/metrics.ts';
import { startNotices } from './notices/startNotices.ts';
import type { Share } from './shareable.ts';
import { startTexts as texts } from './start/startTexts.ts';
import type { BoardOptions } from './uploads/boards.ts';
import { endsByOutbox } from './uploads/endsByOutbox.ts';

export type MessengersOptions = {
  readonly config: Config;
  readonly database: Database;
  readonly respond: Respond;
  /** What people may put into chats where the bot is not. */
  readonly share: Share;
  /** Voice messages are listened to. */
  readonly hears: boolean;
  readonly log: ChannelLog;
  readonly metrics: Metrics;
  /** Speaks to whoever runs the product. */
  readonly say: (sentence: string) => void;
};

export type UploadBoard = Pick<BoardOptions, 'channel' | 'show' | 'onlyEnds' | 'isOurs'>;

export type Messengers = {
  readonly delivery: Delivery;
  /** What the web server serves for them, before `start`. */
  readonly routes: readonly MessengerRoutes[];
  /** Where people send files and are told what became of them. */
  readonly boards: readonly UploadBoard[];
  /** Leaves somebody a notice about their account, which their messenger tells by day, else their next answer. */
  readonly tell: (to: ChannelKey, text: string) => Promise<void>;
  /** Those whose servers this process reaches, and whether they take us. */
  readonly connections: () => readonly { readonly channel: ChannelName; readonly isConnected: boolean }[];
  /** Reaches the messengers' servers, or goes on trying to. */
  readonly start: () => Promise<void>;
  /** Takes nothing in any more and ends the work. Never throws. */
  readonly stop: () => Promise<void>;
};

/** The messengers that are configured, with inbox and outbox behind them. Works on what earlier processes left at once. */
export async function openMessengers(options: MessengersOptions): Promise<Messengers> {
  const { config, database, log, metrics, say } = options;
  const respond = throwPassing(options.respond);
  const { publicUrl } = config.web;
  const common = { database, respond, tell: say, hears: options.hears };
  const files =
    publicUrl === undefined
      ? null
      : createSharedFiles(`${publicUrl}${ZALO_PATH}${LINKS}`, database, () => Date.now());
  const telegram =
    config.telegram === null
      ? null
      : createTelegram({
          ...config.telegram,
          ...common,
          commands,
          share: options.share,
          commandsFor: (sender) => commandsOfPerson(database, { channel: 'telegram', key: sender }),
          webhook: webhookOf(publicUrl, config.telegram.webhookSecret),
          log: metrics.watched(log, 'telegram'),
          mostFileBytes: config.ingest.fileBytes,
        });
  const zaloBot =
    config.zaloBot === null
      ? null
      : createZaloBot({
          ...config.zaloBot,
          ...common,
          files,
          webhook: webhookOf(publicUrl, config.zaloBot.webhookSecret),
          log: metrics.watched(log, 'zalo-bot'),
        });
  const zaloOa =
    config.zaloOa === null
      ? null
      : createZaloOa({
          ...config.zaloOa,
          ...common,
          // Nothing calls it before the delivery has begun.
          accept: (channel, updates) => delivery.accept(channel, updates),
          share: async (file) => {
            const share = files?.share(file, false) ?? null;
            await files?.stored();
            return share;
          },
          mostFileBytes: config.ingest.fileBytes,
          log: metrics.watched(log, 'zalo-oa'),
        });
  const channels = [telegram, zaloBot, zaloOa].filter((one) => one !== null);
  const messengers = channels.map(({ messenger }) => messenger);
  const reached = [
    reaches(config.role, config.telegram?.webhookSecret) ? telegram : null,
    reaches(config.role, config.zaloBot?.webhookSecret) ? zaloBot : null,
    zaloOa,
  ].filter((one) => one !== null);
  const delivery = await startDelivery({
    journalFile: journalOf(config.database),
    database,
    messengers,
    log: oncePerMessage(log, () => performance.now()),
    works: config.role !== 'web',
    events: metrics.delivery,
  });
  const notices =
    config.role === 'web'
      ? null
      : startNotices({
          database,
          messengers,
          mayDispatch: () => delivery.takeDuty('notices'),
          queued: delivery.wake,
          onError: (error) => log.error({ failure: failureName(error) }, 'notices could not be sent'),
          now: () => new Date(),
        });
  return {
    delivery,
    routes: routesOf(telegram, zaloBot, zaloOa, files),
    boards: boardsOf(telegram, zaloOa, delivery).map((board) => ({
      ...board,
      // An embedded database has one process.
      ...(database.engine === 'pglite' ? {} : { isOurs: () => delivery.takeDuty(`boards ${board.channel}`) }),
    })),
    connections: () =>
      reached.map(({ messenger, isConnected }) => ({ channel: messenger.name, isConnected: isConnected() })),
    async tell(to, text) {
      await leaveNotice(database, to, text);
      notices?.look();
    },
    async start() {
      if (telegram === null) say(texts.withoutTelegram);
      else await startOne(telegram, config.telegram?.webhookSecret, config.role, delivery);
      if (zaloBot === null && zaloOa === null) say(texts.withoutZalo);
      if (zaloBot !== null) await startOne(zaloBot, config.zaloBot?.webhookSecret, config.role, delivery);
      await zaloOa?.start();
    },
    async stop() {
      await Promise.all([
        notices?.stop(),
        telegram?.stop(),
        zaloBot?.stop(),
        zaloOa?.stop(),
        delivery.stop(),
      ]);
    },
  };
}

/** Who serves the web takes in what comes to it; who works asks for what does not come by itself. */
function receives(role: Config['role'], webhookSecret: string | undefined): boolean {
  return role === 'all' || (webhookSecret === undefined ? role === 'worker' : role === 'web');
}

/** Who works sends, and who serves the web leaves a server alone that it takes nothing in from. */
function reaches(role: Config['role'], webhookSecret: string | undefined): boolean {
  return role !== 'web' || receives(role, webhookSecret);
}

async function startOne(
  channel: Pick<TelegramChannel | ZaloBotChannel, 'start'>,
  webhookSecret: string | undefined,
  role: Config['role'],
  delivery: Delivery,
): Promise<void> {
  if (reaches(role, webhookSecret)) await channel.start(delivery, receives(role, webhookSecret));
}

function boardsOf(
  telegram: TelegramChannel | null,
  zaloOa: ZaloOaChannel | null,
  delivery: Delivery,
): readonly UploadBoard[] {
  const boards: UploadBoard[] = [];
  if (telegram !== null) boards.push({ channel: 'telegram', show: telegram.show });
  if (zaloOa !== null)
    boards.push({
      channel: 'zalo-oa',
      show: endsByOutbox(delivery, 'zalo-oa', zaloOa.messagesOf),
      onlyEnds: true,
    });
  return boards;
}

function routesOf(
  telegram: TelegramChannel | null,
  zaloBot: ZaloBotChannel | null,
  zaloOa: ZaloOaChannel | null,
  files: SharedFiles | null,
): readonly MessengerRoutes[] {
  const routes: MessengerRoutes[] = [];
  if (telegram !== null && telegram.routes !== null)
    routes.push({
      channel: 'telegram',
      path: TELEGRAM_PATH,
      webhook: TELEGRAM_WEBHOOK,
      routes: telegram.routes,
    });
  if (zaloBot !== null || zaloOa !== null)
    routes.push({
      channel: 'zalo-bot',
      path: ZALO_PATH,
      webhook: WEBHOOK,
      routes: zaloRoutes({ webhook: zaloBot?.webhook ?? null, files }),
    });
  if (zaloOa !== null)
    routes.push({ channel: 'zalo-oa', path: ZALO_OA_PATH, webhook: OA_WEBHOOK, routes: zaloOa.routes });
  return routes;
}

const webhookOf = (publicUrl: string | undefined, secret: string | undefined) =>
  publicUrl === undefined || secret === undefined ? undefined : { publicUrl, secret };

import { Hono } from 'hono';
import { afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Database } from '../../../store/database.ts';
import { pgliteForTests } from '../../../store/testing.ts';
import { type FakeZaloBot, startFakeZaloBot } from '../../../testing/fakes/zalo-bot/server.ts';
import { forgetAllMessages, quickPace, wideLimits } from '../../delivery/delivery.testing.ts';
import { type Delivery, startDelivery } from '../../delivery/delivery.ts';
import { createTalk, type TestTalk } from '../talk.testing.ts';
import { useWebServers } from '../web/testing.ts';
import { LINKS, WEBHOOK, ZALO_PATH, zaloRoutes } from './routes.ts';
import { createSharedFiles } from './sharedFiles.ts';
import { createZaloBot, type ZaloBotChannel, type ZaloBotOptions } from './zaloBot.ts';

export const SECRET = 'a-secret_of-the-tests';

/** The channel with the inbox and outbox behind it. */
export type TestZaloChannel = {
  readonly delivery: Delivery;
  /** Queues a notice. */
  readonly tell: (chat: string, text: string) => Promise<boolean>;
  readonly isConnected: ZaloBotChannel['isConnected'];
  readonly stop: () => Promise<void>;
};

/** The channel against a fake server, new for each test of the suite that calls `useTestZaloBot`. */
export type TestZaloBot = TestTalk & {
  readonly fake: FakeZaloBot;
  /** Milliseconds to which the channel's clock is put forward. */
  later: number;
  readonly database: Database;
  readonly start: (options?: Partial<ZaloBotOptions>) => Promise<TestZaloChannel>;
  /** Behind a web server that is reached from outside, with a webhook where `secret` is given. */
  readonly startPublic: (
    secret?: string,
  ) => Promise<{ readonly channel: TestZaloChannel; readonly url: string }>;
  readonly untilSaid: (chat: string, words: string) => Promise<void>;
};

/**
 * Prepares a `TestZaloBot` before each test. After each, it stops what runs and checks that every call was one that the platform
 * takes, and that neither token nor secret stands in any line.
 */
export function useTestZaloBot(): TestZaloBot {
  const serve = useWebServers();
  const engine = pgliteForTests();
  let database: Database | undefined;
  let channels: TestZaloChannel[] = [];
  const ends = createTalk();
  const { respond, tell, log } = ends;
  let fake: FakeZaloBot | undefined;

  const create = (options: Partial<ZaloBotOptions>) => {
    const { apiRoot, token } = bot.fake;
    const zalo = createZaloBot({
      database: bot.database,
      files: null,
      limits: wideLimits,
      token,
      apiRoot,
      name: 'Bot Đạt Chuẩn',
      now: () => Date.now() + bot.later,
      pace: { typingAfterMs: 10, holdSeconds: 5, firstWaitMs: 20, graceMs: 1000 },
      ...{ respond, tell, log },
      ...options,
    });
    const start = async (): Promise<TestZaloChannel> => {
      const delivery = await startDelivery({
        database: bot.database,
        messengers: [zalo.messenger],
        log,
        pace: quickPace,
      });
      const channel: TestZaloChannel = {
        delivery,
        tell: (chat, text) => delivery.queue('zalo-bot', chat, zalo.messenger.say(text)),
        isConnected: zalo.isConnected,
        async stop() {
          await zalo.stop();
          await delivery.stop();
        },
      };
      channels.push(channel);
      await zalo.start(delivery);
      return channel;
    };
    return { zalo, start };
  };

  const bot: TestZaloBot = {
    get fake() {
      if (fake === undefined) throw new Error('useTestZaloBot: no fake server outside of a test');
      return fake;
    },
    get database() {
      if (database === undefined) throw new Error('useTestZaloBot: no database outside of a test');
      return database;
    },
    get reply() {
      return ends.talk.reply;
    },
    set reply(other) {
      ends.talk.reply = other;
    },
    ...{ asked: ends.talk.asked, told: ends.talk.told, logged: ends.talk.logged },
    later: 0,
    async start(options = {}) {
      return create(options).start();
    },
    async startPublic(secret) {
      // The address is known only when the server listens.
      const outer = new Hono();
      let inner = new Hono();
      outer.all('*', (context) => inner.fetch(context.req.raw));
      const { url } = await serve({
        messengers: [{ channel: 'zalo-bot', path: ZALO_PATH, webhook: WEBHOOK, routes: outer }],
      });
      const files = createSharedFiles(
        `${url}${ZALO_PATH}${LINKS}`,
        bot.database,
        () => Date.now() + bot.later,
      );
      const webhook = secret === undefined ? undefined : { publicUrl: url, secret };
      const { zalo, start } = create({ files, webhook });
      inner = new Hono().route(ZALO_PATH, zaloRoutes({ webhook: zalo.webhook, files }));
      return { channel: await start(), url };
    },
    untilSaid: (chat, words) => bot.fake.until(`“${words}”`, () => bot.fake.wordsTo(chat).includes(words)),
  };

  beforeAll(async () => {
    database = await engine.open();
  });

  beforeEach(async () => {
    await forgetAllMessages(bot.database);
    fake = await startFakeZaloBot();
    channels = [];
    ends.forget();
    bot.later = 0;
  });

  afterEach(async () => {
    await Promise.all(channels.map((channel) => channel.stop()));
    await bot.fake.close();
    expect(bot.fake.problems).toEqual([]);
    ends.expectNone(['fake-zalo-token', SECRET]);
  });

  return bot;
}

import { afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Database } from '../../../store/database.ts';
import { pgliteForTests } from '../../../store/testing.ts';
import {
  type FakeTelegram,
  type RecordedCall,
  startFakeTelegram,
} from '../../../testing/fakes/telegram/server.ts';
import { readTelegramSpec, type TelegramSpec } from '../../../testing/fakes/telegram/spec.ts';
import { forgetAllMessages, quickPace, wideLimits } from '../../delivery/delivery.testing.ts';
import { type Delivery, startDelivery } from '../../delivery/delivery.ts';
import { createTalk, type TestTalk } from '../talk.testing.ts';
import { createTelegram, type TelegramChannel, type TelegramOptions, type TelegramPace } from './telegram.ts';

const quick: Partial<TelegramPace> = { typingAfterMs: 10, holdSeconds: 5, firstWaitMs: 20, graceMs: 1000 };

/** The channel with the inbox and outbox behind it. */
export type TestChannel = Pick<TelegramChannel, 'username' | 'messenger' | 'routes' | 'show' | 'stop'> & {
  readonly delivery: Delivery;
  /** Queues a notice. */
  readonly tell: (chat: string, text: string) => Promise<boolean>;
};

/** The channel against a fake server, new for each test of the suite that calls `useTestBot`. */
export type TestBot = TestTalk & {
  fake: FakeTelegram;
  readonly database: Database;
  readonly start: (pace?: Partial<TelegramPace>, options?: Partial<TelegramOptions>) => Promise<TestChannel>;
  readonly startOn: (
    apiRoot: string,
    pace?: Partial<TelegramPace>,
    token?: string,
    options?: Partial<TelegramOptions>,
  ) => Promise<TestChannel>;
  readonly callsOf: (method: string) => readonly RecordedCall[];
  readonly said: (chatId: number) => readonly string[];
  readonly untilSaid: (chatId: number, count: number) => Promise<void>;
};

/** What stands in a button that sends these words; for `expect`. */
export function signed(words: string): unknown {
  return expect.stringMatching(new RegExp(`^${words.replace(/[.^$*+?()[\]{}|]/g, '\\$&')}~[\\w-]{8}$`));
}

/**
 * Prepares a `TestBot` before each test; for a suite that `leaveOut('telegramSpec')` guards. After each, it stops what runs and checks that every call was allowed by
 * the specification and that the token stands in no log line.
 */
export function useTestBot(): TestBot {
  let spec: TelegramSpec;
  const engine = pgliteForTests();
  let database: Database | undefined;
  let channels: TestChannel[] = [];
  const ends = createTalk();
  const { respond, tell, log } = ends;
  let fake: FakeTelegram | undefined;

  const bot: TestBot = {
    get fake() {
      if (fake === undefined) throw new Error('useTestBot: no fake server outside of a test');
      return fake;
    },
    set fake(other) {
      fake = other;
    },
    get database() {
      if (database === undefined) throw new Error('useTestBot: no database outside of a test');
      return database;
    },
    get reply() {
      return ends.talk.reply;
    },
    set reply(other) {
      ends.talk.reply = other;
    },
    ...{ asked: ends.talk.asked, told: ends.talk.told, logged: ends.talk.logged },
    start: (pace, options) => bot.startOn(bot.fake.apiRoot, pace, bot.fake.token, options),
    async startOn(apiRoot, pace = {}, token = bot.fake.token, options = {}) {
      const telegram = createTelegram({
        database: bot.database,
        limits: wideLimits,
        token,
        apiRoot,
        commands: [
          { name: 'vanban', description: 'các văn bản' },
          { name: 'trogiup', description: 'cách hỏi' },
          { name: 'xem', description: null },
        ],
        pace: { ...quick, ...pace },
        ...{ respond, tell, log },
        ...options,
      });
      const { graceMs = quickPace.graceMs } = pace;
      const delivery = await startDelivery({
        database: bot.database,
        messengers: [telegram.messenger],
        log,
        pace: { ...quickPace, graceMs, sendGraceMs: graceMs },
      });
      await telegram.start(delivery);
      const channel: TestChannel = {
        ...telegram,
        get username() {
          return telegram.username;
        },
        delivery,
        tell: (chat, text) => delivery.queue('telegram', chat, telegram.messenger.say(text)),
        async stop() {
          await telegram.stop();
          await delivery.stop();
        },
      };
      channels.push(channel);
      return channel;
    },
    callsOf: (method) => bot.fake.calls.filter((call) => call.method === method),
    said: (chatId) => bot.fake.saidTo(chatId).map(({ text }) => text),
    untilSaid: (chatId, count) =>
      bot.fake.until(`${count} messages`, () => bot.fake.saidTo(chatId).length >= count),
  };

  beforeAll(async () => {
    spec = readTelegramSpec();
    database = await engine.open();
  });

  beforeEach(async () => {
    await forgetAllMessages(bot.database);
    fake = await startFakeTelegram(spec);
    channels = [];
    ends.forget();
  });

  afterEach(async () => {
    await Promise.all(channels.map((channel) => channel.stop()));
    await bot.fake.close();
    expect(bot.fake.problems).toEqual([]);
    ends.expectNone(['fake_token']);
  });

  return bot;
}

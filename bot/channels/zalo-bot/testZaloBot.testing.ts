import { Hono } from 'hono';
import { afterEach, beforeEach, expect } from 'vitest';
import { type FakeZaloBot, startFakeZaloBot } from '../../../testing/fakes/zalo-bot/server.ts';
import { parts } from '../../feature.ts';
import type { Message, Reply } from '../../message.ts';
import { quotedReply, textBlock } from '../fixtures.testing.ts';
import { useWebServers } from '../web/testing.ts';
import { ZALO_PATH } from './routes.ts';
import { createZaloBot, type ZaloBotChannel, type ZaloBotOptions } from './zaloBot.ts';

export const SECRET = 'a-secret_of-the-tests';

/** The channel against a fake server, new for each test of the suite that calls `useTestZaloBot`. */
export type TestZaloBot = {
  readonly fake: FakeZaloBot;
  /** What the core replies; may be slow, may break. */
  reply: (message: Message) => Promise<Reply>;
  readonly asked: readonly Message[];
  /** Sentences for the operator. */
  readonly told: readonly string[];
  readonly logged: readonly string[];
  /** Milliseconds to which the channel's clock is put forward. */
  later: number;
  readonly start: (options?: Partial<ZaloBotOptions>) => Promise<ZaloBotChannel>;
  /** Behind a web server that is reached from outside, with a webhook where `secret` is given. */
  readonly startPublic: (
    secret?: string,
  ) => Promise<{ readonly channel: ZaloBotChannel; readonly url: string }>;
  readonly untilSaid: (chat: string, words: string) => Promise<void>;
};

/** Replies with the words of the message. */
async function echo(message: Message): Promise<Reply> {
  return quotedReply([textBlock(`về “${message.text}”`)]);
}

/**
 * Prepares a `TestZaloBot` before each test. After each, it stops what runs and checks that every call was one that the platform
 * takes, and that neither token nor secret stands in any line.
 */
export function useTestZaloBot(): TestZaloBot {
  const serve = useWebServers();
  let channels: ZaloBotChannel[] = [];
  let asked: Message[] = [];
  let told: string[] = [];
  let logged: string[] = [];
  let fake: FakeZaloBot | undefined;

  const create = (options: Partial<ZaloBotOptions>): ZaloBotChannel => {
    const note = (fields: object, message: string) => {
      logged.push(JSON.stringify({ ...fields, message }));
    };
    const { apiRoot, token } = bot.fake;
    const channel = createZaloBot({
      token,
      apiRoot,
      name: 'Bot Đạt Chuẩn',
      tell: (sentence) => told.push(sentence),
      log: { info: note, warn: note, error: note },
      now: () => Date.now() + bot.later,
      pace: { holdSeconds: 5, firstWaitMs: 20, graceMs: 1000 },
      respond: async function* (message) {
        asked.push(message);
        yield* parts(await bot.reply(message));
      },
      ...options,
    });
    channels.push(channel);
    return channel;
  };

  const bot: TestZaloBot = {
    get fake() {
      if (fake === undefined) throw new Error('useTestZaloBot: no fake server outside of a test');
      return fake;
    },
    reply: echo,
    get asked() {
      return asked;
    },
    get told() {
      return told;
    },
    get logged() {
      return logged;
    },
    later: 0,
    async start(options = {}) {
      const channel = create(options);
      await channel.start();
      return channel;
    },
    async startPublic(secret) {
      // The address is known only when the server listens.
      const outer = new Hono();
      let inner = new Hono();
      outer.all('*', (context) => inner.fetch(context.req.raw));
      const { url } = await serve({ zalo: outer });
      const channel = create({ publicUrl: url, webhookSecret: secret });
      inner = new Hono().route(ZALO_PATH, channel.routes);
      await channel.start();
      return { channel, url };
    },
    untilSaid: (chat, words) => bot.fake.until(`“${words}”`, () => bot.fake.wordsTo(chat).includes(words)),
  };

  beforeEach(async () => {
    fake = await startFakeZaloBot();
    channels = [];
    asked = [];
    told = [];
    logged = [];
    bot.reply = echo;
    bot.later = 0;
  });

  afterEach(async () => {
    await Promise.all(channels.map((channel) => channel.stop()));
    await bot.fake.close();
    expect(bot.fake.problems).toEqual([]);
    for (const line of [...logged, ...told]) {
      expect(line).not.toContain('fake-zalo-token');
      expect(line).not.toContain(SECRET);
    }
  });

  return bot;
}

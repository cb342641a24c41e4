import { afterEach, beforeAll, beforeEach, expect } from 'vitest';
import {
  type FakeTelegram,
  type RecordedCall,
  startFakeTelegram,
} from '../../../testing/fakes/telegram/server.ts';
import { readTelegramSpec, type TelegramSpec } from '../../../testing/fakes/telegram/spec.ts';
import { parts } from '../../feature.ts';
import type { Message, Reply } from '../../message.ts';
import { quotedReply, textBlock } from '../fixtures.testing.ts';
import type { ChannelPace } from '../pace.ts';
import { startTelegram, type TelegramChannel } from './telegram.ts';

const quick: Partial<ChannelPace> = { holdSeconds: 5, firstWaitMs: 20, graceMs: 1000 };

/** The channel against a fake server, new for each test of the suite that calls `useTestBot`. */
export type TestBot = {
  fake: FakeTelegram;
  /** What the core replies; may be slow, may break. */
  reply: (message: Message) => Promise<Reply>;
  /** What the core was asked. */
  readonly asked: readonly Message[];
  /** Sentences for the operator. */
  readonly told: readonly string[];
  readonly logged: readonly string[];
  readonly start: (pace?: Partial<ChannelPace>) => Promise<TelegramChannel>;
  readonly startOn: (
    apiRoot: string,
    pace?: Partial<ChannelPace>,
    token?: string,
  ) => Promise<TelegramChannel>;
  readonly callsOf: (method: string) => readonly RecordedCall[];
  readonly said: (chatId: number) => readonly string[];
  readonly untilSaid: (chatId: number, count: number) => Promise<void>;
};

/** Replies with the words of the message. */
export async function echo(message: Message): Promise<Reply> {
  return quotedReply([textBlock(`về “${message.text}”`)]);
}

/**
 * Prepares a `TestBot` before each test; for a suite that `leaveOut('telegramSpec')` guards. After each, it stops what runs and checks that every call was allowed by
 * the specification and that the token stands in no log line.
 */
export function useTestBot(): TestBot {
  let spec: TelegramSpec;
  let channels: TelegramChannel[] = [];
  let asked: Message[] = [];
  let told: string[] = [];
  let logged: string[] = [];
  let fake: FakeTelegram | undefined;

  const bot: TestBot = {
    get fake() {
      if (fake === undefined) throw new Error('useTestBot: no fake server outside of a test');
      return fake;
    },
    set fake(other) {
      fake = other;
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
    start: (pace) => bot.startOn(bot.fake.apiRoot, pace),
    async startOn(apiRoot, pace = {}, token = bot.fake.token) {
      const note = (fields: object, message: string) => {
        logged.push(JSON.stringify({ ...fields, message }));
      };
      const channel = await startTelegram({
        token,
        apiRoot,
        commands: [
          { name: 'vanban', description: 'các văn bản' },
          { name: 'trogiup', description: 'cách hỏi' },
          { name: 'xem', description: null },
        ],
        tell: (sentence) => told.push(sentence),
        log: { info: note, warn: note, error: note },
        pace: { ...quick, ...pace },
        respond: async function* (message) {
          asked.push(message);
          yield* parts(await bot.reply(message));
        },
      });
      channels.push(channel);
      return channel;
    },
    callsOf: (method) => bot.fake.calls.filter((call) => call.method === method),
    said: (chatId) => bot.fake.saidTo(chatId).map(({ text }) => text),
    untilSaid: (chatId, count) =>
      bot.fake.until(`${count} messages`, () => bot.fake.saidTo(chatId).length >= count),
  };

  beforeAll(() => {
    spec = readTelegramSpec();
  });

  beforeEach(async () => {
    fake = await startFakeTelegram(spec);
    channels = [];
    asked = [];
    told = [];
    logged = [];
    bot.reply = echo;
  });

  afterEach(async () => {
    await Promise.all(channels.map((channel) => channel.stop()));
    await bot.fake.close();
    expect(bot.fake.problems).toEqual([]);
    for (const line of [...logged, ...told]) expect(line).not.toContain('fake_token');
  });

  return bot;
}

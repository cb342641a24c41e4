import { Hono } from 'hono';
import { afterEach, beforeEach, expect } from 'vitest';
import type { Database } from '../../../store/database.ts';
import { acceptUpdates } from '../../../store/messages/inbox.ts';
import type { TestEngine } from '../../../store/testing.ts';
import { type FakeZaloOa, startFakeZaloOa } from '../../../testing/fakes/zalo-oa/server.ts';
import type { Json, ReceivedUpdate, SendOutcome } from '../../delivery/messenger.ts';
import { createTalk, type TestTalk } from '../talk.testing.ts';
import { startWebServer, type WebServer } from '../web/server.ts';
import type { LinkedFile } from './render.ts';
import { OA_WEBHOOK, ZALO_OA_PATH } from './routes.ts';
import { createZaloOa, type ZaloOaChannel, type ZaloOaOptions } from './zaloOa.ts';

/** The channel against a fake server, new for each test of the suite that calls `useTestZaloOa`. */
export type TestZaloOa = TestTalk & {
  readonly fake: FakeZaloOa;
  readonly database: Database;
  /** Files that were given a link. */
  readonly linked: readonly LinkedFile[];
  /** What each send came to. */
  readonly outcomes: readonly SendOutcome['kind'][];
  /** Problems of the fake that the test brings about on purpose. */
  expectedProblems: readonly string[];
  readonly create: (options?: Partial<ZaloOaOptions>) => ZaloOaChannel;
  /** Started, with its webhook told of by the fake, and a worker that composes and sends. */
  readonly start: (options?: Partial<ZaloOaOptions>) => Promise<TestChannel>;
  /** Says something of the product's own accord; whether all of it arrived. */
  readonly notify: (channel: ZaloOaChannel, chat: string, text: string) => Promise<boolean>;
  readonly untilSaid: (chat: string, words: string) => Promise<void>;
  /** Resolves when all that was taken in has been answered. */
  readonly settled: () => Promise<void>;
};

export type TestChannel = { readonly channel: ZaloOaChannel; readonly url: string };

/**
 * Prepares a `TestZaloOa` before each test. After each, it stops what runs and checks that every call was one that the platform
 * takes, and that no token or secret stands in any line. Between channel and fake stands a tiny worker instead of the delivery:
 * one update of a chat at a time, a message that has to wait or was not reached again as soon as it may.
 */
export function useTestZaloOa(open: () => Promise<Database>): TestZaloOa {
  let channels: ZaloOaChannel[] = [];
  let servers: WebServer[] = [];
  const ends = createTalk();
  const { respond, tell, log } = ends;
  let linked: LinkedFile[] = [];
  let outcomes: SendOutcome['kind'][] = [];
  let fake: FakeZaloOa | undefined;
  let database: Database | undefined;
  let stopping = new AbortController();

  const create = (options: Partial<ZaloOaOptions> = {}): ZaloOaChannel => {
    const { apiRoot, appId, appSecret, oaSecret, refreshToken, now } = test.fake;
    const channel: ZaloOaChannel = createZaloOa({
      app: { id: appId, secret: appSecret },
      webhookSecret: oaSecret,
      refreshToken,
      apiRoot,
      oauthRoot: apiRoot,
      noticeTemplate: null,
      billable: true,
      trustSharedPhone: false,
      database: test.database,
      accept: (_, updates) => work(channel, updates),
      share: async (file) => {
        linked.push(file);
        return { url: `https://vi.du/tep/${linked.length}`, minutes: 1440 };
      },
      mostFileBytes: 1024 * 1024,
      now,
      pace: { firstWaitMs: 20, lookEveryMs: 60_000, graceMs: 1000 },
      ...{ respond, tell, log },
      ...options,
    });
    channels.push(channel);
    return channel;
  };

  const tails = new Map<string, Promise<void>>();
  const work = async (channel: ZaloOaChannel, updates: readonly ReceivedUpdate[]) => {
    for (const update of updates) {
      const row = { key: update.key, chat: update.chat, content: JSON.stringify(update.update) };
      if ((await acceptUpdates(test.database, 'zalo-oa', [row])) === 0) continue;
      const stored: ReceivedUpdate = { ...update, update: JSON.parse(row.content) };
      const tail = (tails.get(update.chat) ?? Promise.resolve()).then(() => answer(channel, stored));
      tails.set(
        update.chat,
        tail.catch((error: unknown) => {
          log.error({ error: String(error) }, 'the worker failed');
        }),
      );
    }
  };

  const answer = async ({ messenger }: ZaloOaChannel, update: ReceivedUpdate) => {
    const { signal } = stopping;
    const messages = await messenger
      .compose(update, { attempt: 1, stopping: signal })
      .catch(() => messenger.apology(update));
    const waiting: Json[] = JSON.parse(JSON.stringify(messages));
    for (let message = waiting.shift(); message !== undefined && !signal.aborted; message = waiting.shift()) {
      const outcome = await messenger.send(update.chat, message, signal);
      outcomes.push(outcome.kind);
      if (outcome.kind === 'gone') return;
      if (outcome.kind === 'refused') waiting.unshift(...outcome.instead);
      if (outcome.kind === 'wait' || outcome.kind === 'unreached') {
        waiting.unshift(message);
        // Whatever time that is, the fake's clock brings it at once.
        if (outcome.kind === 'wait') test.fake.forward((outcome.seconds ?? 1) * 1000);
      }
    }
  };

  const test: TestZaloOa = {
    get fake() {
      if (fake === undefined) throw new Error('useTestZaloOa: no fake server outside of a test');
      return fake;
    },
    get database() {
      if (database === undefined) throw new Error('useTestZaloOa: no database outside of a test');
      return database;
    },
    get reply() {
      return ends.talk.reply;
    },
    set reply(other) {
      ends.talk.reply = other;
    },
    ...{ asked: ends.talk.asked, told: ends.talk.told, logged: ends.talk.logged },
    get linked() {
      return linked;
    },
    get outcomes() {
      return outcomes;
    },
    expectedProblems: [],
    create,
    async start(options = {}) {
      const channel = create(options);
      const app = new Hono().route(ZALO_OA_PATH, channel.routes);
      const server = await startWebServer({ app, host: '127.0.0.1', port: 0 });
      servers.push(server);
      await channel.start();
      const url = `${server.url.replace(/\/+$/, '')}${ZALO_OA_PATH}${OA_WEBHOOK}`;
      test.fake.connectWebhook(url);
      return { channel, url };
    },
    async notify({ messenger }, chat, text) {
      for (const message of messenger.say(text)) {
        const outcome = await messenger.send(chat, message, stopping.signal);
        if (outcome.kind !== 'sent') return false;
      }
      return true;
    },
    async settled() {
      await Promise.all(tails.values());
    },
    untilSaid: (chat, words) => test.fake.until(`“${words}”`, () => test.fake.wordsTo(chat).includes(words)),
  };

  beforeEach(async () => {
    fake = await startFakeZaloOa();
    database = await open();
    stopping = new AbortController();
    tails.clear();
    channels = [];
    servers = [];
    ends.forget();
    linked = [];
    outcomes = [];
    test.expectedProblems = [];
  });

  afterEach(async () => {
    stopping.abort();
    await Promise.all(channels.map((channel) => channel.stop()));
    await Promise.all(tails.values());
    for (const server of servers) await server.close();
    await test.fake.close();
    expect(test.fake.problems).toEqual(test.expectedProblems);
    const { appSecret, oaSecret } = test.fake;
    ends.expectNone([appSecret, oaSecret, 'fake-oa-access', 'fake-oa-refresh']);
  });

  return test;
}

/** One database of the engine for all tests of a suite: they differ in the people who write and in the fake's app. */
export function oneDatabase(engine: TestEngine): () => Promise<Database> {
  let opened: Promise<Database> | null = null;
  return () => {
    opened ??= engine.open();
    return opened;
  };
}

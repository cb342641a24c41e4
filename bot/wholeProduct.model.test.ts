import { Hono } from 'hono';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { search } from '../retrieve/search.ts';
import type { Database } from '../store/database.ts';
import { pgliteForTests } from '../store/testing.ts';
import * as scripts from '../testing/fakes/model/scripts.ts';
import { type FakeModel, startFakeModel } from '../testing/fakes/model/server.ts';
import { startFakeTelegram } from '../testing/fakes/telegram/server.ts';
import { readTelegramSpec } from '../testing/fakes/telegram/spec.ts';
import { startFakeZaloBot } from '../testing/fakes/zalo-bot/server.ts';
import { startFakeZaloOa } from '../testing/fakes/zalo-oa/server.ts';
import { leaveOut } from '../testing/prerequisites.ts';
import { createTelegram } from './channels/telegram/telegram.ts';
import { createWebApp } from './channels/web/app.ts';
import { startWebServer } from './channels/web/server.ts';
import { createZaloBot } from './channels/zalo-bot/zaloBot.ts';
import { OA_WEBHOOK, ZALO_OA_PATH } from './channels/zalo-oa/routes.ts';
import { createZaloOa } from './channels/zalo-oa/zaloOa.ts';
import { configuredModel } from './configuredModel.ts';
import { commands, createRespond } from './core.ts';
import { wideLimits } from './delivery/delivery.testing.ts';
import { type Delivery, startDelivery } from './delivery/delivery.ts';
import type { Messenger } from './delivery/messenger.ts';
import { fillModelChat } from './features/model/modelChat.testing.ts';
import { modelTexts as texts } from './features/model/texts.ts';
import type { Respond } from './message.ts';
import { createShare } from './shareable.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** Each question goes on from the one before; the words are those of the provision that answers it. */
const CHAIN = [
  ['công chức phải bồi dưỡng tối thiểu bao nhiêu ngày mỗi năm', '05 ngày làm việc'],
  ['thế còn viên chức thì sao?', '07 ngày làm việc'],
  ['còn khoản 3?', '40% tổng số tiết'],
  ['văn bản đó nói gì về tự ý bỏ học', 'đền bù 100%'],
  ['kinh phí bồi dưỡng công chức do ai bảo đảm', 'ngân sách tỉnh Lam Giang'],
] as const;

/** What a person of either messenger sees and does. */
type Talk = {
  readonly says: (words: string) => void;
  readonly until: (words: string) => Promise<void>;
  readonly words: () => string;
};

describe.skipIf(leaveOut('telegramSpec'))('a chain of questions with a model, in a messenger', () => {
  const engine = pgliteForTests();
  const closing: (() => Promise<void>)[] = [];
  let database: Database;
  let fake: FakeModel;
  let respond: Respond;

  beforeAll(async () => {
    database = await engine.open();
    await fillModelChat(database);
    fake = await startFakeModel({ script: scripts.good });
    const { model: settings } = readConfig({
      MODEL_BASE_URL: fake.baseUrl,
      MODEL_NAME: 'thu',
      MODEL_TIMEOUT_SECONDS: '2',
    });
    const now = () => new Date();
    const model = await configuredModel(settings, { database, search, now, onError: () => undefined });
    if (model === null) throw new Error('no model is configured');
    respond = createRespond(
      { database, search, model, now, today: () => '2031-07-02', tell: async () => undefined },
      ({ error }) => {
        throw error;
      },
    );
  });
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });
  afterAll(() => fake.close());

  const deliver = async (messenger: Messenger) => {
    const delivery = await startDelivery({ database, messengers: [messenger], log: silent });
    closing.push(() => delivery.stop());
    return delivery;
  };

  const onTelegram = async (): Promise<Talk> => {
    const telegram = await startFakeTelegram(readTelegramSpec());
    const channel = createTelegram({
      ...{ database, commands, respond, log: silent, tell: () => {} },
      ...{ token: telegram.token, apiRoot: telegram.apiRoot, commandsFor: async () => commands },
      share: createShare({ database, search, today: () => '2031-07-02', startQuestions: [] }),
      pace: { holdSeconds: 5, firstWaitMs: 20 },
    });
    closing.push(() => telegram.close());
    await channel.start(await deliver(channel.messenger));
    closing.push(() => channel.stop());
    const person = telegram.person('Người hỏi');
    const words = () =>
      telegram
        .saidTo(person.chat.id)
        .map(({ text }) => text)
        .join('\n');
    return {
      words,
      says: (text) => person.says(text),
      until: (text) => telegram.until(text, () => words().includes(text)),
    };
  };

  const onZalo = async (): Promise<Talk> => {
    const zalo = await startFakeZaloBot();
    const channel = createZaloBot({
      ...{ database, respond, limits: wideLimits, log: silent, tell: () => {} },
      ...{ token: zalo.token, apiRoot: zalo.apiRoot, files: null, pace: { firstWaitMs: 20 } },
    });
    closing.push(() => zalo.close());
    await channel.start(await deliver(channel.messenger));
    closing.push(() => channel.stop());
    const person = zalo.person('Người hỏi');
    const words = () => zalo.wordsTo(person.chat.id);
    return {
      words,
      says: (text) => person.says(text),
      until: (text) => zalo.until(text, () => words().includes(text)),
    };
  };

  const onZaloOa = async (): Promise<Talk> => {
    const zalo = await startFakeZaloOa();
    const taking = Promise.withResolvers<Delivery>();
    const channel = createZaloOa({
      ...{ database, respond, log: silent, tell: () => {}, billable: true, trustSharedPhone: false },
      ...{ app: { id: zalo.appId, secret: zalo.appSecret }, webhookSecret: zalo.oaSecret },
      ...{ refreshToken: zalo.refreshToken, apiRoot: zalo.apiRoot, oauthRoot: zalo.apiRoot, now: zalo.now },
      ...{ noticeTemplate: null, share: async () => null, mostFileBytes: 1024, pace: { firstWaitMs: 20 } },
      accept: async (name, updates) => (await taking.promise).accept(name, updates),
    });
    closing.push(() => zalo.close());
    taking.resolve(await deliver(channel.messenger));
    const app = new Hono().route(ZALO_OA_PATH, channel.routes);
    const server = await startWebServer({ app, host: '127.0.0.1', port: 0 });
    closing.push(() => server.close());
    await channel.start();
    closing.push(() => channel.stop());
    zalo.connectWebhook(`${server.url}${ZALO_OA_PATH}${OA_WEBHOOK}`);
    const person = zalo.person('Người hỏi');
    const words = () => zalo.wordsTo(person.id);
    return {
      words,
      says: (text) => person.says(text),
      until: (text) => zalo.until(text, () => words().includes(text)),
    };
  };

  const onWeb = async (): Promise<Talk> => {
    const app = createWebApp({
      ...{ respond, listDirectives: async () => [], readDirective: async () => null, pages: '', samples: [] },
    });
    const server = await startWebServer({ app, host: '127.0.0.1', port: 0 });
    closing.push(() => server.close());
    let said = '';
    let asking: Promise<void> = Promise.resolve();
    return {
      words: () => said,
      says: (text) => {
        asking = (async () => {
          const body = JSON.stringify({ text, conversation: 'mot-cuoc-tro-chuyen' });
          const headers = { 'content-type': 'application/json' };
          const response = await fetch(`${server.url}/api/chat`, { method: 'POST', body, headers });
          // Words that are withdrawn are not what the person goes away with.
          const parts = (await response.text()).split('\n\n').filter((part) => !part.includes('"isDraft"'));
          said += parts.join('\n');
        })();
      },
      until: async (text) => {
        await asking;
        expect(said).toContain(text);
      },
    };
  };

  it.each([
    ['the web', onWeb],
    ['Telegram', onTelegram],
    ['Zalo', onZalo],
    ['Zalo OA', onZaloOa],
  ])(
    'is answered on %s in checked sentences with sources, and by quotes once the model is gone',
    async (_, open) => {
      const talk = await open();
      fake.play(scripts.good);
      let seen = 0;
      for (const [question, answer] of CHAIN) {
        talk.says(question);
        await talk.until(answer);
        expect(talk.words().slice(seen)).toContain('915/2031/QĐ-UBND');
        seen = talk.words().length;
      }
      expect(talk.words().split(texts.checked).length - 1).toBeGreaterThanOrEqual(3);
      fake.play(scripts.stalls);
      talk.says('hồ sơ cử đi đào tạo sau đại học nộp trước ngày nào');
      await talk.until(texts.silent);
      await talk.until('30 tháng 6');
    },
  );
});

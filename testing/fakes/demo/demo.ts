import { once } from 'node:events';
import { createAdaptorServer } from '@hono/node-server';
import { type FakeTelegram, startFakeTelegram } from '../telegram/server.ts';
import type { TelegramSpec } from '../telegram/spec.ts';
import { type FakeZaloBot, startFakeZaloBot } from '../zalo-bot/server.ts';
import { TEMPLATE } from '../zalo-oa/account.ts';
import { type FakeZaloOa, startFakeZaloOa } from '../zalo-oa/server.ts';
import { createDemoApp } from './app.ts';
import { oaPhone } from './oaPhone.ts';
import { telegramPhone } from './telegramPhone.ts';
import { zaloPhone } from './zaloPhone.ts';

/** 0 takes any free port. */
export type DemoPorts = {
  readonly page: number;
  readonly telegram: number;
  readonly zaloBot: number;
  readonly zaloOa: number;
};

/** Where the product runs that the phones talk to: its page's port and the folder of its own trial data. */
export type ProductPlace = { readonly port: number; readonly folder: string };

export type Demo = {
  readonly url: string;
  readonly telegram: FakeTelegram;
  readonly zaloBot: FakeZaloBot;
  readonly zaloOa: FakeZaloOa;
  /** What the product needs in its environment to talk to these servers. */
  readonly environment: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
};

const ZALO_BOT_NAME = 'Bot Đạt Chuẩn';
/** People of the account are the same ones after a restart. */
const OA_SEED = 1;

/** Starts the servers and the page with their phones. Without `spec` fewer calls are found wrong. */
export async function startDemo(
  ports: DemoPorts,
  { spec, product }: { readonly spec: TelegramSpec | null; readonly product: ProductPlace },
): Promise<Demo> {
  const clock = () => Date.now();
  const seconds = () => Math.floor(Date.now() / 1000);
  const telegram = await startFakeTelegram(spec, { port: ports.telegram, clock: seconds });
  const zaloBot = await startFakeZaloBot({
    port: ports.zaloBot,
    botName: ZALO_BOT_NAME,
    clock,
    isPatient: true,
  });
  const zaloOa = await startFakeZaloOa({ port: ports.zaloOa, seed: OA_SEED, clock });
  const official = oaPhone(zaloOa, `http://localhost:${product.port}`);
  const app = createDemoApp([telegramPhone(telegram), zaloPhone(zaloBot, ZALO_BOT_NAME), official]);
  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(ports.page, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : ports.page;

  return {
    url: `http://127.0.0.1:${port}`,
    telegram,
    zaloBot,
    zaloOa,
    environment: {
      TELEGRAM_API_ROOT: telegram.apiRoot,
      TELEGRAM_BOT_TOKEN: telegram.token,
      ZALO_BOT_API_ROOT: zaloBot.apiRoot,
      ZALO_BOT_TOKEN: zaloBot.token,
      ZALO_BOT_NAME,
      // Asked for updates, the platform hands each out once: one under way to a process that is killed would be lost.
      ZALO_BOT_WEBHOOK_SECRET: 'fake-zalo-bot-secret',
      ZALO_OA_API_ROOT: zaloOa.apiRoot,
      ZALO_OA_OAUTH_ROOT: zaloOa.apiRoot,
      ZALO_OA_APP_ID: zaloOa.appId,
      ZALO_OA_APP_SECRET: zaloOa.appSecret,
      ZALO_OA_WEBHOOK_SECRET: zaloOa.oaSecret,
      ZALO_OA_REFRESH_TOKEN: zaloOa.refreshToken,
      ZALO_OA_NOTICE_TEMPLATE_ID: TEMPLATE.id,
      PUBLIC_URL: `http://localhost:${product.port}`,
      PORT: String(product.port),
      DATA_DIR: product.folder,
      MODE: 'trial',
      // What a .env file may say of the real ones.
      DATABASE_URL: '',
      ROLE: '',
      TELEGRAM_WEBHOOK_SECRET: '',
    },
    async close() {
      official.stop();
      const closed = once(server, 'close');
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await Promise.all([closed, telegram.close(), zaloBot.close(), zaloOa.close()]);
    },
  };
}

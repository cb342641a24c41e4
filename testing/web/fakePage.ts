import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { WebServer } from '../../bot/channels/web/server.ts';
import { need } from '../prerequisites.ts';
import { startBrowser } from './browser.ts';
import { startFakeServer } from './fakeServer.ts';

export type FakePage = {
  readonly browser: () => Browser;
  /** Of the server, without a slash at its end. */
  readonly url: () => string;
};

/**
 * The real page over invented answers and documents, and a real browser, for all tests of a `describe` that
 * `leaveOut('chromium')` guards.
 */
export function useFakePage(options: Parameters<typeof startFakeServer>[0] = {}): FakePage {
  let browser: Browser;
  let server: WebServer;
  beforeAll(async () => {
    [browser, server] = await Promise.all([startBrowser(need('chromium')), startFakeServer(options)]);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  return { browser: () => browser, url: () => server.url };
}

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { createWebApp } from '../../bot/channels/web/app.ts';
import { startWebServer, type WebServer } from '../../bot/channels/web/server.ts';
import { createRespond } from '../../bot/core.ts';
import { accountsOfChannel } from '../../bot/start/accountsOfChannel.ts';
import type { IsoDate } from '../../domain/day.ts';
import { search } from '../../retrieve/search.ts';
import type { Identity } from '../../store/access/identity.ts';
import { listDirectives, readDirective } from '../../store/directives.ts';
import { readStanding } from '../../store/standing.ts';
import { ensureBuilt } from '../../web/build.ts';
import { need } from '../prerequisites.ts';
import { openPage, startBrowser } from './browser.ts';
import type { TestDesk } from './documentDesk.ts';

export type DeskPage = {
  /** Of the server, without a slash at its end. */
  readonly url: () => string;
  /** Opens an address of the page (`/#/quan-ly`) as somebody who signed in before. */
  readonly openAs: (identity: Identity, address: string) => ReturnType<typeof openPage>;
};

/**
 * The real page and server over a desk, in a real browser, on `today`. Fails where anything failed behind it. Call it inside a
 * `describe` that `leaveOut('chromium')` guards.
 */
export function useDeskPage(test: TestDesk, today: () => IsoDate): DeskPage {
  const failures: unknown[] = [];
  let browser: Browser;
  let server: WebServer;
  beforeAll(async () => {
    const database = test.database();
    const services = { database, search, today, now: () => new Date(), tell: async () => undefined };
    const app = createWebApp({
      respond: createRespond(services, (failure) => failures.push(failure)),
      listDirectives: () => listDirectives(database),
      readDirective: (id) => readDirective(database, id),
      readStanding: (id) => readStanding(database, id),
      documents: test.desk(),
      pages: await ensureBuilt(),
      samples: [],
      ...accountsOfChannel(database, 'web'),
      onError: (error) => failures.push(error),
    });
    server = await startWebServer({ app, host: '127.0.0.1', port: 0 });
    browser = await startBrowser(need('chromium'));
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    expect([...failures, ...test.errors]).toEqual([]);
  });
  return {
    url: () => server.url,
    async openAs(identity, address) {
      const opened = await openPage(browser, `${server.url}${address}`);
      const cookie = await test.signIn(server.url, identity);
      const value = cookie.slice('dat_chuan='.length);
      await opened.context.addCookies([{ name: 'dat_chuan', value, url: server.url }]);
      await opened.page.reload();
      return opened;
    },
  };
}

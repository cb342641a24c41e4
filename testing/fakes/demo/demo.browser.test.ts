import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../config.ts';
import { ingestFile } from '../../../ingest/ingest.ts';
import { openDatabase } from '../../../store/open.ts';
import { pgliteForTests } from '../../../store/testing.ts';
import { leaveOut, need } from '../../prerequisites.ts';
import { openPage, startBrowser, takePicture } from '../../web/browser.ts';
import { type Demo, startDemo } from './demo.ts';
import { specOnDisk } from './specOnDisk.ts';

/** A port that nobody listens on now. */
async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const root = path.resolve(import.meta.dirname, '../../..');
const freePorts = { page: 0, telegram: 0, zaloBot: 0, zaloOa: 0 };
const DIRECTIVE = '915-2026-QD-UBND-dao-tao-boi-duong.md';
/** The product has to start. */
const FIRST_ANSWER_MS = 60_000;

/** The fake phones in a real browser, and behind them the product as `npm start` runs it. */
describe.skipIf(leaveOut('chromium'))('the fake phones', () => {
  const engine = pgliteForTests();
  let browser: Browser;
  let demo: Demo;
  let product: ChildProcess | undefined;

  beforeAll(async () => {
    const place = { port: await freePort(), folder: '' };
    [browser, demo] = await Promise.all([
      startBrowser(need('chromium')),
      startDemo(freePorts, { spec: specOnDisk(), product: place }),
    ]);
  });
  afterAll(async () => {
    if (product?.exitCode === null) {
      product.kill('SIGKILL');
      await once(product, 'exit');
    }
    await browser.close();
    await demo.close();
  });

  const startProduct = async () => {
    const location = await engine.migrated();
    if (location.engine !== 'pglite') throw new Error('the product is to have a folder of its own');
    // With a document of its own it does not load all of its samples first.
    const database = await openDatabase(location);
    const bytes = await readFile(path.join(root, 'data/directives', DIRECTIVE));
    await ingestFile(database, { fileName: DIRECTIVE, bytes, sample: false }, readConfig({}).ingest);
    await database.close();
    product = spawn(process.execPath, [path.join(root, 'bot/main.ts')], {
      cwd: location.folder,
      env: {
        PATH: process.env.PATH ?? '',
        ...demo.environment,
        DATA_DIR: location.folder,
        LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  };
  const phone = (page: Page, id: string) => page.locator(`#phone-${id}`);
  const say = async (on: Locator, text: string) => {
    await on.getByLabel('Tin nhắn', { exact: true }).fill(text);
    await on.getByLabel('Tin nhắn', { exact: true }).press('Enter');
  };
  const open = async (window: 'desktop' | 'phone') => {
    const opened = await openPage(browser, demo.url, window);
    await opened.page.locator('html[data-ready]').waitFor();
    return opened;
  };

  it('keep what is said until the product runs, and show its answers as the apps would', async () => {
    const { page, complaints } = await open('desktop');
    const [telegram, zalo, account] = [
      phone(page, 'telegram'),
      phone(page, 'zalo-bot'),
      phone(page, 'zalo-oa'),
    ];
    for (const one of [telegram, zalo, account]) {
      await say(one, 'đối tượng đào tạo lý luận chính trị');
      await one.getByText('chưa được nhận').waitFor();
    }
    await zalo.getByLabel('Trò chuyện').selectOption('group');
    await say(zalo, 'không gọi tên ai');
    await zalo.getByText('bot không thấy').waitFor();
    await zalo.getByLabel('Trò chuyện').selectOption('private');

    await startProduct();
    await telegram.locator('.bot blockquote').first().waitFor({ timeout: FIRST_ANSWER_MS });
    for (const one of [zalo, account]) await one.getByText('Nguồn:').waitFor({ timeout: FIRST_ANSWER_MS });
    expect(await telegram.getByText('chưa được nhận').count()).toBe(0);
    expect(await telegram.locator('.bot b').first().innerText()).toContain('[1]');

    const answers = telegram.locator('.message.bot');
    const before = await answers.count();
    await telegram.locator('.buttons button[data-row]').first().click();
    await answers.nth(before).waitFor();
    await account.locator('.buttons button').first().click();
    await say(zalo, '1');
    for (const one of [zalo, account]) await one.locator('.message.bot').nth(1).waitFor();
    await takePicture(page, 'fakes');
    expect(complaints).toEqual([]);
  }, 120_000);

  it('hand a file over, edit, and react, on a small window too', async () => {
    const { page, complaints } = await open('phone');
    const telegram = phone(page, 'telegram');
    await telegram.getByLabel('Người cầm máy').selectOption('second');
    await telegram.locator('input[type=file]').setInputFiles({
      name: 'quyết định.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('văn bản'),
    });
    await telegram.locator('.message.bot').first().waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      telegram.getByRole('link', { name: /quyết định\.txt/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('quyết định.txt');
    await telegram.locator('.message.bot').first().hover();
    await telegram.getByLabel('Thả 👍').first().click();
    await telegram.locator('.reaction', { hasText: '👍' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await takePicture(page, 'fakes-phone');
    expect(complaints).toEqual([]);
  });

  it('count the calls that the specification does not allow', async () => {
    const problems = [demo.telegram, demo.zaloBot, demo.zaloOa].flatMap((fake) => fake.problems);
    expect(problems).toEqual([]);
    const { page } = await open('desktop');
    await page.getByText('Chưa có lời gọi nào sai').waitFor();
    const { apiRoot, token } = demo.zaloBot;
    const headers = { 'content-type': 'application/json' };
    await fetch(`${apiRoot}/bot${token}/sendVideo`, { method: 'POST', headers, body: '{}' });
    await page.getByText('there is no method sendVideo').waitFor();
  });
});

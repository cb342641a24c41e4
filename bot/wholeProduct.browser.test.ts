import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { search } from '../retrieve/search.ts';
import { listDirectives, readDirective } from '../store/directives.ts';
import { pgliteForTests } from '../store/testing.ts';
import { leaveOut, need } from '../testing/prerequisites.ts';
import { askOnPage, openPage, startBrowser, takePicture } from '../testing/web/browser.ts';
import { ensureBuilt } from '../web/build.ts';
import { createWebApp } from './channels/web/app.ts';
import { startWebServer, type WebServer } from './channels/web/server.ts';
import { createRespond } from './core.ts';
import { accountsOfChannel } from './start/accountsOfChannel.ts';
import { loadSampleRecords } from './start/loadSampleRecords.ts';
import { loadSamplesOnce } from './start/loadSamples.ts';
import { readStartQuestions } from './start/startQuestions.ts';

/** The real page, server, core and embedded database over the sample directives. */
describe.skipIf(leaveOut('chromium'))('the whole product in a browser', () => {
  const engine = pgliteForTests();
  const failures: unknown[] = [];
  const told: string[] = [];
  let browser: Browser;
  let server: WebServer;
  let questions: readonly string[];

  beforeAll(async () => {
    const database = await engine.open();
    await loadSamplesOnce(database, readConfig({}).ingest, () => {});
    await loadSampleRecords(database, new Date(), (text) => told.push(text));
    const channel = accountsOfChannel(database, 'web');
    questions = await readStartQuestions();
    const app = createWebApp({
      respond: createRespond(
        { database, search, today: () => '2026-11-22', now: () => new Date(), tell: async () => undefined },
        (failure) => failures.push(failure),
      ),
      listDirectives: () => listDirectives(database),
      readDirective: (id) => readDirective(database, id),
      pages: await ensureBuilt(),
      samples: questions,
      whoIs: channel.whoIs,
      signOut: channel.signOut,
      onError: (error) => failures.push(error),
    });
    server = await startWebServer({ app, host: '127.0.0.1', port: 0 });
    browser = await startBrowser(need('chromium'));
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it.each(['desktop', 'phone'] as const)(
    'answers every starting question with words that stand marked in the document, on a %s window',
    async (window) => {
      const { page, context, complaints } = await openPage(browser, server.url, window);
      for (const question of questions) {
        await askOnPage(page, question);
        const answer = page.getByRole('article').last();
        const quote = await answer.locator('blockquote').first().innerText();
        await answer.locator('figcaption a.citation').first().click();
        const marks = page.locator('mark');
        await marks.first().waitFor();
        const marked = (await marks.allInnerTexts()).join('\n');
        const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
        expect(plain(marked)).toBe(plain(quote));
        if (question === questions[0]) await takePicture(page, `whole-${window}`);
        await page.keyboard.press('Escape');
        await marks.first().waitFor({ state: 'detached' });
      }
      expect(complaints).toEqual([]);
      expect(failures).toEqual([]);
      await context.close();
    },
  );

  it('shows a linked person what is missing, with a picture and the provision, until they sign out', async () => {
    const { page, context, complaints } = await openPage(browser, server.url);
    const code = /(\S+) {2}Trần Thị Mẫn/.exec(told.join('\n'))?.[1] ?? '';
    await page.getByRole('button', { name: 'Liên kết hồ sơ' }).click();
    await page.getByRole('textbox', { name: 'Mã liên kết' }).fill(code);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Tôi đồng ý' }).click();
    await page.getByRole('button', { name: 'Trần Thị Mẫn' }).waitFor();
    await askOnPage(page, 'tôi còn thiếu gì');
    const answer = page.getByRole('article').last();
    await answer.getByRole('img').first().waitFor();
    expect(await answer.innerText()).toMatch(/Đạt \d+\/\d+ yêu cầu/);
    await answer.locator('summary', { hasText: 'Điều 8 Quyết định 915/2026/QĐ-UBND' }).first().click();
    expect(await answer.innerText()).toContain('được quy hoạch chức vụ cấp sở và tương đương');
    await takePicture(page, 'whole-record');
    await page.getByRole('button', { name: 'Trần Thị Mẫn' }).click();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByRole('button', { name: 'Liên kết hồ sơ' }).waitFor();
    await askOnPage(page, 'tôi còn thiếu gì');
    expect(await page.getByRole('article').last().innerText()).toContain('chưa biết anh/chị là ai');
    expect(complaints).toEqual([]);
    expect(failures).toEqual([]);
    await context.close();
  });

  it('says that nothing was found where the documents are silent', async () => {
    const { page, context, complaints } = await openPage(browser, server.url);
    await askOnPage(page, 'giá xăng hôm nay bao nhiêu');
    const answer = page.getByRole('article').last();
    expect(await answer.innerText()).toContain('Chưa tìm thấy căn cứ');
    expect(await answer.locator('blockquote').count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

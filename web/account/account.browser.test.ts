import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { WebServer } from '../../bot/channels/web/server.ts';
import { leaveOut, need } from '../../testing/prerequisites.ts';
import { askOnPage, openPage, startBrowser, takePicture } from '../../testing/web/browser.ts';
import { paleWords } from '../../testing/web/contrast.ts';
import { createFakeLinking, goodCode, personName } from '../../testing/web/fakeLinking.ts';
import { gapQuestion } from '../../testing/web/fakeRespond.ts';
import { startFakeServer } from '../../testing/web/fakeServer.ts';
import { tooSmall, tooWide, violations } from '../../testing/web/pageChecks.ts';
import { texts } from '../texts.ts';

const words = texts.account;
const longName = 'Nguyễn Phước Bảo Hoàng Thị Công Tằng Tôn Nữ Mẫu Thử Rất Dài';

describe.skipIf(leaveOut('chromium'))('signing in on the page', () => {
  let browser: Browser;
  const servers: WebServer[] = [];
  beforeAll(async () => {
    browser = await startBrowser(need('chromium'));
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
  });

  const serve = async (person?: Parameters<typeof createFakeLinking>[0]) => {
    const linking = createFakeLinking(person);
    const server = await startFakeServer({ respond: linking.respond, accounts: linking.accounts });
    servers.push(server);
    return { url: server.url, linking };
  };

  it.each([
    ['desktop', 'light'],
    ['desktop', 'dark'],
    ['phone', 'light'],
    ['phone', 'dark'],
  ] as const)('passes the accessibility rules at every step, %s and %s', async (window, theme) => {
    const { url } = await serve({ name: personName, staff: true, admin: false });
    const { page, context, complaints } = await openPage(browser, url, window, theme);
    await page.getByRole('button', { name: words.link }).click();
    await page.getByRole('dialog', { name: words.link }).waitFor();
    await takePicture(page, `web-${window}-${theme}-9-sign-in`);
    expect(await violations(page)).toEqual([]);
    expect(await paleWords(page.getByRole('dialog'))).toEqual([]);
    await page.getByLabel(words.code).fill('sai');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText(words.codeWrong).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await paleWords(page.getByRole('dialog'))).toEqual([]);
    await page.getByLabel(words.code).fill(goodCode);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Tôi đồng ý' }).waitFor();
    await takePicture(page, `web-${window}-${theme}-10-consent`);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Tôi đồng ý' }).click();
    await openMenu(page);
    await takePicture(page, `web-${window}-${theme}-11-menu`);
    expect(await violations(page)).toEqual([]);
    expect(await paleWords(page.locator('.account-menu'))).toEqual([]);
    await page.getByRole('button', { name: words.signOut }).click();
    await page.getByRole('status').getByText(words.signedOut).waitFor();
    await takePicture(page, `web-${window}-${theme}-12-signed-out`);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each([320, 360, 1280])('fits a window of %d px, with a long name too', async (width) => {
    const { url } = await serve({ name: longName, staff: true, admin: true });
    const { page, context } = await openPage(browser, url);
    await page.setViewportSize({ width, height: 700 });
    await page.getByRole('button', { name: words.link }).click();
    await page.getByRole('dialog').waitFor();
    expect(await tooWide(page)).toEqual([]);
    expect(await tooSmall(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await signIn(page);
    await openMenu(page, longName);
    await takePicture(page, `web-${width}-light-13-long-name`);
    const [button, panel] = await Promise.all([
      page.locator('.account').boundingBox(),
      page.locator('.account-menu').boundingBox(),
    ]);
    expect((panel?.y ?? 0) - (button?.y ?? 0) - (button?.height ?? 0)).toBe(8);
    expect(panel?.x).toBeGreaterThanOrEqual(8);
    expect(await tooWide(page)).toEqual([]);
    expect(await tooSmall(page)).toEqual([]);
    await context.close();
  });

  it('goes from the code over the consent to the name, by keyboard, in one and the same session', async () => {
    const { url, linking } = await serve();
    const { page, context, complaints } = await openPage(browser, url);
    await page.getByRole('button', { name: words.link }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await expect.poll(() => focusedLabel(page)).toBe(words.code);
    // As it comes out of a message, in lower case and with words around it.
    await page.keyboard.insertText(`mã của anh: ${goodCode.toLowerCase()}.`);
    await page.keyboard.press('Enter');
    await page.getByText(`Mã này mở hồ sơ của ${personName}.`).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await expect.poll(() => focusedLabel(page)).toBe(texts.composerLabel);
    // The code is not left standing on the page.
    expect(await page.getByText(goodCode).count()).toBe(0);
    await page.getByRole('button', { name: 'Tôi đồng ý' }).press('Enter');
    await page.getByRole('button', { name: words.menu(personName) }).waitFor();
    const [first, second] = linking.seen;
    expect([first?.text, second?.text]).toEqual([`/lienket ${goodCode}`, `/dongy ${goodCode}`]);
    expect(first?.sender).toMatch(/^[0-9a-f]{64}$/);
    expect(second?.sender).toBe(first?.sender);
    // Still known after a reload; nothing about the person was put into the browser's storage.
    await page.reload();
    await page.getByRole('button', { name: words.menu(personName) }).waitFor();
    expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual([
      '',
      0,
      0,
    ]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('keeps the session while a person tries codes, and begins one for a code that is typed as a question', async () => {
    const { url, linking } = await serve();
    const { page, context } = await openPage(browser, url);
    await askOnPage(page, 'bao nhiêu tiết?');
    expect(linking.seen.at(-1)?.sender).toBeNull();
    await askOnPage(page, 'WXYZ-6789');
    const sender = linking.seen.at(-1)?.sender;
    expect(sender).not.toBeNull();
    await askOnPage(page, '/lienket WXYZ-9876');
    expect(linking.seen.at(-1)?.sender).toBe(sender);
    // Whoever opens the page next does not go on in the session of the one before.
    await page.reload();
    await askOnPage(page, '/lienket WXYZ-9876');
    expect(linking.seen.at(-1)?.sender).not.toBe(sender);
    await context.close();
  });

  it('asks about the own record from the menu, and about the unit for staff only', async () => {
    const { url, linking } = await serve();
    const { page, context } = await openPage(browser, url);
    await signIn(page);
    for (const { label, send } of words.own) {
      await openMenu(page);
      expect(await page.getByRole('button', { name: 'Bảng chỉ tiêu' }).count()).toBe(0);
      await page.getByRole('button', { name: label, exact: true }).click();
      await page.getByRole('heading', { level: 2, name: label }).waitFor();
      await page.getByRole('button', { name: texts.send }).waitFor();
      expect(linking.seen.at(-1)?.text).toBe(send);
    }
    await context.close();

    const unit = await serve({ name: personName, staff: true, admin: false });
    const other = await openPage(browser, unit.url);
    await signIn(other.page);
    for (const { label, send } of words.staff) {
      await openMenu(other.page);
      await other.page.getByRole('button', { name: label, exact: true }).click();
      await other.page.getByRole('heading', { level: 2, name: label }).waitFor();
      await other.page.getByRole('button', { name: texts.send }).waitFor();
      expect(unit.linking.seen.at(-1)?.text).toBe(send);
    }
    await other.context.close();
  });

  it('forgets everything on the page on sign-out, and the session with it', async () => {
    const { url, linking } = await serve();
    const { page, context } = await openPage(browser, url);
    await signIn(page);
    await askOnPage(page, gapQuestion);
    const before = linking.seen.at(-1);
    expect(before?.sender).not.toBeNull();
    await openMenu(page);
    await page.getByRole('button', { name: words.signOut }).click();
    await page.getByRole('button', { name: words.link }).waitFor();
    expect(await page.getByRole('article').count()).toBe(0);
    expect(linking.linked.size).toBe(0);
    await askOnPage(page, 'bao nhiêu tiết?');
    expect(linking.seen.at(-1)?.sender).toBeNull();
    expect(linking.seen.at(-1)?.conversation).not.toBe(before?.conversation);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });

  it('drops personal answers when the link was ended in the chat or in another tab, and keeps the others', async () => {
    const { url, linking } = await serve();
    const { page, context } = await openPage(browser, url);
    await signIn(page);
    await askOnPage(page, 'bao nhiêu tiết?');
    await askOnPage(page, gapQuestion);
    await askOnPage(page, '/huylienket');
    await page.getByRole('button', { name: words.link }).waitFor();
    await page.getByText('Đã bỏ liên kết.').waitFor();
    expect(await page.getByRole('heading', { level: 2, name: gapQuestion }).count()).toBe(0);
    expect(await page.getByRole('heading', { level: 2, name: 'bao nhiêu tiết?' }).count()).toBe(1);

    await signIn(page);
    await askOnPage(page, gapQuestion);
    linking.linked.clear();
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.getByRole('button', { name: words.link }).waitFor();
    expect(await page.getByRole('heading', { level: 2, name: gapQuestion }).count()).toBe(0);
    await context.close();
  });

  it('does not take an old answer about who is signed in for a new one', async () => {
    const { url } = await serve();
    const { page, context } = await openPage(browser, url);
    await page.getByRole('button', { name: words.link }).waitFor();
    // The answer after the code is held back until the one after the consent has come.
    const held = Promise.withResolvers<void>();
    let asked = 0;
    await page.route('**/api/me', async (route) => {
      const response = await route.fetch();
      if (++asked === 1) await held.promise;
      await route.fulfill({ response });
    });
    await signIn(page);
    const late = page.waitForResponse('**/api/me');
    held.resolve();
    await (await late).finished();
    await askOnPage(page, 'bao nhiêu tiết?');
    expect(await page.locator('.account').count()).toBe(1);
    expect(await page.getByRole('article').count()).toBe(3);
    await context.close();
  });

  it('says that it could not sign in or out where the server is gone', async () => {
    const { url } = await serve();
    const { page, context } = await openPage(browser, url);
    await signIn(page);
    await openMenu(page);
    await servers.splice(0)[0]?.close();
    await page.getByRole('button', { name: words.signOut }).click();
    await page.getByRole('alert').getByText(words.signOutFailed).waitFor();
    expect(await violations(page)).toEqual([]);
    await context.close();

    const lost = await serve();
    const other = await openPage(browser, lost.url);
    await other.page.getByRole('button', { name: words.link }).click();
    await servers.splice(0)[0]?.close();
    await other.page.getByLabel(words.code).fill(goodCode);
    await other.page.keyboard.press('Enter');
    await other.page.getByRole('alert').getByText(words.failed).waitFor();
    expect(await other.page.getByLabel(words.code).inputValue()).toBe(goodCode);
    await other.context.close();
  });

  it('closes what lies on top first with Escape, and gives the focus back', async () => {
    const { url } = await serve();
    const { page, context } = await openPage(browser, `${url}/#/van-ban`);
    await page.getByText(texts.documentsCount(3)).waitFor();
    await page.getByRole('button', { name: words.link }).click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => focusedLabel(page)).toBe(words.link);
    expect(await page.locator('.reader').count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.locator('.reader').waitFor({ state: 'detached' });

    await signIn(page);
    await openMenu(page);
    await page.keyboard.press('Escape');
    await page.locator('.account-menu').waitFor({ state: 'hidden' });
    await expect.poll(() => focusedLabel(page)).toBe(words.menu(personName));
    await context.close();
  });
});

async function signIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: words.link }).click();
  await page.getByLabel(words.code).fill(goodCode);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Tôi đồng ý' }).last().click();
  await page.locator('.account').waitFor();
  await page.getByRole('button', { name: texts.send }).waitFor();
}

async function openMenu(page: Page, name = personName): Promise<void> {
  await page.getByRole('button', { name: words.menu(name) }).click();
  await page.getByRole('button', { name: words.signOut }).waitFor();
}

function focusedLabel(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
      return element.labels?.[0]?.textContent?.trim() ?? '';
    }
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
  });
}

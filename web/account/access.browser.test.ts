import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { leaveOut } from '../../testing/prerequisites.ts';
import { askOnPage, openPage, type Theme, takePicture } from '../../testing/web/browser.ts';
import { useFakePage } from '../../testing/web/fakePage.ts';
import { tooSmall, tooWide, violations } from '../../testing/web/pageChecks.ts';
import { texts } from '../texts.ts';

const hoursQuestion = 'bao nhiêu tiết?';

describe.skipIf(leaveOut('chromium'))('the web chat for everyone', () => {
  const fake = useFakePage();

  describe.each([
    ['desktop', 'light'],
    ['desktop', 'dark'],
    ['phone', 'light'],
    ['phone', 'dark'],
  ] as const)('on a %s window in the %s theme', (window, theme) => {
    it('passes the accessibility rules at the start, with answers, in the list and in a document', async () => {
      const { page, context } = await openPage(fake.browser(), fake.url(), window, theme);
      await page.getByRole('button', { name: 'Hiện có những văn bản nào?' }).waitFor();
      expect(await violations(page)).toEqual([]);
      await askOnPage(page, hoursQuestion);
      await askOnPage(page, 'kỹ năng số');
      await askOnPage(page, 'văn bản');
      expect(await violations(page)).toEqual([]);
      await page.getByRole('link', { name: texts.documentsButton, exact: true }).click();
      await page.getByText(texts.documentsCount(3)).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('link', { name: /khoản 1 Điều 4/ }).click();
      await page.locator('mark').first().waitFor();
      expect(await violations(page)).toEqual([]);
      await context.close();
    });
  });

  it('can be used from the keyboard alone, with the focus always to be seen', async () => {
    const { page, context, complaints } = await openPage(fake.browser(), fake.url());
    await page.getByRole('button', { name: 'Hiện có những văn bản nào?' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe(texts.skipToComposer);
    expect(await focusIsVisible(page)).toBe(true);
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe(texts.composerLabel);

    await page.keyboard.type(hoursQuestion);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /khoản 1 Điều 4/ }).waitFor();
    await tabBackTo(page, /khoản 1 Điều 4/);
    expect(await focusIsVisible(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.locator('mark').first().waitFor();
    expect(await focused(page)).toBe('Quyết định 41/2026/QĐ-UBND');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe(texts.toQuote);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MARK');
    await page.keyboard.press('Escape');
    await page.locator('mark').first().waitFor({ state: 'detached' });
    expect(await focused(page)).toMatch(/khoản 1 Điều 4/);

    await tabBackTo(page, /Bỏ học giữa chừng/);
    await page.keyboard.press('Enter');
    await page.getByText('chưa tìm thấy căn cứ').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('keeps the focus inside the sheet that covers a phone', async () => {
    const { page, context } = await openPage(fake.browser(), `${fake.url()}/#/van-ban/1`, 'phone');
    const sheet = page.getByRole('dialog', { name: 'Quyết định 41/2026/QĐ-UBND' });
    await sheet.waitFor();
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press('Tab');
      const outside = await page.evaluate(
        () => document.activeElement !== document.body && !document.activeElement?.closest('.reader'),
      );
      expect(outside).toBe(false);
    }
    await context.close();
  });

  it('adds each piece of an answer to the live log exactly once', async () => {
    const { page, context } = await openPage(fake.browser(), fake.url());
    await page.getByRole('log').evaluate((log) => {
      const added: string[] = [];
      new MutationObserver((changes) => {
        for (const change of changes) {
          for (const node of change.addedNodes) added.push(node.textContent ?? '');
        }
      }).observe(log, { childList: true, subtree: true });
      Object.assign(window, { added });
    });
    expect(await page.getByRole('log').getAttribute('aria-live')).toBe('polite');
    await askOnPage(page, hoursQuestion);
    const added: string[] = await page.evaluate('window.added');
    for (const words of ['Về thời gian bồi dưỡng', 'Ít nhất 16 tiết', 'Khá chắc chắn']) {
      expect(added.filter((one) => one.includes(words))).toHaveLength(1);
    }
    await context.close();
  });

  it('follows the theme of the system until a person chooses, and remembers the choice', async () => {
    const { page, context } = await openPage(fake.browser(), fake.url());
    const themeBecomes = (theme: Theme) => page.locator(`html[data-theme=${theme}]`).waitFor();
    await themeBecomes('light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await themeBecomes('dark');
    await page.getByRole('button', { name: texts.themes.auto }).click();
    await themeBecomes('light');
    await page.getByRole('button', { name: texts.themes.light }).click();
    await page.emulateMedia({ colorScheme: 'light' });
    await page.reload();
    await themeBecomes('dark');
    await page.getByRole('button', { name: texts.themes.dark }).click();
    await themeBecomes('light');
    await page.getByRole('button', { name: texts.themes.auto }).waitFor();
    await context.close();
  });

  it.each(['smallest', 'phone'] as const)(
    'needs no sideways scrolling and has targets of 44 px on the %s window',
    async (window) => {
      const { page, context } = await openPage(fake.browser(), fake.url(), window);
      await page.getByRole('button', { name: 'Hiện có những văn bản nào?' }).waitFor();
      for (const question of [hoursQuestion, 'kỹ năng số', 'văn bản', 'x'.repeat(300)]) {
        await askOnPage(page, question);
        expect(await tooWide(page)).toEqual([]);
      }
      expect(await tooSmall(page)).toEqual([]);
      await takePicture(page, `web-${window}-light-6-narrow`);
      await page.getByRole('link', { name: /khoản 1 Điều 4/ }).click();
      await page.locator('mark').first().waitFor();
      expect(await tooWide(page)).toEqual([]);
      expect(await tooSmall(page)).toEqual([]);
      await context.close();
    },
  );

  it.each(['desktop', 'phone'] as const)(
    'does not move anything while it loads on the %s window',
    async (window) => {
      const { page, context } = await openPage(fake.browser(), fake.url(), window);
      await page.getByRole('button', { name: 'Hiện có những văn bản nào?' }).waitFor();
      const shift = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            // What is shown now is painted with the next frame, and its shifts are known in the one after.
            requestAnimationFrame(() =>
              requestAnimationFrame(() => {
                const observer = new PerformanceObserver(() => {});
                observer.observe({ type: 'layout-shift', buffered: true });
                const values = observer
                  .takeRecords()
                  .map((entry) => ('value' in entry ? Number(entry.value) : 0));
                resolve(values.reduce((sum, value) => sum + value, 0));
              }),
            );
          }),
      );
      expect(shift).toBeLessThan(0.01);
      await context.close();
    },
  );
});

function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element instanceof HTMLTextAreaElement) return element.labels[0]?.textContent?.trim() ?? '';
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
  });
}

function focusIsVisible(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null) return false;
    const { top, bottom } = element.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && outlineWidth !== '0px' && top >= 0 && bottom <= innerHeight;
  });
}

async function tabBackTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 30; step++) {
    await page.keyboard.press('Shift+Tab');
    if (name.test(await focused(page))) return;
  }
  throw new Error(`the keyboard does not reach ${name}`);
}

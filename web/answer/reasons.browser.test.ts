import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { leaveOut } from '../../testing/prerequisites.ts';
import { askOnPage, openPage, takePicture } from '../../testing/web/browser.ts';
import { useFakePage } from '../../testing/web/fakePage.ts';
import { hoursReason, nearReason } from '../../testing/web/fakeReasons.ts';
import { tooSmall, tooWide, violations } from '../../testing/web/pageChecks.ts';
import { texts } from '../texts.ts';

const question = 'Mỗi năm công chức phải học bồi dưỡng bao nhiêu tiết?';
const words = texts.reasons;

describe.skipIf(leaveOut('chromium'))('why a passage was found, on the page', () => {
  const fake = useFakePage();

  it('stands folded below the answer and opens by keyboard', async () => {
    const { page, context, complaints } = await openPage(fake.browser(), fake.url());
    await askOnPage(page, question);
    const opener = page.getByText(words.open);
    expect(await page.locator('.why-bars').isVisible()).toBe(false);
    await opener.focus();
    await page.keyboard.press('Enter');
    await page.locator('.why-bars').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.why-bars').waitFor({ state: 'hidden' });
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('says the words with their parts and places, what is missing, and what raised or lowered it', async () => {
    const { page, context } = await openPage(fake.browser(), fake.url());
    await askOnPage(page, question);
    await unfold(page);
    const rows = page.getByRole('list', { name: words.words }).getByRole('listitem');
    expect((await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())).toEqual([
      'bồi dưỡng 41% đề mục, nội dung, tên văn bản',
      'tiết 27% nội dung',
      'công chức 15% nội dung, tên văn bản',
      `thời gian ${words.origins.synonym} 10% đề mục`,
      `năm ${words.origins.corrected} 6% nội dung`,
      `mỗi ${words.share(0)} nội dung`,
    ]);
    await page.getByText(words.absent(hoursReason.absent.join(', '))).waitFor();
    const factors = page.getByRole('list', { name: words.factors }).first().getByRole('listitem');
    expect(await factors.allTextContents()).toEqual([
      `${words.raises} Một dòng của đoạn giữ 82% câu hỏi.`,
      `${words.raises} Có con số, ngày hoặc định nghĩa mà câu hỏi cần.`,
      `${words.lowers} Không có hiệu lực vào ngày hỏi.`,
      // A factor without a sentence is called by its key.
      `${words.raises} chua_dat_ten`,
    ]);
    await context.close();
  });

  it('draws each bar as long as the part of its word', async () => {
    const { page, context } = await openPage(fake.browser(), fake.url());
    await askOnPage(page, question);
    await unfold(page);
    const widths = await page
      .locator('.why-bar > span')
      .evaluateAll((bars) =>
        bars.map(
          (bar) =>
            bar.getBoundingClientRect().width / (bar.parentElement?.getBoundingClientRect().width ?? 1),
        ),
      );
    const most = Math.max(...hoursReason.words.map(({ share }) => share));
    expect(widths).toHaveLength(hoursReason.words.length);
    for (const [at, { share }] of hoursReason.words.slice(0, -1).entries()) {
      expect(widths[at]).toBeCloseTo(share / most, 2);
    }
    // The least of them is still seen.
    expect(widths.at(-1)).toBeGreaterThan(0.005);
    await context.close();
  });

  it('says of what is offered beside the answer how near it came', async () => {
    const { page, context } = await openPage(fake.browser(), fake.url());
    await askOnPage(page, question);
    await unfold(page);
    const near = page.locator('.why-near > ol > li');
    expect(await near.count()).toBe(1);
    const said = await near.first().innerText();
    expect(said).toContain('Lãnh đạo cấp phòng học thêm bao nhiêu tiết?');
    expect(said).toContain(words.beside(Math.round((100 * nearReason.score) / hoursReason.score)));
    expect(said).toContain('học thêm');
    await context.close();
  });

  it('is not there where nothing was ranked', async () => {
    const { page, context } = await openPage(fake.browser(), fake.url());
    await askOnPage(page, 'Hiện có những văn bản nào?');
    expect(await page.getByText(words.open).count()).toBe(0);
    await context.close();
  });

  it.each([
    ['desktop', 'light'],
    ['desktop', 'dark'],
    ['phone', 'light'],
    ['phone', 'dark'],
    ['smallest', 'light'],
  ] as const)('passes the accessibility rules and fits, %s and %s', async (window, theme) => {
    const { page, context, complaints } = await openPage(fake.browser(), fake.url(), window, theme);
    await askOnPage(page, question);
    await takePicture(page, `web-${window}-${theme}-9-why-folded`);
    await unfold(page);
    await page.locator('.why').evaluate((panel) => panel.scrollIntoView());
    await takePicture(page, `web-${window}-${theme}-9-why`);
    expect(await violations(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    expect(await tooSmall(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

async function unfold(page: Page): Promise<void> {
  await page.getByText(words.open).click();
  await page.locator('.why[open] .why-source').waitFor();
}

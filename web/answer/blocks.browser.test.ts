import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { leaveOut } from '../../testing/prerequisites.ts';
import { askOnPage, openPage, takePicture } from '../../testing/web/browser.ts';
import { useFakePage } from '../../testing/web/fakePage.ts';
import {
  findings,
  hostileWords,
  reportBytes,
  reportName,
  reportTable,
  ruleLabel,
  ruleWords,
  writtenApart,
} from '../../testing/web/fakeRecord.ts';
import { gapQuestion, hostileQuestion, reportQuestion } from '../../testing/web/fakeRespond.ts';
import { tooSmall, tooWide, violations } from '../../testing/web/pageChecks.ts';
import { texts } from '../texts.ts';

describe.skipIf(leaveOut('chromium'))('answers about records on the page', () => {
  const fake = useFakePage();

  it.each([
    ['desktop', 'light'],
    ['desktop', 'dark'],
    ['phone', 'light'],
    ['phone', 'dark'],
  ] as const)('pass the accessibility rules folded and unfolded, %s and %s', async (window, theme) => {
    const { page, context, complaints } = await openPage(fake.browser(), fake.url(), window, theme);
    await askOnPage(page, gapQuestion);
    await takePicture(page, `web-${window}-${theme}-7-gaps`);
    await askOnPage(page, reportQuestion);
    await takePicture(page, `web-${window}-${theme}-8-report`);
    expect(complaints).toEqual([]);
    await askOnPage(page, hostileQuestion);
    expect(await violations(page)).toEqual([]);
    await unfoldAll(page);
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  it.each([320, 360, 1280])('never make the page scroll sideways at %d px', async (width) => {
    const { page, context } = await openPage(fake.browser(), fake.url());
    await page.setViewportSize({ width, height: 800 });
    for (const question of [gapQuestion, reportQuestion, hostileQuestion]) await askOnPage(page, question);
    await unfoldAll(page);
    expect(await tooWide(page)).toEqual([]);
    expect(await tooSmall(page)).toEqual([]);
    const thread = page.getByLabel(texts.thread);
    expect(await thread.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    await context.close();
  });

  it('say each finding whole, with its status as a word', async () => {
    const { page, context } = await openPage(fake.browser(), fake.url());
    await askOnPage(page, gapQuestion);
    const cards = page.locator('.finding');
    expect(await cards.count()).toBe(findings.length);
    for (const [index, finding] of findings.entries()) {
      const card = cards.nth(index);
      await card.getByRole('heading', { level: 4, name: finding.title, exact: true }).waitFor();
      const { basis, reason, fact, due, nextStep, mark } = finding;
      const said = [texts.finding.status[finding.status], basis, reason, fact, due, nextStep, mark];
      for (const words of said.filter((one) => one !== null)) {
        await card.getByText(words, { exact: true }).waitFor();
      }
      expect(await card.getByRole('listitem').allInnerTexts()).toEqual(finding.settledBy);
      expect(await card.locator('dt').count()).toBe(
        [fact, due, nextStep].filter((one) => one !== null).length + (finding.settledBy.length > 0 ? 1 : 0),
      );
    }
    await page.getByRole('heading', { level: 3, name: 'Việc nên làm tiếp:' }).waitFor();
    await context.close();
  });

  it('unfold the provision by keyboard, word for word, and open it in its document', async () => {
    const { page, context, complaints } = await openPage(fake.browser(), fake.url());
    await askOnPage(page, gapQuestion);
    expect(await page.locator('blockquote:visible').count()).toBe(0);
    await tabBackTo(page, `Căn cứ: ${ruleLabel}`);
    const outline = await page.evaluate(
      () => document.activeElement && getComputedStyle(document.activeElement).outlineStyle,
    );
    expect(outline).toBe('solid');
    await page.keyboard.press('Enter');
    expect(await page.locator('blockquote:visible').allInnerTexts()).toEqual([ruleWords]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('mark').first().waitFor();
    expect((await page.locator('mark').allInnerTexts()).join('\n')).toBe(ruleWords);
    await page.keyboard.press('Escape');
    await page.locator('mark').first().waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('citation');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('quote a provision whose document is not stored without a way into it', async () => {
    const { page, context } = await openPage(fake.browser(), fake.url());
    await askOnPage(page, gapQuestion);
    const card = page.locator('.finding').nth(1);
    await card.locator('summary').click();
    expect(await card.locator('blockquote').innerText()).toBe(findings[1]?.quote);
    expect(await card.getByRole('link').count()).toBe(0);
    await card.getByRole('button', { name: /^Chép điều khoản/ }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `“${findings[1]?.quote}”\n(${findings[1]?.label})`,
    );
    await context.close();
  });

  it('show a table with its caption, its headings and its figures to the right', async () => {
    const { page, context } = await openPage(fake.browser(), fake.url());
    await askOnPage(page, reportQuestion);
    const table = page.getByRole('table', { name: reportTable.title });
    const heads = await table.getByRole('columnheader').allInnerTexts();
    expect(heads).toEqual(reportTable.columns.map(({ label }) => label));
    // The last row begins with nothing, which is no heading.
    expect(await table.getByRole('rowheader').allInnerTexts()).toEqual(
      reportTable.rows.slice(0, -1).map(([first]) => first),
    );
    const cells = await table
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) =>
          [...row.children].map((cell) => [cell.textContent, getComputedStyle(cell).textAlign]),
        ),
      );
    expect(cells).toEqual(
      reportTable.rows.map((row) => row.map((cell, at) => [cell, reportTable.columns[at]?.align])),
    );
    expect(await frameOf(table).getAttribute('tabindex')).toBeNull();
    await context.close();
  });

  it('scroll a wide table inside its own frame, by keyboard too', async () => {
    const { page, context } = await openPage(fake.browser(), fake.url());
    await page.setViewportSize({ width: 360, height: 800 });
    await askOnPage(page, reportQuestion);
    const frame = frameOf(page.getByRole('table', { name: reportTable.title }));
    await page.locator('.table[tabindex="0"]').waitFor();
    await frame.focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => (document.querySelector('.table')?.scrollLeft ?? 0) > 0);
    await frame.evaluate((element) => element.scrollTo({ left: element.scrollWidth }));
    const caption = await page.locator('caption span').boundingBox();
    expect(caption?.x).toBeGreaterThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.locator('.table:not([tabindex])').waitFor();
    await context.close();
  });

  it('keep the place of a picture and say it in words', async () => {
    const { page, context } = await openPage(fake.browser(), fake.url());
    await askOnPage(page, gapQuestion);
    const picture = page.locator('.picture');
    const image = picture.getByRole('img');
    const [natural, box] = await image.evaluate(async (element) => {
      if (!(element instanceof HTMLImageElement)) throw new Error('no image');
      await element.decode();
      return [
        [element.naturalWidth, element.naturalHeight],
        [element.width / element.height, element.naturalWidth / element.naturalHeight],
      ] as const;
    });
    expect(natural.map(String)).toEqual([
      await image.getAttribute('width'),
      await image.getAttribute('height'),
    ]);
    expect(box[0]).toBeCloseTo(box[1], 1);
    const alt = await image.getAttribute('alt');
    expect(alt).toBe(`Đạt 1/5 yêu cầu, thiếu 2, 2 chưa đủ dữ liệu để kết luận. ${texts.picture.moreBelow}`);
    expect(await picture.getByRole('listitem').count()).toBe(0);
    await picture.getByText(texts.picture.inWords).press('Enter');
    expect(await picture.getByRole('listitem').allInnerTexts()).toEqual([
      'Đạt 1/5 yêu cầu, thiếu 2, 2 chưa đủ dữ liệu để kết luận.',
      ...findings.map(({ status, title }) => `${texts.finding.status[status]}: ${title}.`),
    ]);
    await context.close();
  });

  it('hand over a file and a picture with their names and bytes, and forget them afterwards', async () => {
    const { page, context, complaints } = await openPage(fake.browser(), fake.url());
    await page.evaluate(() => {
      const revoke = URL.revokeObjectURL;
      const revoked: string[] = [];
      URL.revokeObjectURL = (address) => {
        revoked.push(address);
        revoke(address);
      };
      Object.assign(window, { revoked });
    });
    await askOnPage(page, reportQuestion);
    await page.clock.install();
    const file = await download(page, page.getByRole('button', { name: `${texts.file.save} ${reportName}` }));
    expect(file.name).toBe(reportName);
    expect(file.bytes.equals(reportBytes)).toBe(true);
    await page.getByText('Bảng tính Excel · 14 KB').waitFor();
    await page.clock.runFor(60_000);
    expect(await page.evaluate('window.revoked.length')).toBe(1);
    await page.clock.resume();

    await askOnPage(page, gapQuestion);
    const shown = await page.locator('.picture img').getAttribute('src');
    const picture = await download(page, page.getByRole('button', { name: texts.picture.save }));
    expect(picture.name).toMatch(/^dat-chuan-\d{4}-\d\d-\d\d\.png$/);
    expect(`data:image/png;base64,${picture.bytes.toString('base64')}`).toBe(shown);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('show hostile words as the words they are', async () => {
    const { page, context } = await openPage(fake.browser(), fake.url());
    await askOnPage(page, hostileQuestion);
    await unfoldAll(page);
    const answer = page.getByRole('article').last();
    const said = (await answer.textContent()) ?? '';
    // The title; ten places of the finding and its provision; four of the table; two sentences; the file.
    expect(said.split(hostileWords).length - 1).toBeGreaterThanOrEqual(17);
    expect(said).toContain(writtenApart);
    expect(await page.evaluate('window.hurt')).toBeUndefined();
    expect(await answer.locator('script, b, img[src="x"]').count()).toBe(0);
    await answer.getByText(texts.table.noRows).waitFor();
    await answer.getByText(texts.force.not_yet).waitFor();
    const file = await download(page, answer.locator('.file'));
    expect(file.bytes).toHaveLength(0);
    expect(await page.evaluate('window.hurt')).toBeUndefined();
    await context.close();
  });

  it('tell who can see them, and only then', async () => {
    const { page, context } = await openPage(fake.browser(), fake.url());
    await askOnPage(page, 'bao nhiêu tiết?');
    expect(await page.getByText(texts.personal).count()).toBe(0);
    await askOnPage(page, gapQuestion);
    expect(await page.getByRole('article').last().getByText(texts.personal).count()).toBe(1);
    await context.close();
  });
});

function frameOf(table: Locator): Locator {
  return table.locator('xpath=..');
}

/** Opens everything that is folded. */
async function unfoldAll(page: Page): Promise<void> {
  await page.locator('.log details').evaluateAll((all) => {
    for (const details of all) details.setAttribute('open', '');
  });
}

async function download(
  page: Page,
  button: Locator,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [begun] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: begun.suggestedFilename(), bytes: await readFile(await begun.path()) };
}

async function tabBackTo(page: Page, words: string): Promise<void> {
  for (let step = 0; step < 30; step++) {
    await page.keyboard.press('Shift+Tab');
    const focused = await page.evaluate(() => document.activeElement?.textContent?.trim());
    if (focused === words) return;
  }
  throw new Error(`the keyboard does not reach “${words}”`);
}

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Identity } from '../../store/access/identity.ts';
import { leaveOut } from '../../testing/prerequisites.ts';
import { askOnPage } from '../../testing/web/browser.ts';
import { useDeskPage } from '../../testing/web/deskPage.ts';
import { sampleDecision, useDocumentDesk } from '../../testing/web/documentDesk.ts';
import { tooSmall, tooWide, violations } from '../../testing/web/pageChecks.ts';
import { texts as pageTexts } from '../texts.ts';
import { texts } from './texts.ts';

const number = '0817/2026/QĐ-UBND';
/** Both sizes and both themes; colours are the same in either size. */
const looks = [
  [1280, 800, 'light'],
  [390, 844, 'dark'],
] as const;

/** A process of its own reads each file, which may take its time on a busy machine. */
const whileReading = { timeout: 40_000 };

/** The real page, server, queue, readers, search and embedded database. */
describe.skipIf(leaveOut('chromium'))('documents on the page', () => {
  const test = useDocumentDesk();
  const desk = useDeskPage(test, () => '2026-11-22');
  const openAs = (identity: Identity) => desk.openAs(identity, '/#/quan-ly');

  it('are for admins: others find no way there, and are told so if they come', async () => {
    const { page, context } = await openAs(test.people().staffOfProvince);
    await page.getByText(texts.onlyAdmins).waitFor();
    expect(await page.getByRole('button', { name: texts.upload.choose }).count()).toBe(0);
    await page.getByRole('button', { name: pageTexts.account.menu('Phạm Anh Dũng') }).click();
    await page.getByRole('button', { name: pageTexts.account.signOut }).waitFor();
    expect(await page.getByRole('link', { name: pageTexts.account.manage }).count()).toBe(0);
    await context.close();
  });

  it('go from a dropped file over the review to an answer that quotes it, and to its next version', {
    timeout: 150_000,
  }, async () => {
    const { page, context, complaints } = await openAs(test.people().admin);
    await page.getByRole('button', { name: texts.upload.choose }).waitFor();
    await drop(page, [
      ['quyet-dinh.txt', sampleDecision({ number })],
      ['hong.pdf', '%PDF-1.7 chỉ có đầu tệp'],
      ['rong.txt', ''],
    ]);
    await page.getByText(texts.upload.empty).waitFor();
    await page.getByText(texts.upload.ready, { exact: true }).waitFor(whileReading);
    await page
      .getByText(/“hong.pdf” là PDF nhưng bị hỏng/)
      .first()
      .waitFor(whileReading);
    await looksWell(page);

    // What the server knows outlives the page.
    await page.reload();
    await page.getByRole('link', { name: `Quyết định ${number}` }).waitFor();
    await page.getByRole('button', { name: `${texts.list.states.failed} (1)` }).click();
    expect(await page.getByRole('link', { name: `Quyết định ${number}` }).count()).toBe(0);
    await page.getByText(/“hong.pdf” là PDF nhưng bị hỏng/).waitFor();
    const original = await page
      .getByRole('link', { name: texts.list.originalOf('hong.pdf') })
      .getAttribute('href');
    expect(await (await page.request.get(`${desk.url()}${original}`)).text()).toBe('%PDF-1.7 chỉ có đầu tệp');
    await looksWell(page);
    await page.getByRole('button', { name: texts.list.discardOf('hong.pdf') }).click();
    await page.getByRole('dialog').getByRole('button', { name: texts.list.discard }).click();
    await page.getByRole('button', { name: `${texts.list.states.failed} (0)` }).waitFor();
    await page.getByRole('button', { name: `${texts.list.states.draft} (1)` }).click();
    await page.getByRole('link', { name: `Quyết định ${number}` }).click();

    const issued = page.getByLabel(texts.review.fields.issued);
    await issued.fill('31/02/2026');
    await page.getByLabel(texts.review.fields.signer).fill('Nguyễn Thị Mẫu');
    await page.getByRole('button', { name: texts.review.save }).click();
    await page.getByText(/và phải có thật/).waitFor();
    await expect.poll(() => issued.evaluate((field) => field === document.activeElement)).toBe(true);
    await looksWell(page);
    await issued.fill('21/3/2026');
    await page.keyboard.press('Enter');
    await page.getByText(texts.review.saved).waitFor();
    await page.getByRole('button', { name: texts.review.show('điểm a khoản 2 Điều 2') }).click();
    expect(await page.locator('mark').innerText()).toBe(
      'Có bằng tốt nghiệp đại học trở lên thuộc ngành luật, hành chính;',
    );
    expect(await page.locator('.proposal-understood').first().innerText()).toMatch(/đại học/);
    await page.getByRole('button', { name: texts.review.toProposal }).click();
    await page.getByRole('button', { name: texts.review.approveOf('1'), exact: true }).click();
    await page
      .getByRole('button', { name: texts.review.approveOf('1'), exact: true, pressed: true })
      .waitFor();
    await publish(page);
    await page.getByText(texts.review.rules(1)).waitFor();

    await page.getByRole('link', { name: texts.backToChat }).last().click();
    await askOnPage(page, 'người làm công tác ươm tạo sáng kiến bồi dưỡng tối thiểu mấy ngày mỗi năm?');
    const answer = page.getByRole('article').last();
    expect(await answer.locator('blockquote').first().innerText()).toContain('tối thiểu 9 ngày');
    expect(await answer.innerText()).toContain(number);

    await page.goto(`${desk.url()}/#/quan-ly`);
    await page
      .locator('input[type=file]')
      .setInputFiles([
        textFile('lai.txt', sampleDecision({ number })),
        textFile('ban-2.txt', sampleDecision({ number, days: 12 }).replace('20 tháng 3', '21 tháng 3')),
      ]);
    await page.getByText(texts.upload.published).waitFor();
    await page.getByRole('link', { name: texts.upload.reviewOf('ban-2.txt') }).click(whileReading);
    await page
      .getByRole('radio', { name: texts.review.replaces(`Quyết định ${number}`), checked: true })
      .waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: texts.review.compareWith(`Quyết định ${number}`) }).click();
    await expectDifference(page);
    await looksWell(page);
    await page.goBack();
    await publish(page);
    await page.getByRole('link', { name: texts.review.openStored }).click();
    await looksWell(page);
    await page.getByRole('link', { name: texts.stored.comparePreviousOf(2) }).click();
    await expectDifference(page);
    await page.goBack();
    await page.getByRole('link', { name: texts.stored.version(1), exact: true }).click();
    await page.getByText(texts.stored.states.replaced, { exact: true }).waitFor();
    await page.getByRole('link', { name: texts.stored.read }).click();
    await page.getByText(pageTexts.standing.replaced).waitFor();
    // Closing the reader leads back to where it was opened.
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: texts.stored.newer }).click();

    await page.getByRole('button', { name: texts.stored.remove, exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: texts.stored.removeNext }).click();
    await page.getByRole('heading', { name: texts.stored.removeAgain }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: texts.stored.unpublish }).click();
    await page.getByRole('dialog').getByRole('button', { name: texts.stored.unpublish }).click();
    await page.getByText(texts.stored.states.withdrawn, { exact: true }).first().waitFor();
    await page.getByRole('link', { name: texts.stored.version(1), exact: true }).click();
    await page.getByText(texts.stored.states.replaced, { exact: true }).first().waitFor();
    await page.getByRole('button', { name: texts.stored.restore }).click();
    await page.getByRole('dialog').getByRole('button', { name: texts.stored.restore }).click();
    await page.getByText(texts.stored.restored(`Quyết định ${number}`)).waitFor();
    await page.getByText(texts.stored.states.live, { exact: true }).first().waitFor();
    await looksWell(page);
    await page.getByRole('link', { name: texts.logTitle }).click();
    await page.getByText(texts.log.actions.unpublished).waitFor();
    await page.getByText(texts.log.actions.restored).waitFor();
    await looksWell(page);
    expect(complaints.filter((line) => !/status of 400/.test(line))).toEqual([]);
    await context.close();
  });
});

async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: texts.review.publish, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: texts.review.publishGo, exact: true }).click();
  await page.getByText(texts.review.published(`Quyết định ${number}`)).waitFor();
}

/** The change is to be seen, and to be heard. */
async function expectDifference(page: Page): Promise<void> {
  const change = page.getByRole('listitem').filter({ hasText: 'khoản 1 Điều 1' });
  await change.waitFor();
  expect(await change.locator('del').innerText()).toMatch(/^\[−\s*bỏ:\s*9\s*−\]$/);
  expect(await change.locator('ins').innerText()).toMatch(/^\[\+\s*thêm:\s*12\s*\+\]$/);
}

const textFile = (name: string, body: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(body),
});

async function drop(page: Page, files: readonly (readonly [name: string, body: string])[]): Promise<void> {
  const dataTransfer = await page.evaluateHandle((all) => {
    const data = new DataTransfer();
    for (const [name, body] of all) data.items.add(new File([body], name));
    return data;
  }, files);
  await page.dispatchEvent('.drop', 'drop', { dataTransfer });
}

/** What is shown passes the rules in both themes, and fits a desktop and a phone. */
async function looksWell(page: Page): Promise<void> {
  for (const [width, height, colorScheme] of looks) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-theme=${colorScheme}]`).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    expect(await tooSmall(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

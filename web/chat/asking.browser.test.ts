import { describe, expect, it } from 'vitest';
import type { Message, Respond } from '../../bot/message.ts';
import { leaveOut } from '../../testing/prerequisites.ts';
import { askOnPage, openPage, takePicture } from '../../testing/web/browser.ts';
import { useFakePage } from '../../testing/web/fakePage.ts';
import { fakeRespond, hoursWords, slowQuestion } from '../../testing/web/fakeRespond.ts';
import { startFakeServer } from '../../testing/web/fakeServer.ts';
import { longDirective } from '../../testing/web/inventedDirective.ts';
import { texts } from '../texts.ts';

const hoursQuestion = 'Mỗi năm công chức phải học bồi dưỡng bao nhiêu tiết?';
const hoursCitation = /khoản 1 Điều 4 Quyết định 41/;

describe.skipIf(leaveOut('chromium'))('the web chat in a browser', () => {
  const asked: Message[] = [];
  const answer = fakeRespond(5);
  const respond: Respond = (message) => {
    asked.push(message);
    return answer(message);
  };
  const fake = useFakePage({ respond });

  describe.each([
    ['desktop', 'light'],
    ['desktop', 'dark'],
    ['phone', 'light'],
    ['phone', 'dark'],
  ] as const)('on a %s window in the %s theme', (window, theme) => {
    it('asks, follows the citation to the marked words, and comes back to the citation', async () => {
      const { page, context, complaints } = await openPage(fake.browser(), fake.url(), window, theme);
      await page.getByRole('button', { name: 'Hiện có những văn bản nào?' }).waitFor();
      await takePicture(page, `web-${window}-${theme}-1-start`);

      await askOnPage(page, hoursQuestion);
      const citation = page.getByRole('link', { name: hoursCitation });
      expect(await page.locator('blockquote').innerText()).toBe(hoursWords);
      await takePicture(page, `web-${window}-${theme}-2-answer`);

      await citation.click();
      const marks = page.locator('mark');
      await marks.first().waitFor();
      expect((await marks.allInnerTexts()).join('\n')).toBe(hoursWords);
      expect(await marks.first().evaluate(isInWindow)).toBe(true);
      await page.getByRole('heading', { name: 'Điều 4. Thời gian bồi dưỡng tối thiểu' }).waitFor();
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
        'Quyết định 41/2026/QĐ-UBND',
      );
      await takePicture(page, `web-${window}-${theme}-3-document`);

      await page.keyboard.press('Escape');
      await marks.first().waitFor({ state: 'detached' });
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('citation');
      expect(new URL(page.url()).hash).toBe('');

      await askOnPage(page, 'Lớp kỹ năng số học khi nào?');
      for (const badge of [texts.force.not_yet, texts.press, texts.sample]) {
        await page.getByText(badge, { exact: true }).last().waitFor();
      }
      await takePicture(page, `web-${window}-${theme}-4-warning`);
      expect(complaints).toEqual([]);
      await context.close();
    });
  });

  it('walks back through documents and list with the buttons of the browser', async () => {
    const { page, context, complaints } = await openPage(fake.browser(), fake.url());
    await page.getByRole('link', { name: texts.documentsButton }).click();
    await page.getByText(texts.documentsCount(3)).waitFor();
    await page.getByRole('link', { name: /07\/2098/ }).click();
    await page.getByRole('heading', { level: 2, name: 'Thông tư 07/2098/TT-ĐTBD' }).waitFor();
    await page.goBack();
    await page.getByText(texts.documentsCount(3)).waitFor();
    await page.goForward();
    await page.getByRole('button', { name: texts.close }).click();
    await page.getByRole('complementary').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('opens a deep link at the quoted words, far down in a long document', async () => {
    const start = longDirective.text.indexOf('Điều 150.');
    const { page, context, complaints } = await openPage(
      fake.browser(),
      `${fake.url()}/#/van-ban/3?tu=${start}&den=${start + 20}`,
      'phone',
    );
    await page.locator('mark').waitFor();
    expect(await page.locator('mark').innerText()).toBe(longDirective.text.slice(start, start + 20));
    expect(await page.locator('mark').evaluate(isInWindow)).toBe(true);
    await page.getByRole('button', { name: texts.close }).click();
    await page.getByRole('heading', { name: texts.welcomeTitle.join('') }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('jumps to an article from the outline', async () => {
    const { page, context } = await openPage(fake.browser(), `${fake.url()}/#/van-ban/3`);
    await page.getByText(texts.outline, { exact: true }).click();
    await page.getByRole('button', { name: /^Điều 121\./ }).click();
    const heading = page.getByRole('heading', { name: /^Điều 121\./ });
    expect(await heading.evaluate(isInWindow)).toBe(true);
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
    await context.close();
  });

  it('shows the label of a pressed choice and sends what stands behind it', async () => {
    const { page, context } = await openPage(fake.browser(), fake.url());
    await askOnPage(page, hoursQuestion);
    const label = 'Học trực tuyến có được tính không?';
    await page.getByRole('button', { name: label }).click();
    await page.getByRole('heading', { name: label }).waitFor();
    await expect.poll(() => asked.at(-1)?.text).toBe('khoản 3 Điều 4 41/2026/QĐ-UBND');
    expect(asked.at(-1)?.conversation).toBe(asked.at(-2)?.conversation);
    await context.close();
  });

  it('sends a recording or a photo of a question', async () => {
    const { page, context, complaints } = await openPage(fake.browser(), fake.url());
    const chosen = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: texts.attachVoice }).click();
    const recording = { name: 'ghi âm.m4a', mimeType: 'audio/mp4', buffer: Buffer.from('lời nói') };
    await (await chosen).setFiles(recording);
    await page.getByRole('heading', { name: texts.sentFile('ghi âm.m4a') }).waitFor();
    await expect.poll(() => asked.at(-1)?.file?.name).toBe('ghi âm.m4a');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('copies the exact words together with their citation', async () => {
    const { page, context } = await openPage(fake.browser(), fake.url());
    await askOnPage(page, hoursQuestion);
    await page.getByRole('button', { name: texts.copyMeaning(1) }).click();
    await page.getByRole('button', { name: texts.copied }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `“${hoursWords}”\n(khoản 1 Điều 4 Quyết định 41/2026/QĐ-UBND (hiệu lực từ 01/7/2026))`,
    );
    await context.close();
  });

  it('leaves Enter to the input method while a syllable is being composed, and Shift+Enter to the text', async () => {
    const { page, context } = await openPage(fake.browser(), fake.url());
    const field = page.getByLabel(texts.composerLabel);
    await field.fill('tiê');
    await field.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    await field.press('Shift+Enter');
    expect(await field.inputValue()).toBe('tiê\n');
    expect(await page.getByRole('article').count()).toBe(0);
    await context.close();
  });

  it('says that a question is too long and keeps it', async () => {
    const { page, context } = await openPage(fake.browser(), fake.url());
    const field = page.getByLabel(texts.composerLabel);
    await field.fill('dài '.repeat(501));
    await field.press('Enter');
    await page.getByText(texts.tooLong('2.004', '2.000')).waitFor();
    expect(await page.getByRole('article').count()).toBe(0);
    expect((await field.inputValue()).length).toBe(2004);
    await context.close();
  });

  it('stops an answer on demand and offers to ask again', async () => {
    const { page, context, complaints } = await openPage(fake.browser(), fake.url());
    await page.getByLabel(texts.composerLabel).fill(slowQuestion);
    await page.keyboard.press('Enter');
    await page.getByText('Đang tìm trong các văn bản đã nạp…').waitFor();
    await page.getByRole('button', { name: texts.stop }).click();
    await page.getByText(texts.stopped).waitFor();
    await page.getByRole('button', { name: texts.retry }).click();
    await page.getByRole('link', { name: hoursCitation }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('tells kindly when the server is gone, keeps the question, and answers it on retry', async () => {
    const lost = await startFakeServer();
    const { page, context } = await openPage(fake.browser(), lost.url);
    await page.getByLabel(texts.composerLabel).fill(slowQuestion);
    await page.keyboard.press('Enter');
    await page.getByText('Đang tìm trong các văn bản đã nạp…').waitFor();
    await lost.close();
    await page.getByText(texts.interrupted).waitFor();
    await takePicture(page, 'web-desktop-light-5-interrupted');

    await page.getByRole('button', { name: texts.retry }).click();
    await page.getByText(texts.unreachable).waitFor();
    await page.getByRole('heading', { name: slowQuestion }).waitFor();
    const back = await startFakeServer({ port: Number(new URL(lost.url).port) });
    await page.getByRole('button', { name: texts.retry }).click();
    await page.getByRole('link', { name: hoursCitation }).waitFor();
    expect(await page.getByRole('article').count()).toBe(1);
    await context.close();
    await back.close();
  });
});

/** Runs in the page. */
function isInWindow(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight;
}

import { describe, expect, it } from 'vitest';
import { leaveOut } from '../../testing/prerequisites.ts';
import { askOnPage, openPage, takePicture } from '../../testing/web/browser.ts';
import { useFakePage } from '../../testing/web/fakePage.ts';
import { successorWords, supersededQuestion } from '../../testing/web/fakeRespond.ts';
import { tooWide, violations } from '../../testing/web/pageChecks.ts';
import { texts } from '../texts.ts';

describe.skipIf(leaveOut('chromium'))('words that hold no longer', () => {
  const fake = useFakePage();

  it.each(['desktop', 'phone'] as const)(
    'are marked, and lead to their successor, on a %s',
    async (window) => {
      const { page, context, complaints } = await openPage(fake.browser(), fake.url(), window);
      await askOnPage(page, supersededQuestion);
      await page.getByText(texts.force.superseded, { exact: true }).waitFor();
      await page.getByText(texts.succession.replaced).waitFor();
      await takePicture(page, `web-${window}-superseded`);
      expect(await tooWide(page)).toEqual([]);
      expect(await violations(page)).toEqual([]);
      await page.getByRole('link', { name: /khoản 2 Điều 4 Quyết định 41/ }).click();
      await page.locator('mark').first().waitFor();
      expect((await page.locator('mark').allInnerTexts()).join('\n')).toBe(successorWords);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});

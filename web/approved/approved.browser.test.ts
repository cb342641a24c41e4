import { beforeAll, describe, expect, it } from 'vitest';
import { noteQuestion } from '../../answer/approved/asked.ts';
import { vietnamDay } from '../../domain/day.ts';
import type { Identity } from '../../store/access/identity.ts';
import { saveDirective } from '../../store/directives.ts';
import { retireDirective } from '../../store/standing.ts';
import { leaveOut } from '../../testing/prerequisites.ts';
import { sampleDirective } from '../../testing/sampleDirective.ts';
import { askOnPage } from '../../testing/web/browser.ts';
import { useDeskPage } from '../../testing/web/deskPage.ts';
import { useDocumentDesk } from '../../testing/web/documentDesk.ts';
import { tooSmall, tooWide, violations } from '../../testing/web/pageChecks.ts';
import { texts as consoleTexts } from '../documents/texts.ts';
import { texts } from './texts.ts';

const looks = [
  [1280, 800, 'light'],
  [390, 844, 'dark'],
] as const;

/** The real page, server, search and embedded database. */
describe.skipIf(leaveOut('chromium'))('approved answers on the page', () => {
  const test = useDocumentDesk();
  const desk = useDeskPage(test, () => vietnamDay(new Date()));
  let directive = 0;

  beforeAll(async () => {
    const database = test.database();
    const stored = await saveDirective(
      database,
      sampleDirective({ number: '88/2026/QĐ-UBND', type: 'Quyết định', effective: '2020-01-01' }, [
        { heading: 'Hỗ trợ', clauses: ['Công chức học thạc sĩ được hỗ trợ 40 triệu đồng.'] },
        { heading: 'Thời gian', clauses: ['Thời gian học không quá 24 tháng.'] },
      ]),
    );
    directive = stored.id;
    await noteQuestion(database, 'nuôi ong mật trên sân thượng cơ quan', {
      kind: 'not_found',
      reason: { why: 'nothing_fits' },
      near: [],
    });
  });
  const openAs = (identity: Identity) => desk.openAs(identity, '/#/quan-ly/tra-loi');

  it('are for admins, of the page and of the addresses behind it', async () => {
    const { page, context } = await openAs(test.people().staffOfProvince);
    await page.getByText(consoleTexts.onlyAdmins).waitFor();
    const cookie = await test.signIn(desk.url(), test.people().staffOfProvince);
    const response = await fetch(`${desk.url()}/api/approved`, { headers: { cookie } });
    expect(response.status).toBe(403);
    await context.close();
  });

  it('are written to an unanswered question, approved, given in the chat, and stop when the source goes', async () => {
    const { page, context } = await openAs(test.people().admin);
    await page.getByRole('link', { name: texts.writeTo('nuoi ong mat tren san thuong co quan') }).click();
    await page.getByLabel(texts.questions).fill('công chức học thạc sĩ được hỗ trợ bao nhiêu tiền');
    await page.getByLabel(texts.words).fill('Được hỗ trợ 40 triệu đồng một lần.');
    await page.getByRole('button', { name: texts.save }).click();
    await page.getByRole('status').filter({ hasText: texts.noSource }).waitFor();
    await page.getByLabel(texts.search, { exact: true }).fill('hỗ trợ học thạc sĩ');
    await page.getByRole('button', { name: texts.searchGo, exact: true }).click();
    await page.getByRole('button', { name: /^Thêm căn cứ khoản 1 Điều 1/ }).click();
    for (const [width, height, colorScheme] of looks) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      expect(await tooWide(page)).toEqual([]);
      expect(await tooSmall(page)).toEqual([]);
      expect(await violations(page)).toEqual([]);
    }
    await page.getByRole('button', { name: texts.save }).click();
    await page.getByText(texts.states.proposed).waitFor();
    await page.getByLabel(texts.approverTitle).fill('Trưởng phòng Tổ chức');
    await page.getByRole('button', { name: texts.approve, exact: true }).click();
    await page.getByText(texts.approved).waitFor();

    await page.goto(`${desk.url()}/#/`);
    await askOnPage(page, 'cong chuc hoc cao hoc duoc ho tro may tien');
    await page.getByText('người duyệt: Quản trị (Trưởng phòng Tổ chức)').waitFor();

    await test.database().transaction((tx) => retireDirective(tx, directive, null));
    await page.goto(`${desk.url()}/#/quan-ly/tra-loi`);
    await page.getByText(texts.askedNone).waitFor();
    await page.getByRole('link', { name: /được hỗ trợ bao nhiêu tiền/ }).waitFor();
    expect(await page.getByText(texts.states.review).count()).toBeGreaterThan(0);
    for (const [width, height, colorScheme] of looks) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      expect(await tooWide(page)).toEqual([]);
      expect(await violations(page)).toEqual([]);
    }
    await context.close();
  });
});

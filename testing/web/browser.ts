import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { texts } from '../../web/texts.ts';

/** Sizes of window in which the page is tried. */
const windows = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  smallest: { viewport: { width: 320, height: 568 }, isMobile: true, hasTouch: true },
} as const;

export type WindowName = keyof typeof windows;
export type Theme = 'light' | 'dark';

/** Starts Debian's Chromium without anything that would look for a network. */
export function startBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export type OpenPage = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Everything that the page wrote to the console as a warning or an error, and every uncaught error. */
  readonly complaints: readonly string[];
};

/** Opens `url` in a fresh profile and waits until the page is ready to be asked. */
export async function openPage(
  browser: Browser,
  url: string,
  window: WindowName = 'desktop',
  colorScheme: Theme = 'light',
): Promise<OpenPage> {
  const context = await browser.newContext({
    ...windows[window],
    colorScheme,
    locale: 'vi-VN',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['warning', 'error'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
  return { page, context, complaints };
}

/** Types a question into the composer, sends it with Enter and waits for the end of the answer. */
export async function askOnPage(page: Page, question: string): Promise<void> {
  const before = await page.getByRole('article').count();
  await page.getByLabel(texts.composerLabel).fill(question);
  await page.keyboard.press('Enter');
  await page.getByRole('article').nth(before).waitFor();
  await page.getByRole('button', { name: texts.send }).waitFor();
}

const folder = fileURLToPath(new URL('../../.artifacts/screenshots/', import.meta.url));

/** Keeps a picture of the window under `.artifacts/screenshots/`, outside git. */
export async function takePicture(page: Page, name: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = `${folder}${name}.png`;
  await page.screenshot({ path });
  return path;
}

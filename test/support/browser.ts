import { describe } from '@jest/globals';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';

const executablePath = process.env['TEST_CHROMIUM'];

/** Tests in a browser. Without Chromium they are left out, which is said once before all tests. */
export const describeWithBrowser = executablePath ? describe : describe.skip;

/** Starts Chromium so that it asks nobody outside for anything. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: executablePath ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
}

/** An empty page of somebody who reads German, with cookies of its own. */
export async function newPage(browser: Browser, more: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    locale: 'de-DE',
    viewport: { width: 1280, height: 900 },
    ...more,
  });
  return context.newPage();
}

/** Presses something that leads to another page, or to the same one anew, and waits until it is there. */
export async function pressThrough(button: Locator): Promise<void> {
  const there = button.page().waitForEvent('load');
  await button.click();
  await there;
}

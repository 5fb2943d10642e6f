import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from '@jest/globals';
import type { Frame, Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const DESKTOP = { width: 1280, height: 900 };
/** A window of 1280 pixels at 400 % (WCAG 1.4.10). */
const NARROW = { width: 320, height: 640 };
const looks = [
  { colorScheme: 'light', viewport: DESKTOP },
  { colorScheme: 'dark', viewport: NARROW },
] as const;

/** Fails with every rule of axe that the page breaks as it is now shown, and where. */
export async function expectNoViolations(page: Page): Promise<void> {
  expect([page.url(), await violations(page)]).toEqual([page.url(), []]);
}

/**
 * Fails with whatever is wrong with this state of a page: what axe finds in light on a screen and in dark at
 * 320 pixels, and what would make one scroll to the side there, written from either side. That is every
 * colour and every layout once; `within` leaves the rest of the page to another check.
 */
export async function expectAccessible(page: Page, within = 'html'): Promise<void> {
  const found: string[] = [];
  for (const { colorScheme, viewport } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize(viewport);
    const broken = await violations(page, within);
    found.push(...broken.map((one) => `${colorScheme}, ${viewport.width} px: ${one}`));
  }
  found.push(...(await standingOut(page)));
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(DESKTOP);
  expect([page.url(), await page.title(), found]).toEqual([page.url(), expect.stringMatching(/\S/), []]);
}

/** What axe finds; a document in a frame is looked at on its own, with landmarks and headings of its own. */
async function violations(page: Page, within = 'html'): Promise<string[]> {
  const found = await violationsIn(page.mainFrame(), within);
  if (within !== 'html') return found;
  for (const frame of page.frames().filter((one) => one.parentFrame() !== null))
    if (await runsScripts(frame)) found.push(...(await violationsInSteady(frame, within)));
  return found;
}

/** A preview that loads anew while axe looks at it is looked at again. */
async function violationsInSteady(frame: Frame, within: string, tries = 3): Promise<string[]> {
  try {
    await frame.waitForLoadState();
    return await violationsIn(frame, within);
  } catch (error) {
    if (tries === 1 || !(error as Error).message.includes('Execution context was destroyed')) throw error;
    return violationsInSteady(frame, within, tries - 1);
  }
}

/** A letter in its frame runs no scripts, so that none can look at it either. */
async function runsScripts(frame: Frame): Promise<boolean> {
  const sandbox = await (await frame.frameElement()).getAttribute('sandbox');
  return sandbox === null || sandbox.split(' ').includes('allow-scripts');
}

/** The size of targets (WCAG 2.5.8) is measured only when asked for. */
async function violationsIn(frame: Frame, within: string): Promise<string[]> {
  if (await frame.evaluate(`typeof axe === 'undefined'`)) await frame.evaluate(axe);
  return frame.evaluate(`axe.run('${within}', { iframes: false, rules: { 'target-size': { enabled: true } } })
    .then(({ violations }) => violations.map(({ id, nodes }) =>
      '${frame.name()} ' + id + ': ' + nodes.map((node) => node.target.join(' ')).join(', ')))`);
}

/** What makes a page wider than 320 pixels; nothing where it needs no scrolling to the side. */
async function standingOut(page: Page): Promise<string[]> {
  await page.setViewportSize(NARROW);
  const found: string[] = [];
  for (const direction of ['ltr', 'rtl']) {
    found.push(
      ...(await page.evaluate<string[]>(`(() => {
        const { documentElement } = document;
        const was = documentElement.dir;
        documentElement.dir = '${direction}';
        const isWide = documentElement.scrollWidth > innerWidth;
        const out = [...document.body.querySelectorAll('*')].filter((one) => {
          const { left, right } = one.getBoundingClientRect();
          return isWide && (right > innerWidth + 1 || left < -1);
        });
        const wide = documentElement.scrollWidth;
        documentElement.dir = was;
        if (!isWide) return [];
        const names = out.slice(0, 8).map((one) => one.tagName.toLowerCase() + '.' + one.className);
        return ['${direction}: ' + wide + ' px wide with ' + names.join(', ')];
      })()`)),
    );
  }
  return found;
}

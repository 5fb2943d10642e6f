import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { RecoveryService } from '../../src/recovery/recovery.service.js';
import { expectAccessible } from '../support/accessibility.js';
import { startApp, type TestApp, until } from '../support/app.js';
import { describeWithBrowser, newPage, startBrowser } from '../support/browser.js';
import { scheduleWave, startCampaign, waveFinished } from '../support/campaign.js';
import { RowsSnapshot } from '../support/rows-snapshot.js';
import { signInOn } from '../support/staff.js';

/** A folder to put pictures of the pages into. */
const pictures = process.env['RESTORE_PICTURES'];

describeWithBrowser('a restore confirmed in the browser, every page accessible', () => {
  let app: TestApp;
  let browser: Browser;
  let page: Page;
  let wave: string;

  beforeAll(async () => {
    app = await startApp();
    browser = await startBrowser();
    page = await newPage(browser);
    await signInOn(page, app);
    const { surveyId } = await startCampaign(app, { people: 80 });
    app.mail.delayMs = 100;
    wave = await scheduleWave(app.api, surveyId, {
      kind: 'invitation',
      sendAt: 'now',
      ignoreCanary: true,
    });
    await until('some mails are out', () => app.mail.received.length >= 10);
    const dump = await RowsSnapshot.take(app.databaseUrl);
    app.mail.delayMs = 0;
    await waveFinished(app, wave);
    await dump.putBack();
    await until('the restore is noticed', async () => {
      await app.sweep();
      return (await app.rows('SELECT FROM sending_guard WHERE held_at IS NOT NULL')).length > 0;
    });
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const picture = async (name: string) => {
    if (pictures === undefined) return;
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [1280, 390]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await page.screenshot({ path: `${pictures}/${name}-${colorScheme}-${width}.png`, fullPage: true });
      }
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1280, height: 900 });
  };

  /** Presses a button, says yes to the question, and waits for the page that follows. */
  const pressAndConfirm = async (button: string) => {
    await page.getByRole('button', { name: button, exact: true }).click();
    const there = page.waitForEvent('load');
    await page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click();
    await there;
  };

  test('every page says it and leads to where it is decided', async () => {
    await page.goto(`${app.url}/console/surveys`);
    await expectAccessible(page);
    await picture('surveys');
    const there = page.waitForEvent('load');
    await page.getByRole('link', { name: 'Prüfen und freigeben' }).click();
    await there;
    expect(await page.locator('h1').innerText()).toBe('Nach einer Wiederherstellung');
    await expectAccessible(page);
    await picture('recovery');
  });

  test('two steps release it, and nobody gets a mail twice', async () => {
    await pressAndConfirm('Einladungen und Dankesmails freigeben');
    expect(await page.locator('main').innerText()).toContain('Erinnerungen sind noch angehalten');
    await expectAccessible(page);
    await picture('reminders');
    const undecided = page.locator('section', { has: page.getByRole('heading', { name: 'Unklare Mails' }) });
    expect(await undecided.getByRole('link', { name: 'Einladung' }).getAttribute('href')).toBe(
      `/console/waves/${wave}?state=uncertain#mails`,
    );
    await pressAndConfirm('Erinnerungen freigeben');
    expect(await page.locator('main').innerText()).toContain('Erinnerungen gehen wieder hinaus');
    await app.sweep();
    expect(app.mail.received).toHaveLength(80);
    await page.goto(`${app.url}/console/recovery`);
    expect(await page.locator('h1').innerText()).toBe('Nach einer Wiederherstellung');
    await expectAccessible(page);
    expect(await page.locator('main').innerText()).toContain('Unklare Mails');
    await picture('nothing');
  });

  test('held by hand, nobody is told that the database was restored', async () => {
    await app.app.get(RecoveryService, { strict: false }).hold();
    await page.goto(`${app.url}/console/lists`);
    const text = await page.locator('main').innerText();
    expect(text).toContain('Jemand hat ihn von Hand angehalten');
    expect(text).not.toContain('wiederhergestellt');
    await page.goto(`${app.url}/console/recovery`);
    expect(await page.locator('main').innerText()).toContain('Was fehlen kann');
    await expectAccessible(page);
    await picture('by-hand');
  });
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from '../support/accessibility.js';
import { startApp, type TestApp } from '../support/app.js';
import { describeWithBrowser, newPage, startBrowser } from '../support/browser.js';
import { importPeople, startCampaign } from '../support/campaign.js';
import { signInOn } from '../support/staff.js';

describeWithBrowser('erasing people in the browser, every page accessible', () => {
  let app: TestApp;
  let browser: Browser;
  let page: Page;
  let listId: string;

  beforeAll(async () => {
    app = await startApp();
    ({ listId } = await startCampaign(app, { people: 450 }));
    await startCampaign(app, { listId, people: 450, privacy: 'anonymous' });
    await importPeople(app.api, 1);
    browser = await startBrowser();
    page = await newPage(browser);
    await signInOn(page, app);
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  /** Presses a button that leads to another page, or to the same one anew. */
  const press = async (button: string): Promise<void> => {
    const there = page.waitForEvent('load');
    await page.getByRole('button', { name: button, exact: true }).click();
    await there;
  };

  const follow = async (link: RegExp | string): Promise<void> => {
    const there = page.waitForEvent('load');
    await page.getByRole('link', { name: link }).first().click();
    await there;
  };

  test('one person is looked for, looked at, and erased', async () => {
    await page.goto(`${app.url}/console/lists/${listId}`);
    await page.getByLabel('Adresse oder Name').fill('gibt es nicht');
    await press('Suchen');
    expect(await page.locator('main').innerText()).toContain('Niemand gefunden');
    await expectAccessible(page);
    await page.getByLabel('Adresse oder Name').fill('p1@leser.test');
    await press('Suchen');
    await expectAccessible(page);

    await follow(/^Person löschen/);
    expect(await page.locator('h1').innerText()).toBe('Person 1');
    expect(await page.locator('main').innerText()).toContain(
      'Dieselbe Adresse steht auch auf anderen Verteilern',
    );
    await expectAccessible(page);
    await follow('Zurück zum Verteiler');
    await page.goBack();
    await press('Person endgültig löschen');
    expect(await page.locator('.page-notice').innerText()).toContain('Die Person ist gelöscht.');
    expect(await page.locator('.page-head').innerText()).toContain('449 Empfänger:innen');
    await expectAccessible(page);
  });

  test('a list is emptied, and the page follows by itself to the end', async () => {
    await follow('Verteiler leeren');
    await expectAccessible(page);
    await page.getByLabel('Name des Verteilers').fill('Rundbrief');
    await press('Verteiler endgültig leeren');
    await page.waitForFunction("document.activeElement?.className === 'error-summary'");
    await expectAccessible(page);

    // Locking a person on the list delays the erasure, so that its progress can be looked at.
    await app.database.transaction(async (tx) => {
      await tx.query('SELECT FROM subscribers WHERE list_id = $1 ORDER BY id DESC LIMIT 1 FOR UPDATE', [
        listId,
      ]);
      await page.getByLabel('Name des Verteilers').fill('Newsletter');
      await press('Verteiler endgültig leeren');
      await page.getByText('400 von 449 Personen gelöscht').waitFor();
      await expectAccessible(page);
      await follow('Zum Verteiler');
      expect(await page.locator('main').innerText()).toContain('noch 49 von 449 Personen');
      await expectAccessible(page);
      await follow('Fortschritt ansehen');
    });
    await page.getByText('449 Personen sind gelöscht.').waitFor();
    await expectAccessible(page);
    await follow('Zum Verteiler');
    expect(await page.locator('main').innerText()).toContain('Noch niemand auf diesem Verteiler');
    await page.goto(`${app.url}/console/lists/${listId}/emptying`);
    expect(await page.locator('main').innerText()).toContain('Der Verteiler ist schon leer');
    await expectAccessible(page);
  });
});

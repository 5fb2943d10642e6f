import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { expectNoViolations } from '../support/accessibility.js';
import { startApp, type TestApp, until } from '../support/app.js';
import { describeWithBrowser, newPage, startBrowser } from '../support/browser.js';
import { startCampaign, twoPages } from '../support/campaign.js';
import { StaffService } from '../../src/staff/staff.service.js';

describeWithBrowser('with a browser', () => {
  let app: TestApp;
  let browser: Browser;
  let staff: Page;
  let surveyId: string;
  let people: string[];

  beforeAll(async () => {
    app = await startApp();
    await app.app.get(StaffService).create('team@netzwerk.test', 'Team', 'ein langes Passwort');
    ({ surveyId, people } = await startCampaign(app, { people: 8, questionnaire: twoPages }));
    browser = await startBrowser();
    staff = await newPage(browser);
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  test('staff sign in and send the invitation with two clicks', async () => {
    await staff.goto(`${app.url}/console/surveys/${surveyId}`);
    await staff.fill('input[type=email]', 'team@netzwerk.test');
    await staff.fill('input[type=password]', 'ein langes Passwort');
    await staff.getByRole('button', { name: 'Anmelden' }).click();
    await staff.waitForURL(`**/console/surveys/${surveyId}`);
    await expectNoViolations(staff);

    await staff.getByRole('link', { name: 'Einladung planen' }).click();
    await expectNoViolations(staff);
    await staff.getByRole('button', { name: 'Weiter zur Vorschau' }).click();
    await staff.waitForSelector('text=Bekommen diese Mail');
    await expectNoViolations(staff);
    await staff.getByRole('button', { name: 'Jetzt versenden' }).click();
    const confirm = staff.locator('dialog[open] button').last();
    if (await confirm.isVisible()) await confirm.click();
    await until('eight mails have arrived', () => app.mail.received.length === 8);
  });

  test('people answer on a phone without JavaScript, with errors beside the field', async () => {
    const page = await newPage(browser, { javaScriptEnabled: false, viewport: { width: 375, height: 812 } });
    for (const person of people.slice(0, 3)) {
      const [mail] = await app.mail.mailsTo(person);
      const path = /https:\/\/umfrage\.example\.org(\/u\/[\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
      await page.goto(app.url + path);
      await page.getByRole('button', { name: 'Weiter' }).click();
      expect(await page.title()).toMatch(/^Es fehlt noch etwas/);
      expect(await page.locator('[aria-invalid=true]').count()).toBeGreaterThan(0);
      await page.getByLabel('ehrenamtlich').check();
      await page.getByRole('button', { name: 'Weiter' }).click();
      await page.locator('textarea').fill(`Mehr Austausch, grüßt ${person}`);
      await page.getByRole('button', { name: 'Zurück' }).click();
      expect(await page.getByLabel('ehrenamtlich').isChecked()).toBe(true);
      await page.getByRole('button', { name: 'Weiter' }).click();
      expect(await page.locator('textarea').inputValue()).toContain('Mehr Austausch');
      await page.getByRole('button', { name: 'Antworten absenden' }).click();
      expect(await page.locator('h1').innerText()).toContain('Vielen Dank');
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    }
    await page.context().close();
    await until('three thank-yous have arrived', () => app.mail.received.length === 11);
  });

  test('the overview counts along by itself and says 3 of 8', async () => {
    await staff.goto(`${app.url}/console/surveys/${surveyId}`);
    const main = staff.locator('main');
    expect(await main.innerText()).toMatch(/37,5\s%/);
    await expectNoViolations(staff);

    const [mail] = await app.mail.mailsTo(people[3] ?? '');
    const path = /https:\/\/umfrage\.example\.org(\/u\/[\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
    const send = (fields: Record<string, string>) =>
      fetch(app.url + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
    await send({ page: '0', go: 'next', 'q.role': 'hauptamtlich' });
    await send({ page: '1', go: 'submit', 'q.wish': 'Mittel' });
    await until('the page shows 50 % without a reload', async () => /50\s%/.test(await main.innerText()), 30);
  });

  test('every kind of page people see is free of violations, light and dark', async () => {
    const paths = await Promise.all(
      people.slice(0, 5).map(async (person) => {
        const [mail] = await app.mail.mailsTo(person);
        const text = mail?.text ?? '';
        return [
          /\.org(\/u\/[\w-]+)/.exec(text)?.[1] ?? '',
          /\.org(\/unsubscribe\/[\w-]+)/.exec(text)?.[1] ?? '',
        ];
      }),
    );
    const urls = [paths[0]?.[0], paths[4]?.[0], paths[4]?.[1], '/u/wrong'];
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await newPage(browser, { colorScheme });
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      for (const url of urls) {
        await page.goto(app.url + (url ?? ''));
        await expectNoViolations(page);
      }
      expect(requests.filter((url) => !url.startsWith(app.url))).toEqual([]);
      await page.context().close();
    }
  });
});

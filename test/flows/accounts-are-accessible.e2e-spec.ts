import { mkdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { StaffService } from '../../src/staff/staff.service.js';
import { AccountsService } from '../../src/staff/accounts.service.js';
import { expectAccessible } from '../support/accessibility.js';
import { startApp, type TestApp } from '../support/app.js';
import { describeWithBrowser, newPage, pressThrough, startBrowser } from '../support/browser.js';
import { pressOn, typeInto } from '../support/keyboard.js';

const LONG = 'sieben Brücken am Main';
/** A folder for pictures of every page, to be looked at by a person; empty: none are taken. */
const pictures = process.env['TEST_PICTURES'] ?? '';

describeWithBrowser('accounts, for everyone', () => {
  let app: TestApp;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    app = await startApp();
    browser = await startBrowser();
    page = await newPage(browser);
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const accounts = () => app.app.get(AccountsService, { strict: false });
  const here = (link: string) => link.replace('https://umfrage.example.org', app.url);

  async function check(name: string): Promise<void> {
    await expectAccessible(page);
    if (pictures === '') return;
    await mkdir(pictures, { recursive: true });
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [1280, 390]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await page.screenshot({ path: `${pictures}/${name}-${colorScheme}-${width}.png`, fullPage: true });
      }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1280, height: 900 });
  }

  test('the first account is made by keyboard, from its link to the console', async () => {
    await page.goto(here(await accounts().setUpLink('none')));
    await check('set-up');
    await typeInto(page, '[name=name]', 'Anna');
    await typeInto(page, '[name=email]', 'anna@netzwerk.test');
    await typeInto(page, '[name=password]', LONG);
    await typeInto(page, '[name=repeat]', 'etwas anderes');
    await pressOn(page, 'main form button', 'Enter');
    await page.waitForSelector('#e-repeat');
    await check('set-up-wrong');
    await typeInto(page, '[name=password]', LONG);
    await typeInto(page, '[name=repeat]', LONG);
    await pressOn(page, 'main form button', 'Enter');
    await page.waitForURL('**/console/surveys');
    expect(await page.textContent('main')).toContain('Ihr Konto ist angelegt.');
  });

  test('one’s own account is a step away, and says what is wrong with a password', async () => {
    const elsewhere = await newPage(browser, { userAgent: 'Mozilla/5.0 (iPhone) Version/18.5 Safari/604.1' });
    await elsewhere.goto(`${app.url}/console`);
    await elsewhere.fill('input[type=email]', 'anna@netzwerk.test');
    await elsewhere.fill('input[type=password]', LONG);
    await pressThrough(elsewhere.getByRole('button', { name: 'Anmelden' }));
    await pressThrough(page.getByRole('link', { name: 'Anna' }));
    expect(await page.textContent('main')).toContain('Safari, iPhone');
    await check('account');
    await page.fill('[name=present]', 'falsch');
    await page.fill('[name=password]', LONG);
    await page.fill('[name=repeat]', LONG);
    await pressThrough(page.getByRole('button', { name: 'Passwort ändern' }));
    await check('account-wrong');
    await pressThrough(page.getByRole('button', { name: 'Überall sonst abmelden' }));
    expect(await page.textContent('main')).toContain('Eine andere Anmeldung ist beendet.');
  });

  test('the team is managed by pages that ask before they remove', async () => {
    await pressThrough(page.getByRole('link', { name: 'Team' }));
    await check('staff-one');
    await app.app.get(StaffService, { strict: false }).create('bert@netzwerk.test', 'Bert', LONG);
    await page.fill('main [name=name]', 'Clara');
    await page.fill(
      'main [name=email]',
      'eine.sehr.lange.adresse.von.clara@staedtepartnerschaften.example.org',
    );
    await pressThrough(page.getByRole('button', { name: 'Konto anlegen' }));
    await check('staff-link');
    await pressThrough(page.getByRole('link', { name: 'Zurück zum Team' }));
    await check('staff');
    await page.getByRole('button', { name: 'Sperren: Bert' }).click();
    await page.getByRole('dialog').waitFor();
    await check('staff-sure');
    await pressThrough(page.getByRole('dialog').getByRole('button', { name: 'Sperren' }));
    expect(await page.textContent('main')).toContain('Bert ist gesperrt');
    await check('staff-locked');
  });

  test('tokens are made and removed', async () => {
    await pressThrough(page.getByRole('link', { name: 'API-Tokens' }));
    await check('tokens');
    await page.fill('main [name=name]', 'Auswertung');
    await page.selectOption('[name=days]', '90');
    await pressThrough(page.getByRole('button', { name: 'Token anlegen' }));
    await check('token');
    await page.goto(`${app.url}/console/tokens`);
    await check('tokens-more');
  });

  test('a link for a password opens in English too, and says when it is no longer valid', async () => {
    const { link } = await accounts().passwordLink('1');
    await page.goto(here(link));
    await check('choose');
    await pressThrough(page.getByRole('button', { name: 'English' }));
    expect(page.url()).toBe(here(link));
    expect(await page.textContent('h1')).toBe('Choose a password');
    await page.goto(`${app.url}/console/password/nothing`);
    expect(await page.textContent('h1')).toBe('This link is no longer valid');
    await check('gone');
  });
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from '../support/accessibility.js';
import { startApp, type TestApp } from '../support/app.js';
import { describeWithBrowser, newPage, pressThrough, startBrowser } from '../support/browser.js';
import { personalLinks, startCampaign } from '../support/campaign.js';

const questionnaire = {
  elements: [
    { type: 'text', name: 'towns', title: 'Wie viele Orte?', inputType: 'number', isRequired: true },
    {
      type: 'checkbox',
      name: 'topics',
      title: 'Themen',
      choices: ['Jugend', 'Kultur', 'Sport', 'Wirtschaft'],
      isRequired: true,
      maxSelectedChoices: 3,
    },
    { type: 'radiogroup', name: 'role', title: 'Ihre Rolle', choices: ['Ehrenamt', 'Hauptamt'] },
    { type: 'boolean', name: 'more', title: 'Möchten Sie mehr sagen?', isRequired: true },
    { type: 'text', name: 'words', title: 'Was möchten Sie sagen?', visibleIf: '{more} = true' },
    { type: 'ranking', name: 'order', title: 'Reihenfolge', choices: ['Geld', 'Zeit'] },
  ],
};

describeWithBrowser('a page keeps up with its answers', () => {
  let app: TestApp;
  let browser: Browser;
  let page: Page;
  let links: string[];

  beforeAll(async () => {
    app = await startApp();
    const { surveyId } = await startCampaign(app, { questionnaire, people: 3 });
    links = [...(await personalLinks(app, surveyId)).values()];
    browser = await startBrowser();
    page = await newPage(browser);
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const summary = () => page.locator('.summary h2').innerText();
  const messages = () => page.locator('.error:visible').allInnerTexts();
  const invalid = () => page.locator('[aria-invalid=true]').count();

  test('what was left out is said to be missing, and each message goes with its answer', async () => {
    await page.goto(app.url + (links[0] ?? ''));
    await pressThrough(page.locator('.actions .primary'));
    expect(await page.title()).toMatch(/^Es fehlt noch etwas: /);
    expect(await summary()).toBe('Hier fehlen noch 3 Antworten');

    await page.fill('[name="q.towns"]', 'ca.');
    expect(await messages()).toHaveLength(3);
    await page.fill('[name="q.towns"]', '1.200');
    expect(await messages()).toHaveLength(2);
    expect(await page.getAttribute('[name="q.towns"]', 'aria-invalid')).toBeNull();
    expect(await summary()).toBe('Hier fehlen noch 2 Antworten');
    await page.fill('[name="q.towns"]', '');
    expect(await messages()).toHaveLength(3);
    expect(await page.getAttribute('[name="q.towns"]', 'aria-invalid')).toBe('true');

    await page.fill('[name="q.towns"]', '3');
    await page.getByLabel('Kultur').check();
    await page.getByLabel('Nein').check();
    expect(await messages()).toEqual([]);
    expect(await invalid()).toBe(0);
    expect(await page.locator('.question.wrong').count()).toBe(0);
    expect(await summary()).toBe('Alles erledigt. Sie können weitergehen.');
    await expectAccessible(page);
  });

  test('the number that may be chosen is counted while choosing', async () => {
    await page.goto(app.url + (links[1] ?? ''));
    const count = page.locator('.is-checkbox [role=status]');
    for (const topic of ['Jugend', 'Kultur', 'Sport']) await page.getByLabel(topic).check();
    expect(await count.innerText()).toBe('3 von 3 gewählt');
    await page.getByLabel('Wirtschaft').check();
    expect(await count.innerText()).toBe('4 gewählt, höchstens 3 sind möglich');
    await page.fill('[name="q.towns"]', '10 20');
    await page.getByLabel('Ja').check();
    await pressThrough(page.locator('.actions .primary'));
    expect(await summary()).toBe('Bitte prüfen Sie 2 Angaben');
    expect(await page.inputValue('[name="q.towns"]')).toBe('10 20');
    await page.getByLabel('Wirtschaft').uncheck();
    expect(await summary()).toBe('Bitte prüfen Sie eine Angabe');
  });

  test('a question that comes up is announced', async () => {
    await page.goto(app.url + (links[2] ?? ''));
    const said = page.locator('#questionnaire > [role=status]');
    expect(await said.innerText()).toBe('');
    await page.getByLabel('Ja').check();
    expect(await said.innerText()).toBe('Neu auf dieser Seite: Was möchten Sie sagen?');
  });

  test('what need not be answered can be cleared again', async () => {
    const clear = page.locator('.is-radiogroup').getByRole('button', { name: 'Auswahl aufheben' });
    expect(await clear.isVisible()).toBe(false);
    await page.getByLabel('Ehrenamt').check();
    await clear.click();
    expect(await page.getByLabel('Ehrenamt').isChecked()).toBe(false);
    expect(await clear.isVisible()).toBe(false);
    expect(await page.evaluate('document.activeElement.name')).toBe('q.role');
    expect(await page.locator('.is-boolean .clear:visible').count()).toBe(0);

    await page.getByRole('button', { name: 'Geld nach unten' }).click();
    expect(await page.locator('[name="q.order.Zeit"]').inputValue()).toBe('1');
    await page.getByRole('button', { name: 'Reihenfolge aufheben' }).click();
    expect(await page.locator('[name="q.order.Zeit"]').inputValue()).toBe('');
    expect(await page.locator('[name="q.order.Geld"]').inputValue()).toBe('');
  });
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { describeWithBrowser, newPage, pressThrough, startBrowser } from '../support/browser.js';
import { personalLinks, startCampaign } from '../support/campaign.js';

const questionnaire = {
  pages: ['first', 'second', 'third'].map((name) => ({
    elements: [{ type: 'text', name, title: name, isRequired: true }],
  })),
};

describeWithBrowser("the browser's Back", () => {
  let app: TestApp;
  let browser: Browser;
  let page: Page;
  let links: string[];

  beforeAll(async () => {
    app = await startApp();
    const { surveyId } = await startCampaign(app, { questionnaire, people: 2 });
    links = [...(await personalLinks(app, surveyId)).values()];
    browser = await startBrowser();
    page = await newPage(browser);
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const next = () => pressThrough(page.locator('.actions .primary'));
  const place = () => page.locator('.progress p').innerText();
  const typed = (name: string) => page.inputValue(`[name="q.${name}"]`);

  test('leads to the page before with its answers, and Forward on again', async () => {
    await page.goto(app.url + (links[0] ?? ''));
    await page.fill('[name="q.first"]', 'eins');
    await next();
    await page.fill('[name="q.second"]', 'zwei');
    await next();
    expect(await place()).toBe('Seite 3 von 3');
    await page.goBack();
    expect([await place(), await typed('second')]).toEqual(['Seite 2 von 3', 'zwei']);
    await page.goBack();
    expect([await place(), await typed('first')]).toEqual(['Seite 1 von 3', 'eins']);
    await page.goForward();
    await page.goForward();
    expect(await place()).toBe('Seite 3 von 3');
  });

  test('asks for nothing to be sent again after an error or in another language', async () => {
    await page.goto(app.url + (links[1] ?? ''));
    await next();
    expect(await page.locator('.summary').isVisible()).toBe(true);
    await page.fill('[name="q.first"]', 'eins');
    await next();
    await pressThrough(page.getByRole('button', { name: 'English' }));
    expect(await place()).toBe('Page 2 of 3');
    await page.fill('[name="q.second"]', 'two');
    await next();
    await page.goBack();
    expect([await place(), await typed('second')]).toEqual(['Page 2 of 3', 'two']);
    await page.goBack();
    await page.goBack();
    expect(await typed('first')).toBe('eins');
  });
});

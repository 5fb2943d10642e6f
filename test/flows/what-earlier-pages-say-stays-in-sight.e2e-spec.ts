import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { describeWithBrowser, newPage, pressThrough, startBrowser } from '../support/browser.js';
import { personalLinks, startCampaign } from '../support/campaign.js';

const questionnaire = {
  pages: [
    { elements: [{ type: 'text', name: 'years', title: 'Jahre', inputType: 'number' }] },
    {
      elements: [
        { type: 'expression', name: 'next', title: 'Im nächsten Jahr', expression: '{years} + 1' },
        { type: 'text', name: 'towns', title: 'Orte in {years} Jahren', inputType: 'number' },
        { type: 'expression', name: 'each', title: 'Orte im Jahr', expression: '{towns} / {years}' },
      ],
    },
  ],
};

describeWithBrowser('what earlier pages say', () => {
  let app: TestApp;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    app = await startApp();
    const { surveyId } = await startCampaign(app, { questionnaire, people: 1 });
    const [link = ''] = (await personalLinks(app, surveyId)).values();
    browser = await startBrowser();
    page = await newPage(browser);
    await page.goto(app.url + link);
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  test('is worked with and shown on a later page, while that page changes as it is filled in', async () => {
    await page.getByLabel('Jahre').fill('13');
    await pressThrough(page.getByRole('button', { name: 'Weiter' }));
    const outputs = () => page.locator('output').allInnerTexts();
    await page.getByLabel('Orte in 13 Jahren').fill('39');
    expect(await outputs()).toEqual(['14', '3']);
    await page.getByLabel('Orte in 13 Jahren').fill('26');
    expect(await outputs()).toEqual(['14', '2']);
  });
});

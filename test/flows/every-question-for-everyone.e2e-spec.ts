import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { expectNoViolations } from '../support/accessibility.js';
import { startApp, type TestApp } from '../support/app.js';
import { describeWithBrowser, newPage, startBrowser } from '../support/browser.js';
import { personalLinks, startCampaign } from '../support/campaign.js';
import { everyQuestion, onePixel, picture } from '../support/every-question.js';
import { choose, pressOn, tabTo, typeInto } from '../support/keyboard.js';

/** What both ways of answering come to. */
const answered = {
  name: 'Ada',
  mail: 'ada@example.org',
  years: 12,
  day: '2015-04-04',
  role: 'volunteer',
  why: 'gern',
  meet: true,
  where: 'Rathaus',
  double: 24,
  country: 'Polen',
  tags: ['Dänemark'],
  stars: 4,
  mood: 5,
  picture: 'tower',
  nps: 10,
  grid: { Reisen: 'wichtig', Briefe: 'unwichtig' },
  table: { Erste: { kind: 'Kreis', count: 3, active: true } },
  contact: { office: 'Kim' },
  best: ['Meer'],
  consent: true,
};

describeWithBrowser('every question, for everyone', () => {
  let app: TestApp;
  let browser: Browser;
  let links: string[];

  beforeAll(async () => {
    app = await startApp();
    const { surveyId, people } = await startCampaign(app, { people: 8, questionnaire: everyQuestion });
    await app.rows(
      "INSERT INTO images (hash, content_type, bytes, created_at) VALUES ($1, 'image/png', $2, now())",
      [picture, onePixel],
    );
    const byAddress = await personalLinks(app, surveyId);
    links = people.map((person) => app.url + (byAddress.get(person) ?? ''));
    browser = await startBrowser();
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const visit = async (link: number, more: object = {}): Promise<Page> => {
    const page = await newPage(browser, more);
    await page.goto(links[link] ?? '');
    return page;
  };

  const stored = async (): Promise<Record<string, unknown>> => {
    const [row] = await app.rows<{ answers: Record<string, unknown> }>(
      'SELECT answers FROM responses ORDER BY submitted_at DESC LIMIT 1',
    );
    return row?.answers ?? {};
  };

  test('is answered by keyboard alone, and the page follows what is typed', async () => {
    const page = await visit(0);
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(error.message));
    page.on('console', (message) => message.type() === 'error' && failures.push(message.text()));
    expect(await page.locator('textarea').isVisible()).toBe(false);

    await typeInto(page, '[name="q.name"]', 'Ada');
    await typeInto(page, '[name="q.mail"]', 'ada@example.org');
    await typeInto(page, '[name="q.years"]', '12');
    expect(await page.locator('output').innerText()).toBe('24');
    await typeInto(page, '[name="q.day"]', '04042015');
    await choose(page, 'q.role', 1);
    expect(await page.getByLabel('Warum ehrenamtlich?').isVisible()).toBe(true);
    expect(await page.locator('.is-comment .required').isVisible()).toBe(true);
    await typeInto(page, 'textarea', 'gern');
    expect(await page.locator('[name="q.where"]').isDisabled()).toBe(true);
    await choose(page, 'q.meet', 0);
    await typeInto(page, '[name="q.where"]', 'Rathaus');
    await pressOn(page, '[name="all.topics"]', 'Space');
    expect(await page.locator('[name="q.topics"]:checked').count()).toBe(3);
    await pressOn(page, '[data-alone]', 'Space');
    expect(await page.locator('[name="q.topics"]:checked').count()).toBe(1);
    await typeInto(page, '[name="q.country"]', 'Pol');
    await typeInto(page, '[data-search]', 'dan');
    await pressOn(page, '[name="q.tags"][value="Dänemark"]', 'Space');
    expect(await page.locator('[data-chosen]').innerText()).toContain('Dänemark');
    await pressOn(page, '.primary', 'Enter');

    await page.waitForURL(/page=2/);
    expect(await page.locator('h1').innerText()).toBe('Ihre Meinung, Ada');
    await answerSecondPage(page);
    await pressOn(page, '.is-ranking button[aria-label="Zeit nach oben"]', 'Enter');
    await pressOn(page, '.is-ranking button[aria-label="Meer nach oben"]', 'Enter');
    await pressOn(page, '[name="q.consent"]', 'Space');
    await pressOn(page, '.primary', 'Enter');
    await page.waitForSelector('.message.good');
    expect(await stored()).toEqual({ ...answered, topics: ['none'], order: ['Zeit', 'Geld', 'Leute'] });
    expect(failures).toEqual([]);
    await page.context().close();
  });

  test('is answered by keyboard alone without JavaScript', async () => {
    const page = await visit(1, { javaScriptEnabled: false });
    await typeInto(page, '[name="q.name"]', 'Ada');
    await typeInto(page, '[name="q.mail"]', 'ada@example.org');
    await typeInto(page, '[name="q.years"]', '12');
    await typeInto(page, '[name="q.day"]', '04042015');
    await choose(page, 'q.role', 1);
    await pressOn(page, '[name="q.topics"][value="Kultur"]', 'Space');
    await typeInto(page, '[name="q.country"]', 'Pol');
    await pressOn(page, '[name="q.tags"][value="Dänemark"]', 'Space');
    await pressOn(page, '.primary', 'Enter');

    await page.waitForSelector('.notice');
    await typeInto(page, 'textarea', 'gern');
    await choose(page, 'q.meet', 0);
    await pressOn(page, '.primary', 'Enter');
    await page.waitForURL(/page=2/);
    await pressOn(page, '.secondary', 'Enter');
    await page.waitForURL(/page=1/);
    await typeInto(page, '[name="q.where"]', 'Rathaus');
    await pressOn(page, '.primary', 'Enter');

    await page.waitForURL(/page=2/);
    await answerSecondPage(page);
    for (const [place, value] of ['Zeit', 'Geld', 'Leute'].entries())
      await typeInto(page, `[name="q.order.${value}"]`, String(place + 1));
    await typeInto(page, '[name="q.best.Meer"]', '1');
    await pressOn(page, '[name="q.consent"]', 'Space');
    await pressOn(page, '.primary', 'Enter');
    await page.waitForSelector('.message.good');
    expect(await stored()).toEqual({ ...answered, topics: ['Kultur'], order: ['Zeit', 'Geld', 'Leute'] });
    await page.context().close();
  });

  test.each([
    ['light', 2],
    ['dark', 5],
  ] as const)('has nothing for axe to find in %s', async (colorScheme, link) => {
    const page = await visit(link, { colorScheme });
    await expectNoViolations(page);
    await page.locator('.primary').click();
    await page.waitForSelector('.summary');
    await page.waitForFunction("document.activeElement?.className === 'summary'");
    await expectNoViolations(page);
    await page.locator('.summary a').first().click();
    await page.waitForFunction("document.activeElement?.name === 'q.name'");
    await page.fill('[name="q.name"]', 'Ada');
    await page.fill('[name="q.years"]', '20');
    await page.check('[name="q.role"][value="volunteer"]');
    await expectNoViolations(page);
    await page.check('[name="q.role"][value="full"]');
    await page.locator('.primary').click();
    await page.waitForURL(/page=2/);
    await expectNoViolations(page);
    await page.locator('.primary').click();
    await page.waitForSelector('.summary');
    await expectNoViolations(page);
    for (const path of ['/decline', '/snooze']) {
      await page.goto((links[link] ?? '') + path);
      await expectNoViolations(page);
    }
    for (const path of [links[0] ?? '', `${app.url}/u/wrong`, `${app.url}/accessibility`]) {
      await page.goto(path);
      await expectNoViolations(page);
    }
    await page.context().close();
  });

  test.each([
    ['from left to right', 'ltr'],
    ['from right to left', 'rtl'],
  ])('fits 320 pixels, written %s', async (_, direction) => {
    const page = await visit(3, { viewport: { width: 320, height: 640 } });
    for (const number of [1, 2]) {
      await page.goto(`${links[3] ?? ''}?page=${number}`);
      await page.evaluate(`document.documentElement.dir = '${direction}'`);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
      const steps = await page.locator('.step').all();
      for (const step of steps) expect((await step.boundingBox())?.width ?? 0).toBeGreaterThanOrEqual(24);
    }
    await page.context().close();
  });

  test('takes three requests and 30 KB, nothing of it from elsewhere', async () => {
    const page = await visit(4);
    const sizes: number[] = [];
    page.on('requestfinished', (request) => {
      // Pictures that a survey asks about are its own and come beside.
      if (request.resourceType() === 'image') return;
      sizes.push(0);
      const at = sizes.length - 1;
      void request.sizes().then(({ responseBodySize }) => (sizes[at] = responseBodySize));
    });
    for (const number of [1, 2]) {
      sizes.length = 0;
      await page.context().clearCookies();
      await page.goto(`${links[4] ?? ''}?page=${number}`, { waitUntil: 'networkidle' });
      expect(sizes.length).toBeLessThanOrEqual(3);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(30 * 1024);
    }
    await page.context().close();
  });
});

async function answerSecondPage(page: Page): Promise<void> {
  await choose(page, 'q.stars', 3);
  await choose(page, 'q.mood', 4);
  await choose(page, 'q.picture', 1);
  await choose(page, 'q.nps', 10);
  await choose(page, 'q.grid.Reisen', 0);
  await choose(page, 'q.grid.Briefe', 1);
  await typeInto(page, '[name="q.table.Erste.kind"]', 'Kr');
  await typeInto(page, '[name="q.table.Erste.count"]', '3');
  await choose(page, 'q.table.Erste.active', 0);
  await tabTo(page, '[name="q.contact.office"]');
  await page.keyboard.type('Kim');
}

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { describeWithBrowser, newPage, startBrowser } from '../support/browser.js';
import { personalLinks, startCampaign } from '../support/campaign.js';

const questionnaire = {
  elements: [
    {
      type: 'rating',
      name: 'nps',
      title: 'Empfehlen Sie uns weiter?',
      rateMin: 0,
      rateMax: 10,
      minRateDescription: 'unwahrscheinlich',
      maxRateDescription: 'sehr wahrscheinlich',
    },
    {
      type: 'matrix',
      name: 'grid',
      title: 'Wie zufrieden sind Sie?',
      columns: ['sehr zufrieden', 'zufrieden', 'teils/teils', 'unzufrieden', 'sehr unzufrieden'],
      rows: ['Reisen', 'Kulturveranstaltungen'],
    },
    {
      type: 'matrixdropdown',
      name: 'towns',
      title: 'Ihre Partnerstädte',
      rows: ['Erste', 'Zweite'],
      columns: [
        { name: 'town', title: 'Stadt', cellType: 'text' },
        { name: 'often', title: 'Häufigkeit', cellType: 'dropdown', choices: ['jährlich', 'seltener'] },
        { name: 'active', title: 'Aktiv', cellType: 'boolean' },
        { name: 'since', title: 'Seit', cellType: 'text' },
      ],
    },
  ],
};

/** Smallest target of a finger that people are asked to hit, in pixels (WCAG 2.5.5), and of one among others (2.5.8). */
const FINGER = 44;
const AMONG_OTHERS = 24;

describeWithBrowser('on every screen', () => {
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

  test.each([320, 360, 390, 768, 1280])(
    'eleven steps of a scale stand in one row of one size, %i pixels wide',
    async (width) => {
      await page.setViewportSize({ width, height: 844 });
      const boxes = await boxesOf(page.locator('.is-rating .step'));
      expect(boxes).toHaveLength(11);
      expect(new Set(boxes.map(({ y }) => y)).size).toBe(1);
      const widths = boxes.map((box) => box.width);
      expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(0.5);
      expect(Math.min(...widths)).toBeGreaterThanOrEqual(AMONG_OTHERS);
      expect(Math.min(...boxes.map(({ height }) => height))).toBeGreaterThanOrEqual(FINGER);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    },
  );

  test('letters of twice the size break the row into steps that still have one size', async () => {
    await page.setViewportSize({ width: 320, height: 844 });
    await page.evaluate("document.documentElement.style.fontSize = '200%'");
    const boxes = await boxesOf(page.locator('.is-rating .step'));
    const widths = boxes.map((box) => box.width);
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(0.5);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await page.reload();
  });

  test('no word of a matrix is broken, and its cells have room', async () => {
    await page.setViewportSize({ width: 1280, height: 844 });
    const broken = await page.locator('.matrix .text').evaluateAll(brokenWords);
    expect(broken).toEqual([]);
    const cells = await boxesOf(page.locator('.is-matrixdropdown .cells .line'));
    expect(Math.min(...cells.map((box) => box.width))).toBeGreaterThan(120);
    const [first, ...others] = await boxesOf(page.locator('.is-matrix tbody tr:first-of-type td'));
    expect(others.every((box) => Math.abs(box.width - (first?.width ?? 0)) < 0.5)).toBe(true);
  });
});

async function boxesOf(steps: Locator) {
  const boxes = await Promise.all((await steps.all()).map((step) => step.boundingBox()));
  return boxes.filter((box) => box !== null);
}

/** Words of these elements whose letters stand in two lines; runs in the browser. */
function brokenWords(elements: Element[]): string[] {
  return elements.flatMap((element) => {
    const text = element.firstChild;
    if (!text) return [];
    return [...(text.textContent ?? '').matchAll(/[^\s/-]+/g)].flatMap(({ 0: word, index }) => {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      return lines.size > 1 ? [word] : [];
    });
  });
}

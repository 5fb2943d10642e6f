import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { describeWithBrowser, newPage, startBrowser } from '../support/browser.js';
import {
  asWordReadsIt,
  harmlessInWord,
  unsupportedInWord,
  withoutStyleSheets,
} from '../support/mail-programs.js';
import { sampleHtml, sampleLetters } from '../support/sample-letters.js';

const widths = [320, 390, 800];

describeWithBrowser('a letter', () => {
  let browser: Browser;
  let page: Page;
  let withoutImages: Page;

  beforeAll(async () => {
    browser = await startBrowser();
    page = await newPage(browser, { javaScriptEnabled: false });
    withoutImages = await newPage(browser, { javaScriptEnabled: false });
    await withoutImages.route('**', (route) => route.abort());
  });

  afterAll(async () => {
    await browser.close();
  });

  test.each(sampleLetters)(
    'has the same boxes with and without style sheets and images: $name',
    async (letter) => {
      const html = await sampleHtml(letter);
      for (const width of widths) {
        const asItIs = await boxesIn(page, html, width);
        expect(asItIs.length).toBeGreaterThan(10);
        expect(asItIs.filter(({ right }) => right > width)).toEqual([]);
        expect(await boxesIn(page, withoutStyleSheets(html), width)).toEqual(asItIs);
        expect(await boxesIn(withoutImages, html, width)).toEqual(asItIs);
      }
    },
  );

  test('has the answers of a scale in eleven equal steps of 44 pixels’ height on the narrowest telephone', async () => {
    const scale = sampleLetters.find(({ name }) => name.includes('scale'));
    for (const width of widths) {
      await show(page, await sampleHtml(scale ?? fail()), width);
      const boxes = await page
        .locator('.answer')
        .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().toJSON() as DOMRect));
      expect(boxes).toHaveLength(11);
      expect(new Set(boxes.map(({ y }) => y)).size).toBe(1);
      const cellWidths = boxes.map((box) => box.width);
      expect(Math.max(...cellWidths) - Math.min(...cellWidths)).toBeLessThan(1.01);
      expect(Math.min(...cellWidths)).toBeGreaterThanOrEqual(24);
      expect(Math.min(...boxes.map(({ height }) => height))).toBeGreaterThanOrEqual(44);
    }
  });

  test.each(sampleLetters)('has headings without a step left out: $name', async (letter) => {
    await show(page, await sampleHtml(letter), 390);
    const levels = await page
      .locator('h1, h2, h3, h4, h5, h6')
      .evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName.slice(1))));
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThan(2);
  });

  test('has paragraphs that begin where their own writing does', async () => {
    const all = sampleLetters.find(({ name }) => name.includes('Markdown'));
    await show(page, await sampleHtml(all ?? fail()), 390);
    const blocks = page.locator('p, h1, h2, h3, li');
    const [every, auto] = [
      await blocks.count(),
      await page.locator(':is(p, h1, h2, h3, li)[dir=auto]').count(),
    ];
    expect(auto).toBe(every);
    expect(await page.locator('p:has-text("مرحبا")').evaluate((p) => getComputedStyle(p).direction)).toBe(
      'rtl',
    );
  });

  test.each(sampleLetters)(
    'uses nothing that Word leaves out but for what does no harm: $name',
    async (letter) => {
      await show(page, asWordReadsIt(await sampleHtml(letter)), 800);
      const styles = await page.locator('body [style]').evaluateAll((elements) =>
        elements.flatMap((element) =>
          (element.getAttribute('style') ?? '').split(';').map((rule) => {
            const [property = '', value = ''] = rule.split(':').map((part) => part.trim());
            const isCell = element.tagName === 'TD';
            const fillsCell = element.tagName === 'A' && element.parentElement?.hasAttribute('height');
            return { property, value, tag: element.tagName, isInCell: isCell || fillsCell === true };
          }),
        ),
      );
      const lost = styles.filter(
        ({ property }) => unsupportedInWord.has(property) && !harmlessInWord.has(property),
      );
      expect(lost).toEqual([]);
      const isNothing = (value: string) => /^0(px)?( 0)*$/.test(value);
      const padded = styles.filter(
        ({ property, value, isInCell, tag }) =>
          property === 'padding' &&
          !isInCell &&
          !isNothing(value) &&
          !['UL', 'OL', 'BLOCKQUOTE'].includes(tag),
      );
      expect(padded).toEqual([]);
    },
  );

  test.each(sampleLetters)('is to be recognised in Word: $name', async (letter) => {
    await show(page, asWordReadsIt(await sampleHtml(letter)), 800);
    const answers = await page.locator('.answer').evaluateAll((cells) =>
      cells.map((cell) => {
        const link = cell.querySelector('a');
        return {
          background: cell.getAttribute('bgcolor'),
          border: (cell as HTMLElement).style.borderWidth,
          height: cell.getAttribute('height'),
          line: link?.style.textDecoration,
        };
      }),
    );
    const box = { background: '#ffffff', border: '1px', height: '46', line: 'underline' };
    for (const answer of answers) expect(answer).toEqual(box);
    const asks = letter.kind !== 'thank_you';
    const buttons = page.locator('xpath=//*[name()="v:roundrect"]');
    expect(await buttons.count()).toBe(asks ? 1 : 0);
    expect(await page.locator('.facts[bgcolor]').count()).toBe(asks ? 1 : 0);
    expect(await page.locator('.button').count()).toBe(0);
  });
});

async function show(page: Page, html: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 700 });
  await page.setContent(html);
}

/** Where each piece of a letter stands, and how its words look. */
async function boxesIn(page: Page, html: string, width: number) {
  await show(page, html, width);
  return page.locator('h1, h2, h3, h4, p, li, td, a, strong, hr, .label').evaluateAll((elements) =>
    elements.map((element) => {
      const { x, y, right, bottom } = element.getBoundingClientRect();
      const look = getComputedStyle(element);
      return {
        words: `${element.tagName} ${element.textContent.trim().slice(0, 30)}`,
        ...{ x, y, right, bottom },
        letters: `${look.fontSize} ${look.fontWeight} ${look.color} ${look.textDecorationLine}`,
        background: look.backgroundColor,
      };
    }),
  );
}

function fail(): never {
  throw new Error('there is no such sample letter');
}

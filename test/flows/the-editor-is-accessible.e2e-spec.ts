import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from '../support/accessibility.js';
import { startApp, type TestApp, until } from '../support/app.js';
import { describeWithBrowser, newPage, pressThrough, startBrowser } from '../support/browser.js';
import { draftSurvey, startCampaign } from '../support/campaign.js';
import { everyQuestion, onePixel } from '../support/every-question.js';
import { pressOn, typeInto } from '../support/keyboard.js';
import { signInOn } from '../support/staff.js';

describeWithBrowser('the editor, for everyone', () => {
  let app: TestApp;
  let browser: Browser;
  let page: Page;
  /** Address of a survey with every kind of question, which is only looked at. */
  let every: string;

  beforeAll(async () => {
    app = await startApp();
    browser = await startBrowser();
    page = await newPage(browser);
    await signInOn(page, app);
    every = await draftOf(everyQuestion);
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  /** A survey that is not published, by the address of its pages. */
  const draftOf = async (questionnaire: object): Promise<string> =>
    `${app.url}/console/surveys/${await draftSurvey(app.api, { questionnaire })}`;

  const open = async (url: string, status = 200): Promise<void> => {
    expect((await page.goto(url))?.status()).toBe(status);
  };

  const press = (name: string) =>
    pressThrough(page.locator('main').getByRole('button', { name, exact: true }).first());

  const outline = () =>
    page.locator('.tree-item').evaluateAll((all) => all.map((one) => one.getAttribute('data-label')));
  const previewShows = (text: string, isThere = true) =>
    until(`the preview ${isThere ? 'shows' : 'has lost'} ${text}`, async () => {
      const shown = await page.frameLocator('#preview-frame').locator('body').innerText();
      return shown.includes(text) === isThere;
    });

  test('a questionnaire is built by keyboard alone, and the preview follows', async () => {
    await open(`${await draftOf({ pages: [{ name: 'seite1' }] })}/editor`);
    await expectAccessible(page);

    await pressOn(page, '[data-kind=radiogroup]', 'Enter');
    await page.waitForSelector('[name="title.de"]');
    expect(await page.evaluate('document.activeElement.name')).toBe('title.de');
    await typeInto(page, '[name="title.de"]', 'Welche Rolle haben Sie?');
    await typeInto(page, '[name="title.en"]', 'Which role do you have?');
    await typeInto(page, '[name="choices.de"]', 'Hauptamtlich\nEhrenamtlich');
    await typeInto(page, '[name="choices.en"]', 'Full-time\nVolunteer');
    await expectAccessible(page);
    await pressOn(page, '#save-next', 'Enter');
    await page.waitForSelector('#kind-picker');
    expect(await page.evaluate('document.activeElement.dataset.kind')).toBe('radiogroup');

    await pressOn(page, '[data-kind=number]', 'Enter');
    await page.waitForSelector('[name="title.de"]');
    await typeInto(page, '[name="title.de"]', 'Seit wie vielen Jahren?');
    await typeInto(page, '[name="title.en"]', 'For how many years?');
    await pressOn(page, '#element-form [value=stay]', 'Enter');
    await page.waitForSelector('#row-0\\.1[aria-current]');
    await previewShows('Seit wie vielen Jahren?');
    await expectAccessible(page);

    await pressOn(page, '#move-up', 'Enter');
    await until('it is moved up', async () => (await outline())[0] === 'Seit wie vielen Jahren?');
    expect(await page.evaluate('document.activeElement.id')).toBe('move-up');
    await pressOn(page, '#row-0\\.1', 'Enter');
    await page.waitForSelector('[name="choices.de"]');

    await pressOn(page, '#box-visibleIf > summary', 'Enter');
    await typeInto(page, '[name="visibleIf.0.question"]', 'Seit');
    await typeInto(page, '[name="visibleIf.0.operator"]', 'ist größer');
    await typeInto(page, '[name="visibleIf.0.value"]', '5');
    await expectAccessible(page);
    await pressOn(page, '#element-form [value=stay]', 'Enter');
    await page.waitForSelector('.tree-condition');
    expect(await page.locator('.tree-condition').innerText()).toContain('> 5');
    await previewShows('Welche Rolle haben Sie?', false);
    await expectAccessible(page);

    await pressOn(page, '#row-0\\.0', 'Enter');
    await page.waitForSelector('#row-0\\.0[aria-current]');
    await typeInto(page, '[name="title.de"]', ' (ungefähr)');
    await previewShows('(ungefähr)');
  });

  test.each([...placesByType()])('the form for %s is accessible', async (_, at) => {
    await open(`${every}/editor?at=${at}`);
    await page.locator('#editor-form details').evaluateAll((all) => {
      all.forEach((one) => {
        one.setAttribute('open', '');
      });
    });
    await expectAccessible(page, '#editor-form');
  });

  test('what is wrong, what is deleted and who was faster', async () => {
    const editor = `${await draftOf(everyQuestion)}/editor`;
    await open(`${editor}?add=0@0&kind=rating`);
    await page.fill('[name=rateMin]', 'eins');
    await page.locator('#element-form [value=stay]').click();
    await page.waitForSelector('[aria-invalid=true]');
    await expectAccessible(page);

    await open(`${editor}?at=0.2`);
    await page.getByRole('button', { name: 'Löschen' }).click();
    await page.waitForSelector('text=Beim Löschen fällt der Teil ihrer Bedingung weg');
    await expectAccessible(page);
    await press('Löschen und Bedingungen anpassen');
    expect(await outline()).not.toContain('Jahre im Amt');

    await open(`${editor}?at=0.0`);
    const faster = await page.context().newPage();
    await faster.goto(editor);
    await faster.getByRole('button', { name: 'Seite hinzufügen' }).click();
    await faster.waitForSelector('#row-2');
    await faster.close();
    await page.fill('[name="title.de"]', 'Wie heißen Sie?');
    await page.waitForSelector('text=Jemand anderes hat den Fragebogen inzwischen geändert');
    await expectAccessible(page);
  });

  test('what may not be meant so', async () => {
    const role = { type: 'text', name: 'rolle', title: { de: 'Welche Rolle haben Sie?' } };
    const years = { type: 'text', name: 'jahre', title: 'Wie lange schon?', visibleIf: '{rolle} notempty' };
    const survey = await draftOf({ pages: [{ elements: [years] }, { elements: [role] }] });
    await open(`${survey}/editor`);
    for (const hint of ['#missing-texts-en', '#asked-too-early'])
      await pressOn(page, `${hint} > summary`, 'Enter');
    await page.locator('#asked-too-early a').first().waitFor();
    await expectAccessible(page, 'main');
    await open(`${survey}/questionnaire`);
    await page.getByText('Auf Englisch fehlen 2 Texte').waitFor();
    await expectAccessible(page, 'main');
  });

  test('flow, JSON and files, with and without something wrong', async () => {
    const editor = `${await draftOf({
      ...everyQuestion,
      triggers: [{ type: 'complete', expression: "{role} = 'full'" }],
      calculatedValues: [{ name: 'twice', expression: '{years} * 2' }],
    })}/editor`;
    await open(`${editor}/flow`);
    await expectAccessible(page);

    await open(`${editor}/json`);
    await expectAccessible(page);
    await page.fill('#f-json', '{\n  "pages": [\n    { "name": "a", }\n  ]\n}');
    await press('JSON speichern');
    expect(await page.locator('.error-summary').innerText()).toContain('Zeile 3');
    await expectAccessible(page);
    await page.fill('#f-json', JSON.stringify({ pages: [{ elements: [{ type: 'file', name: 'datei' }] }] }));
    await press('JSON speichern');
    await page.waitForSelector('.json-form .problem-list');
    await expectAccessible(page);
    await open(`${editor}?at=0.0`);
    await page.locator('#editor-problems > summary').click();
    await expectAccessible(page);

    await open(`${editor}/import`);
    await expectAccessible(page);
    await press('Importieren und ansehen');
    expect(await page.locator('[aria-invalid=true]').count()).toBe(1);
    await expectAccessible(page);
    await page.setInputFiles('[name=file]', 'samples/limesurvey-vereinsbefragung.lss');
    await press('Importieren und ansehen');
    await page.waitForSelector('text=Was nicht übernommen werden kann');
    await expectAccessible(page);

    await open(`${app.url}/console/surveys-from-file`);
    await expectAccessible(page);
    // As if it were pasted: Chromium takes half a minute where the driver types in so many lines.
    const lss = await readFile('samples/limesurvey-vereinsbefragung.lss', 'utf8');
    await page
      .locator('[name=text]')
      .evaluate((field, text) => ((field as HTMLTextAreaElement).value = text), lss);
    await press('Importieren und ansehen');
    await expectAccessible(page);
  }, 120_000);

  test('pictures, a copy, and changes that are not published', async () => {
    const { surveyId } = await startCampaign(app, { people: 1, questionnaire: everyQuestion });
    const survey = `${app.url}/console/surveys/${surveyId}`;
    await open(`${survey}/editor?at=1.2`);
    await page.setInputFiles('[name=image]', {
      name: 'bild.png',
      mimeType: 'image/png',
      buffer: onePixel,
    });
    await press('Hochladen');
    await page.waitForSelector('.image-list img');
    await page.locator('#pending-changes > summary').click();
    await expectAccessible(page);

    await open(`${survey}/duplicate`);
    await expectAccessible(page);
    await page.fill('[name="title.de"]', '');
    await press('Kopie anlegen');
    await page.waitForSelector('[aria-invalid=true]');
    await expectAccessible(page);
  });

  test('the open link, off, on and with a code that is taken', async () => {
    const { surveyId } = await startCampaign(app, { people: 1 });
    const { surveyId: other } = await startCampaign(app, { people: 1 });
    await app.api.call('PUT', `/surveys/${other}/open-link`, { on: true, slug: 'vergeben' });
    const link = `${app.url}/console/surveys/${surveyId}/open-link`;
    await open(link);
    await expectAccessible(page);
    await page.getByLabel('Offener Link ist eingeschaltet').check();
    await page.getByLabel('Kurzcode').fill('vergeben');
    await press('Speichern');
    expect(await page.locator('[aria-invalid=true]').count()).toBe(1);
    await expectAccessible(page);
    await page.getByLabel('Kurzcode').fill('eine-recht-lange-adresse-zum-abtippen');
    await press('Speichern');
    await page.waitForSelector('img[alt="QR-Code der Adresse"]');
    await expectAccessible(page);
    await open(`${link}/letter`);
    await expectAccessible(page);
  });
});

/** Where the first page, and the first question of each type on it or the next, stand in the outline. */
function placesByType(): Map<string, string> {
  const places = new Map([['page', '0']]);
  for (const [number, { elements }] of everyQuestion.pages.entries())
    for (const [index, { type }] of elements.entries())
      if (!places.has(type)) places.set(type, `${String(number)}.${String(index)}`);
  return places;
}

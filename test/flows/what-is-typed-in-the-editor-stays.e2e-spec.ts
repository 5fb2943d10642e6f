import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startApp, type TestApp, until } from '../support/app.js';
import { describeWithBrowser, newPage, startBrowser } from '../support/browser.js';
import { draftSurvey } from '../support/campaign.js';
import { signInOn } from '../support/staff.js';

const questionnaire = {
  pages: [
    {
      name: 'eins',
      elements: [
        { type: 'text', name: 'ort', title: 'Ihr Ort' },
        { type: 'text', name: 'jahre', title: 'Seit wie vielen Jahren?', inputType: 'number', max: 99 },
      ],
    },
  ],
};

describeWithBrowser('what is typed in the editor', () => {
  let app: TestApp;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let id: string;
  let editor: string;

  beforeAll(async () => {
    app = await startApp();
    browser = await startBrowser();
    page = await newPage(browser, { viewport: { width: 1400, height: 900 } });
    page.setDefaultTimeout(4_000);
    context = page.context();
    await signInOn(page, app);
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  beforeEach(async () => {
    id = await draftSurvey(app.api, { languages: ['de'], questionnaire });
    editor = `${app.url}/console/surveys/${id}/editor`;
    await page.goto(`${editor}?at=0.1`);
  });

  const title = () => page.locator('#element-form [name="title.de"]');
  const most = () => page.locator('#element-form [name=max]');
  const notice = () => page.locator('#editor-unsaved');
  const inOutline = (label: string) => page.locator('#editor-tree').getByRole('link', { name: label });
  const stored = async () => (await app.api.get(`/surveys/${id}`)).body.questionnaire.pages[0].elements;

  /** A new title, and a bound that cannot be saved. */
  async function typeSomethingWrong(): Promise<void> {
    await page.locator('#more > summary').click();
    await most().fill('viele');
    await title().fill('Wie viele Jahre sind es?');
  }

  async function expectTheFormWithItsError(): Promise<void> {
    await notice().waitFor();
    expect(await notice().innerText()).toContain('Noch nicht gespeichert');
    expect(await title().inputValue()).toBe('Wie viele Jahre sind es?');
    expect(await most().inputValue()).toBe('viele');
    expect(await most().getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('#element-form').innerText()).toContain('Bitte geben Sie eine Zahl ein.');
  }

  test('stays with what is wrong in it when another question is clicked, and is saved once it is right', async () => {
    await typeSomethingWrong();
    await inOutline('Ihr Ort').click();
    await expectTheFormWithItsError();
    await notice().getByRole('button', { name: 'Zum Feld' }).click();
    expect(await most().evaluate((field) => field === document.activeElement)).toBe(true);

    await most().fill('50');
    await inOutline('Ihr Ort').click();
    await page.waitForURL(`${editor}?at=0.0`);
    expect((await stored())[1]).toMatchObject({ title: 'Wie viele Jahre sind es?', max: 50 });
  });

  test('stays after a pause in which saving it was refused, too', async () => {
    await typeSomethingWrong();
    await page.getByText('Noch nicht gespeichert: Ein Feld stimmt noch nicht.').waitFor();
    await inOutline('Ihr Ort').click();
    await expectTheFormWithItsError();
  });

  test('is dropped only when staff say so, and then leads on', async () => {
    await typeSomethingWrong();
    await inOutline('Ihr Ort').click();
    await notice().getByRole('button', { name: 'Verwerfen und weiter' }).click();
    await page.waitForURL(`${editor}?at=0.0`);
    expect(await title().inputValue()).toBe('Ihr Ort');
    await inOutline('Seit wie vielen Jahren?').click();
    await page.waitForURL(`${editor}?at=0.1`);
    expect(await title().inputValue()).toBe('Seit wie vielen Jahren?');
    expect(await notice().isVisible()).toBe(false);
  });

  test('stays when the way out is the back button, undo, another question moved, or another view', async () => {
    await page.goto(`${editor}?at=0.0`);
    await inOutline('Seit wie vielen Jahren?').click();
    await page.waitForURL(`${editor}?at=0.1`);
    await typeSomethingWrong();
    await page.goBack();
    await expectTheFormWithItsError();
    expect(page.url()).toBe(`${editor}?at=0.1`);

    const ways = [
      () => page.locator('.form-tools').getByRole('button', { name: 'Duplizieren' }).click(),
      () => page.locator('#move-up').click(),
      () => page.getByRole('link', { name: 'Ablauf' }).click(),
      () => page.locator('.tree-grip').nth(1).dragTo(page.locator('.tree-row').nth(2)),
    ];
    for (const leave of ways) {
      await page.goto('about:blank');
      await page.goto(`${editor}?at=0.1`);
      await typeSomethingWrong();
      await leave();
      await expectTheFormWithItsError();
      await notice().evaluate((element) => {
        element.setAttribute('hidden', '');
      });
    }
    expect(await stored()).toEqual(questionnaire.pages[0]?.elements);
  });

  test('in a new question is not lost by a click elsewhere', async () => {
    await page.goto(`${editor}?add=0@2&kind=text`);
    await title().fill('Wie heißt Ihre Partnerstadt?');
    await inOutline('Ihr Ort').click();
    await notice().waitFor();
    expect(await notice().innerText()).toContain('Diese Frage ist noch nicht gespeichert');
    expect(await title().inputValue()).toBe('Wie heißt Ihre Partnerstadt?');
    await page.locator('#element-form').getByRole('button', { name: 'Speichern', exact: true }).click();
    await until('the question is added', async () => (await stored()).length === 3);
  });

  test('is still there when the session has ended meanwhile', async () => {
    await title().fill('Wie viele Jahre sind es?');
    const cookies = await context.cookies();
    await context.clearCookies();
    await inOutline('Ihr Ort').click();
    await page.getByText('Sind Sie noch angemeldet?').waitFor();
    expect(await title().inputValue()).toBe('Wie viele Jahre sind es?');
    await context.addCookies(cookies);
    await inOutline('Ihr Ort').click();
    await page.waitForURL(`${editor}?at=0.0`);
    expect((await stored())[1].title).toBe('Wie viele Jahre sind es?');
  });

  test('comes back without a script, with what is wrong and with all else that was typed', async () => {
    const storageState = await context.storageState();
    const other = await newPage(browser, { javaScriptEnabled: false, storageState });
    await other.goto(`${editor}?at=0.1`);
    await other.locator('#more > summary').click();
    await other.fill('#element-form [name=max]', 'viele');
    await other.fill('#element-form [name="title.de"]', 'Wie viele Jahre sind es?');
    const answered = other.waitForResponse((response) => response.request().method() === 'POST');
    await other.locator('#element-form').getByRole('button', { name: 'Speichern', exact: true }).click();
    expect((await answered).status()).toBe(422);
    await other.waitForLoadState();
    expect(await other.inputValue('#element-form [name="title.de"]')).toBe('Wie viele Jahre sind es?');
    expect(await other.inputValue('#element-form [name=max]')).toBe('viele');
    expect(await other.locator('#element-form').innerText()).toContain('Bitte geben Sie eine Zahl ein.');
    await other.context().close();
  });

  test('deleting a question that others need asks in the editor, too', async () => {
    const [place, years] = questionnaire.pages[0]?.elements ?? [];
    const asking = {
      pages: [{ name: 'eins', elements: [place, { ...years, visibleIf: "{ort} = 'Kehl'" }] }],
    };
    await app.api.patch(`/surveys/${id}`, { questionnaire: asking });
    await page.goto(`${editor}?at=0.0`);
    await page.locator('.form-tools').getByRole('button', { name: 'Löschen' }).click();
    await page.getByRole('heading', { name: '„Ihr Ort“ löschen?' }).waitFor();
    await page.getByRole('button', { name: 'Löschen und Bedingungen anpassen' }).click();
    await until('it is gone', async () => (await stored()).length === 1);
  });
});

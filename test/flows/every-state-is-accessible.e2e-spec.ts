import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from '../support/accessibility.js';
import { startApp, type TestApp } from '../support/app.js';
import { describeWithBrowser, newPage, pressThrough, startBrowser } from '../support/browser.js';
import {
  type CampaignOptions,
  personalLinks,
  postForm,
  scheduleWave,
  startCampaign,
  waveFinished,
} from '../support/campaign.js';
import { FixedClock } from '../support/fixed-clock.js';

/** Two pages: one answer ends it early, another brings up a question on the same page. */
const questionnaire = {
  triggers: [{ type: 'complete', expression: "{role} = 'none'" }],
  completedHtml: { de: 'Wir melden uns im Frühjahr mit den Ergebnissen.', en: 'We will be in touch.' },
  pages: [
    {
      elements: [
        {
          type: 'radiogroup',
          name: 'role',
          title: { de: 'Ihre Rolle im Städtepartnerschaftsverein', en: 'Your role' },
          isRequired: true,
          choices: [
            { value: 'full', text: 'hauptamtlich' },
            { value: 'volunteer', text: 'ehrenamtlich' },
            { value: 'none', text: 'keine' },
          ],
        },
        {
          type: 'comment',
          name: 'hours',
          title: 'Wie viel Zeit nehmen Sie sich?',
          isRequired: true,
          visibleIf: "{role} = 'volunteer'",
        },
      ],
    },
    { elements: [{ type: 'comment', name: 'wish', title: 'Ihr Wunsch', isRequired: true }] },
  ],
};

const OPEN = '2027-10-20T09:41';
const IN_GRACE = '2027-11-13T00:05';
const CLOSED = '2027-11-13T00:20';
const SURVEY = 'Was erwarten Sie von uns?';
const ENDED = 'Diese Umfrage ist beendet';
const SLUG = 'zukunft-2027';

describeWithBrowser('every state of a page people see is accessible, light and dark, wide and narrow', () => {
  const clock = FixedClock.inBerlin(OPEN);
  let app: TestApp;
  let browser: Browser;
  let page: Page;
  let links: string[];
  let changeable: string;
  let anonymous: string;
  let unsubscribe: string;

  beforeAll(async () => {
    app = await startApp({ clock });
    const campaign = (more: CampaignOptions) =>
      startCampaign(app, { people: 1, questionnaire, closesAt: '2027-11-12T23:59', ...more });
    const invite = async (surveyId: string) =>
      waveFinished(app, await scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: 'now' }));

    // The link of an anonymous survey is in its mail only.
    await invite((await campaign({ privacy: 'anonymous' })).surveyId);
    const [mail] = await app.mail.mailsTo('p1@leser.test');
    anonymous = /umfrage\.example\.org(\/u\/[\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
    unsubscribe = /umfrage\.example\.org(\/unsubscribe\/[\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';

    const { surveyId } = await campaign({ people: 8 });
    links = [...(await personalLinks(app, surveyId)).values()];
    await invite(surveyId);
    await app.api.call('PUT', `/surveys/${surveyId}/open-link`, { on: true, slug: SLUG, perMinute: 1 });
    const { surveyId: open } = await campaign({ mayChangeAnswers: true });
    [changeable = ''] = (await personalLinks(app, open)).values();
    browser = await startBrowser();
    page = await newPage(browser);
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  /** The page that is open now; it must have this heading. */
  const shows = async (heading: string): Promise<void> => {
    expect(await page.locator('h1').innerText()).toBe(heading);
    await expectAccessible(page);
  };

  /** Opens an address, which must be answered with this status and heading. */
  const open = async (path: string, status: number, heading: string): Promise<void> => {
    const answer = await page.goto(app.url + path);
    expect(answer?.status()).toBe(status);
    await shows(heading);
  };

  const press = (name: string) => pressThrough(page.getByRole('button', { name, exact: true }));

  test('the first page, what is wrong on it, and what its answers bring up', async () => {
    await open(links[0] ?? '', 200, SURVEY);
    await press('Weiter');
    expect(await page.locator('.summary').isVisible()).toBe(true);
    await shows(SURVEY);
    await page.getByLabel('ehrenamtlich').check();
    expect(await page.locator('textarea').isVisible()).toBe(true);
    await shows(SURVEY);

    await page.goto(`${app.url}${links[0] ?? ''}?q.role=volunteer`);
    expect(await page.locator('.notice').innerText()).toContain('Ihre Auswahl aus der Mail');
    await shows(SURVEY);
    // As without JavaScript, which axe itself needs.
    const plain = await newPage(browser);
    await plain.route(/\.js/, (route) => route.abort());
    await plain.goto(app.url + (links[1] ?? ''));
    await plain.getByLabel('ehrenamtlich').check();
    await plain.getByRole('button', { name: 'Weiter' }).click();
    await plain.waitForSelector('.notice');
    await expectAccessible(plain);
    await plain.context().close();
  });

  test('thanks, and thanks for nothing', async () => {
    await page.goto(app.url + (links[2] ?? ''));
    await page.getByLabel('hauptamtlich').check();
    await press('Weiter');
    await shows('Seite 2 von 2');
    await page.getByLabel('Ihr Wunsch').fill('Mehr Austausch');
    await press('Antworten absenden');
    await shows('Vielen Dank für Ihre Teilnahme');

    await page.goto(app.url + (links[3] ?? ''));
    await page.getByLabel('keine').check();
    await press('Weiter');
    await shows('Vielen Dank für Ihr Interesse');
  });

  test('answers being changed', async () => {
    await postForm(app, changeable, { page: '0', go: 'next', 'q.role': 'full' });
    await postForm(app, changeable, { page: '1', go: 'submit', 'q.wish': 'Mehr' });
    await open(changeable, 200, 'Vielen Dank für Ihre Teilnahme');
    await press('Antworten ändern');
    expect(await page.locator('.notice').innerText()).toContain('Sie ändern Ihre Antworten');
    await shows(SURVEY);
    await open(changeable, 200, 'Vielen Dank für Ihre Teilnahme');
    expect(await page.getByRole('button', { name: 'Änderungen verwerfen' }).isVisible()).toBe(true);
  });

  test('no, and back again', async () => {
    const link = links[4] ?? '';
    await postForm(app, link, { page: '0', go: 'next', 'q.role': 'full' });
    await open(`${link}/decline`, 200, 'Diesmal nicht teilnehmen?');
    await press('Ja, diesmal nicht teilnehmen');
    await shows('Sie nehmen diesmal nicht teil');
    await open(link, 200, 'Sie nehmen diesmal nicht teil');
    expect(await page.getByRole('button', { name: 'Doch teilnehmen' }).isVisible()).toBe(true);
    await page.goto(`${app.url}${link}/decline`);
    await press('Absage zurücknehmen');
    await shows('Ihre Absage ist zurückgenommen');
  });

  test('later, and back again', async () => {
    await open(`${links[5] ?? ''}/snooze`, 200, 'Später erinnern?');
    await press('Ja, später erinnern');
    await shows('Wir erinnern Sie später');
    await press('Zurücknehmen');
    await shows('Die Erinnerung ist abbestellt');
    await open(`${links[2] ?? ''}/snooze`, 200, 'Sie haben schon teilgenommen');
  });

  test('never, and back again', async () => {
    await open(unsubscribe, 200, 'Vom Verteiler abmelden?');
    await press('Ja, abmelden');
    await shows('Sie sind abgemeldet');
    await press('Abmeldung zurücknehmen');
    await shows('Sie erhalten weiter Mails');
    await open('/unsubscribe/wrong', 404, 'Dieser Link gilt nicht');
  });

  test('the open link from its short code to its brake', async () => {
    await open('/o', 200, 'Zur Umfrage mit Kurzcode');
    await page.getByLabel('Kurzcode').fill('vertippt');
    await press('Zur Umfrage');
    expect(await page.locator('[aria-invalid=true]').count()).toBe(1);
    await shows('Zur Umfrage mit Kurzcode');
    await page.getByLabel('Kurzcode').fill(SLUG.toUpperCase());
    await press('Zur Umfrage');
    await shows(SURVEY);
    await toTheWish();
    await shows('Seite 2 von 2');
    await page.getByLabel('Ihr Wunsch').fill('Mehr Austausch');
    await press('Antworten absenden');
    await shows('Vielen Dank für Ihre Teilnahme');

    await open(`/o/${SLUG}`, 200, 'Von diesem Gerät wurde schon geantwortet');
    await press('Noch einmal antworten');
    await toTheWish();
    await page.getByLabel('Ihr Wunsch').fill('Noch mehr');
    await press('Antworten absenden');
    expect(await page.locator('.notice').innerText()).toContain('Gerade gehen sehr viele Antworten ein');
    await shows('Seite 2 von 2');
  });

  test('each language of a page', async () => {
    for (const language of ['en', 'fr', 'pl', 'nl']) {
      await page.goto(`${app.url}${unsubscribe}?lang=${language}`);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      await expectAccessible(page);
    }
  });

  test('what is not there, and what fails', async () => {
    await open('/u/wrong', 404, 'Dieser Link führt zu keiner Umfrage');
    await open('/nowhere', 404, 'Diese Seite gibt es nicht');
    await app.rows('ALTER TABLE participants RENAME TO participants_away');
    await open(links[6] ?? '', 500, 'Das hat leider nicht geklappt');
    await app.rows('ALTER TABLE participants_away RENAME TO participants');
    await open('/accessibility', 200, 'Erklärung zur Barrierefreiheit');
  });

  test('closing: the time that is left, and what became of the answers', async () => {
    const begun = links[7] ?? '';
    await postForm(app, begun, { page: '0', go: 'next', 'q.role': 'full' });
    const late = [await newPage(browser), await newPage(browser)];
    for (const [index, path] of [anonymous, `/o/${SLUG}`].entries()) await late[index]?.goto(app.url + path);

    clock.moveTo(IN_GRACE);
    await open(begun, 200, 'Seite 2 von 2');
    expect(await page.locator('.notice').innerText()).toContain('Der Teilnahmeschluss ist vorbei');
    await open(`${begun}/snooze`, 410, ENDED);

    clock.moveTo(CLOSED);
    for (const one of late) {
      await one.getByLabel('hauptamtlich').check();
      await one.getByRole('button', { name: 'Weiter' }).click();
      await one.waitForSelector(`text=${ENDED}`);
      expect(await one.locator('main').innerText()).toContain('sind nicht gespeichert');
      await expectAccessible(one);
      await one.context().close();
    }
    await open(links[5] ?? '', 410, ENDED);
    await open(begun, 410, ENDED);
    expect(await page.locator('main').innerText()).toContain('ist gespeichert, aber nicht abgesendet');
    await open(`/o/${SLUG}`, 410, ENDED);
  });

  const toTheWish = async (): Promise<void> => {
    await page.getByLabel('hauptamtlich').check();
    await press('Weiter');
  };
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApp, type TestApp, until } from '../support/app.js';
import {
  type Campaign,
  personalLinks,
  postForm,
  startCampaign,
  submitOnePage,
  twoPages,
} from '../support/campaign.js';

let app: TestApp;
let campaign: Campaign;
let links: Map<string, string>;

beforeAll(async () => {
  app = await startApp();
  campaign = await startCampaign(app);
  links = await personalLinks(app, campaign.surveyId);
});

afterAll(async () => {
  await app.close();
});

test('fifty simultaneous submits of one link store one response and send one thank-you', async () => {
  const link = links.get('p1@leser.test') ?? '';
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, i) => submitOnePage(app, link, `Wunsch ${i}`)),
  );
  expect(answers.filter(({ status }) => status !== 200 && status !== 303)).toEqual([]);

  expect(await app.rows('SELECT answers FROM responses')).toHaveLength(1);
  expect(await app.rows("SELECT id FROM messages WHERE kind = 'thank_you'")).toHaveLength(1);
  await until('the thank-you has arrived', async () => (await app.mail.mailsTo('p1@leser.test')).length > 0);
  await app.sweep();
  await app.sweep();
  expect(await app.mail.mailsTo('p1@leser.test')).toHaveLength(1);
});

test('a submit after the first shows the thank-you page and changes nothing', async () => {
  const link = links.get('p2@leser.test') ?? '';
  await submitOnePage(app, link, 'Zuerst');
  const again = await submitOnePage(app, link, 'Danach');
  expect([200, 303]).toContain(again.status);
  const stored = await app.rows<{ answers: { wish: string } }>(
    'SELECT answers FROM responses r JOIN participants p ON p.id = r.participant_id JOIN subscribers s ON s.id = p.subscriber_id WHERE s.email = $1',
    ['p2@leser.test'],
  );
  expect(stored.map(({ answers }) => answers.wish)).toEqual(['Zuerst']);
});

test('answers are kept page by page, and the link goes on where it stopped', async () => {
  const { surveyId } = await startCampaign(app, { questionnaire: twoPages, people: 1 });
  const link = (await personalLinks(app, surveyId)).get('p1@leser.test') ?? '';
  const missing = await postForm(app, link, { page: '0', go: 'next' });
  expect(missing.status).toBe(422);

  await postForm(app, link, { page: '0', go: 'next', 'q.role': 'ehrenamtlich' });
  const resumed = await (await fetch(app.url + link)).text();
  expect(resumed).toContain('Ihr Wunsch');
  const back = await (await fetch(`${app.url}${link}?page=1`)).text();
  expect(back).toMatch(/value="ehrenamtlich"[^>]*checked|checked[^>]*value="ehrenamtlich"/);

  const done = await postForm(app, link, { page: '1', go: 'submit', 'q.wish': 'Austausch' });
  expect(done.status).toBe(303);
  const [stored] = await app.rows<{ answers: object }>('SELECT answers FROM responses WHERE survey_id = $1', [
    surveyId,
  ]);
  expect(stored?.answers).toEqual({ role: 'ehrenamtlich', wish: 'Austausch' });
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import { importPeople, personalLinks, startCampaign, submitOnePage } from '../support/campaign.js';
import { FixedClock } from '../support/fixed-clock.js';

const clock = FixedClock.inBerlin('2027-11-12T23:00');
let app: TestApp;
let surveyId: string;

beforeAll(async () => {
  app = await startApp({ clock });
  ({ surveyId } = await startCampaign(app, { people: 2, closesAt: '2027-11-12T23:59' }));
});

afterAll(async () => {
  await app.close();
});

test('anyone who had the page open at closing may still submit it, a latecomer may not', async () => {
  clock.moveTo('2027-11-13T00:05');
  const [link = ''] = (await personalLinks(app, surveyId)).values();
  const late = await enrolledNow();

  expect((await submitOnePage(app, late)).status).toBe(410);
  expect((await fetch(app.url + late)).status).toBe(410);
  expect((await submitOnePage(app, link)).status).toBe(303);
  expect(await app.rows('SELECT FROM responses')).toHaveLength(1);
});

test('after the time is up nobody may', async () => {
  clock.moveTo('2027-11-13T00:15');
  const link = [...(await personalLinks(app, surveyId)).values()][1] ?? '';
  expect((await submitOnePage(app, link)).status).toBe(410);
});

/** Somebody who became a participant only after closing: their row as an enrolment leaves it. */
async function enrolledNow(): Promise<string> {
  const listId = await importPeople(app.api, 3);
  await app.rows(
    `INSERT INTO participants (survey_id, subscriber_id, enrolled_at)
     SELECT $1, id, $2 FROM subscribers WHERE list_id = $3 AND email = 'p3@leser.test'`,
    [surveyId, clock.now(), listId],
  );
  return (await personalLinks(app, surveyId)).get('p3@leser.test') ?? '';
}

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import { scheduleWave, startCampaign, waveFinished } from '../support/campaign.js';
import { type ConsoleVisit, signIn } from '../support/staff.js';

let app: TestApp;
let staff: ConsoleVisit;
let survey: string;
let reminders: string[];

beforeAll(async () => {
  app = await startApp();
  staff = await signIn(app);
  const { surveyId } = await startCampaign(app);
  const wave = (fields: object) => scheduleWave(app.api, surveyId, { ignoreGap: true, ...fields });
  await waveFinished(app, await wave({ kind: 'invitation', sendAt: 'now' }));
  const last = await wave({ kind: 'reminder', sendAt: { daysBeforeClosing: 3, time: '10:00' } });
  const first = await wave({ kind: 'reminder', sendAt: 'now' });
  await waveFinished(app, first);
  reminders = [first, last];
  survey = `/console/surveys/${surveyId}`;
});

afterAll(async () => {
  await app.close();
});

const look = async (path: string) => (await staff.send(path)).html;

test('on the time line and in the list of mailings', async () => {
  const html = await look(`${survey}/waves`);
  expect(html).toMatch(/<desc [^>]*>Einladung [^;]*; 1\. Erinnerung [^;]*; 2\. Erinnerung 9\./);
  expect(html).toMatch(/<text [^>]*>1\. Erinnerung, [^<]*<\/text>/);
  for (const [index, id] of reminders.entries())
    expect(html).toContain(`<a href="/console/waves/${id}">${index + 1}. Erinnerung</a>`);
});

test('on the overview, beside the curve and below it', async () => {
  const html = await look(survey);
  expect(html).toMatch(/<text [^>]*>1\. Erinnerung[^<]*<\/text>/);
  expect(html).toContain(`<a href="/console/waves/${reminders[1] ?? ''}">2. Erinnerung</a>`);
});

test('on the page of the mailing and that of its letter', async () => {
  const [first = '', last = ''] = reminders;
  expect(await look(`/console/waves/${first}`)).toContain('<h1>1. Erinnerung</h1>');
  expect(await look(`/console/waves/${last}/letter`)).toContain('2. Erinnerung: Was erwarten Sie von uns?');
});

test('in a plan that is only suggested', async () => {
  const { surveyId } = await startCampaign(app);
  const html = await look(`/console/surveys/${surveyId}/waves`);
  for (const name of ['Einladung', '1. Erinnerung', '2. Erinnerung'])
    expect(html).toContain(`<strong>${name}</strong>`);
});
